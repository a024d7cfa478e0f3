"""`shots --script`: the color script."""

from fractions import Fraction
from pathlib import Path

import numpy as np
import pygame
import pytest

from game.commands import color_script
from game.commands.color_script import (
    COLUMN_PX,
    PICTURES_PER_BAR,
    THIRD_PX,
    SectionColor,
    chroma_of,
    strip_of,
    thirds_of,
)
from game.sim.chart import Difficulty
from tests import shipped


def test_a_picture_is_averaged_by_thirds_from_above() -> None:
    pixels = np.zeros((640, 360, 3), np.uint8)
    pixels[:, :120] = (200, 0, 0)
    pixels[:320, 240:] = (0, 0, 100)
    assert thirds_of(pixels).tolist() == [[200, 0, 0], [0, 0, 0], [0, 0, 50]]


def test_a_bar_is_a_column_of_its_thirds_with_the_whole_below() -> None:
    thirds = np.array([[[90, 0, 0], [0, 90, 0], [0, 0, 90]], [[9, 9, 9]] * 3], float)
    strip = strip_of(thirds)
    down = [strip[0, THIRD_PX // 2 + THIRD_PX * third].tolist() for third in range(4)]
    assert down == [[90, 0, 0], [0, 90, 0], [0, 0, 90], [30, 30, 30]]
    assert strip[COLUMN_PX].max() == strip[COLUMN_PX].min() == 9, "the second bar begins after the first's width"


def test_gray_has_no_chroma_and_red_much() -> None:
    pixels = np.full((4, 4, 3), 90, np.uint8)
    assert chroma_of(pixels) == pytest.approx(0.0, abs=1e-4)
    pixels[:2] = (255, 0, 0)
    # OKLab chroma of sRGB's red is 0.2577 (Ottosson 2020); half of the picture has it.
    assert chroma_of(pixels) == pytest.approx(0.1289, abs=1e-3)


def test_hues_differ_the_shorter_way_around_the_wheel() -> None:
    rose, orange = SectionColor("yard", (200, 100, 110), 90.0, 0.1), SectionColor("market", (200, 150, 100), 84.0, 0.1)
    assert [rose.hue, orange.hue] == pytest.approx([354.0, 30.0])
    assert orange.differs_from(rose).split() == ["36", "degrees", "and", "6", "from", "yard"]


def test_every_bar_of_the_song_is_looked_at_in_its_own_time(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    chart, asked = shipped.chart(Difficulty.NORMAL), list[int]()

    def draw(times: list[int]) -> list[pygame.Surface]:
        asked.extend(times)
        return [pygame.Surface((640, 360), 0, 32) for _ in times]

    color_script.write(tmp_path / "script.png", chart, draw)  # type: ignore[arg-type]  # a list is iterated as well
    first, last = chart.sections[0], chart.sections[-1]
    bars = (last.end_beat - first.start_beat) / 4
    assert len(asked) == bars * PICTURES_PER_BAR
    assert asked == sorted(asked) and asked[0] == chart.tempo.to_us(first.start_beat + Fraction(1))
    assert pygame.image.load(tmp_path / "script.png").get_width() == bars * COLUMN_PX
    assert capsys.readouterr().out.count("median luma") == len(chart.sections)
