"""The planes of a floating picture: each lies where the camera says, and together they are the whole picture."""

import numpy as np
import pygame
import pytest

from game.platform.window.compositor import Compositor
from game.sim.chart import Chart, Difficulty
from game.timing.units import Micros
from game.view.canvas.composite_layers import FloatingLayers, fraction
from game.view.canvas.lens import Lens
from game.view.canvas.options import Quality, ViewOptions
from game.view.stage.stage import Stage
from tests import shipped

SKY, WALL, MAN, WORDS = (10, 20, 90), (120, 60, 20), (220, 40, 40), (255, 255, 255)
SCALE = 4


def floating() -> FloatingLayers:
    return FloatingLayers(lambda: True)


def canvas_of(color: tuple[int, int, int]) -> pygame.Surface:
    canvas = pygame.Surface((640, 360), 0, 32)
    canvas.fill(color)
    return canvas


def shown(composite: FloatingLayers, canvas: pygame.Surface, scale: int = SCALE) -> pygame.Surface:
    """Return what a window of so many times the picture's size shows."""
    window = pygame.Surface((640 * scale, 360 * scale), 0, 32)
    Compositor(window).compose(canvas, composite.layer_map(canvas), lambda: None)
    return window


def wall_and_man(wall_x: float, man_x: float) -> tuple[FloatingLayers, pygame.Surface]:
    """Draw a wall of 100 pixels and a man of 20 before it, 10 pixels right of its left edge at rest."""
    composite, canvas = floating(), canvas_of(SKY)
    composite.begin(canvas)
    composite.enter(Lens(0.0), 0.0)
    lens = composite.enter(Lens(-wall_x), 0.0)
    canvas.fill(WALL, (lens.column(200), 100, 100, 100))
    lens = composite.enter(Lens(-man_x), 0.0)
    canvas.fill(MAN, (lens.column(210), 150, 20, 40))
    composite.seal()
    composite.finish()
    return composite, canvas


def columns_of(window: pygame.Surface, color: tuple[int, int, int], row: int) -> list[int]:
    return [x for x in range(window.get_width()) if window.get_at((x, row * SCALE))[:3] == color]


@pytest.mark.parametrize("x", [0.0, 0.25, 0.5, 0.75, -3.25])
def test_each_plane_lies_at_the_windows_pixel_nearest_to_its_place(x: float) -> None:
    window = shown(*wall_and_man(x, 0.25))
    assert columns_of(window, WALL, 120)[0] == round((200 + x) * SCALE)
    assert columns_of(window, MAN, 160)[0] == round(210.25 * SCALE)


@pytest.mark.parametrize(("wall_x", "man_x"), [(0.25, -0.25), (-0.25, 0.25), (0.49, -0.49)])
def test_beside_a_plane_that_has_moved_the_one_behind_it_goes_on(wall_x: float, man_x: float) -> None:
    window = shown(*wall_and_man(wall_x, man_x))
    row = [window.get_at((x, 160 * SCALE))[:3] for x in range(205 * SCALE, 240 * SCALE)]
    assert set(row) == {WALL, MAN}
    assert row.count(MAN) == 20 * SCALE


def test_a_plane_that_reaches_the_pictures_side_leaves_no_gap_there() -> None:
    composite, canvas = floating(), canvas_of(SKY)
    composite.begin(canvas)
    composite.enter(Lens(0.0), 0.0)
    composite.enter(Lens(-0.4), 0.0)
    canvas.fill(WALL, (0, 100, 640, 10))
    composite.seal()
    composite.finish()
    window = shown(composite, canvas)
    assert {window.get_at((x, 105 * SCALE))[:3] for x in range(640 * SCALE)} == {WALL}


def test_a_veil_belongs_to_what_lies_behind_it() -> None:
    composite, canvas = floating(), canvas_of(SKY)
    composite.begin(canvas)
    composite.enter(Lens(0.0), 0.0)
    composite.enter(Lens(-0.25), 0.0)
    composite.enter(Lens(-0.3), 0.0)
    composite.seal()
    canvas.fill((30, 30, 0), (100, 100, 50, 50), special_flags=pygame.BLEND_RGB_ADD)
    composite.finish()
    window = shown(composite, canvas)
    lit = columns_of(window, (40, 50, 90), 120)
    assert (lit[0], lit[-1]) == (100 * SCALE, 150 * SCALE - 1), "the sky lies at whole pixels, and so does its light"


def test_what_is_written_on_the_picture_later_lies_before_all_at_whole_pixels() -> None:
    composite, canvas = wall_and_man(0.25, 0.25)
    canvas.fill(WORDS, (205, 155, 100, 10))
    written = columns_of(shown(composite, canvas), WORDS, 160)
    assert (written[0], written[-1]) == (205 * SCALE, 305 * SCALE - 1)


def test_a_canvas_without_a_floating_picture_is_shown_as_it_is() -> None:
    composite, (_, canvas) = floating(), wall_and_man(0.25, 0.0)
    assert composite.layer_map(canvas) is None


@pytest.mark.parametrize(("place", "off"), [(0.0, 0.0), (1.25, 0.25), (1.5, -0.5), (-0.25, -0.25), (-7.75, 0.25)])
def test_a_fraction_is_the_way_from_the_nearest_pixel(place: float, off: float) -> None:
    assert fraction(place) == off


# -- the stage's own pictures


@pytest.fixture(scope="module")
def chart() -> Chart:
    return shipped.chart(Difficulty.NORMAL)


@pytest.fixture(scope="module")
def stage(chart: Chart) -> Stage:
    return shipped.new_stage(chart)


