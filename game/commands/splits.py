"""`scores splits FILE`: the attempts at Road work as a splits file of LiveSplit."""

import argparse
from pathlib import Path

from game.commands import Subparsers
from game.sim.chart import Difficulty
from game.storage.paths import user_paths
from game.storage.scores import Scores

MOST_ATTEMPTS = 20_000
"""The newest so many attempts are written."""


def add_verb(verbs: Subparsers) -> None:
    """Add the command to `scores`."""
    parser = verbs.add_parser("splits", help="write your attempts at Road work as a splits file of LiveSplit")
    parser.add_argument("file", type=Path, metavar="FILE.lss", help="the file; one that is there is replaced")
    parser.add_argument(
        "--difficulty", choices=list(map(str, Difficulty)), help="whose board; the settings' if left out"
    )
    parser.set_defaults(run=run_splits)


def run_splits(args: argparse.Namespace) -> int:
    """Write the attempts of the whole run; print how many, and the file."""
    from game.app.content import load_content
    from game.states.menus.section_titles import section_title
    from game.states.run.run_plan import Mode, RunPlan, options_from, road_options
    from game.storage.files import write_atomically
    from game.storage.history.history import History
    from game.storage.settings_file import SettingsFile
    from game.storage.sharing.splits_file import SplitsOf, splits_file

    paths, content = user_paths(), load_content()
    play = SettingsFile(paths.settings).load().settings.play
    difficulty = Difficulty(args.difficulty or play.difficulty)
    plan = RunPlan(Mode.ROAD, difficulty, None, road_options(options_from(play)))
    chart = content.chart(difficulty)
    with Scores(paths.scores) as scores:
        attempts = History(scores.database).attempts(plan.board(chart.hash(), content.map_name), MOST_ATTEMPTS)
        notice = scores.notice
    if notice:
        print(notice)
    if not attempts:
        print(f"No run of Road work has been begun on {difficulty} yet.")
        return 1
    sections = tuple((section.id, section_title(section.id)) for section in chart.sections)
    category = f"Road work, {difficulty}"
    write_atomically(args.file, splits_file(SplitsOf(category, sections, attempts)))
    print(f"{args.file}: attempts: {len(attempts)}")
    return 0
