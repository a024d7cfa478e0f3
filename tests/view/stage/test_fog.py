"""The air behind the fighter, and the light that he is in."""

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import numpy as np
import pygame
import pytest

from game.content.look import ColorGrade, Mist
from game.view.canvas.easing import smoother, smoother_of
from game.view.canvas.event_log import EventLog
from game.view.canvas.lens import HEIGHT, WIDTH, Lens
from game.view.canvas.light import Sun, draw_sun
from game.view.canvas.options import ViewOptions
from game.view.figure.actor import Actors
from game.view.figure.performer import Now
from game.view.figure.sprite_sheet import Sheets
from game.view.film.draw_context import DrawContext
from game.view.stage.fog import (
    BANK_END_PX,
    BANK_FEATHER_PX,
    LOST_IN_SHADE,
    air_at,
    draw_mist,
    sunlit_share,
    thickness_of,
)
from tests import shipped

FEET, SCALE, MIDDLE_ROW = 321.0, 50.0, 270
FOOT_ROWS = 20


@pytest.fixture
def context(tmp_path: Path) -> DrawContext:
    """Return a black picture under a lens at the place's first pixel."""
    target = pygame.Surface((WIDTH, HEIGHT), 0, 32)
    return DrawContext(
        target, Lens(0.0), Now(0, 0.0, 500_000, "loose"), EventLog(), Actors(Sheets((tmp_path,))), ViewOptions()
    )


def test_a_bank_that_ends_is_whole_before_and_gone_behind(context: DrawContext) -> None:
    draw_mist(context, Mist((200, 200, 200), 0.8, ends=BANK_END_PX + 160.0), FEET, SCALE)

    assert context.target.get_at((80, MIDDLE_ROW))[0] > 100
    assert context.target.get_at((600, MIDDLE_ROW))[0] == 0


def test_a_bank_without_an_end_lies_all_along_the_lane(context: DrawContext) -> None:
    draw_mist(context, Mist((200, 200, 200), 0.8), FEET, SCALE)

    assert min(context.target.get_at((x, MIDDLE_ROW))[0] for x in (80, 320, 600)) > 50


def test_a_bank_that_begins_is_thin_at_first(context: DrawContext) -> None:
    draw_mist(context, Mist((200, 200, 200), 0.8, begins=0.0), FEET, SCALE)

    reds = [context.target.get_at((x, MIDDLE_ROW))[0] for x in range(4, 400, 8)]
    assert reds[0] == 0 and reds[-1] > 100
    assert max(abs(after - before) for before, after in pairwise(reds)) < 30


def test_a_bank_has_no_upper_edge() -> None:
    thick = thickness_of(3.0, SCALE).mean(axis=0)

    assert thick[0] == 0.0
    assert max(np.diff(thick[:-FOOT_ROWS])) < 0.03
    assert (thick[:-FOOT_ROWS] < 0.9 * thick.max()).sum() >= BANK_FEATHER_PX * 0.6


@pytest.mark.parametrize(("before", "after"), [("yard", "market"), ("market", "bridge")])
def test_no_mist_is_cut_off_where_two_places_meet(before: str, after: str) -> None:
    places = {place.name: place for place in shipped.art().places}
    left, right = places[before], places[after]
    assert left.color_grade.mist is not None and left.color_grade.mist.ends <= left.length
    assert right.color_grade.mist is not None and right.color_grade.mist.begins >= 0.0


def test_in_the_market_no_haze_is_laid_over_people_and_none_of_the_suns_in_the_shade() -> None:
    grade = next(place.color_grade for place in shipped.art().places if place.name == "market")
    assert grade.near_haze == 0.0
    assert grade.shade_haze is not None and max(grade.shade_haze) < min(grade.haze)


def test_the_haze_of_the_sun_gives_way_to_that_of_the_shade() -> None:
    grade = ColorGrade(haze=(220, 170, 110), haze_strength=0.5, shade_haze=(20, 24, 40))
    seen = [air_at(grade, shade) for shade in (0.0, 0.2, 0.5, 0.8, 1.0)]
    assert [air.haze for air, _ in seen] == [(220, 170, 110)] * 2 + [(20, 24, 40)] * 3
    assert [lit for _, lit in seen] == pytest.approx([1.0, 0.6, 0.0, 0.6, 1.0])


def test_nothing_of_the_lit_haze_lies_on_who_stands_in_the_shade_of_a_place_that_has_its_own() -> None:
    grade = ColorGrade(haze=(220, 170, 110), haze_strength=0.5, near_haze=0.5, shade_haze=(20, 24, 40))
    assert [sunlit_share(grade, shade) for shade in (0.0, 0.25, 0.5, 1.0)] == [1.0, 0.5, 0.0, 0.0]


def test_without_a_haze_of_the_shade_little_of_it_is_left_there() -> None:
    air, lit = air_at(ColorGrade(haze=(220, 170, 110), haze_strength=0.5), 1.0)
    assert air.haze == (220, 170, 110)
    assert lit == pytest.approx(1.0 - LOST_IN_SHADE)


def test_under_the_bridge_he_is_lit_more_the_darker_it_is() -> None:
    color_grade = ColorGrade(key=(272, 278, 288), lone_key=(448, 458, 474))

    assert color_grade.key_in(0.0) == color_grade.key
    assert color_grade.key_in(0.0)[0] < color_grade.key_in(0.5)[0] < color_grade.key_in(1.0)[0]


def test_elsewhere_his_light_is_the_same_in_the_dark() -> None:
    assert ColorGrade(key=(220, 220, 228)).key_in(1.0) == (220, 220, 228)


def test_the_flare_moves_with_the_camera() -> None:
    def seen(camera: float) -> bytes:
        picture = pygame.Surface((WIDTH, HEIGHT), 0, 32)
        draw_sun(picture, Sun(400.0, 120.0, (255, 220, 160), parallax=0.0), Lens(camera), 1.0)
        return pygame.image.tobytes(picture, "RGB")

    assert seen(0.0) == seen(0.0)
    assert seen(0.0) != seen(200.0)


def test_the_shade_of_many_pixels_is_that_of_each(context: DrawContext) -> None:
    shaded = replace(context, shades=((100.0, 300.0), (250.0, 600.0), (900.0, 950.0)))
    xs = np.arange(-50.0, 1000.0, 3.7)
    assert shaded.depths_of_shade(xs).tolist() == [shaded.depth_of_shade(x) for x in xs.tolist()]
    assert context.depths_of_shade(xs).max() == 0.0


def test_the_curve_of_many_shares_is_that_of_each() -> None:
    shares = np.linspace(-0.5, 1.5, 401)
    assert smoother_of(shares).tolist() == pytest.approx([smoother(share) for share in shares.tolist()], abs=1e-15)
