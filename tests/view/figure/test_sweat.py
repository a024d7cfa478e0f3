"""As he warms his skin shines: not before, more and more, and only inside its lit patches."""

import pygame
import pytest

from game.timing.units import US_PER_SECOND
from game.view.figure.actor import wet
from game.view.figure.sprite_sheet import Sheet
from game.view.figure.sweat import WARM_FROM_US, WET_SLOT, glistening, sweat_at

LIGHT, HOT, CLOTH = 1, 2, 3


@pytest.fixture
def picture() -> pygame.Surface:
    """Return cloth with a square of lit skin, eleven pixels wide, in its middle."""
    made = pygame.Surface((21, 21), 0, 8)
    made.set_palette([(0, 0, 0), (200, 140, 100), (240, 200, 150), (60, 60, 80)] + [(0, 0, 0)] * 252)
    made.fill(CLOTH)
    made.fill(LIGHT, (5, 5, 11, 11))
    made.set_colorkey(0)
    return made


def shining(picture: pygame.Surface) -> int:
    return int((pygame.surfarray.array2d(picture) == WET_SLOT).sum())


def test_he_sets_out_dry_and_is_wet_through_by_the_push_ups() -> None:
    assert sweat_at(0) == 0
    assert [sweat_at(from_us) for from_us in WARM_FROM_US] == [1, 2, 3]
    assert sweat_at(190 * US_PER_SECOND) == 3


def test_the_wetter_he_is_the_wider_it_shines(picture: pygame.Surface) -> None:
    wide = [shining(glistening(picture, (LIGHT, HOT), deep)) for deep in (3, 2, 1)]
    assert wide == [25, 49, 81]


def test_cloth_does_not_shine_and_what_is_empty_stays_so(picture: pygame.Surface) -> None:
    shone = glistening(picture, (LIGHT, HOT), 1)
    assert shone.get_at_mapped((2, 2)) == CLOTH
    assert shone.get_colorkey() == picture.get_colorkey()


def test_wet_skin_is_brighter_than_dry(picture: pygame.Surface) -> None:
    shone = glistening(picture, (LIGHT, HOT), 1)
    assert sum(shone.get_at((10, 10))[:3]) > sum(picture.get_at((10, 10))[:3])


def test_a_sheet_that_does_not_tell_its_skin_stays_dry(picture: pygame.Surface) -> None:
    assert wet(Sheet("x", 50.0, (), {}), picture, 3) is picture
    assert wet(Sheet("x", 50.0, (), {}, {"skin": [LIGHT, HOT]}), picture, 0) is picture
    assert wet(Sheet("x", 50.0, (), {}, {"skin": [LIGHT, HOT]}), picture, 3) is not picture
