"""Loads the exercises' views by id, in the manifest's order, and opens art and stages with them.

Views are imported on demand, so that the manifest stays free of pygame. Raises for a folder without `VIEW`.
"""

from importlib import import_module
from pathlib import Path

from game.content.level import Level
from game.content.song.song import Song
from game.content.world import World
from game.minigames.manifest import MINIGAMES
from game.sim.chart import Chart
from game.view.canvas.options import ViewOptions
from game.view.exercise.section_view import Views
from game.view.stage.art import Art
from game.view.stage.stage import Stage


def views() -> Views:
    """Return every exercise's view by id: `VIEW` of its folder's `view.py`."""
    return {minigame: import_module(f"game.minigames.{minigame}.view").VIEW for minigame in MINIGAMES}


def open_art(world: World | tuple[Level, ...], song: Song, roots: tuple[Path, ...], before: Art | None = None) -> Art:
    """Return the art of a world, with every exercise's view. Reads no picture yet.

    `roots` are the pack's picture folders. `before` is the art of an earlier state of the world: unchanged places and
    pictures are reused.
    """
    return Art(world, song, roots, views(), before)


def open_stage(
    world: World | tuple[Level, ...],
    song: Song,
    chart: Chart,
    roots: tuple[Path, ...],
    options: ViewOptions | None = None,
) -> Stage:
    """Return a stage with art of its own: for a command that draws one chart. Reads no picture yet."""
    return Stage(open_art(world, song, roots), chart, options)
