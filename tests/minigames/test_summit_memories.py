import pygame
import pytest

from game.minigames.summit.clear_air import clear_air, far_haze
from game.minigames.summit.measures import MEMORY_ASIDE_PX, MEMORY_BEATS, PUFF_BEATS, QUALITY_STEPS
from game.minigames.summit.memory_cloud import draw_memory, opened, opening_of, remembered, window_of
from game.view.exercise.section_view import Memory

SCREEN = (640, 360)
LEAST_APART_PX = 140
SKY = (90, 170, 240)
FIGURES = {
    "a runner": pygame.Rect(174, 233, 60, 78),
    "a boxer in the gym": pygame.Rect(248, 160, 76, 171),
    "one who lies down": pygame.Rect(232, 156, 155, 96),
}
FISTS = pygame.Rect(284, 180, 72, 180)
URNS = (pygame.Rect(0, 208, 72, 152), pygame.Rect(568, 208, 72, 152))


def a_memory(
    quality: float = 1.0, color: tuple[int, int, int] = (200, 100, 100), figure: pygame.Rect = FIGURES["a runner"]
) -> Memory:
    picture = pygame.Surface(SCREEN, 0, 32)
    picture.fill(color)
    return Memory(picture, quality, figure)


def shown(memory: Memory, number: int, age: float) -> pygame.Surface:
    """Return a memory in a blue sky."""
    target = pygame.Surface(SCREEN, 0, 32)
    target.fill(SKY)
    draw_memory(target, memory, number, age)
    return target


def changed(target: pygame.Surface) -> pygame.Rect:
    """Return what is no longer sky."""
    left = pygame.mask.from_threshold(target, SKY, (1, 1, 1))
    left.invert()
    rects = left.get_bounding_rects()
    return rects[0].unionall(rects[1:]) if rects else pygame.Rect(0, 0, 0, 0)


@pytest.mark.parametrize("age", [0.1, 0.15, 0.5, 1.2])
def test_nothing_of_the_sky_is_seen_through_a_memory_while_its_cloud_opens(age: float) -> None:
    on_blue, memory = shown(a_memory(), 0, age), a_memory()
    on_black = pygame.Surface(SCREEN, 0, 32)
    draw_memory(on_black, memory, 0, age)
    solid = pygame.mask.from_threshold(on_black, (0, 0, 0), (1, 1, 1))
    solid.invert()
    for x in range(0, SCREEN[0], 3):
        for y in range(0, SCREEN[1], 3):
            if solid.get_at((x, y)):
                assert on_blue.get_at((x, y)) == on_black.get_at((x, y))


