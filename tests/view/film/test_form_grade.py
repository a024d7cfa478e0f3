"""What form does to the print: pale, grained and closed in when it is poor; open and warm when it is great."""

from itertools import pairwise

import numpy as np
import pygame
import pytest

from game.view.film.form_grade import (
    GLOW_AT,
    GLOW_REACH,
    GLOW_STEPS,
    bars_px,
    coarse_grain,
    develop,
    glow_sheet,
    unrest,
)
from tests.levels.montage import world

POOR, GREAT = 0.0, 3.0
GRADES = {
    f"{level.id} {section.id}": level.look.grade_of(section.id)
    for level in world().levels
    for section in level.sections
}


Card = tuple[int, int, int]
ORANGE: Card = (150, 90, 50)
GREY: Card = (97, 97, 97)


def printed(
    warmth: float, place: str = "gym speed_bag", card: Card = ORANGE
) -> "np.ndarray[tuple[int, ...], np.dtype[np.int64]]":
    """Return a card as it is printed in a place's tone."""
    surface = pygame.Surface((640, 360), 0, 32)
    surface.fill(card)
    develop(surface, GRADES[place], warmth)
    return pygame.surfarray.array3d(surface).astype(np.int64)


def color_left(warmth: float, place: str) -> float:
    """Return how far an orange and a grey card lie apart as they are printed, whatever color the place's light has."""
    return float(np.ptp(printed(warmth, place)[320, 180] - printed(warmth, place, GREY)[320, 180]))


@pytest.mark.parametrize("place", sorted(GRADES))
def test_a_poor_print_has_lost_color_and_a_great_one_is_brighter(place: str) -> None:
    assert color_left(POOR, place) < 0.7 * color_left(GREAT, place)
    assert printed(GREAT, place)[320, 80, 0] > printed(POOR, place)[320, 80, 0]


def test_a_poor_print_is_closed_in_at_its_corners() -> None:
    poor, great = printed(POOR), printed(GREAT)
    assert poor[0, 0].sum() / poor[320, 180].sum() < great[0, 0].sum() / great[320, 180].sum()


def test_bars_open_and_the_hand_is_steadied_as_form_rises() -> None:
    warmths = [0.0, 1.0, 2.0, 3.0]
    bars, hands = [bars_px(warmth) for warmth in warmths], [unrest(warmth) for warmth in warmths]
    assert bars == sorted(bars, reverse=True) and bars[0] > 0 > bars[-1]
    assert hands == sorted(hands, reverse=True) and hands[0] > 4 * hands[-1]


def test_a_poor_print_is_grained_twice() -> None:
    def roughness(warmth: float) -> float:
        card = pygame.Surface((640, 360), 0, 32)
        card.fill((120, 120, 120))
        coarse_grain(card, 1_000_000, warmth)
        return float(pygame.surfarray.array3d(card).astype(int).std())

    assert roughness(POOR) > 1.2 * roughness(GREAT)


def test_nothing_jumps_between_two_warmths() -> None:
    steps = [printed(warmth / 20) for warmth in range(61)]
    assert max(np.abs(after - before).max() for before, after in pairwise(steps)) <= 14


@pytest.mark.parametrize(("color", "step"), [((70, 41, 12), 1), ((3, 90, 255), 4), ((120, 0, 61), GLOW_STEPS)])
def test_the_light_of_a_great_run_falls_off_from_its_middle_in_the_proportions_of_its_color(
    color: Card, step: int
) -> None:
    light = pygame.surfarray.array3d(glow_sheet(color, step)).astype(float)
    row, column = round(360 * GLOW_AT[1]), round(640 * GLOW_AT[0])
    away = np.hypot((np.arange(640) / 640 - GLOW_AT[0])[:, None] / GLOW_REACH[0], 0.0)
    wanted = np.clip(1.0 - away, 0.0, 1.0) ** 1.4 * np.array(color) * step / GLOW_STEPS
    assert light[column, row] == pytest.approx(np.array(color) * step / GLOW_STEPS, abs=1.0)
    assert np.abs(light[:, row] - wanted).max() <= 1.0