def moment_in(chart: Chart, section: str, share: float = 0.55) -> Micros:
    found = next(part for part in chart.sections if part.id == section)
    return round(found.start_us + (found.end_us - found.start_us) * share)


def planes_at(stage: Stage, time_us: Micros) -> tuple[FloatingLayers, pygame.Surface]:
    composite, canvas = floating(), canvas_of(SKY)
    stage.floating = composite
    stage.draw(canvas, time_us)
    stage.floating = None
    return composite, canvas


SECTIONS = ["yard", "market", "bridge", "speed_bag", "push_ups", "meat", "river", "cuts", "steps", "summit"]


@pytest.mark.parametrize("section", SECTIONS)
@pytest.mark.parametrize("share", [0.02, 0.55, 0.995])
def test_a_floating_picture_is_the_same_picture(stage: Stage, chart: Chart, section: str, share: float) -> None:
    time_us = moment_in(chart, section, share)
    _, canvas = planes_at(stage, time_us)
    still = canvas_of(SKY)
    stage.draw(still, time_us)
    off = pygame.surfarray.array3d(canvas) != pygame.surfarray.array3d(still)
    assert off.mean() < 0.08, "parts that lie between the pixels may be rounded to the other side"


@pytest.mark.parametrize("section", SECTIONS)
def test_planes_that_lie_at_whole_pixels_are_the_picture_scaled(stage: Stage, chart: Chart, section: str) -> None:
    composite, canvas = planes_at(stage, moment_in(chart, section))
    layer_map = composite.layer_map(canvas)
    assert layer_map is not None
    window, scaled = (pygame.Surface((640 * SCALE, 360 * SCALE), 0, 32) for _ in range(2))
    Compositor(window).compose(canvas, (layer_map[0], [(0.0, 0.0)] * len(layer_map[1])), lambda: None)
    pygame.transform.scale(canvas, scaled.get_size(), scaled)
    assert np.array_equal(pygame.surfarray.array2d(window), pygame.surfarray.array2d(scaled))


@pytest.mark.parametrize("section", SECTIONS)
def test_every_part_of_the_picture_has_planes_of_its_own(stage: Stage, chart: Chart, section: str) -> None:
    composite, canvas = planes_at(stage, moment_in(chart, section))
    layer_map = composite.layer_map(canvas)
    assert layer_map is not None
    owners, counts = np.unique(layer_map[0], return_counts=True)
    large = [layer_map[1][owner] for owner, count in zip(owners, counts, strict=True) if count > 200]
    assert len(set(large)) >= 4


def test_where_two_places_meet_the_picture_floats_too(stage: Stage, chart: Chart) -> None:
    composite, canvas = planes_at(stage, moment_in(chart, "yard", 0.995))
    layer_map = composite.layer_map(canvas)
    assert layer_map is not None
    assert len(layer_map[1]) > 8


def test_a_slow_machine_is_spared_the_planes(stage: Stage, chart: Chart) -> None:
    stage.options = ViewOptions(quality=Quality.REDUCED)
    composite, canvas = planes_at(stage, moment_in(chart, "yard"))
    stage.options = ViewOptions()
    assert composite.layer_map(canvas) is None


@pytest.mark.parametrize("second", [(64, 100), (500, 300)])
def test_pasted_parts_are_one_plane_and_leave_what_is_between_them(second: tuple[int, int]) -> None:
    composite, canvas = floating(), canvas_of(SKY)
    picture = pygame.Surface((640, 360), pygame.SRCALPHA, 32)
    parts = [pygame.Rect(0, 0, 40, 40), pygame.Rect(*second, 40, 40)]
    for part in parts:
        picture.fill((*WALL, 255), part)
    composite.begin(canvas)
    canvas.blit(picture, (0, 0))
    composite.paste_parts((0.25, 0.0), [(picture.subsurface(part).copy(), part) for part in parts])
    composite.finish()
    layer_map = composite.layer_map(canvas)
    assert layer_map is not None
    owners, offsets = layer_map
    numbers = {int(owners[part.centery, part.centerx]) for part in parts}
    assert [offsets[number] for number in numbers] == [(0.25, 0.0)]
    assert owners[60, 50] == 0


def test_one_picture_pasted_at_several_places_is_a_plane_at_each_and_keeps_its_holes() -> None:
    composite, canvas = floating(), canvas_of(SKY)
    picture = pygame.Surface((40, 40), pygame.SRCALPHA, 32)
    picture.fill((*WALL, 255), (0, 0, 20, 40))
    places = [(0.25, 0.0), (100.5, 0.0), (620.125, 0.0)]
    for _ in range(2):
        composite.begin(canvas)
        for left, top in reversed(places):
            canvas.blit(picture, (round(left), round(top)))
            composite.paste((left, top), picture)
        composite.finish()
    layer_map = composite.layer_map(canvas)
    assert layer_map is not None
    owners, offsets = layer_map
    assert [offsets[owners[20, left]] for left in (10, 110, 630)] == [(0.25, 0.0), (-0.5, 0.0), (0.125, 0.0)]
    assert not owners[:40, 20:100].any() and not owners[:40, 122:620].any()


def test_a_layer_that_says_where_it_has_drawn_owns_nothing_elsewhere() -> None:
    composite, canvas = floating(), canvas_of(SKY)
    composite.begin(canvas)
    composite.enter(Lens(-0.25), 0.0)
    drawn = canvas.fill(MAN, (100, 100, 20, 40))
    canvas.fill(WORDS, (300, 100, 20, 40))
    composite.seal(drawn)
    composite.finish()
    layer_map = composite.layer_map(canvas)
    assert layer_map is not None
    owners, offsets = layer_map
    assert offsets[owners[110, 110]] == (0.25, 0.0)
    assert owners[110, 310] == 0
