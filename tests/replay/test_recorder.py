"""The recorder puts on record what an honest clock does, from 2 ms off its line on, and each latch stays on."""

import pytest

from game.minigames.manifest import MINIGAMES
from game.replay.model import ClockKind, Pause, Reason, Replay, Witness
from game.replay.recorder import Recorder
from game.sim.actions import InputEvent
from game.sim.options import RunOptions
from game.sim.session import Session
from game.sim.timeline import barlines_of
from game.timing.units import Micros, ms
from tests.charts import At, L, chart_of
from tests.replay.recording import header_of

CHART = chart_of("yard", *(At(beat, "lift", L) for beat in (2, 6, 10)))
BAR_US = 2_000_000
LAST_US = CHART.cues[-1].time_us


class Taped:
    """A recorder, and a session that has not begun; wall time is song time unless they are said to differ."""

    def __init__(self, rate_permille: int = 1000) -> None:
        self.options = RunOptions(rate_permille=rate_permille)
        self.recorder = Recorder(header_of(CHART, self.options), CHART)
        self.session = Session(CHART, self.options, MINIGAMES)

    def see(self, song_us: Micros, wall_us: Micros | None = None, device_us: Micros | None = 0) -> "Taped":
        """Observe a poll."""
        self.recorder.observe(Witness(song_us, song_us if wall_us is None else wall_us, 0, device_us))
        return self

    def press(self, song_us: Micros, wall_us: Micros) -> "Taped":
        """Record a press."""
        self.recorder.input(InputEvent(song_us, L, down=True), wall_us)
        return self

    @property
    def replay(self) -> Replay:
        """What is on record."""
        return self.recorder.finish(self.session)

    @property
    def reasons(self) -> list[Reason]:
        """Why the clock left its line."""
        return [row.reason for row in self.replay.trace.reanchors]


def test_a_chart_has_a_barline_at_each_bar() -> None:
    assert barlines_of(CHART) == [0, BAR_US, 2 * BAR_US, 3 * BAR_US]


def test_the_first_poll_at_or_after_a_barline_is_its_witness() -> None:
    taped = Taped().see(-1).see(0).see(1).see(BAR_US - 1).see(BAR_US + 5).see(BAR_US + 6).see(3 * BAR_US)
    assert [row.song_us for row in taped.replay.trace.witnesses] == [0, BAR_US + 5, 3 * BAR_US, 3 * BAR_US]


@pytest.mark.parametrize("side", [1, -1])
@pytest.mark.parametrize(
    ("off_us", "reasons"),
    [
        (2_000, []),
        (2_001, [Reason.DRIFT]),
        (50_000, [Reason.DRIFT]),
        (50_001, [Reason.SNAP]),
    ],
)
def test_song_time_off_its_line_is_put_on_record(off_us: Micros, side: int, reasons: list[Reason]) -> None:
    assert Taped().see(0).see(ms(500) + side * off_us, ms(500)).reasons == reasons


def test_off_the_line_is_counted_in_real_time() -> None:
    assert Taped(rate_permille=500).see(0).see(ms(250) + 1_000, ms(500)).reasons == []
    assert Taped(rate_permille=500).see(0).see(ms(250) + 1_001, ms(500)).reasons == [Reason.DRIFT]


def test_a_device_that_comes_or_goes_is_the_reason_however_large_the_step() -> None:
    taped = Taped().see(0).see(ms(100), ms(100), None).see(ms(160), ms(300), None)
    assert taped.reasons == [Reason.SNAP]
    assert taped.see(ms(1_300), ms(1_310)).reasons == [Reason.SNAP, Reason.DEVICE]
    assert taped.see(ms(1_400), ms(1_500), None).reasons == [Reason.SNAP, Reason.DEVICE, Reason.DEVICE]


def test_nothing_leaves_a_line_before_the_first_barline() -> None:
    assert Taped().see(-ms(900), ms(5)).see(-ms(300), ms(9)).see(0).reasons == []


