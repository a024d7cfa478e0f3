import pygame
import pytest

from game.minigames.summit.clear_air import clear_air
from game.minigames.summit.measures import IRIS_BEATS, IRIS_STEPS, MEMORY_ASIDE_PX, MEMORY_BEATS, MEMORY_PX
from game.minigames.summit.memory_window import draw_memory, memory_window, opened
from game.view.exercise.section_view import Memory

SCREEN = (640, 360)
LEAST_APART_PX = 140
MIDDLE = (MEMORY_PX[0] // 2, MEMORY_PX[1] // 2)


def a_memory(quality: float = 1.0, color: tuple[int, int, int] = (200, 100, 100)) -> Memory:
    picture = pygame.Surface(SCREEN, 0, 32)
    picture.fill(color)
    return Memory(picture, quality, 256.0)


@pytest.mark.parametrize("step", [6, 12, IRIS_STEPS])
def test_nothing_is_seen_through_a_memory_at_any_size_of_its_iris(step: int) -> None:
    alpha = pygame.surfarray.array_alpha(memory_window(a_memory(), step))

    between = ((alpha > 8) & (alpha < 247)).sum()
    assert alpha[MIDDLE] == 255 and between < 0.02 * (alpha == 255).sum() + 400, "only a line of one pixel is between"
    assert alpha[0, 0] == 0


@pytest.mark.parametrize("beat", [0.5, 1.5])
def test_a_memory_lies_well_away_from_him_and_changes_sides(beat: float) -> None:
    target = pygame.Surface(SCREEN, 0, 32)
    draw_memory(target, a_memory(), int(beat), 0.5)

    side = 1 if beat > 1 else -1
    assert MEMORY_ASIDE_PX >= LEAST_APART_PX
    assert target.get_at((320 + side * MEMORY_ASIDE_PX, 118))[0] == 200
    assert target.get_at((320 - side * MEMORY_ASIDE_PX, 118))[0] == 0
    assert target.get_at((320, 118))[0] == 0, "the tower between them stays free"


def test_one_memory_closes_while_the_next_one_opens_and_both_are_whole_at_no_time() -> None:
    for share in (0.0, 0.25, 0.5, 0.75, 1.0):
        coming, going = opened(share * IRIS_BEATS), opened(MEMORY_BEATS + share * IRIS_BEATS)
        assert abs(coming + going - IRIS_STEPS) <= 1, "the light of the whole picture stays even"
    assert opened(0.0) == 0 and opened(MEMORY_BEATS + IRIS_BEATS) == 0
    assert opened(IRIS_BEATS) == opened(MEMORY_BEATS) == IRIS_STEPS


def test_a_section_in_which_nothing_was_hit_is_a_smaller_memory_without_color() -> None:
    missed, clean = memory_window(a_memory(quality=0.0), IRIS_STEPS), memory_window(a_memory(), IRIS_STEPS)

    red, green, blue, _ = missed.get_at(MIDDLE)
    assert red == green == blue and clean.get_at(MIDDLE)[0] - clean.get_at(MIDDLE)[1] == 100
    solid = [int((pygame.surfarray.array_alpha(it) == 255).sum()) for it in (missed, clean)]
    assert solid[0] < 0.5 * solid[1]


def test_a_dark_room_is_remembered_in_more_light_than_it_had() -> None:
    assert memory_window(a_memory(color=(20, 20, 20)), IRIS_STEPS).get_at(MIDDLE)[0] > 40


def test_clear_air_draws_dark_and_light_apart_and_leaves_white_as_it_is() -> None:
    target = pygame.Surface((3, 1), 0, 32)
    for column, color in enumerate(((255, 255, 255), (60, 150, 230), (40, 40, 44))):
        target.set_at((column, 0), color)

    clear_air(target, 0.0)
    assert target.get_at((1, 0))[:3] == (60, 150, 230)
    clear_air(target, 1.0)

    white, sky, dark = (target.get_at((column, 0)) for column in range(3))
    assert white[:3] == (255, 255, 255) and sky[2] - sky[0] > 170 and dark[0] < 40
