"""Particles of a place: a source that is not near draws nothing."""

import pygame
import pytest

from game.view.canvas.lens import Lens
from game.view.place.spawners import BIRDS, STUFFS, Source, draw_source

US_PER_BEAT = 500_000


def source_of(what: str) -> Source:
    return Source(what, 300.0, 300.0, 120.0, 40.0, 6, 1.0, 1.0, 0.0, 64.0)


@pytest.mark.parametrize("what", [*STUFFS, *BIRDS])
def test_a_source_that_is_not_near_draws_nothing_and_one_in_view_is_near(what: str) -> None:
    source, dark = source_of(what), pygame.Surface((640, 360), 0, 32)
    assert source.is_near(Lens(0.0))
    far = [Lens(float(x)) for x in range(-1200, 1600, 20) if not source.is_near(Lens(float(x)))]
    assert far[0].x < -400.0 and far[-1].x > 1200.0
    for lens in far:
        for beat in (4.3, 7.9, 15.5):
            draw_source(dark, source, lens, beat, US_PER_BEAT)
    assert not pygame.surfarray.array2d(dark).any()
