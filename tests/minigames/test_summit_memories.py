import pygame
import pytest

from game.minigames.summit.measures import MEMORY_ASIDE_PX, MEMORY_PX
from game.minigames.summit.memory_window import draw_memory, memory_window
from game.view.exercise.section_view import Memory

SCREEN = (640, 360)
LEAST_APART_PX = 140


def a_memory(quality: float = 1.0) -> Memory:
    picture = pygame.Surface(SCREEN, 0, 32)
    picture.fill((200, 40, 40))
    return Memory(picture, quality, 256.0)


def test_a_memory_is_opaque_in_its_middle_and_gone_at_its_edges() -> None:
    window = memory_window(a_memory())

    assert window.get_at((MEMORY_PX[0] // 2, MEMORY_PX[1] // 2))[3] == 255
    assert max(window.get_at((x, y))[3] for x in (0, MEMORY_PX[0] - 1) for y in (0, 100)) == 0


@pytest.mark.parametrize("beat", [0.5, 1.5])
def test_a_memory_lies_well_away_from_him_and_changes_sides(beat: float) -> None:
    target = pygame.Surface(SCREEN, 0, 32)
    draw_memory(target, a_memory(), int(beat), 1.0)

    side = 1 if beat > 1 else -1
    assert MEMORY_ASIDE_PX >= LEAST_APART_PX
    assert target.get_at((320 + side * MEMORY_ASIDE_PX, 118))[0] == 200
    assert target.get_at((320 - side * MEMORY_ASIDE_PX, 118))[0] == 0


def test_a_section_in_which_nothing_was_hit_is_a_fainter_memory() -> None:
    target = pygame.Surface(SCREEN, 0, 32)
    draw_memory(target, a_memory(quality=0.0), 0, 1.0)

    assert 60 < target.get_at((320 - MEMORY_ASIDE_PX, 118))[0] < 100
