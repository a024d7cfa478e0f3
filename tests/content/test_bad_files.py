"""Every kind of file that a designer can break: damaged in many ways, it gives findings, never an exception."""

import random
import re
from pathlib import Path

import pytest

from game.content.checks.files import check_file
from game.content.finding import errors_in
from tests.content.tiny import Tiny, tiny_song

JUNK = ("", "nan", "inf", "-1", "1e400", "9" * 40, "abc", "0", "-0.5", "\u20ac", "true")
TEMPLATE = """<template><object type="Cue" name="lift"><properties><property name="kind" value="lift"/></properties>
    <point/></object></template>"""
TILESET = """<tileset name="t" tilewidth="24" tileheight="24" tilecount="1" columns="1">
    <image source="t.png" width="24" height="24"/></tileset>"""


def write_all(folder: Path) -> Path:
    """Write a sound map that uses a template and a tileset; return its path."""
    (folder / "lift.tx").write_text(TEMPLATE, encoding="utf-8")
    (folder / "t.tsx").write_text(TILESET, encoding="utf-8")
    (folder / "t.png").touch()
    tiny = Tiny(extra=['<tileset firstgid="1" source="t.tsx"/>'])
    tiny.raw("cues", 'template="lift.tx" x="192" y="98"').raw("cues", 'template="lift.tx" x="384" y="122"')
    return tiny.write(folder)


def test_the_sound_files_are_sound(tmp_path: Path) -> None:
    assert check_file(write_all(tmp_path), tiny_song(tmp_path)) == []


@pytest.mark.parametrize("name", ["tiny.tmx", "lift.tx", "t.tsx"])
@pytest.mark.parametrize(
    "content",
    [b"", b"\n", b"<map", b"{}", b"<html/>", b"\x00\xff\x00", b"<template/>"],
    ids=["empty", "blank", "cut", "json", "wrong", "binary", "hollow"],
)
def test_a_broken_file_is_named_with_its_mend(tmp_path: Path, name: str, content: bytes) -> None:
    path = write_all(tmp_path)
    (tmp_path / name).write_bytes(content)
    findings = errors_in(check_file(path, tiny_song(tmp_path)))
    assert len(findings) == 1
    assert findings[0].location.file == str(tmp_path / name)
    assert findings[0].mend


@pytest.mark.parametrize("name", ["tiny.tmx", "lift.tx", "t.tsx"])
def test_an_unreadable_file_is_named(tmp_path: Path, name: str) -> None:
    path = write_all(tmp_path)
    (tmp_path / name).unlink()
    (tmp_path / name).mkdir()
    (finding,) = errors_in(check_file(path, tiny_song(tmp_path)))
    assert finding.location.file == str(tmp_path / name)
    assert finding.what.startswith("cannot be read")


@pytest.mark.parametrize("seed", range(200))
def test_no_damage_raises(tmp_path: Path, seed: int) -> None:
    path, rng = write_all(tmp_path), random.Random(seed)
    path.write_text(damaged(path.read_text(encoding="utf-8"), rng), encoding="utf-8")
    for finding in check_file(path, tiny_song(tmp_path)):
        assert "\n" not in str(finding)


def damaged(text: str, rng: random.Random) -> str:
    """Return the text cut, with a hole, or with some of its values replaced by junk or by each other."""
    match rng.randrange(4):
        case 0:
            return text[: rng.randrange(len(text))]
        case 1:
            start = rng.randrange(len(text))
            return text[:start] + text[start + rng.randrange(200) :]
        case _:
            for _ in range(rng.randrange(1, 4)):
                values = list(re.finditer(r'"([^"]*)"', text))
                value = rng.choice(values)
                put = rng.choice([*JUNK, rng.choice(values).group(1)])
                text = text[: value.start(1)] + put + text[value.end(1) :]
            return text
