"""In the silence under the bridge the river's light is left to see, on stone alone, and it keeps off the runner."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pygame
import pytest

from game.minigames.bridge.dim_light import draw_dim_light
from game.minigames.bridge.near_wall import NearWall
from game.storage.paths import assets_dir
from game.view.canvas.event_log import EventLog
from game.view.canvas.lens import HEIGHT, VIEW_Y, WIDTH, Lens
from game.view.canvas.options import ViewOptions
from game.view.canvas.pictures import Pictures
from game.view.figure.actor import Actors
from game.view.figure.performer import Now
from game.view.figure.sprite_sheet import Sheets
from game.view.film.draw_context import DrawContext
from tests import shipped

FEET, TALL = 321, 88


@pytest.fixture
def context(tmp_path: Path) -> DrawContext:
    """Return a black picture in the silence."""
    target = pygame.Surface((WIDTH, HEIGHT), 0, 32)
    return DrawContext(
        target, Lens(900.0), Now(0, 8.0, 600_000, "stiff"), EventLog(), Actors(Sheets((tmp_path,))), ViewOptions()
    )


def wall_of(pictures: Pictures) -> NearWall:
    """Return the near wall as the map hangs it."""
    place = next(place for place in shipped.art().places if place.name == "bridge")
    return NearWall(place, pictures)


def drawn(context: DrawContext, us: int, strength: float) -> "np.ndarray[tuple[int, ...], np.dtype[np.uint8]]":
    """Return the picture at a time of the song, columns by rows."""
    context.target.fill(0)
    now = replace(context.now, us=us)
    pictures = Pictures((assets_dir(),))
    draw_dim_light(replace(context, now=now), pictures, wall_of(pictures), float(FEET), strength)
    return pygame.surfarray.array3d(context.target)


def test_while_the_light_is_there_nothing_is_added(context: DrawContext) -> None:
    assert not drawn(context, 0, 0.0).any()


def test_in_the_dark_the_vault_and_the_stones_are_seen(context: DrawContext) -> None:
    picture = drawn(context, 0, 1.0)

    assert picture[:, : FEET - VIEW_Y - TALL].max() > 40
    assert picture[:, FEET - VIEW_Y :].max() > 40


def test_it_keeps_off_the_rows_of_the_runner(context: DrawContext) -> None:
    assert not drawn(context, 0, 1.0)[:, FEET - VIEW_Y - TALL + 8 : FEET - VIEW_Y].any()


def test_it_creeps_by_the_song_alone(context: DrawContext) -> None:
    assert np.array_equal(drawn(context, 1_000_000, 1.0), drawn(context, 1_000_000, 1.0))
    assert not np.array_equal(drawn(context, 1_000_000, 1.0), drawn(context, 2_000_000, 1.0))


def test_it_lies_on_the_stone_and_not_in_the_air_of_the_arches(context: DrawContext) -> None:
    pictures = Pictures((assets_dir(),))
    wall = wall_of(pictures)
    white = pygame.Surface((400, 200), 0, 32)
    white.fill((255, 255, 255))
    context.target.fill(0)

    wall.add(context, white, ((600, 100), (0, 0)), 1)

    arch = pygame.Rect(context.lens.column(669, wall.parallax) - 20, 200, 40, 60)
    lit = pygame.surfarray.array3d(context.target).max(axis=2)
    assert lit.max() > 40
    assert not lit[arch.left : arch.right, arch.top : arch.bottom].any(), "the second arch is open there"
