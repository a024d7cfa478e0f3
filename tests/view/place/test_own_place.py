"""A designer's own place: ground where nothing is painted, a look of its own, a fighter at a station of any section."""

from pathlib import Path

import numpy as np
import pygame
import pytest

from game.app.content import load_content
from game.minigames.views import open_stage
from game.sim.chart import Difficulty
from game.timing.units import Micros
from game.view.stage.stage import Stage
from tests.content.tiny import Tiny

BEAT = 6
FLOOR = (100, 330)
"""A pixel of the floor beside the fighter."""


def stage_of(path: Path) -> tuple[Stage, Micros]:
    """Return the stage of one map, and a time of it."""
    content = load_content(str(path))
    chart = content.chart(Difficulty.NORMAL)
    time_us = chart.tempo.to_us(chart.sections[0].start_beat + BEAT)
    stage = open_stage(content.world, content.song, chart, content.pack.roots)
    return stage, time_us


def picture(path: Path) -> pygame.Surface:
    """Return the picture of a map."""
    stage, time_us = stage_of(path)
    target = pygame.Surface((640, 360), 0, 32)
    stage.draw(target, time_us)
    return target


def dock(folder: Path, **station: str) -> Path:
    """Return a map of one standing section with a name of its own."""
    return Tiny("heavy_bag", name="dock").add("stations", "Station", 4, 321, **station).write(folder)


@pytest.mark.parametrize("said", ["dock", "heavy_bag", ""])
def test_a_fighter_stands_in_a_section_of_any_name(tmp_path: Path, said: str) -> None:
    stage, time_us = stage_of(dock(tmp_path, section=said))
    drawn, empty = pygame.Surface((640, 360), 0, 32), pygame.Surface((640, 360), 0, 32)
    stage.draw(drawn, time_us)
    stage.draw_without_fighter(empty, time_us)

    seen = pygame.surfarray.array2d(drawn) != pygame.surfarray.array2d(empty)
    assert seen[213:427].sum() > 1500
    assert stage.shots[0].sections[0].place.stations == {"dock": (384.0, 321.0)}


def test_a_place_without_a_look_has_a_ground_that_is_seen(tmp_path: Path) -> None:
    shown = picture(dock(tmp_path, section="dock"))

    assert min(shown.get_at(FLOOR)[:3]) > 30
    assert sum(shown.get_at((320, 60))[:3]) > sum(shown.get_at(FLOOR)[:3])


def test_a_place_takes_ground_scale_and_grade_from_its_look(tmp_path: Path) -> None:
    path = dock(tmp_path, section="dock")
    look = 'ground = "#a02010"\npx_per_metre = 80\n[grade]\nvignette = 0.0\n[marks.hook]\nx = 9\nrow = 7\n'
    (tmp_path / "dock.look.toml").write_text(look, encoding="utf-8")

    red, green, blue = picture(path).get_at(FLOOR)[:3]
    place = stage_of(path)[0].shots[0].sections[0].place
    assert red > 2 * max(green, blue)
    assert (place.scale, place.color_grade.vignette, place.marks["hook"].x) == (80.0, 0.0, 9.0)


def test_two_stations_of_one_room_can_have_their_own_grades(tmp_path: Path) -> None:
    tiny = Tiny("heavy_bag", name="dock", bars=8, sections=2)
    tiny.add("stations", "Station", 4, 321, section="dock 1").add("stations", "Station", 12, 321, section="dock 2")
    tiny.add("laces", "Lace", 16.5, 194, 0.5, "second act", verb="down")
    path = tiny.write(tmp_path)
    (tmp_path / "dock.look.toml").write_text('[sections."dock 2".grade]\nwarm = "#ff0000"\n', encoding="utf-8")

    (shot,) = stage_of(path)[0].shots
    first, second = (staged.place for staged in shot.sections)
    assert (first.color_grade.warm, second.color_grade.warm) == ((255, 250, 240), (255, 0, 0))
    assert first.layers is second.layers


def test_the_floor_moves_with_the_camera(tmp_path: Path) -> None:
    path = Tiny("yard", name="lane", bars=8).write(tmp_path)
    content = load_content(str(path))
    chart = content.chart(Difficulty.NORMAL)
    stage = open_stage(content.world, content.song, chart, content.pack.roots)
    rows = []
    for beat in (6, 6.25):
        time_us = chart.tempo.to_us(chart.sections[0].start_beat) + round(beat * 600_000)
        target = pygame.Surface((640, 360), 0, 32)
        stage.draw(target, time_us)
        rows.append(pygame.surfarray.array2d(target)[:, 340])
    assert np.count_nonzero(rows[0] != rows[1]) > 20
