"""The figures of a run for a moderator: in-game and real time, splits, attempt, and what identifies the run."""

from game import __version__
from game.states.run.race.readouts import RECENT, lead_over_best
from game.states.run.race.splits import segments_so_far
from game.states.run.run import Run
from game.timing.units import US_PER_MS, Micros, clock_text
from game.view.ui.input_strip import StripMark
from game.view.ui.speedrun_panel import SpeedrunFigures

HASH_DIGITS = 8
"""Digits of the chart's hash that are shown."""
UNKNOWN = "-"
"""What stands where there is nothing yet."""


def speedrun_figures(run: Run, wall_us: Micros) -> SpeedrunFigures:
    """Return the figures at a moment of wall time."""
    words, ahead = _split(run)
    best, sum_of_best = _bests(run)
    seed, chart = run.plan.options.seed, run.chart.hash()[:HASH_DIGITS]
    return SpeedrunFigures(
        first=_first(run),
        real_time=clock_text(max(0, wall_us - run.began_wall_us)),
        split=words,
        ahead=ahead,
        attempt=f"attempt {run.standings.attempts + 1:,}",
        best=f"best {best}",
        sum_of_best=f"sum of best {sum_of_best}",
        identity=f"{run.plan.mode}, {run.plan.difficulty}   seed {seed}   chart {chart}   version {__version__}",
        held=frozenset(run.session_held),
        marks=_marks(run),
    )


def _first(run: Run) -> str:
    if run.session.pace is None:
        return f"{run.session.score.total:,}"
    return clock_text(max(0, run.session.course.real_at(run.session.now_us)))


def _split(run: Run) -> tuple[str, bool]:
    """Return the last section's split against the best run, and whether the run is ahead."""
    if run.session.pace is None:
        lead = lead_over_best(run)
        return (f"{lead:+,}", lead >= 0) if lead is not None else (UNKNOWN, False)
    ended, best_us = len(run.session.section_digests), run.standings.road.best_us
    if not 0 < ended <= len(best_us):
        return UNKNOWN, False
    segments = segments_so_far(run.chart, run.session.course, run.standings.road, ended)
    behind_us = segments[-1].end_us - best_us[ended - 1]
    return f"{'+' if behind_us > 0 else '-'}{clock_text(abs(behind_us))}", behind_us <= 0


def _bests(run: Run) -> tuple[str, str]:
    """Return the best run of the board and the sum of the best of each section, where every section has one."""
    standings, sections = run.standings, [part.id for part in run.chart.sections]
    if run.session.pace is None:
        best = f"{standings.best[0].score:,}" if standings.best else UNKNOWN
        points = [standings.best_splits.get(section) for section in sections]
        return best, UNKNOWN if None in points else f"{sum(filter(None, points)):,}"
    best_us, golds_us = standings.road.best_us, standings.road.golds_us
    times = [golds_us.get(section) for section in sections]
    return (
        clock_text(best_us[-1]) if len(best_us) == len(sections) else UNKNOWN,
        UNKNOWN if None in times else clock_text(sum(filter(None, times))),
    )


def _marks(run: Run) -> tuple[StripMark, ...]:
    recent = run.errors_ms[-RECENT:]
    return tuple(StripMark(round(error * US_PER_MS), (place + 1) / len(recent)) for place, error in enumerate(recent))
