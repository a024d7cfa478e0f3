"""Each glow of the gym lies where its bulb is painted: on the plane that the bulb hangs on, at its column there."""

import pygame
import pytest

from game.storage.paths import assets_dir
from game.view.canvas.light import Lamp
from game.view.canvas.pictures import load_picture
from game.view.place.backdrop import read_backdrop

GYM = read_backdrop(assets_dir() / "backdrops" / "gym")
NEAR_PX = 8
"""Distance from the middle of its glow within which a bulb shines, px."""


@pytest.mark.parametrize("lamp", GYM.lamps, ids=lambda lamp: f"at {lamp.x:.0f}")
def test_a_bulb_shines_in_the_middle_of_its_glow(lamp: Lamp) -> None:
    image, facts = next(entry for entry in GYM.layers if entry[1].parallax == lamp.parallax)
    picture = load_picture(GYM.folder / image)
    around = pygame.Rect(0, 0, 2 * NEAR_PX, 2 * NEAR_PX)
    around.center = (round(lamp.x - facts.x), round(lamp.row - facts.y))
    shown = pygame.Surface(around.size, 0, 32)
    shown.blit(picture, (0, 0), around)

    assert (pygame.surfarray.array3d(shown).min(axis=2) > 180).sum() > 20
