"""The shipped song, world, charts and pictures, read once for all tests of a process."""

from functools import cache

from game.app.content import Content, load_content
from game.minigames.views import open_art
from game.sim.chart import Chart, Difficulty
from game.view.canvas.options import ViewOptions
from game.view.stage.art import Art
from game.view.stage.stage import Stage


@cache
def content() -> Content:
    """Return the shipped song and world."""
    return load_content()


@cache
def chart(difficulty: Difficulty) -> Chart:
    """Return the chart of the whole run."""
    return content().chart(difficulty)


@cache
def art() -> Art:
    """Return the pictures and places, which all stages share."""
    return open_art(content().world, content().song, content().pack.roots)


def new_stage(played: Chart, options: ViewOptions | None = None) -> Stage:
    """Return a stage on which nothing has happened."""
    return Stage(art(), played, options)
