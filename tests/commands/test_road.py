"""`play --mode road --headless`: in-game time, the pace of each bar, and splits."""

import json
from pathlib import Path
from typing import Any

import pytest

from game.cli import main
from tests.levels.montage import SECTIONS

PERFECT_US = 170_779_772
"""In-game time of perfect play on the shipped charts of normal."""


def outcome(capsys: pytest.CaptureFixture[str], *flags: str) -> dict[str, Any]:
    assert main(["play", "--mode", "road", "--headless", "--autoplay", *flags, "--json"]) == 0
    table = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert isinstance(table, dict)
    return table


def test_perfect_play_is_one_constant_and_never_reaches_the_cap(capsys: pytest.CaptureFixture[str]) -> None:
    table = outcome(capsys)
    assert (table["igt_us"], table["score"]) == (PERFECT_US, 1_000_000)
    assert (len(table["paces"]), table["paces"][0]) == (90, 9_000)
    assert max(table["paces"]) < 15_000
    assert [split["id"] for split in table["splits"]] == list(SECTIONS)
    assert table["splits"][-1]["igt_us"] == table["igt_us"] == table["duration_us"]


def test_a_wider_spread_takes_longer(capsys: pytest.CaptureFixture[str]) -> None:
    times = [outcome(capsys, spread)["igt_us"] for spread in ("8", "20", "50")]
    assert [PERFECT_US, *times] == sorted([PERFECT_US, *times])


def test_a_recorded_run_verifies_but_is_a_machine_s(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    file = tmp_path / "road.laceup"
    outcome(capsys, "12", "--record", str(file))
    assert main(["replay", "verify", str(file)]) == 3
    assert "a machine made it" in capsys.readouterr().out


def test_a_rate_is_refused_in_one_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["play", "--mode", "road", "--headless", "--autoplay", "--rate", "0.5"]) != 0
    assert "Road work has no rate" in capsys.readouterr().err
