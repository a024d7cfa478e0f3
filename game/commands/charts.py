"""`levels freeze`: keeps the charts of a release as data. And the charts that the commands verify replays with."""

import argparse
from pathlib import Path

from game.app.content import Content, load_content
from game.replay.chart_codec import Origin, encode_chart
from game.sim.chart import Chart, Difficulty
from game.storage.files import write_atomically
from game.storage.paths import released_charts_dir, user_paths
from game.storage.proof.chart_store import ChartStore, Playable, file_name, store_of


def chart_store(content: Content) -> ChartStore:
    """Return the charts of the content, those released, and those that the player has once played."""
    return store_of(Playable(content.chart, origin_of(content)), user_paths().replays)


def origin_of(content: Content) -> Origin:
    """Return the pack and song that the content's charts are played with."""
    return Origin(content.pack.id, content.song_hash)


def charts_of(content: Content) -> list[Chart]:
    """Return the charts that are released: the whole run on every difficulty, which has the sections in it, and the
    sections that lie outside of it."""
    own = [section.id for level in content.own_maps for section in level.sections]
    return [content.chart(difficulty, section) for difficulty in Difficulty for section in (None, *own)]


def run_freeze(args: argparse.Namespace) -> int:
    """Write the shipped charts that are not kept yet, and print their files."""
    content, folder = load_content(), args.into or released_charts_dir()
    for chart in charts_of(content):
        path: Path = folder / file_name(chart, origin_of(content))
        if not path.exists():
            write_atomically(path, encode_chart(chart, origin_of(content)))
            print(path)
    return 0
