"""The fighter's own light changes in the middle of a shade's edge, on a way that a look may shorten."""

from dataclasses import replace
from pathlib import Path

import pygame
import pytest

from game.view.canvas.event_log import EventLog
from game.view.canvas.lens import Lens
from game.view.canvas.options import ViewOptions
from game.view.figure.actor import Actors
from game.view.figure.performer import Now
from game.view.figure.sprite_sheet import Sheets
from game.view.film.draw_context import SHADE_EASE_PX, DrawContext


@pytest.fixture
def context(tmp_path: Path) -> DrawContext:
    """Return a picture of a place that lies in shade from its pixel 1000 on."""
    target, actors = pygame.Surface((8, 8), 0, 32), Actors(Sheets((tmp_path,)))
    shaded = DrawContext(target, Lens(0.0), Now(0, 0.0, 600_000, "loose"), EventLog(), actors, ViewOptions())
    return replace(shaded, shades=((1000.0, 4000.0),))


def test_his_light_follows_the_shade_where_a_look_says_nothing(context: DrawContext) -> None:
    assert all(context.own_shade_at(x) == context.shade_at(x) for x in range(900, 1300, 7))


def test_a_short_edge_changes_his_light_in_the_middle_of_the_shades_own(context: DrawContext) -> None:
    short, middle = replace(context, key_edge=40.0), 1000.0 + SHADE_EASE_PX / 2

    assert [short.own_shade_at(middle + off) for off in (-21.0, 21.0)] == [0.0, 1.0]
    assert 0.0 < short.own_shade_at(middle + 6.0) < 1.0