@pytest.mark.parametrize("number", [0, 1])
@pytest.mark.parametrize("quality", [0.0, 0.5, 1.0])
@pytest.mark.parametrize("who", FIGURES)
def test_the_remembered_fighter_is_whole_in_his_cloud(who: str, quality: float, number: int) -> None:
    figure = FIGURES[who]
    memory = a_memory(quality, (0, 0, 0), figure)
    memory.picture.fill((255, 0, 0), figure.inflate(-figure.width // 3, -6))
    opening = opening_of(memory, 1 if number else -1)
    seen = shown(memory, number, 0.6)
    window = window_of(memory, opening.size)
    across = opening.middle[0] - opening.size[0] // 2 - window.x
    down = opening.middle[1] - opening.size[1] // 2 - window.y

    inside = remembered(memory.picture, (*window.topleft, *window.size), opening.quality)
    body = inside.get_at((figure.centerx - window.x, figure.centery - window.y))
    assert window.contains(figure)
    for at in (figure.midtop[0], figure.top + 4), (figure.centerx, figure.bottom - 5), figure.center:
        assert seen.get_at((at[0] + across, at[1] + down)) == body


@pytest.mark.parametrize("number", range(10))
@pytest.mark.parametrize("quality", [0.0, 0.5, 1.0])
@pytest.mark.parametrize("who", FIGURES)
def test_nowhere_does_a_memory_touch_the_sky_without_cloud_between(who: str, quality: float, number: int) -> None:
    target = shown(a_memory(quality, figure=FIGURES[who]), number, 0.6)
    pixels = pygame.surfarray.array3d(target).astype(int)
    sky = (pixels == SKY).all(axis=2)
    seen = (pixels == pixels[opening_of(a_memory(figure=FIGURES[who]), 1 if number % 2 else -1).middle]).all(axis=2)

    assert seen.sum() > 2000
    assert not (seen[1:] & sky[:-1]).any() and not (seen[:-1] & sky[1:]).any()
    assert not (seen[:, 1:] & sky[:, :-1]).any() and not (seen[:, :-1] & sky[:, 1:]).any()


@pytest.mark.parametrize("number", [0, 1])
@pytest.mark.parametrize("who", FIGURES)
def test_a_memory_hangs_in_the_sky_well_away_from_him_and_the_tower_and_the_urns(who: str, number: int) -> None:
    memory = a_memory(figure=FIGURES[who])
    covered = changed(shown(memory, number, 0.6))
    side = 1 if number else -1
    opening = opening_of(memory, side)
    window = window_of(memory, opening.size)
    his_middle = opening.middle[0] + memory.figure.centerx - window.centerx
    seen = pygame.Rect((0, 0), opening.size)
    seen.center = opening.middle

    assert abs(his_middle - 320) >= LEAST_APART_PX
    assert MEMORY_ASIDE_PX >= LEAST_APART_PX
    assert covered.width > 200 and not covered.colliderect(FISTS)
    assert all(not seen.colliderect(urn) for urn in URNS), "only the cloud's foot may go behind one"


def test_one_memory_closes_while_the_next_one_opens_and_both_are_whole_at_no_time() -> None:
    for share in (0.0, 0.25, 0.5, 0.75, 1.0):
        coming, going = opened(share * PUFF_BEATS), opened(MEMORY_BEATS + share * PUFF_BEATS)
        assert coming + going == pytest.approx(1.0), "the light of the whole picture stays even"
    assert opened(0.0) == 0 and opened(MEMORY_BEATS + PUFF_BEATS) == 0
    assert opened(PUFF_BEATS) == opened(MEMORY_BEATS) == 1.0


def test_a_section_in_which_nothing_was_hit_is_a_smaller_memory_without_color_in_a_greyer_cloud() -> None:
    missed, clean = (shown(a_memory(quality), 0, 0.6) for quality in (0.0, 1.0))
    middle = opening_of(a_memory(), -1).middle

    red, green, blue, _ = missed.get_at(middle)
    assert max(red, green, blue) - min(red, green, blue) < 30
    assert clean.get_at(middle)[0] > clean.get_at(middle)[1] + 30
    area = [changed(it).width * changed(it).height for it in (missed, clean)]
    assert area[0] < 0.6 * area[1]
    lightest = [
        max(it.get_at((x, y))[0] for x in range(20, 240, 2) for y in range(20, 190, 2)) for it in (missed, clean)
    ]
    assert lightest[0] < 225 < 250 < lightest[1]


def test_a_dark_room_is_remembered_in_more_light_than_it_had() -> None:
    assert remembered(a_memory(color=(20, 20, 20)).picture, (100, 100, 200, 150), QUALITY_STEPS).get_at((9, 9))[0] > 40


def test_a_cast_of_color_is_partly_taken_out_of_a_memory() -> None:
    red, green, _, _ = remembered(a_memory().picture, (100, 100, 200, 150), QUALITY_STEPS).get_at((9, 9))
    assert 30 < red - green < 90


def test_clear_air_draws_dark_and_light_apart_and_leaves_white_as_it_is() -> None:
    target = pygame.Surface((3, 1), 0, 32)
    for column, color in enumerate(((255, 255, 255), (60, 150, 230), (40, 40, 44))):
        target.set_at((column, 0), color)

    clear_air(target, 0.0)
    assert target.get_at((1, 0))[:3] == (60, 150, 230)
    clear_air(target, 1.0)

    white, sky, dark = (target.get_at((column, 0)) for column in range(3))
    assert white[:3] == (255, 255, 255) and sky[2] - sky[0] > 170 and dark[0] < 40


def test_haze_pales_the_sky_and_lightens_what_is_dark() -> None:
    target = pygame.Surface((2, 1), 0, 32)
    for column, color in enumerate(((60, 150, 230), (40, 40, 44))):
        target.set_at((column, 0), color)

    far_haze(target, 1.0)

    sky, dark = (target.get_at((column, 0)) for column in range(2))
    assert sky[2] - sky[0] < 160 and dark[0] > 50
