"""`play --headless` and `replay`: a run judged, recorded and proved without display or sound."""

import json
from pathlib import Path
from typing import Any

import pytest

from game.cli import main
from game.minigames.manifest import MINIGAMES
from game.replay.codec import sealed
from tests.levels.montage import SECTIONS

KEYS = {
    "score",
    "accuracy",
    "rank",
    "dead_on",
    "duration_us",
    "chart_hash",
    "rules_version",
    "digest",
    "sections",
}


def outcome(capsys: pytest.CaptureFixture[str], *flags: str) -> dict[str, Any]:
    assert main(["play", "--headless", "--autoplay", *flags, "--json"]) == 0
    last_line = capsys.readouterr().out.splitlines()[-1]
    table = json.loads(last_line)
    assert isinstance(table, dict)
    return table


@pytest.mark.parametrize("difficulty", ["easy", "normal", "hard"])
def test_the_perfect_run_is_a_million_in_193_seconds(capsys: pytest.CaptureFixture[str], difficulty: str) -> None:
    table = outcome(capsys, "--difficulty", difficulty)
    assert set(table) == KEYS
    assert (table["score"], table["accuracy"], table["rank"]) == (1_000_000, 1.0, "Champion")
    assert table["duration_us"] == 193_000_000
    assert [section["id"] for section in table["sections"]] == list(SECTIONS)
    assert {section["grade"] for section in table["sections"]} == {"Perfect"}


@pytest.mark.parametrize("section", list(MINIGAMES))
def test_a_section_alone_is_perfect_as_well(capsys: pytest.CaptureFixture[str], section: str) -> None:
    table = outcome(capsys, "--section", section)
    assert [part["id"] for part in table["sections"]] == [section]
    assert table["accuracy"] == 1.0


@pytest.mark.parametrize("rate", ["0.5", "1.5"])
def test_a_rate_changes_the_digest_of_nothing_that_is_perfect(capsys: pytest.CaptureFixture[str], rate: str) -> None:
    assert outcome(capsys, "--rate", rate)["score"] == 1_000_000


def test_a_spread_is_seeded(capsys: pytest.CaptureFixture[str]) -> None:
    runs = [spread(capsys, seed) for seed in ("1", "1", "2")]
    assert runs[0] == runs[1]
    assert runs[0]["digest"] != runs[2]["digest"]
    assert 700_000 < runs[0]["score"] < 1_000_000


def spread(capsys: pytest.CaptureFixture[str], seed: str) -> dict[str, Any]:
    assert main(["play", "--headless", "--autoplay", "25", "--seed", seed, "--json"]) == 0
    table = json.loads(capsys.readouterr().out)
    assert isinstance(table, dict)
    return table


def test_a_recorded_run_verifies_as_a_machines_and_a_forged_one_does_not(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "run.replay"
    assert main(["play", "--headless", "--autoplay", "25", "--record", str(file)]) == 0
    assert file.stat().st_size < 60_000
    assert main(["replay", "verify", str(file)]) == 3
    assert "a machine made it" in capsys.readouterr().out
    table = json.loads(file.read_bytes())
    table["result"]["score"] += 1
    file.write_bytes(sealed(table))
    assert main(["replay", "verify", str(file)]) == 1
    assert "score is claimed" in capsys.readouterr().out


def test_a_replay_of_a_chart_that_changed_is_unknown_not_wrong(tmp_path: Path) -> None:
    file = tmp_path / "run.replay"
    assert main(["play", "--headless", "--autoplay", "--section", "yard", "--record", str(file)]) == 0
    assert main(["replay", "verify", str(file)]) == 3
    table = json.loads(file.read_bytes())
    for changed in ({"chart_hash": "0" * 64}, {"chart_hash": "0" * 64, "section": "attic"}, {"rules_version": 0}):
        file.write_bytes(sealed({**table, "header": {**table["header"], **changed}}))
        assert main(["replay", "verify", str(file)]) == 2


def test_info_says_what_the_file_claims(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "run.replay"
    assert main(["play", "--headless", "--autoplay", "--record", str(file)]) == 0
    capsys.readouterr()
    assert main(["replay", "info", str(file)]) == 0
    assert json.loads(capsys.readouterr().out)["claimed_score"] == 1_000_000


@pytest.mark.parametrize(
    "words",
    [
        ["replay", "verify", "no-such-file"],
        ["replay", "info", "no-such-file"],
        ["play", "--headless"],
        ["play", "--headless", "--autoplay", "--section", "attic"],
        ["play", "--headless", "--autoplay", "--level", "no-such.tmx"],
    ],
    ids=" ".join,
)
def test_what_cannot_be_done_is_one_sentence_and_a_status(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(words) != 0
    said = capsys.readouterr().err.strip()
    assert said.startswith("lace-up: ")
    assert "\n" not in said
