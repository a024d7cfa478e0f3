from pathlib import Path

from game.content.charts import build_chart
from game.content.grid import curve, density, section_grid
from game.sim.chart import Difficulty
from tests.content.tiny import Tiny, tiny_song


def test_a_chart_reads_as_one_line_a_bar(tmp_path: Path) -> None:
    tiny = Tiny("river").cue(2, "stride").cue(4, "stride", "right").cue(4.5, "stride").cue(6, "breath", "down", 1.5)
    tiny.cue(8, "stride", "right").cue(8 + 1 / 3, "stride").cue(12.75, "gust", "up")
    (section,) = build_chart([tiny.level(tmp_path)], tiny_song(tmp_path), Difficulty.HARD).sections
    assert section_grid(section).splitlines() == [
        "  1  .     .     L     .",
        "  2  RL    .     D     -",
        "  3  RL.   .     .     .",
        "  4  ...U  .     .     .",
    ]
    assert density(section) == "  7 presses  0.9/s  6.0/s at most"


def test_a_chord_is_one_sign(tmp_path: Path) -> None:
    (section,) = build_chart([Tiny().cue(4, "press").level(tmp_path)], tiny_song(tmp_path), Difficulty.EASY).sections
    assert section_grid(section).splitlines()[1] == "  2  =     .     .     ."


def test_the_curve_has_a_line_a_section(tmp_path: Path) -> None:
    levels = [Tiny(name="first").cue(2, "lift").level(tmp_path), Tiny(name="second", start_beat=16).level(tmp_path)]
    charts = {difficulty: build_chart(levels, tiny_song(tmp_path), difficulty) for difficulty in Difficulty}
    lines = curve(charts).splitlines()
    assert [line.split()[0] for line in lines] == ["easy", "first", "second", "all"]
    assert lines[-1].split()[1::2] == ["1"] * len(Difficulty)
