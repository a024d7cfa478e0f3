"""Things put down in a map: at their own pixels, moving with their plane, alive on the beat."""

import pygame
import pytest

from game.view.layers import LayerFacts
from game.view.lens import VIEW_Y, Lens
from game.view.prop_layer import MS_PER_BEAT, PropLayer, thing

RED, BLUE = (200, 0, 0), (0, 0, 200)


def patch(colour: tuple[int, int, int]) -> pygame.Surface:
    surface = pygame.Surface((4, 4), 0, 32)
    surface.fill(colour)
    return surface


def drawn(layer: PropLayer, lens: Lens, beat: float = 0.0) -> pygame.Surface:
    target = pygame.Surface((640, 360), 0, 32)
    layer.draw(target, lens, beat)
    return target


def test_a_thing_stands_at_its_own_pixel() -> None:
    layer = PropLayer(LayerFacts("things", 1.0), (thing((patch(RED),), (1,), (100, 200)),))
    target = drawn(layer, Lens(30.0))
    assert target.get_at((70, 200 - VIEW_Y))[:3] == RED
    assert target.get_at((69, 200 - VIEW_Y))[:3] == (0, 0, 0)


def test_a_thing_on_a_far_plane_moves_less() -> None:
    layer = PropLayer(LayerFacts("things", 0.5), (thing((patch(RED),), (1,), (100, 200)),))
    assert drawn(layer, Lens(30.0)).get_at((85, 200 - VIEW_Y))[:3] == RED


@pytest.mark.parametrize(("beat", "colour"), [(0.0, RED), (0.99, RED), (1.0, BLUE), (1.99, BLUE), (2.0, RED)])
def test_an_animated_thing_changes_on_the_beat(beat: float, colour: tuple[int, int, int]) -> None:
    frames = thing((patch(RED), patch(BLUE)), (MS_PER_BEAT, MS_PER_BEAT), (100, 200))
    layer = PropLayer(LayerFacts("things", 1.0), (frames,))
    assert drawn(layer, Lens(0.0), beat).get_at((100, 200 - VIEW_Y))[:3] == colour


def test_things_out_of_view_cost_nothing() -> None:
    layer = PropLayer(LayerFacts("things", 1.0), (thing((patch(RED),), (1,), (2000, 200)),))
    assert drawn(layer, Lens(0.0)).get_bounding_rect().size == (640, 360)
    assert not pygame.mask.from_threshold(drawn(layer, Lens(0.0)), RED, (1, 1, 1, 255)).count()
