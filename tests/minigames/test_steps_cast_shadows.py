"""The shadows that lie on the museum steps in the sun: those of the rails, and at the left those of trees, which thin
out on the way up and never reach his lane. They are in the stairs' textures.
"""

import json
from functools import lru_cache
from typing import Any, TypeAlias

import numpy as np
import pygame
import pytest

from game.storage.paths import assets_dir

FOLDER = assets_dir() / "backdrops" / "steps"
LANE_METRES = 1.3
"""Half width of the lane: he, the ring around him, and the wet patches."""
RAIL_SHADOW_METRES = (0.2, 2.1)
"""How far to the right of a rail the shadows of its posts and of itself lie, metres."""
HEADLESS_STAIRS = 4
"""Stairs at the end of a flight whose shadow would be that of the rail over the landing, or beyond its end."""
CORE = 3
"""Degree of the middle of a cast shadow."""
Degrees: TypeAlias = "np.ndarray[tuple[int, ...], np.dtype[np.int64]]"


@lru_cache(maxsize=1)
def facts() -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((FOLDER / "climb.json").read_text(encoding="utf-8"))
    return loaded


@lru_cache(maxsize=4)
def degrees(name: str) -> Degrees:
    """Return the degree of shadow of each texel of a texture, rows by columns."""
    texels = pygame.surfarray.array2d(pygame.image.load(FOLDER / name)).T.astype(np.int64)
    return texels // int(facts()["shadow"]["tones"])


def rows_of(stairs: range) -> slice:
    """Return the texture's rows of some stairs."""
    ends = np.cumsum([face[5] for face in facts()["faces"]])
    return slice(int(ends[2 * (stairs.start - 1)]), int(ends[2 * (stairs.stop - 1)]))


def columns_of(texture: Degrees, left: float, right: float) -> slice:
    """Return a texture's columns between two x, metres."""
    span = facts()["textures"]["span"]
    return slice(*(round((x + span) / (2 * span) * texture.shape[1]) for x in (left, right)))


def flights() -> list[range]:
    flight = facts()["flight"]
    return [range(first, first + flight) for first in range(1, facts()["stairs"], flight)]


@pytest.mark.parametrize("flight", flights())
@pytest.mark.parametrize("rail", facts()["rails"]["x"])
def test_a_rail_throws_its_shadow_on_every_stair_to_its_right(rail: float, flight: range) -> None:
    texture = degrees("stairs-0.png")
    beside = columns_of(texture, *(rail + metres for metres in RAIL_SHADOW_METRES))
    for stair in flight[:-HEADLESS_STAIRS]:
        assert (texture[rows_of(range(stair, stair + 1)), beside] == CORE).any(axis=1).mean() > 0.6


def test_no_rail_throws_a_shadow_towards_the_sun() -> None:
    texture, rail = degrees("stairs-0.png"), facts()["rails"]["x"][1]
    assert not texture[:, columns_of(texture, LANE_METRES, rail - 0.1)][rows_of(range(1, 73))].any()


@pytest.mark.parametrize("name", facts()["textures"]["images"])
def test_no_shadow_reaches_his_lane(name: str) -> None:
    texture = degrees(name)
    assert not texture[:, columns_of(texture, -LANE_METRES, LANE_METRES)].any()


def test_the_shade_at_his_left_thins_out_on_the_way_up() -> None:
    texture = degrees("stairs-0.png")
    left = columns_of(texture, -facts()["half_width"], -LANE_METRES)
    shares = [float((texture[rows_of(flight), left] == CORE).mean()) for flight in flights()[1:]]

    assert shares[0] > 0.25
    assert shares == sorted(shares, reverse=True)
    assert shares[-1] < 0.7 * shares[0]
