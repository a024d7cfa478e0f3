"""Shared by the headless commands: run options from arguments, autoplay inputs, replay headers, and a run as JSON."""

import argparse

from game import __version__
from game.app.content import Content
from game.errors import UsageError
from game.minigames.manifest import MINIGAMES
from game.replay.model import Player, ReplayHeader
from game.sim.actions import InputEvent
from game.sim.chart import RULES_VERSION, Chart, Difficulty
from game.sim.judge import Grade
from game.sim.options import RunMode, RunOptions
from game.sim.session import Session
from game.sim.simulate import autoplay_inputs as simulated_inputs


def options_of(args: argparse.Namespace) -> RunOptions:
    """Return the run's options from the command line, which gives the rate as a factor. Raises UsageError."""
    mode = RunMode(args.mode)
    if mode is RunMode.ROAD and args.rate not in (None, 1.0):
        raise UsageError("Road work has no rate: its tempo follows the runner; leave --rate away")
    return RunOptions(rate_permille=round((args.rate or 1.0) * 1000), seed=args.seed or 0, mode=mode)


def difficulty_of(args: argparse.Namespace) -> Difficulty:
    """Return the difficulty of the command line, or normal."""
    return Difficulty(args.difficulty or Difficulty.NORMAL)


def autoplay_inputs(chart: Chart, options: RunOptions, spread_ms: float) -> list[InputEvent]:
    """Return `autoplay_inputs` of the simulation with the shipped exercises; `spread_ms` is real time, 0 is perfect."""
    return simulated_inputs(chart, options, MINIGAMES, spread_ms)


def header_of(content: Content, chart: Chart, options: RunOptions, section: str | None) -> ReplayHeader:
    """Return the header of a replay of such a run by a simulated player."""
    return ReplayHeader(
        engine=__version__,
        rules_version=RULES_VERSION,
        player=Player.AUTO,
        pack=content.pack.id,
        chart_hash=chart.hash(),
        song_hash=content.song_hash,
        difficulty=str(chart.difficulty),
        section=section,
        options=options,
        map=content.map_name,
    )


def outcome_of(session: Session) -> dict[str, object]:
    """Return an ended run as the JSON object that `play --json` prints."""
    score, chart = session.score, session.chart
    return {
        "score": score.total,
        "accuracy": score.accuracy_permyriad / 10_000,
        "rank": str(score.rank),
        "dead_on": score.dead_on,
        "duration_us": session.duration_us,
        "chart_hash": chart.hash(),
        "rules_version": RULES_VERSION,
        "digest": session.digest(),
        **_road_of(session),
        "sections": [
            {
                "id": tally.id,
                "points": tally.net_points,
                "max_points": tally.max_points,
                "grade": str(tally.grade),
                "counts": {
                    **{grade.name.lower(): tally.counts[grade] for grade in Grade},
                    "dead_on": tally.dead_on,
                    "stray": tally.strays,
                },
            }
            for tally in score.sections
        ],
    }


def _road_of(session: Session) -> dict[str, object]:
    """Return what is of Road work alone: in-game time, the pace of each bar, and the split of each section."""
    if session.pace is None:
        return {}
    course = session.course
    return {
        "igt_us": session.duration_us,
        "paces": list(session.pace.paces),
        "splits": [{"id": part.id, "igt_us": course.real_at(part.end_us)} for part in session.chart.sections],
    }
