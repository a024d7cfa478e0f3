"""The shipped song, world, charts and pictures, read once for all tests of a process."""

from functools import cache

import pytest

from game.app.content import Content, load_content
from game.minigames.views import open_stage
from game.sim.chart import Chart, Difficulty
from game.storage.paths import assets_dir
from game.view.canvas.options import ViewOptions
from game.view.canvas.pictures import Pictures
from game.view.figure.sprite_sheets import Sheets
from game.view.stage import stage
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
def art() -> tuple[Pictures, Sheets]:
    """Return the pictures, which all stages share."""
    return Pictures(assets_dir()), Sheets(assets_dir() / "sprites")


def new_stage(played: Chart, options: ViewOptions | None = None) -> Stage:
    """Return a stage on which nothing has happened."""
    pictures, sheets = art()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(stage, "Pictures", lambda _: pictures)
        patch.setattr(stage, "Sheets", lambda _: sheets)
        return open_stage(content().world, content().song, played, assets_dir(), options)
