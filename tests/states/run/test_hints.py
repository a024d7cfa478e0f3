"""Keys beside the fighter: shown until learned, of the device in use, on record, and kept for the next launch."""

from pathlib import Path

import pytest

from game.platform.input.input_events import InputDevice
from game.sim.actions import Verb
from game.states.run.run import Run
from game.storage.settings import ALWAYS, NEVER
from game.view.canvas.event_log import EventLog
from game.view.hints.draw_hints import HintOptions
from game.view.hints.hint_track import HintTrack
from game.view.hints.key_face import KeyFace, KeyPicture
from tests.charts import BEAT_US
from tests.states.rig import CUE_BEATS, Rig, make_rig
from tests.states.run.test_running import LEAD_IN_US, play_all, running

LIFT = "yard.lift"


def shown(rig: Rig) -> HintOptions:
    hints = rig.picture.hints
    assert hints is not None
    return hints


def test_a_newcomer_is_shown_the_keys_as_they_are_bound(rig: Rig) -> None:
    running(rig)
    rig.frame()
    faces = shown(rig).faces
    assert faces[Verb.LEFT] == KeyFace("F") and faces[Verb.UP].picture is KeyPicture.SPACE
    rig.app.change("keys", left=("Q",))
    rig.app.key_labels = {"Q": "A"}
    rig.frame()
    assert shown(rig).faces[Verb.LEFT] == KeyFace("A"), "by the layout"


def test_a_pad_that_was_used_last_shows_its_own_buttons(rig: Rig) -> None:
    running(rig)
    rig.app.device = InputDevice.PAD
    rig.frame()
    assert shown(rig).faces[Verb.LEFT].label == "LB"


def test_always_shows_all_and_never_none(rig: Rig) -> None:
    running(rig)
    rig.app.change("picture", hints=ALWAYS)
    rig.frame()
    assert shown(rig).known is None
    rig.app.change("picture", hints=NEVER)
    rig.frame()
    assert rig.picture.hints is None


def test_what_was_hit_clean_is_known_in_the_next_run_and_after_the_next_launch(rig: Rig, tmp_path: Path) -> None:
    play_all(rig)
    rig.app.writer.close()
    running(rig)
    rig.frame()
    assert shown(rig).known == {LIFT: len(CUE_BEATS)}
    later = make_rig(rig.app.paths.scores.parent)
    running(later)
    later.frame()
    assert shown(later).known == {LIFT: len(CUE_BEATS)}
    later.app.writer.close()
    later.app.replays.close()
    later.app.scores.close()


def test_a_sloppy_hit_teaches_nothing(rig: Rig) -> None:
    play_all(rig, late_us=100_000)
    running(rig)
    rig.frame()
    assert not any((shown(rig).known or {}).values())


@pytest.mark.parametrize("hints", [ALWAYS, NEVER])
def test_the_replay_says_whether_a_hint_was_shown(rig: Rig, hints: str) -> None:
    rig.app.change("picture", hints=hints)
    run: Run = running(rig)
    rig.frame()
    assert not run.replay().conditions.hints_ever, "none is shown yet"
    rig.picture.shown = HintTrack(run.chart).at(CUE_BEATS[0] * BEAT_US - BEAT_US // 2, EventLog(), None)
    assert rig.picture.shown
    rig.wait(LEAD_IN_US)
    assert run.replay().conditions.hints_ever == (hints == ALWAYS)
