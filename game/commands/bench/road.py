"""`bench road`: Road work as a model on the chart and as real sessions, side by side; what the medals' times are from.

The model knows no windows, holds or strays: each cue earns the points of a normal error at its bar's pace. Where real
sessions leave it, the difference is what the exercises' rules do.
"""

import statistics

from game.app.content import load_content
from game.commands.runs import autoplay_inputs
from game.minigames.manifest import MINIGAMES
from game.sim.actions import HANDS, InputEvent, Verb
from game.sim.chart import Chart, Difficulty
from game.sim.judge import SLOPPY_WINDOW_US, points_at
from game.sim.options import LEAST_PACE, MOST_PACE, START_PACE, RunMode, RunOptions
from game.sim.pace import LARGEST_FALL, LEVEL_POINTS, MISS_COST, POINTS_A_STEP
from game.sim.players import alternate, alternate_in_tempo, mash, mash_in_tempo
from game.sim.rng import Rng
from game.sim.session import Session
from game.sim.simulate import simulate
from game.sim.timeline import barlines_of, pace_marks_of
from game.timing.course import PACE_ONE
from game.timing.units import US_PER_SECOND, Micros, ms

SPREADS_MS = (0, 8, 12, 20, 35, 50)
"""Timing spreads, in milliseconds of real time."""
ROUNDS = 20
"""Runs of each spread, each of another seed."""
Figures = dict[str, float | int | str]


def bench_road() -> Figures:
    """Return times in seconds by spread, of model and sessions, the highest pace, and the times of mashing."""
    chart = load_content().chart(Difficulty.NORMAL)
    figures: Figures = {}
    for spread_ms in SPREADS_MS:
        seeds = range(ROUNDS if spread_ms else 1)
        sessions = [_played(chart, seed, spread_ms) for seed in seeds]
        times_s = [session.duration_us / US_PER_SECOND for session in sessions]
        figures[f"spread {spread_ms}.model_s"] = round(
            statistics.mean(_modelled_us(chart, ms(spread_ms), Rng(seed)) for seed in seeds) / US_PER_SECOND, 3
        )
        figures[f"spread {spread_ms}.session_s"] = round(statistics.mean(times_s), 3)
        figures[f"spread {spread_ms}.session_sd_s"] = round(statistics.pstdev(times_s), 3)
        figures[f"spread {spread_ms}.highest_pace"] = max(max(_paces(session)) for session in sessions)
    for name, inputs in _mashing(chart).items():
        session, _ = simulate(chart, RunOptions(mode=RunMode.ROAD), MINIGAMES, inputs)
        figures[f"{name}.session_s"] = round(session.duration_us / US_PER_SECOND, 3)
    return figures


def _played(chart: Chart, seed: int, spread_ms: int) -> Session:
    options = RunOptions(seed=seed, mode=RunMode.ROAD)
    session, _ = simulate(chart, options, MINIGAMES, autoplay_inputs(chart, options, spread_ms))
    return session


def _paces(session: Session) -> tuple[int, ...]:
    return session.pace.paces if session.pace is not None else ()


def _mashing(chart: Chart) -> dict[str, list[InputEvent]]:
    return {
        "nobody": [],
        "all verbs 12/s": mash(chart, Verb, 12),
        "hands in turn 12/s": alternate(chart, 12),
        "both hands 2 a beat": mash_in_tempo(chart, HANDS, 2),
        "hands in turn 2 a beat": alternate_in_tempo(chart, 2),
    }


def _modelled_us(chart: Chart, spread_us: Micros, rng: Rng) -> Micros:
    """Return the time of the model: one judgement a cue, none of them a stray."""
    barlines = [*barlines_of(chart), chart.end_us]
    decided_us = [*(mark.time_us for mark in pace_marks_of(chart)), chart.end_us]
    pace, time_us, points = START_PACE, 0, list[int]()
    for from_us, to_us, until_us in zip(barlines, barlines[1:], decided_us, strict=False):
        time_us += ((to_us - from_us) * PACE_ONE + pace // 2) // pace
        late: list[int] = []
        for cue in (cue for cue in chart.cues if from_us <= cue.time_us < to_us):
            error_us = abs(rng.normal_us(spread_us)) if spread_us else 0
            (points if cue.time_us < until_us else late).append(
                points_at(error_us) if error_us <= SLOPPY_WINDOW_US else 0
            )
        if points:
            mean_change = max(-LARGEST_FALL, (sum(points) // len(points) - LEVEL_POINTS) // POINTS_A_STEP)
            pace = max(LEAST_PACE, min(MOST_PACE, pace + mean_change - MISS_COST * points.count(0)))
        points = late
    return time_us
