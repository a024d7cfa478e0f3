"""What passes before the lens at a door."""

from pathlib import Path

import numpy as np
import numpy.typing as npt
import pygame
import pytest

from game.content.look import Doorway
from game.sim.chart import Chart
from game.storage.paths import assets_dir
from game.view.canvas.lens import HEIGHT, WIDTH
from game.view.figure.sprite_sheet import Sheets
from game.view.stage.doors import DOOR_BEATS, GLARE_BEATS, PASSING, door_at, glare_at, passing_picture
from game.view.stage.seams import DOOR_PX
from tests.view.conftest import Screening

SOLID = 0.95
"""Least opacity of what passes, on average over the picture, where the places change."""


def opacity(kind: Doorway) -> npt.NDArray[np.float64]:
    """Return how much of what is behind each pixel of the passing picture hides, 0 to 1, by column and row."""
    picture = passing_picture(Sheets((assets_dir(),)), kind)
    assert picture is not None
    drawn = pygame.Surface(picture.get_size(), pygame.SRCALPHA, 32)
    drawn.blit(picture, (0, 0))
    return np.asarray(pygame.surfarray.array_alpha(drawn) / 255)


@pytest.mark.parametrize("kind", list(PASSING))
def test_what_passes_covers_the_picture_where_the_places_change(kind: Doorway) -> None:
    left = door_at(0.0)
    assert left is not None
    assert np.mean(opacity(kind)[round(-left) : round(-left) + WIDTH]) > SOLID


@pytest.mark.parametrize("kind", list(PASSING))
def test_what_passes_is_as_wide_as_the_door_and_as_high_as_the_picture(kind: Doorway) -> None:
    picture = passing_picture(Sheets((assets_dir(),)), kind)
    assert picture is not None and picture.get_size() == (DOOR_PX, HEIGHT)


def test_one_sees_the_room_through_the_first_strips_of_the_curtain() -> None:
    covers = opacity(Doorway.STRIPS)
    assert np.mean(covers[: DOOR_PX // 12]) < 0.8, "the first strips hide the room"


def test_without_a_picture_of_its_own_a_wall_passes(tmp_path: Path) -> None:
    assert passing_picture(Sheets((tmp_path,)), Doorway.BEEF) is None


def test_light_is_strongest_at_the_seam_and_gone_before_the_next_beat() -> None:
    rise, fall = GLARE_BEATS[Doorway.LIGHT]
    levels = [glare_at(Doorway.LIGHT, beats) for beats in (-rise, -rise / 2, 0.0, fall / 2, fall)]
    assert levels[0] == levels[-1] == 0.0 and max(levels) == levels[2] == 1.0
    assert fall < 1.0


def test_the_room_after_a_curtain_is_not_lit_before_it_opens() -> None:
    assert glare_at(Doorway.STRIPS, -DOOR_BEATS / 2) == 0.0 < glare_at(Doorway.STRIPS, 0.1)


def test_no_picture_around_a_door_is_dark_all_over(screening: Screening, chart: Chart) -> None:
    entered = [section.start_us for section in chart.sections if section.id in ("speed_bag", "meat", "river")]
    assert len(entered) == 3
    for seam_us in entered:
        for offset_us in range(-200_000, 200_001, 50_000):
            shown = pygame.surfarray.array3d(screening.look(seam_us + offset_us))[:, : HEIGHT - 40]
            assert np.percentile(shown, 95) > 40, f"{offset_us} us from the seam at {seam_us} us"
