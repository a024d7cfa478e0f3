import argparse
import json
import shutil
from pathlib import Path

import pytest

from game.commands import levels
from game.errors import UsageError
from game.storage.paths import assets_dir, levels_dir
from tests.content.tiny import Tiny
from tests.levels.montage import SECTIONS


def run(*words: str) -> int:
    parser = argparse.ArgumentParser()
    levels.add_parser(parser.add_subparsers())
    args = parser.parse_args(["levels", *words])
    status: int = args.run(args)
    return status


def test_the_game_s_own_maps_are_clean(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("check", "--strict") == 0
    assert capsys.readouterr() == ("no findings\n", "")


def test_errors_end_with_status_2_and_name_file_object_place_and_mend(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = Tiny().cue(2, "lift").cue(4, "lfit", "right").write(tmp_path)
    assert run("check", str(path)) == 2
    line, summary = capsys.readouterr().out.splitlines()
    assert summary == "1 errors, 0 warnings"
    assert line.startswith(f'error: {path}: object 102 on layer "cues", beat 4 (x 384, y 122): ')
    assert line.endswith('did you mean "lift"?')


def test_warnings_count_only_when_strict(tmp_path: Path) -> None:
    path = Tiny().cue(2, "lift").cue(4 + 1 / 200, "lift", "right").write(tmp_path)
    assert run("check", str(path)) == 0
    assert run("check", "--strict", str(path)) == 1


def test_findings_come_as_json_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = Tiny(lace=False).write(tmp_path)
    assert run("check", "--json", str(path)) == 2
    found = json.loads(capsys.readouterr().out)
    (finding,) = [finding for finding in found["findings"] if finding["severity"] == "error"]
    assert finding["problem"] == "laces"
    assert finding["file"] == str(path)
    assert {"object_id", "name", "layer", "x", "y", "beat", "what", "mend", "on"} <= finding.keys()


def test_a_map_is_checked_against_its_world(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copytree(levels_dir(), tmp_path / "levels")
    (tmp_path / "assets").symlink_to(assets_dir().resolve(), target_is_directory=True)
    path = tmp_path / "levels" / "yard.tmx"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('name="yard" type="Section"', 'name="rails" type="Section"'), encoding="utf-8")
    assert run("check", str(path)) == 2
    assert 'the song has no section "rails"' in capsys.readouterr().out


@pytest.mark.parametrize("name", ["gone.tmx", "gone.world"])
def test_a_missing_file_is_an_error(tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str) -> None:
    assert run("check", str(tmp_path / name)) == 2
    assert "cannot be read" in capsys.readouterr().out


def test_a_new_map_is_written_once_and_passes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ("new", "alley", "--minigame", "market", "--bars", "6", "--into", str(tmp_path))
    assert run(*words) == 0
    path = Path(capsys.readouterr().out.strip())
    assert path == tmp_path / "alley.tmx"
    assert run("check", "--strict", str(path)) == 0
    with pytest.raises(UsageError, match="is there already"):
        run(*words)


@pytest.mark.parametrize("words", [("../yard",), ("a b",), ("ok", "--bars", "1"), ("ok", "--bars", "65")])
def test_a_new_map_with_an_odd_name_or_length_is_refused(words: tuple[str, ...]) -> None:
    with pytest.raises(UsageError):
        run("new", *words, "--minigame", "yard")
    assert not (levels_dir() / "ok.tmx").exists()


def test_charts_are_printed_by_section_and_as_a_curve(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("chart") == 0
    assert [line.split()[0] for line in capsys.readouterr().out.splitlines()] == ["easy", *SECTIONS, "all"]
    assert run("chart", "bridge", "--difficulty", "normal") == 0
    assert capsys.readouterr().out.splitlines()[1] == "  1  .     .     L     R"
    with pytest.raises(UsageError, match="is no section"):
        run("chart", "roof")


@pytest.mark.timeout(60)
def test_the_figures_of_a_chart_are_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("chart", "--difficulty", "champion", "--json") == 0
    figures = json.loads(capsys.readouterr().out)["champion"]
    assert tuple(figures["sections"]) == SECTIONS
    assert figures["on_an_onset_percent"] > 50
    assert figures["acts"]["gust"] >= 4


def test_a_new_map_in_a_place_is_written_with_its_look_and_its_chart_is_printed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ("new", "quay", "--minigame", "yard", "--bars", "4", "--place", "river", "--into", str(tmp_path))
    assert run(*words) == levels.CLEAN
    file = str(tmp_path / "quay.tmx")
    assert run("check", file) == levels.CLEAN
    assert (tmp_path / "quay.look.toml").is_file()
    capsys.readouterr()
    assert run("chart", file, "--difficulty", "easy") == levels.CLEAN
    assert capsys.readouterr().out.splitlines()[1].startswith("quay     4 presses")
    with pytest.raises(UsageError, match="is no map of the game"):
        run("new", "other", "--minigame", "yard", "--place", "moon", "--into", str(tmp_path))
