"""Honest runs over honest clocks, however bad, are never called false; the good ones are fit for a board."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from game.minigames.manifest import MINIGAMES
from game.replay.clock_check import TOLERANCE_US, ClockFault, walk_clock
from game.replay.codec import decode, encode
from game.replay.model import Reason
from game.replay.verify import Verdict, verify
from game.sim.chart import Difficulty
from game.sim.options import RunOptions
from game.timing.units import Micros, ms
from tests.golden.frozen import TEMPO, frozen_chart
from tests.replay.live import Clocks, play_live
from tests.replay.recording import header_of, person_inputs

CHART = frozen_chart(Difficulty.NORMAL)
LEAD_IN_US = CHART.lead_in_us
BAR = 4


def drifting(ppm: int) -> Callable[[Micros], Micros]:
    """A device that runs fast by so many parts in a million; the song follows it."""
    return lambda real_us: real_us + real_us * ppm // 1_000_000


def stuttering(every_us: Micros, by_us: Micros) -> Callable[[Micros], Micros]:
    """A song that stands still for a moment again and again, and never catches up."""
    return lambda real_us: real_us - real_us // every_us * by_us


def away(from_us: Micros, to_us: Micros) -> Callable[[Micros], Micros | None]:
    """A device that is lost for a while."""
    return lambda real_us: None if from_us <= real_us < to_us else real_us


def caught_up(at_us: Micros, behind_us: Micros) -> Callable[[Micros], Micros]:
    """A song that has fallen behind, and snaps to where it should be."""
    return lambda real_us: real_us if real_us >= at_us else real_us - behind_us


def suspended(at_us: Micros, for_us: Micros) -> Clocks:
    """A sink that is suspended: the device stands still, and the song with it."""

    def position(real_us: Micros) -> Micros:
        return real_us if real_us < at_us else max(at_us, real_us - for_us)

    return Clocks(song=position, device=position)


def barlines(count: int) -> list[Micros]:
    """Real times of some barlines."""
    return [LEAD_IN_US + TEMPO.to_us(CHART.sections[0].start_beat + BAR * (2 + 4 * place)) for place in range(count)]


GOOD = {
    "steady": Clocks(),
    "100 ppm fast": Clocks(song=drifting(100), device=drifting(100)),
    "100 ppm slow": Clocks(song=drifting(-100), device=drifting(-100)),
    "240 ppm, as a null sink": Clocks(song=drifting(240), device=drifting(240)),
    "a calendar set right by 50 ms": Clocks(utc=lambda real_us: real_us + (ms(50) if real_us > ms(9_000) else 0)),
    "a snap of 80 ms": Clocks(song=caught_up(ms(20_000), ms(80))),
    "a stutter of 30 ms": Clocks(song=lambda real_us: real_us - (ms(30) if real_us > ms(9_000) else 0)),
    "a device lost and found": Clocks(device=away(ms(8_000), ms(14_000))),
    "a sink suspended for a second": suspended(ms(9_000), ms(1_000)),
    "one pause of a year": Clocks(pauses=((barlines(3)[2], 365 * 24 * 3_600_000_000),)),
}
BAD = {
    "a leap of 400 ms": Clocks(song=caught_up(ms(20_000), ms(400))),
    "a device that is never there": Clocks(device=lambda _: None),
    "a device lost for good": Clocks(song=caught_up(ms(20_000), ms(400)), device=away(ms(8_000), 1 << 60)),
    "a sink suspended for three seconds": suspended(ms(9_000), ms(3_000)),
    "stutters all along": Clocks(song=stuttering(ms(500), ms(30)), device=stuttering(ms(500), ms(30))),
    "another speed": Clocks(song=drifting(30_000), device=drifting(30_000)),
    "a computer that slept in the run": Clocks(utc=lambda real_us: real_us + (ms(9_000) if real_us > ms(9_000) else 0)),
    "eleven pauses": Clocks(pauses=[(at_us, ms(1_700)) for at_us in barlines(11)]),
}


def verdict_over(clocks: Clocks, rate_permille: int = 1000) -> tuple[Verdict, str]:
    """Return the verdict on an honest run over these clocks, after the way through a file."""
    options = RunOptions(rate_permille=rate_permille)
    replay = play_live(header_of(CHART, options), CHART, person_inputs(CHART, 12, 3, options), clocks)
    verification = verify(decode(encode(replay), "r"), CHART, MINIGAMES)
    return verification.verdict, verification.sentence


@pytest.mark.parametrize("clocks", GOOD.values(), ids=list(GOOD))
def test_an_honest_run_over_a_usual_clock_is_fit(clocks: Clocks) -> None:
    verdict, sentence = verdict_over(clocks)
    assert verdict is Verdict.TRUE, sentence


@pytest.mark.parametrize("clocks", BAD.values(), ids=list(BAD))
def test_an_honest_run_over_a_bad_clock_is_unfit_and_never_false(clocks: Clocks) -> None:
    verdict, sentence = verdict_over(clocks)
    assert verdict is Verdict.UNFIT, sentence


def test_ten_pauses_at_barlines_are_true_and_unfit_only_where_they_lie_right_ahead_of_cues() -> None:
    verdict, sentence = verdict_over(Clocks(pauses=[(at_us, ms(1_700)) for at_us in barlines(10)]))
    assert verdict is Verdict.UNFIT
    assert sentence.startswith(
        "true, but not fit for a board: it was paused within a second before a cue in 10 places, more than 3; "
    )


@pytest.mark.parametrize("rate_permille", [500, 750, 1250, 1500])
def test_at_every_rate_a_run_is_true(rate_permille: int) -> None:
    assert verdict_over(Clocks(song=drifting(100), device=drifting(100)), rate_permille)[0] is Verdict.TRUE


def test_a_device_that_is_lost_and_a_snap_are_on_record() -> None:
    snapped = Clocks(song=caught_up(ms(20_000), ms(80)), device=away(ms(8_000), ms(14_000)))
    replay = play_live(header_of(CHART, RunOptions()), CHART, person_inputs(CHART, 12), snapped)
    assert [row.reason for row in replay.trace.reanchors] == [Reason.SNAP]
    assert {row.device_us is None for row in replay.trace.witnesses} == {True, False}


@pytest.mark.parametrize(("by_us", "false"), [(TOLERANCE_US, False), (TOLERANCE_US + ms(1), True)])
def test_the_tolerance_is_closed(by_us: Micros, false: bool) -> None:
    replay = play_live(header_of(CHART, RunOptions()), CHART, person_inputs(CHART, 12), Clocks())
    last = replay.trace.witnesses[-1]
    moved = (*replay.trace.witnesses[:-1], replace(last, wall_us=last.wall_us + by_us))
    inputs = tuple(row for row in replay.trace.inputs if row.wall_us < last.wall_us)
    forged = replace(replay, trace=replace(replay.trace, witnesses=moved, inputs=inputs))
    assert isinstance(walk_clock(forged, CHART), ClockFault) is false
