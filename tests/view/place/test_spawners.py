"""Particles of a place: whether a source shows anything is known before it is drawn."""

import pygame
import pytest

from game.view.canvas.lens import Lens
from game.view.place.spawners import BIRDS, STUFFS, Source, draw_source

US_PER_BEAT = 500_000


def source_of(what: str) -> Source:
    return Source(what, 300.0, 300.0, 120.0, 40.0, 6, 1.0, 1.0, 0.0, 64.0)


@pytest.mark.parametrize("what", [*STUFFS, *BIRDS])
def test_a_source_that_may_show_nothing_draws_nothing(what: str) -> None:
    source, shown, hidden = source_of(what), 0, 0
    for x in range(-1200, 1600, 25):
        for beat in (4.3, 7.9, 15.5):
            dark = pygame.Surface((640, 360), 0, 32)
            area = draw_source(dark, source, Lens(float(x), 0.0, 0.0, 0.4, -0.4), beat, US_PER_BEAT)
            drawn = pygame.surfarray.array2d(dark).any()
            dark.fill((0, 0, 0), area)
            assert not pygame.surfarray.array2d(dark).any(), "all that is drawn lies where it is said to"
            may = source.may_show(Lens(float(x)), beat, US_PER_BEAT)
            assert may or not drawn
            shown, hidden = shown + may, hidden + (not may)
    assert shown and hidden
