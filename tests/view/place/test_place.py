"""A place's layers: some move by themselves, some are there only for a while."""

import pygame

from game.content.layers import Blend, LayerFacts
from game.view.canvas.composite_layers import WHOLE
from game.view.canvas.lens import VIEW_Y, Lens
from game.view.place.map_layers import Tile, TileLayer
from game.view.place.place import Place

RED = (200, 0, 0)
START_BEAT = 32.0


def red_columns(facts: LayerFacts, beat: float) -> list[int]:
    """Return the columns where a tile of four pixels at column 100 is seen at a beat of the song."""
    picture = pygame.Surface((4, 4), 0, 32)
    picture.fill(RED)
    layer = TileLayer(facts, (Tile(picture, 100, 200),))
    place = Place("alley", 0.0, 960.0, START_BEAT, [layer])
    target = pygame.Surface((640, 360), 0, 32)
    place.draw_layer(target, WHOLE, layer, (Lens(0.0), beat))
    return [x for x in range(640) if target.get_at((x, 200 - VIEW_Y))[:3] == RED]


def test_a_layer_drifts_so_many_pixels_a_beat() -> None:
    assert red_columns(LayerFacts("clouds", 1.0, drift=6.0), START_BEAT + 2) == [112, 113, 114, 115]


def test_a_layer_is_there_from_its_first_beat_to_its_last() -> None:
    facts = LayerFacts("lamps", 1.0, from_beat=4.0, to_beat=8.0)
    seen = [bool(red_columns(facts, START_BEAT + beat)) for beat in (3.9, 4.0, 7.9, 8.0)]
    assert seen == [False, True, True, False]


def test_a_multiplying_layer_darkens_and_its_holes_do_not() -> None:
    facts = LayerFacts("shade", 1.0, blend=Blend.MULTIPLY)
    picture = pygame.Surface((8, 4), pygame.SRCALPHA)
    picture.fill((128, 128, 128, 255), (0, 0, 4, 4))
    layer = TileLayer(facts, (Tile(picture, 100, 200),))
    target = pygame.Surface((640, 360), 0, 32)
    target.fill((200, 100, 50))
    layer.draw(target, WHOLE, Lens(0.0), 0.0)
    assert target.get_at((101, 200 - VIEW_Y))[:3] == (100, 50, 25)
    assert target.get_at((105, 200 - VIEW_Y))[:3] == (200, 100, 50)