def test_no_more_than_four_thousand_re_anchors_are_recorded() -> None:
    taped = Taped().see(0)
    for place in range(1, 4_010):
        taped.see(0, ms(3) * place)
    assert len(taped.reasons) == 4_000


def test_an_input_off_the_line_is_put_on_record() -> None:
    assert Taped().see(0).press(ms(10), ms(12)).reasons == []
    assert Taped().see(0).press(ms(10), ms(12) + 1).reasons == [Reason.DRIFT]


def test_an_input_never_lies_before_the_poll_that_was_seen_already() -> None:
    taped = Taped().see(0).see(ms(10)).press(ms(9), ms(9))
    assert [row.wall_us for row in taped.replay.trace.inputs] == [ms(10)]
    taped.recorder.pause(ms(10), ms(9), ms(500))
    taped.press(ms(10), ms(20))
    assert taped.replay.trace.pauses == (Pause(ms(10), ms(10), ms(500)),)
    assert [row.wall_us for row in taped.replay.trace.inputs] == [ms(10), ms(510)]
    assert taped.recorder.inputs_recorded == 2


def test_a_pause_leaves_no_line_but_where_it_begins_off_it() -> None:
    taped = Taped().see(0)
    taped.recorder.pause(ms(100), ms(100), ms(700))
    assert taped.see(ms(200), ms(900)).reasons == []
    taped.recorder.pause(ms(250), ms(953), ms(700))
    assert taped.reasons == [Reason.DRIFT]
    assert taped.recorder.pauses == taped.replay.trace.pauses


def test_a_pause_before_the_first_barline_is_recorded_too() -> None:
    taped = Taped()
    taped.recorder.pause(-ms(100), 0, ms(700))
    assert len(taped.see(0, ms(800)).replay.trace.pauses) == 1


def test_the_first_reason_of_an_unfit_clock_stays() -> None:
    taped = Taped()
    taped.recorder.latch_unfit(None)
    assert taped.recorder.conditions.unfit is None
    taped.recorder.latch_unfit("x" * 201)
    assert taped.recorder.conditions.unfit == "x" * 200
    for later in (None, "another"):
        taped.recorder.latch_unfit(later)
        assert taped.recorder.conditions.unfit == "x" * 200


def test_overlay_and_hints_are_latched() -> None:
    recorder = Taped().recorder
    assert (recorder.conditions.overlay_ever, recorder.conditions.hints_ever) == (False, False)
    recorder.latch_overlay()
    assert (recorder.conditions.overlay_ever, recorder.conditions.hints_ever) == (True, False)
    recorder.latch_hints()
    recorder.latch_overlay()
    assert (recorder.conditions.overlay_ever, recorder.conditions.hints_ever) == (True, True)


def test_a_device_at_one_barline_is_a_device() -> None:
    assert Taped().see(0, 0, None).see(BAR_US, BAR_US, None).replay.conditions.clock is ClockKind.SILENT
    assert Taped().see(0, 0, None).see(BAR_US).replay.conditions.clock is ClockKind.DEVICE


@pytest.mark.parametrize(("over_us", "kept"), [(0, 2), (1, 1)])
def test_what_is_pressed_after_the_end_is_left_out(over_us: Micros, kept: int) -> None:
    taped = Taped()
    taped.session.advance_to(1 << 60)
    assert taped.session.ended
    taped.press(LAST_US, LAST_US).press(taped.session.now_us + over_us, taped.session.now_us + over_us)
    assert len(taped.replay.trace.inputs) == kept


def test_of_a_run_that_goes_on_everything_is_kept() -> None:
    taped = Taped().press(LAST_US, LAST_US)
    assert not taped.session.ended
    assert taped.session.now_us < LAST_US
    assert len(taped.replay.trace.inputs) == 1
    assert taped.replay.result.duration_us == 4 * BAR_US
