"""`bench sim`: speed of the simulation, and size and verification of its replay."""

import argparse
import statistics
import time
from collections.abc import Callable, Mapping

from game.app.content import Content, load_content
from game.commands.runs import autoplay_inputs
from game.commands.simulate import recorded
from game.minigames.manifest import MINIGAMES
from game.replay.codec import decode
from game.replay.verify import verify
from game.sim.actions import InputEvent
from game.sim.chart import Chart, Difficulty
from game.sim.options import RunOptions
from game.sim.session import Session
from game.sim.simulate import simulate

FRAME_RATES = (1, 7, 24, 29, 30, 50, 59, 60, 75, 120, 144, 197, 240, 999)
"""Frames per second at which the digest is compared."""
BENCH_ROUNDS = 15
"""Number of timed simulations."""
Figures = dict[str, float | int | str]


def bench_sim() -> Figures:
    """Return the re-simulation speed, the replay's size, and whether all frame rates give the same digest."""
    content = load_content()
    return _flat({difficulty: _sim_figures(content, difficulty) for difficulty in Difficulty})


def _sim_figures(content: Content, difficulty: Difficulty) -> Figures:
    chart, options = content.chart(difficulty), RunOptions()
    inputs = autoplay_inputs(chart, options, 0)
    times_ms = [_timed_ms(lambda: simulate(chart, options, MINIGAMES, inputs)) for _ in range(BENCH_ROUNDS)]
    session, _ = simulate(chart, options, MINIGAMES, inputs)
    digests = {_digest_at(chart, options, inputs, rate) for rate in FRAME_RATES} | {session.digest()}
    return {
        "score": session.score.total,
        "duration_us": chart.end_us - chart.start_us,
        "cues": len(chart.cues),
        "simulate_ms_median": round(statistics.median(times_ms), 2),
        "simulate_ms_max": round(max(times_ms), 2),
        "frame_rates": len(FRAME_RATES),
        "digests": len(digests),
        **_replay_figures(content, chart),
    }


def _replay_figures(content: Content, chart: Chart) -> Figures:
    args = argparse.Namespace(section=None, autoplay=25.0)
    session, data = recorded(content, chart, RunOptions(), args)
    verification = verify(decode(data, "bench"), chart, MINIGAMES)
    return {
        "replay_bytes": len(data),
        "replay_verifies": verification.true,
        "verify_ms": round(_timed_ms(lambda: verify(decode(data, "bench"), chart, MINIGAMES)), 2),
        "score_at_25_ms": session.score.total,
    }


def _digest_at(chart: Chart, options: RunOptions, inputs: list[InputEvent], frames_per_second: int) -> str:
    session = Session(chart, options, MINIGAMES)
    waiting, frame = iter(inputs), 0
    following = next(waiting, None)
    while not session.ended:
        frame += 1
        now_us = chart.start_us - chart.lead_in_us + frame * 1_000_000 // frames_per_second
        while following is not None and following.time_us <= now_us:
            session.queue(following)
            following = next(waiting, None)
        session.advance_to(now_us)
    return session.digest()


def _timed_ms(work: Callable[[], object]) -> float:
    before = time.perf_counter()
    work()
    return (time.perf_counter() - before) * 1000


def _flat(figures: Mapping[Difficulty, Mapping[str, float | int | str]]) -> Figures:
    return {f"{difficulty}.{name}": value for difficulty, rows in figures.items() for name, value in rows.items()}
