"""What lies on the ground of the running places is laid with tiles, where the ground scrolls with the lane."""

import pytest

from game.content.layers import MapTiles
from game.content.level import Level
from tests.levels.montage import world

LANE_ROWS = {13, 14}
"""Nearer rows hide behind the bars, further ones scroll more slowly than the lane."""


def ground_of(place: str) -> tuple[Level, MapTiles]:
    """Return a place's map and the tile layer of its ground."""
    level = next(level for level in world().levels if level.id == place)
    return level, next(layer for layer in level.layers if isinstance(layer, MapTiles))


@pytest.mark.parametrize("place", ["yard", "market", "river"])
def test_a_tile_layer_lies_over_the_painted_ground(place: str) -> None:
    level, layer = ground_of(place)
    laid = [gid for row in layer.rows for gid in row if gid]

    assert layer.facts.group == "ground"
    assert len(laid) >= 60
    tiles = [tile for gid in laid if (tile := level.tilesets.picture(gid)) is not None]
    assert len(tiles) == len(laid)
    assert {tile.cels[0].image.name for tile in tiles} == {f"{place}.png"}


@pytest.mark.parametrize("place", ["yard", "market", "river"])
def test_its_tiles_keep_to_the_rows_that_move_with_the_lane(place: str) -> None:
    _, layer = ground_of(place)

    assert {number for number, row in enumerate(layer.rows) if any(row)} <= LANE_ROWS
    assert layer.facts.parallax == 1.0
