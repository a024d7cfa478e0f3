from pathlib import Path

from game.content.checks.cues import autoplay
from game.sim.chart import Difficulty
from tests.content.tiny import Tiny


def test_a_chart_that_can_be_played_gives_every_point(tmp_path: Path) -> None:
    assert Tiny().cue(2, "lift", "left").cue(3, "lift", "right").found(tmp_path, autoplay.find) == []


def test_a_chart_that_cannot_be_played_is_found(tmp_path: Path) -> None:
    findings = Tiny().cue(2, "lift", "left").cue(3, "lift", "left").found(tmp_path, autoplay.find)
    assert [finding.on for finding in findings] == [(difficulty,) for difficulty in Difficulty]
    assert all("perfect play loses points" in finding.what for finding in findings)
