"""`bench latency` finds where a sound sets in, presses keys that do not meet, and keeps the old way for comparison."""

from fractions import Fraction
from pathlib import Path

import numpy as np

from game.commands.bench.live.key_presser import presses_of
from game.commands.bench.live.latency import BLOCK, LEAST_PEAK, OnceAFrame, onset_block
from game.platform.input.input_events import ButtonEvent, InputDevice
from game.states.transitions import Transition
from tests.charts import BEAT_US, At, L, R, chart_of
from tests.states.rig import make_rig

PRESS = ButtonEvent(1, InputDevice.KEYBOARD, "RETURN", down=True)


def test_an_onset_is_found_behind_a_fading_sound() -> None:
    peaks = (4000 * np.exp(-np.arange(400) / 60)).astype(np.int32)
    assert onset_block(peaks, 60, 300) is None
    peaks[200:] += 3 * LEAST_PEAK
    assert onset_block(peaks, 60, 300) == 200
    assert onset_block(peaks, 60, 100) is None


def test_silence_and_hiss_have_no_onset() -> None:
    assert onset_block(np.zeros(400, np.int32), 60, 300) is None
    assert onset_block(np.full(400, LEAST_PEAK - 1, np.int32), 60, 300) is None


def test_a_block_is_half_a_millisecond() -> None:
    assert BLOCK == 24


def test_each_key_is_pressed_near_its_cue_and_let_go_of() -> None:
    chart = chart_of("yard", At(Fraction(2), "lift", L), At(Fraction(3), "lift", R), At(Fraction(7, 2), "lift", L))
    moves = presses_of(chart, 60.0, 1_000_000)
    assert sum(move.down for move in moves) == sum(not move.down for move in moves) == 3
    assert abs(moves[0].wall_us - 1_000_000 - 2 * BEAT_US) <= 20_000
    assert [move.is_alone for move in moves if move.down] == [True, False, False]
    assert presses_of(chart, 0.0, 0) == []


def test_once_a_frame_keeps_events_until_the_frame(tmp_path: Path) -> None:
    rig = make_rig(tmp_path)
    rig.go(Transition("menu"))
    before = rig.machine.state
    scene = OnceAFrame(rig.machine)
    scene.on_poll([PRESS], rig.clock.now_us())
    assert rig.machine.state is before
    scene.on_frame([], rig.clock.now_us())
    assert rig.machine.state is not before
    assert scene.kept == []
    rig.app.writer.close()
    rig.app.replays.close()
    rig.app.scores.close()
