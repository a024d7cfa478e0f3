"""Looks of places: files beside maps, read leniently, with findings that name file, key and mend."""

from pathlib import Path

import pytest

from game.content.finding import Finding
from game.content.look import NEUTRAL, Look, Mark, Mist, read_look
from game.content.look_keys import GRADE_KEYS, LOOK_KEYS, LOOK_TABLES, MARK_KEYS, MIST_KEYS, SUN_KEYS
from game.content.tiled.level_reader import read_level
from game.storage.paths import levels_dir
from tests.content.tiny import Tiny


def read(folder: Path, text: str) -> tuple[Look, list[Finding]]:
    """Return the look of a map with the sections north and south."""
    (folder / "alley.look.toml").write_text(text, encoding="utf-8")
    return read_look(folder / "alley.tmx", ("north", "south"))


def test_a_map_without_a_look_is_neutral(tmp_path: Path) -> None:
    look, findings = read_look(tmp_path / "alley.tmx", ())

    assert (look.grade, look.backdrop, look.sections, findings) == (NEUTRAL, "alley", {}, [])
    assert min(look.ground) > 40


def test_every_part_of_a_look_is_read(tmp_path: Path) -> None:
    look, findings = read(
        tmp_path,
        """
        backdrop = "yard"
        px_per_metre = 100
        ground = "#102030"
        shades = [[10, 20.5]]
        grade = { key = [300, 20, 0], vignette = 0.5 }
        mist = { cover = 0.7 }
        sun = { x = 100, color = "#ffffff" }
        marks.hook = { x = 12, row = 80 }
        """,
    )

    assert findings == []
    assert (look.backdrop, look.px_per_metre) == ("yard", 100.0)
    assert (look.ground, look.shades) == ((16, 32, 48), ((10.0, 20.5),))
    assert (look.grade.key, look.grade.vignette, look.grade.mist) == ((300, 20, 0), 0.5, Mist(cover=0.7))
    assert look.sun is not None and (look.sun.x, look.sun.color) == (100.0, (255, 255, 255))
    assert look.marks == {"hook": Mark(12.0, 80.0)}


def test_a_section_overrides_single_values_of_the_grade(tmp_path: Path) -> None:
    look, _ = read(
        tmp_path,
        """
        grade = { flare = 0.5, vignette = 0.1 }
        mist = { top = 2, cover = 0.3 }
        [sections.north]
        backdrop = "bridge"
        grade = { vignette = 0.9 }
        mist = { cover = 0.8 }
        """,
    )

    north, south = look.grade_of("north"), look.grade_of("south")
    assert (north.flare, north.vignette, south.vignette) == (0.5, 0.9, 0.1)
    assert north.mist == Mist(cover=0.8, top=2.0)
    assert look.sections["north"].backdrop == "bridge"


@pytest.mark.parametrize(
    ("text", "key", "what"),
    [
        ('grade = { cool = "blue" }', "grade.cool", "is 'blue'"),
        ("grade = { key = [1, 2] }", "grade.key", "is [1, 2]"),
        ("grade = { key = [1, 2, 1021] }", "grade.key", "is [1, 2, 1021]"),
        ("grade = { vignete = 0.3 }", "grade.vignete", "is no key of a look"),
        ("grade = 3", "grade", "is 3"),
        ("px_per_metre = 19", "px_per_metre", "is 19"),
        ("px_per_metre = true", "px_per_metre", "is True"),
        ('backdrop = "../yard"', "backdrop", "is '../yard'"),
        ("shades = [[20, 10]]", "shades", "is [[20, 10]]"),
        ("marks.hook = { x = 3 }", "marks.hook", "has no x or no row"),
        ("sections.east = {}", "sections.east", "the map has no such section"),
    ],
)
def test_a_wrong_value_is_found_and_leaves_the_default(tmp_path: Path, text: str, key: str, what: str) -> None:
    look, (finding,) = read(tmp_path, text)

    assert (finding.location.name, finding.what) == (key, what)
    assert finding.mend
    assert look == Look("alley")


def test_a_file_that_is_not_toml_is_found(tmp_path: Path) -> None:
    look, (finding,) = read(tmp_path, "grade = {")

    assert finding.what.startswith("is not TOML") and look == Look("alley")


def test_reading_a_map_reads_its_look(tmp_path: Path) -> None:
    (tmp_path / "tiny.look.toml").write_text("px_per_metre = 80\nnonsense = 1\n", encoding="utf-8")
    level, findings = read_level(Tiny().write(tmp_path))

    assert level is not None and level.look.px_per_metre == 80.0
    assert [finding.problem for finding in findings] == ["bad_look"]


def test_the_designers_reference_explains_every_key() -> None:
    text = (levels_dir() / "README.md").read_text(encoding="utf-8")
    for key in (*LOOK_KEYS, *LOOK_TABLES, *GRADE_KEYS, *MIST_KEYS, *SUN_KEYS, *MARK_KEYS):
        assert f"`{key}`" in text, key
