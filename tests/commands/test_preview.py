"""`levels preview` draws a map bar by bar with the game's own pictures, and a ruler that tells the truth."""

from fractions import Fraction
from itertools import pairwise
from pathlib import Path

import pygame
import pytest

from game.cli import main
from game.commands.preview import BARS_A_ROW, GAP_PX, GROUND, RULER_PX, Ruler, bars_of
from game.sim.chart import Chart, Difficulty
from game.storage.paths import assets_dir, levels_dir
from game.view.canvas.lens import HEIGHT, WIDTH
from game.view.ui.fonts import Fonts
from tests import shipped


@pytest.fixture(scope="module")
def chart() -> Chart:
    return shipped.chart(Difficulty.NORMAL)


@pytest.fixture
def in_the_checkout(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(levels_dir().parent)


@pytest.mark.usefixtures("in_the_checkout")
def test_a_map_named_from_here_is_drawn_with_all_its_pictures(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    output = tmp_path / "plant.png"
    assert main(["levels", "preview", "levels/plant.tmx", "-o", str(output), "--overlay", "cues,sections"]) == 0
    assert capsys.readouterr().out == f"{output}\n"
    sheet = pygame.image.load(output)
    assert sheet.get_size() == (BARS_A_ROW * (WIDTH + GAP_PX), 2 * (HEIGHT + RULER_PX + GAP_PX))
    assert sheet.get_at((WIDTH // 2, HEIGHT + RULER_PX - 2))[:3] == GROUND


def test_an_overlay_that_does_not_exist_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    map_file = str(levels_dir() / "plant.tmx")
    assert main(["levels", "preview", map_file, "-o", str(tmp_path / "x.png"), "--overlay", "cue"]) != 0
    assert 'no overlay "cue": there are cues, camera, sections' in capsys.readouterr().err


def test_an_output_that_cannot_be_written_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    output = tmp_path / "missing" / "plant.png"
    assert main(["levels", "preview", str(levels_dir() / "plant.tmx"), "-o", str(output)]) != 0
    assert f"{output}: cannot be written" in capsys.readouterr().err


def test_where_x_is_time_the_ruler_stands_under_the_obstacle(chart: Chart) -> None:
    stage, fonts = shipped.new_stage(chart), Fonts(assets_dir() / "fonts")
    bar = next(bar for bar in bars_of(chart) if bar.section.id == "market" and bar.number == 3)
    ruler = Ruler(stage, chart, bar, fonts)
    beats = [ruler.column(bar.middle + step) for step in range(3)]
    assert [after - before for before, after in pairwise(beats)] == [144, 144]
    assert 165 <= beats[0] <= 318, "the middle of the bar is now: the runner's own column"


def test_elsewhere_the_ruler_goes_from_the_bars_left_to_its_right(chart: Chart) -> None:
    stage, fonts = shipped.new_stage(chart), Fonts(assets_dir() / "fonts")
    bar = next(bar for bar in bars_of(chart) if bar.section.id == "meat")
    ruler = Ruler(stage, chart, bar, fonts)
    assert [ruler.column(bar.first + Fraction(beat)) for beat in (0, 2, 4)] == [0, WIDTH // 2, WIDTH]


def test_every_bar_of_the_song_has_a_picture(chart: Chart) -> None:
    bars = bars_of(chart)
    assert len({bar.first for bar in bars}) == len(bars)
    for section in chart.sections:
        last = max(bar.first for bar in bars if bar.section is section)
        assert last < section.end_beat <= last + 4
