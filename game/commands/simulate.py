"""`play --headless`: simulates a run without display or sound, as fast as possible."""

import argparse
import json
from pathlib import Path

from game.app.content import Content, load_content
from game.commands.runs import autoplay_inputs, difficulty_of, header_of, options_of, outcome_of
from game.errors import UsageError
from game.minigames.manifest import MINIGAMES
from game.replay.codec import encode
from game.replay.headless import play_headless
from game.sim.chart import Chart
from game.sim.options import RunOptions
from game.sim.session import Session
from game.storage.files import write_atomically
from game.timing.units import clock_text


def run_headless(args: argparse.Namespace) -> int:
    """Simulate the run that the arguments describe, print its outcome, record it if asked."""
    if args.autoplay is None:
        raise UsageError("--headless has no keys to press: give --autoplay as well")
    if args.ghost is not None:
        raise UsageError("--headless draws no ghost: leave one of --headless and --ghost away")
    content = load_content(args.level, args.pack, difficulty_of(args) if args.level else None)
    chart = content.chart(difficulty_of(args), args.section)
    session, replay = recorded(content, chart, options_of(args), args)
    if args.record:
        write_atomically(Path(args.record), replay)
    if args.json:
        print(json.dumps(outcome_of(session)))
    else:
        time = "" if session.pace is None else f"{clock_text(session.duration_us)}, "
        print(f"{time}{session.score.total:,} points, {session.score.rank}")
    return 0


def recorded(content: Content, chart: Chart, options: RunOptions, args: argparse.Namespace) -> tuple[Session, bytes]:
    """Return the ended run of `args.autoplay` over the chart, and its replay file's bytes."""
    header = header_of(content, chart, options, args.section)
    inputs = autoplay_inputs(chart, options, args.autoplay)
    session, replay = play_headless(header, chart, MINIGAMES, inputs)
    return session, encode(replay)
