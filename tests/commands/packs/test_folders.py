"""Packs by the command line: from an empty folder to one that a friend plays."""

import json
import shutil
import zipfile
from pathlib import Path

import pytest

from game.app.content import shipped_pack
from game.cli import main
from game.content.packing.installed import pack_hash


@pytest.fixture
def harbor(home: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """Return a pack that was begun by the command."""
    root = home / "mine" / "harbor"
    assert main(["packs", "new", str(root), "--title", "Down at the harbor", "--author", "Ada"]) == 0
    capsys.readouterr()
    return root


def played(pack: str, capsys: pytest.CaptureFixture[str]) -> int:
    """Play a pack without a window; return the score."""
    assert main(["play", "--headless", "--autoplay", "--json", "--pack", pack]) == 0
    score: int = json.loads(capsys.readouterr().out)["score"]
    return score


def test_a_new_pack_passes_its_check(harbor: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["packs", "check", str(harbor)]) == 0
    assert capsys.readouterr().out == "no findings\n"


def test_a_pack_is_played_by_folder_zip_and_id(harbor: Path, home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    zipped = home / "harbor.zip"
    assert main(["packs", "zip", str(harbor), "-o", str(zipped)]) == 0
    assert main(["packs", "install", str(zipped)]) == 0
    capsys.readouterr()

    assert [played(pack, capsys) for pack in (str(harbor), str(zipped), "harbor")] == [1_000_000] * 3


def test_the_zip_of_a_pack_is_always_the_same(harbor: Path, home: Path) -> None:
    zips = [home / "one.zip", home / "other.zip"]
    for zipped in zips:
        assert main(["packs", "zip", str(harbor), "-o", str(zipped)]) == 0

    assert zips[0].read_bytes() == zips[1].read_bytes()


def test_folder_and_installed_pack_have_one_hash(harbor: Path, home: Path) -> None:
    main(["packs", "zip", str(harbor), "-o", str(home / "harbor.zip")])
    main(["packs", "install", str(home / "harbor.zip")])

    assert pack_hash(harbor) == pack_hash(home / "packs" / "harbor")


def test_an_installed_pack_is_replaced_only_when_asked(
    harbor: Path, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    zipped = str(home / "harbor.zip")
    main(["packs", "zip", str(harbor), "-o", zipped])
    main(["packs", "install", zipped])
    capsys.readouterr()

    assert main(["packs", "install", zipped]) == 2
    assert "say --replace" in capsys.readouterr().err
    assert main(["packs", "install", zipped, "--replace"]) == 0
    assert [home.name for home in (home / "packs").iterdir()] == ["harbor"]


def test_a_faulty_pack_is_listed_with_its_findings(
    harbor: Path, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["packs", "zip", str(harbor), "-o", str(home / "harbor.zip")])
    main(["packs", "install", str(home / "harbor.zip")])
    (home / "packs" / "harbor" / "song" / "click.wav").unlink()
    capsys.readouterr()

    assert main(["packs", "list"]) == 0
    out = capsys.readouterr().out
    assert "montage" in out and "its file click.wav is missing; put it beside the song's file" in out


def test_a_pack_with_errors_is_neither_zipped_nor_installed(
    harbor: Path, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (harbor / "song" / "click.wav").unlink()

    assert main(["packs", "zip", str(harbor), "-o", str(home / "harbor.zip")]) == 2
    assert not (home / "harbor.zip").exists()


def test_programs_are_left_out_of_zips(harbor: Path, home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (harbor / "evil.py").write_text("raise SystemExit", encoding="utf-8")
    main(["packs", "zip", str(harbor), "-o", str(home / "harbor.zip")])
    main(["packs", "install", str(home / "harbor.zip")])

    assert not list((home / "packs").rglob("*.py")) and not list((home / "packs").rglob("*.tiled-project"))


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["packs", "new", "Bad Name"], "is no id for a pack"),
        (["packs", "check", "nowhere"], 'no pack "nowhere"'),
        (["packs", "install", "nowhere.zip"], "cannot be read"),
        (["play", "--pack", "../evil", "--headless", "--autoplay"], "no pack"),
    ],
)
def test_what_is_not_there_is_told(home: Path, words: list[str], told: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(words) == 2
    assert told in capsys.readouterr().err


def test_a_map_of_a_new_pack_sees_the_shipped_pictures_and_a_zip_leaves_them_out(
    harbor: Path, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    if not (harbor / "assets").is_symlink():
        pytest.skip("this system allows no links")
    assert (harbor / "levels" / "../assets/backdrops/river/sky.png").is_file()
    shutil.copy(shipped_pack().root / "river.tmx", harbor / "levels" / "spare.tmx")

    assert main(["packs", "zip", str(harbor), "-o", str(home / "harbor.zip")]) == 0
    with zipfile.ZipFile(home / "harbor.zip") as packed:
        assert not [name for name in packed.namelist() if name.endswith((".png", ".tsx"))]
