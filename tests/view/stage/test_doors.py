"""What passes before the lens at a door, and between two stations of a room."""

from itertools import pairwise

import numpy as np
import pygame
import pytest

from game.content.look import NEUTRAL, Doorway
from game.sim.chart import Chart
from game.view.canvas.lens import HEIGHT, WIDTH
from game.view.stage.doors import DOOR_BEATS, GLARE_BEATS, curtain, door_at, glare_at, sides_of_beef
from game.view.stage.passing import THINGS, thing
from tests.view.conftest import Screening

SOLID = 0.97
"""Share of the picture that is covered where the places change."""


@pytest.mark.parametrize("made", [sides_of_beef, curtain])
def test_what_passes_covers_the_picture_where_the_places_change(made) -> None:  # type: ignore[no-untyped-def]
    left = door_at(0.0)
    assert left is not None
    picture = pygame.surfarray.array_alpha(made(NEUTRAL.dark, NEUTRAL.edge))
    assert np.mean(picture[round(-left) : round(-left) + WIDTH] > 0) > SOLID


def test_light_is_strongest_at_the_seam_and_gone_before_the_next_beat() -> None:
    rise, fall = GLARE_BEATS[Doorway.LIGHT]
    levels = [glare_at(Doorway.LIGHT, beats) for beats in (-rise, -rise / 2, 0.0, fall / 2, fall)]
    assert levels[0] == levels[-1] == 0.0 and max(levels) == levels[2] == 1.0
    assert fall < 1.0


def test_the_room_after_a_curtain_is_not_lit_before_it_opens() -> None:
    assert glare_at(Doorway.STRIPS, -DOOR_BEATS / 2) == 0.0 < glare_at(Doorway.STRIPS, 0.1)


def test_no_two_things_that_pass_are_alike() -> None:
    pictures = [pygame.surfarray.array3d(thing(number, NEUTRAL.dark, NEUTRAL.edge)) for number in range(len(THINGS))]
    assert all(not np.array_equal(one, other) for one, other in pairwise(pictures))


def test_no_picture_around_a_door_is_dark_all_over(screening: Screening, chart: Chart) -> None:
    entered = [section.start_us for section in chart.sections if section.id in ("speed_bag", "meat", "river")]
    assert len(entered) == 3
    for seam_us in entered:
        for offset_us in range(-200_000, 200_001, 50_000):
            shown = pygame.surfarray.array3d(screening.look(seam_us + offset_us))[:, : HEIGHT - 40]
            assert np.percentile(shown, 95) > 40, f"{offset_us} us from the seam at {seam_us} us"
