import pygame
import pytest

from game.content.look import Shadow
from game.view.figure.cast_shadow import FEET_PX, STRENGTH_STEPS, laid_down

COLOR = (10, 10, 20)
STANDING_PX = 80


@pytest.fixture
def body() -> pygame.Surface:
    """Return a bar of ten columns, as high as a body."""
    picture = pygame.Surface((30, STANDING_PX), pygame.SRCALPHA, 32)
    picture.fill((200, 120, 80, 255), (10, 0, 10, STANDING_PX))
    return picture


def middle_and_alpha(shadow: pygame.Surface, row: int) -> tuple[float, int]:
    """Return the middle column of a row of a shadow, weighed by its alpha, and its highest alpha."""
    alphas = [shadow.get_at((x, row))[3] for x in range(shadow.get_width())]
    return sum(x * alpha for x, alpha in enumerate(alphas)) / sum(alphas), max(alphas)


@pytest.mark.parametrize("lean", [-1.0, 0.5])
def test_a_shadow_leans_away_from_the_sun_and_thins_out_towards_its_end(body: pygame.Surface, lean: float) -> None:
    shadow = laid_down(body, (STANDING_PX, Shadow(lean, 0.5, 0.8)), (COLOR, STRENGTH_STEPS))

    (feet, dark), (head, pale) = middle_and_alpha(shadow, FEET_PX), middle_and_alpha(shadow, 38)
    assert shadow.get_height() == STANDING_PX // 2
    assert head - feet == pytest.approx(lean * (38 - FEET_PX), abs=2.5)
    assert dark > 110 and pale < 70


def test_less_sun_makes_a_fainter_shadow(body: pygame.Surface) -> None:
    facts = Shadow(0.0, 0.5, 0.8)
    full, half = (
        laid_down(body, (STANDING_PX, facts), (COLOR, step)) for step in (STRENGTH_STEPS, STRENGTH_STEPS // 2)
    )

    assert middle_and_alpha(half, FEET_PX)[1] == pytest.approx(middle_and_alpha(full, FEET_PX)[1] / 2, abs=3)
