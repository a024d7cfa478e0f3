"""Both sides of each bound that a run must keep to count for a board, on runs of a few rows made up for it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import pytest

from game.replay.clock_check import ClockWalk
from game.replay.fit import unfit_reasons
from game.replay.model import (
    ClockKind,
    Conditions,
    Pause,
    Player,
    Reanchor,
    Reason,
    RecordedInput,
    Replay,
    Trace,
    Witness,
)
from game.sim.actions import Verb
from game.sim.chart import Chart
from game.sim.events import Judged
from game.sim.options import RunOptions
from game.timing.steadiness import Step
from game.timing.units import US_PER_SECOND, Micros, ms
from tests.charts import At, L, R, Run, chart_of
from tests.replay.recording import header_of, recorded_run

CHART = chart_of("yard", *(At(beat, "lift", L) for beat in range(2, 30, 4)), bars=8)
CUES_US = [cue.time_us for cue in CHART.cues]
ANY_JUDGED = Run(CHART).press(L, CUES_US[0]).to_the_end().judged[0]
ANY_REPLAY = recorded_run()
HEARD = Conditions(clock=ClockKind.DEVICE)
SPAN_US = 100 * US_PER_SECOND


def seen(wall_us: Micros, song_us: Micros = 0, utc_us: Micros = 0, device_us: Micros | None = 0) -> Witness:
    """Return a witness whose clocks lie so far ahead of wall time; `device_us` None: there is no device."""
    return Witness(wall_us + song_us, wall_us, wall_us + utc_us, None if device_us is None else wall_us + device_us)


@dataclass(frozen=True)
class Made:
    """A run made up of rows. Its witnesses stand at its beginning, its middle and its end unless others are given."""

    witnesses: Sequence[Witness] = (seen(0), seen(SPAN_US // 2), seen(SPAN_US))
    inputs: Sequence[RecordedInput] = ()
    pauses: Sequence[Pause] = ()
    reanchors: Sequence[Reanchor] = ()
    steps: Sequence[Step] = ()
    offsets_us: Sequence[Micros | None] = ()
    conditions: Conditions = HEARD
    player: Player = Player.PERSON
    rate_permille: int = 1000

    def reasons(self, chart: Chart = CHART) -> tuple[str, ...]:
        """Return why it does not count."""
        header = replace(header_of(chart, RunOptions(rate_permille=self.rate_permille)), player=self.player)
        trace = Trace(tuple(self.inputs), tuple(self.pauses), tuple(self.witnesses), tuple(self.reanchors))
        judged: list[Judged] = [replace(ANY_JUDGED, offset_us=offset_us) for offset_us in self.offsets_us]
        replay: Replay = replace(ANY_REPLAY, header=header, trace=trace, conditions=self.conditions)
        return unfit_reasons(replay, chart, judged, ClockWalk((), (), tuple(self.steps)))


def presses(lengths_us: Sequence[Micros]) -> list[RecordedInput]:
    """Return presses of these lengths, a second apart."""
    rows = []
    for place, length_us in enumerate(lengths_us):
        down_us = place * US_PER_SECOND
        rows += [RecordedInput(down_us, down_us, L, down=True)]
        rows += [RecordedInput(down_us + length_us, down_us + length_us, L, down=False)]
    return rows


def pauses_at(songs_us: Sequence[Micros]) -> list[Pause]:
    return [Pause(song_us, song_us, 0) for song_us in songs_us]


def apart(
    song_us: Micros = 0,
    utc_us: Micros = 0,
    device_us: Micros = 0,
    span_us: Micros = SPAN_US,
    steps: Sequence[Step] = (),
) -> Made:
    """Return a run at whose end the clocks lie so far ahead of wall time."""
    return Made((seen(0), seen(span_us // 2), seen(span_us, song_us, utc_us, device_us)), steps=steps)


FAR = range(0, 10_000 * 20, 10_000)
"""Lengths of twenty presses, all different."""
BETWEEN_US = [time_us + 1 for time_us in CUES_US]
"""Song times at which the next cue is nearly two seconds away."""

COUNT = {
    "nothing": Made(),
    "nineteen hits without a spread": Made(offsets_us=[0] * 19),
    "nineteen hits without a spread, and misses": Made(offsets_us=[*[0] * 19, *[None] * 9]),
    "hits that spread by 2 ms": Made(offsets_us=[2_000, -2_000] * 10),
    "hits that spread by 2 ms at half the rate": Made(
        (seen(0), seen(SPAN_US, -SPAN_US // 2)), offsets_us=[1_000, -1_000] * 10, rate_permille=500
    ),
    "nineteen presses of one length": Made(inputs=presses([7] * 19)),
    "a fifth of the presses of one length": Made(inputs=presses([7] * 4 + [*FAR][1:17])),
    "a key that goes up without a press": Made(inputs=[RecordedInput(0, 0, R, down=False)]),
    "ten pauses": Made(pauses=pauses_at([0] * 10)),
    "pauses 3 times near a cue": Made(pauses=pauses_at([time_us - 1 for time_us in CUES_US[:3]])),
    "pauses 3 times near a cue, and often once": Made(pauses=pauses_at([*CUES_US[:2], *[CUES_US[2]] * 4])),
    "pauses a little more than a second before": Made(
        pauses=pauses_at([time_us - US_PER_SECOND - 1 for time_us in CUES_US])
    ),
    "pauses a little more than a real second before, at half the rate": Made(
        (seen(0), seen(SPAN_US, -SPAN_US // 2)),
        pauses=pauses_at([time_us - US_PER_SECOND // 2 - 1 for time_us in CUES_US]),
        rate_permille=500,
    ),
    "pauses right behind cues, the last of all too": Made(pauses=pauses_at(BETWEEN_US)),
    "a device that was there for a moment": Made(
        [seen(0), seen(1, device_us=None), seen(SPAN_US, device_us=None)],
    ),
    "3,999 re-anchors": Made(reanchors=[Reanchor(0, 0, Reason.DRIFT)] * 3_999),
    "a step of 300 ms ahead": apart(song_us=ms(300), device_us=ms(300), steps=[(SPAN_US, ms(300))]),
    "a step behind the last barline": Made(steps=[(SPAN_US + 1, ms(290))]),
    "a song that drifts by 0.05 % and 5 ms": apart(song_us=55_000),
    "a song that drifts back by 0.05 % and 5 ms": apart(song_us=-55_000),
    "a short song that is moved by 0.5 % and 60 ms": apart(
        song_us=110_000, device_us=110_000, span_us=10 * US_PER_SECOND, steps=[(ms(9_000), 110_000)]
    ),
    "a song of twelve seconds that is moved": apart(
        song_us=ms(250), device_us=ms(250), span_us=12 * US_PER_SECOND, steps=[(ms(9_000), ms(250))]
    ),
    "a calendar that drifts by 0.5 % and 60 ms": apart(utc_us=560_000),
    "a device that drifts by 0.5 % and 60 ms": apart(device_us=-560_000),
    "a device that the song follows at a barline": Made(
        [seen(0), seen(SPAN_US // 2, -ms(290), 0, -ms(290)), seen(SPAN_US, -ms(580), 0, -ms(580))],
        steps=[(SPAN_US // 2, -ms(290)), (SPAN_US, -ms(290))],
    ),
    "a device that jumped while it was lost": Made([seen(0), seen(5, device_us=None), seen(SPAN_US, 0, 0, ms(9_000))]),
    "a calendar that jumped in a pause": Made([seen(0), seen(9), seen(SPAN_US, 0, ms(9_000))], pauses=[Pause(9, 9, 0)]),
    "a pause that lasts on at the last barline": Made(
        [seen(0), seen(ms(1_000), -ms(900))], pauses=[Pause(ms(100), ms(100), ms(2_000))]
    ),
}
DO_NOT_COUNT = {
    "twenty hits without a spread": (Made(offsets_us=[0] * 20), "its hits spread by 0.0 ms"),
    "hits that spread by less than 2 ms": (Made(offsets_us=[1_999, -1_999] * 10), "its hits spread by 2.0 ms"),
    "hits that spread by less than 2 ms at half the rate": (
        Made((seen(0), seen(SPAN_US, -SPAN_US // 2)), offsets_us=[999, -999] * 10, rate_permille=500),
        "its hits spread by 2.0 ms",
    ),
    "a machine": (Made(player=Player.AUTO), "a machine made it"),
    "twenty presses of one length": (Made(inputs=presses([7] * 20)), "20 of its 20 presses last exactly"),
    "more than a fifth of the presses of one length": (
        Made(inputs=presses([7] * 5 + [*FAR][1:16])),
        "5 of its 20 presses last exactly",
    ),
    "eleven pauses": (Made(pauses=pauses_at([0] * 11)), "it was paused 11 times, more than 10"),
    "pauses 4 times near a cue": (
        Made(pauses=pauses_at([time_us - US_PER_SECOND for time_us in CUES_US[:4]])),
        "it was paused within a second before a cue in 4 places, more than 3",
    ),
    "pauses 4 times near a cue at half the rate": (
        Made(
            (seen(0), seen(SPAN_US, -SPAN_US // 2)),
            pauses=pauses_at([time_us - US_PER_SECOND // 2 for time_us in CUES_US[:4]]),
            rate_permille=500,
        ),
        "it was paused within a second before a cue in 4 places, more than 3",
    ),
    "a silent clock": (Made(conditions=Conditions(clock=ClockKind.SILENT)), "it was played without a sound device"),
    "no device at any barline": (
        Made((seen(0, device_us=None), seen(SPAN_US, device_us=None))),
        "it was played without a sound device",
    ),
    "a clock that says so itself": (
        Made(conditions=Conditions(clock=ClockKind.DEVICE, unfit="The clock stopped.")),
        "The clock stopped",
    ),
    "4,000 re-anchors": (Made(reanchors=[Reanchor(0, 0, Reason.DRIFT)] * 4_000), "its clock left its line 4000 times"),
    "a step of more than 300 ms ahead": (
        apart(song_us=300_001, device_us=300_001, steps=[(9, 300_001)]),
        "its clock jumped by 300 ms",
    ),
    "a song that drifts by more": (apart(song_us=55_001), "song time without its steps and the computer's clock"),
    "a song that drifts back by more": (apart(song_us=-55_001), "song time without its steps and the computer's"),
    "a short song that is moved by more": (
        apart(song_us=110_001, device_us=110_001, span_us=10 * US_PER_SECOND, steps=[(ms(9_000), 110_001)]),
        "song time and the computer's clock parted by 110 ms",
    ),
    "a song of less than twelve seconds that is moved": (
        apart(song_us=ms(250), device_us=ms(250), span_us=12 * US_PER_SECOND - 1, steps=[(ms(9_000), ms(250))]),
        "song time and the computer's clock parted by 250 ms",
    ),
    "a calendar that drifts by more": (apart(utc_us=560_001), "the calendar and the computer's clock parted by 560 ms"),
    "a calendar that was off for a while": (
        Made((seen(0), seen(9, utc_us=-560_001), seen(SPAN_US))),
        "the calendar and the computer's clock parted by 560 ms",
    ),
    "a calendar that jumped before a pause": (
        Made((seen(0), seen(9, utc_us=ms(9_000)), seen(SPAN_US, 0, ms(9_000))), pauses=[Pause(9, 9, 0)]),
        "the calendar and the computer's clock parted by 9000 ms",
    ),
    "a device that drifts by more": (apart(device_us=-560_001), "the sound device and the computer's clock"),
    "a device that the song does not follow": (
        Made((seen(0), seen(SPAN_US // 2, 0, 0, -ms(600)), seen(SPAN_US, 0, 0, -ms(600)))),
        "the sound device and the computer's clock parted by 600 ms",
    ),
}


@pytest.mark.parametrize("made", COUNT.values(), ids=list(COUNT))
def test_a_run_within_the_bounds_counts(made: Made) -> None:
    assert made.reasons() == ()


@pytest.mark.parametrize(("made", "words"), DO_NOT_COUNT.values(), ids=list(DO_NOT_COUNT))
def test_a_run_beyond_one_bound_does_not_count_and_says_only_that(made: Made, words: str) -> None:
    reasons = made.reasons()
    assert [reason[: len(words)] for reason in reasons] == [words]


def test_a_key_that_is_pressed_twice_counts_from_its_first_press() -> None:
    again = presses([7, *FAR[1:]])
    for place in range(5):
        down_us = (30 + place) * US_PER_SECOND
        rows = ((down_us, True), (down_us + place + 1, True), (down_us + 500, False))
        again += [RecordedInput(at_us, at_us, Verb.UP, down) for at_us, down in rows]
    reasons = Made(inputs=again).reasons()
    assert reasons == ()
    assert Made(inputs=[*again, *[replace(row, verb=R) for row in again[-3:]]]).reasons() == (
        "6 of its 26 presses last exactly equally long",
    )
