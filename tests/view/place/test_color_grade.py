"""A grade's tint colors the lights and its lift the shadows, and the lift alone is seen in black."""

from itertools import pairwise

import numpy as np
import pygame

from game.content.look import ColorGrade
from game.view.place.color_grade import draw_grade, mixed
from game.view.stage.shots import RoomShot
from tests.levels.montage import world
from tests.view.conftest import Screening


def printed(card: tuple[int, int, int], color_grade: ColorGrade, warmth: float = 3.0) -> tuple[int, int, int]:
    """Return a card's color as it is printed."""
    surface = pygame.Surface((4, 4), 0, 32)
    surface.fill(card)
    draw_grade(surface, color_grade, warmth)
    red, green, blue, _ = surface.get_at((1, 1))
    return red, green, blue


def test_black_takes_the_lift_and_without_one_stays_black() -> None:
    assert printed((0, 0, 0), ColorGrade(lift=(3, 13, 36))) == (3, 13, 36)
    assert printed((0, 0, 0), ColorGrade()) == (0, 0, 0)


def test_the_lift_is_added_over_the_tint_of_any_form() -> None:
    tinted, lifted = ColorGrade(cool=(100, 100, 100)), ColorGrade(cool=(100, 100, 100), lift=(0, 0, 30))
    for warmth in (0.0, 1.5, 3.0):
        red, green, blue = printed((200, 200, 200), tinted, warmth)
        assert printed((200, 200, 200), lifted, warmth) == (red, green, blue + 30)


def test_under_the_shafts_and_the_hot_lamp_lights_are_warm_and_shadows_are_blue() -> None:
    look = next(level.look for level in world().levels if level.id == "gym")
    for section in ("heavy_bag", "push_ups"):
        grade = look.grade_of(section)
        light, shadow = printed((210, 210, 210), grade), printed((14, 12, 10), grade)
        assert light[0] > light[2] + 20
        assert shadow[2] > shadow[0] + 15


def test_in_a_glide_of_the_gym_one_grade_passes_over_into_the_next(screening: Screening) -> None:
    room = next(shot for shot in screening.stage.shots if isinstance(shot, RoomShot) and len(shot.sections) > 1)
    for (begin_us, end_us), (before, after) in zip(room.glides, pairwise(room.sections), strict=True):
        grades = [room.grade_at(time_us) for time_us in range(begin_us, end_us + 1, (end_us - begin_us) // 60)]
        lights = np.array([(grade.warm, grade.cool, grade.lift) for grade, _ in grades])
        assert (grades[0], grades[-1]) == ((before.place.color_grade, 1.0), (after.place.color_grade, 1.0))
        assert np.abs(np.diff(lights, axis=0)).max() <= 8
        assert min(share for _, share in grades) < 0.1


def test_between_two_places_of_one_light_the_picture_is_a_fifth_darker() -> None:
    sunny = ColorGrade(cool=(200, 200, 200), warm=(250, 240, 220))
    assert mixed(sunny, sunny, 0.0) == mixed(sunny, sunny, 1.0) == sunny
    assert mixed(sunny, sunny, 0.5).warm == (200, 192, 176)


def test_the_hot_lamp_is_cold_on_a_poor_run() -> None:
    look = next(level.look for level in world().levels if level.id == "gym")
    red, _, blue = printed((210, 190, 170), look.grade_of("push_ups"), 0.0)
    assert blue > red
