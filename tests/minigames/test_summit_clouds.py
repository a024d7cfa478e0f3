"""The clouds of the summit's memories: heaped on top and towards the sun, flat below, and no two alike."""

from math import atan2, hypot

import pygame
import pytest

from game.minigames.summit.cloud_layout import Figure, Hollow, layout_of
from game.minigames.summit.cloud_puffs import Cloud, _indices_of, picture_of
from game.minigames.summit.measures import (
    BASE_PX,
    LIGHT_STEPS,
    MOST_ACROSS_PX,
    PUFF_PX,
    PUFF_REACH,
    QUALITY_STEPS,
    RING_STEPS,
    ROUNDEST,
    SQUAREST,
)

SIZE = (180, 124)
RUNNER = ((-42, -26, 42, 52),)
BOXER = ((-48, -86, 70, 86),)
BOXER_BY_BANDS = ((-16, -86, 16, -60), (-20, -60, 70, -30), (-24, -30, 20, 20), (-60, 20, 52, 86))
SEEDS = range(10)


def bytes_of(seed: int) -> bytes:
    """Return the pixels of an open cloud."""
    return pygame.image.tobytes(picture_of(Cloud(SIZE, seed, RUNNER, QUALITY_STEPS), RING_STEPS, LIGHT_STEPS), "RGB")


def test_each_memory_has_a_cloud_of_its_own_and_the_same_every_time() -> None:
    first = [bytes_of(seed) for seed in SEEDS]
    for kept in (picture_of, _indices_of, layout_of):
        kept.cache_clear()

    assert len(set(first)) == len(SEEDS)
    assert [bytes_of(seed) for seed in SEEDS] == first


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize(("size", "figure"), [(SIZE, RUNNER), ((180, 191), BOXER), ((180, 191), BOXER_BY_BANDS)])
def test_no_puff_covers_the_fighter_or_hangs_out_at_his_fists(size: tuple[int, int], figure: Figure, seed: int) -> None:
    hollow = Hollow((size[0] / 2, size[1] / 2), figure)
    for puff in layout_of(size, seed, figure):
        outside = min(
            max(left - puff.x, puff.x - right, top - puff.y, puff.y - bottom) for left, top, right, bottom in figure
        )
        on_the_rim = puff.radius == PUFF_PX[0] and hypot(puff.x, puff.y) > hypot(*hollow.edge(atan2(puff.y, puff.x)))
        assert outside > 0.6 * puff.radius or on_the_rim
        assert abs(puff.x) + puff.radius <= MOST_ACROSS_PX + 3


@pytest.mark.parametrize("seed", SEEDS)
def test_a_cloud_is_heaped_on_top_and_flat_below(seed: int) -> None:
    puffs = layout_of(SIZE, seed, RUNNER)
    over = -min(puff.y - puff.radius for puff in puffs) - SIZE[1] / 2
    under = [puff.y + puff.radius - SIZE[1] / 2 for puff in puffs if puff.y > SIZE[1] / 2]

    assert over > 1.5 * max(under)
    assert max(under) <= BASE_PX[1] + 3
    assert max(puff.radius for puff in puffs) > 3 * min(puff.radius for puff in puffs)


def test_the_sun_s_side_of_a_cloud_is_lit_and_its_foot_is_shaded() -> None:
    puffs = [puff for seed in SEEDS for puff in layout_of(SIZE, seed, RUNNER)]
    sunny = [puff.shaded for puff in puffs if puff.x > 0 and puff.y < -SIZE[1] / 2]
    foot = [puff.shaded for puff in puffs if puff.x < 0 and puff.y > SIZE[1] / 2]

    assert sum(sunny) / len(sunny) < 0.4 and sum(foot) / len(foot) > 1.6


@pytest.mark.parametrize("seed", SEEDS)
def test_lobes_of_several_sizes_bite_into_the_opening(seed: int) -> None:
    hollow = Hollow((SIZE[0] / 2, SIZE[1] / 2), RUNNER)
    corners = [hollow.edge(angle) for angle in (-0.6, 0.6, 2.5, 3.7)]
    puffs = layout_of(SIZE, seed, RUNNER)
    bites = [
        max(PUFF_REACH * puff.radius - ((0.8 * x - puff.x) ** 2 + (0.8 * y - puff.y) ** 2) ** 0.5 for puff in puffs)
        for x, y in corners
    ]

    assert sum(bite > 0 for bite in bites) >= 2
    assert max(bites) - min(bites) > 3.0


def test_an_opening_is_as_round_as_the_fighter_in_it_allows() -> None:
    box, bands, nobody = (Hollow((90, 96), figure).power for figure in (BOXER, BOXER_BY_BANDS, ((0, 0, 0, 0),)))

    assert nobody == ROUNDEST < bands < box <= SQUAREST
