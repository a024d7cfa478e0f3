"""Files as other programs leave them: byte order marks, line ends, code pages, strange properties, absurd depths."""

import json
from pathlib import Path

import pytest

from game.content.checks.files import check_file
from game.content.finding import Finding, Severity, errors_in
from game.content.tiled.level_reader import read_level
from game.content.world_reader import read_world
from tests.content.test_bad_files import write_all
from tests.content.test_world import write_world
from tests.content.tiny import Tiny, tiny_song

NAMES = ("tiny.tmx", "lift.tx", "t.tsx")
DEEP = 100_000
STRANGE = '<properties><property name="studio" type="{kind}"{more}</properties>'


def findings_of(tiny: Tiny, folder: Path) -> list[Finding]:
    return check_file(tiny.write(folder), tiny_song(folder))


def sound() -> Tiny:
    return Tiny().cue(2, "lift").cue(4, "lift", "right")


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1251", "iso-8859-5"])
def test_any_encoding_that_a_file_declares_is_read(tmp_path: Path, name: str, encoding: str) -> None:
    path = write_all(tmp_path)
    said = encoding.removesuffix("-sig")
    text = f'<?xml version="1.0" encoding="{said}"?>\r\n' + (tmp_path / name).read_text(encoding="utf-8")
    text = text.replace('name="lift"', 'name="\u0442\u0435\u0441\u0442"').replace("\n    ", "\r\n")
    (tmp_path / name).write_bytes(text.encode(encoding))
    assert check_file(path, tiny_song(tmp_path)) == []


@pytest.mark.parametrize("name", NAMES)
def test_a_json_file_with_a_byte_order_mark_is_told_apart_too(tmp_path: Path, name: str) -> None:
    path = write_all(tmp_path)
    (tmp_path / name).write_bytes(b"\xef\xbb\xbf\r\n{}")
    (finding,) = errors_in(check_file(path, tiny_song(tmp_path)))
    assert finding.what == "is JSON, not XML"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-8"])
def test_a_world_is_read_with_and_without_a_byte_order_mark(tmp_path: Path, encoding: str) -> None:
    sound().write(tmp_path)
    path = write_world(tmp_path, "tiny")
    path.write_bytes(path.read_text(encoding="utf-8").replace("\n", "\r\n").encode(encoding))
    world, findings = read_world(path)
    assert findings == []
    assert world is not None


@pytest.mark.parametrize("text", ["[" * DEEP, '{"a":' * DEEP], ids=["lists", "objects"])
def test_brackets_without_end_in_a_world_are_a_sentence(tmp_path: Path, text: str) -> None:
    (tmp_path / "montage.world").write_text(text, encoding="utf-8")
    world, (finding,) = read_world(tmp_path / "montage.world")
    assert world is None
    assert finding.what.startswith("is not JSON")
    assert len(str(finding)) < 400


@pytest.mark.parametrize("name", ["\0.tmx", "a" * 5000, "\ud800.tmx"], ids=["nul", "long", "surrogate"])
def test_a_name_that_no_file_can_have_is_a_sentence(tmp_path: Path, name: str) -> None:
    (tmp_path / "montage.world").write_text(json.dumps({"maps": [{"fileName": name, "x": 0}]}), encoding="utf-8")
    world, (finding,) = read_world(tmp_path / "montage.world")
    assert world is None
    assert finding.what.startswith("cannot be read")


def test_a_template_that_two_maps_lack_is_told_once(tmp_path: Path) -> None:
    for name in ("first", "second"):
        Tiny(name=name).raw("cues", 'template="gone.tx" x="192" y="98"').write(tmp_path)
    write_world(tmp_path, "first", "second")
    world, (finding,) = read_world(tmp_path / "montage.world")
    assert world is None
    assert finding.location.file == str(tmp_path / "gone.tx")


def test_an_image_name_that_no_file_can_have_is_missing(tmp_path: Path) -> None:
    extra = f'<group name="back"><imagelayer name="sky"><image source="{"a" * 5000}.png"/></imagelayer></group>'
    (finding,) = findings_of(Tiny(extra=[extra]).cue(2, "lift"), tmp_path)
    assert finding.problem == "missing_file"


@pytest.mark.parametrize("groups", [33, DEEP])
def test_groups_without_end_are_a_sentence(tmp_path: Path, groups: int) -> None:
    extra = '<group name="g">' * groups + "</group>" * groups
    (finding,) = errors_in(findings_of(Tiny(extra=[extra]).cue(2, "lift"), tmp_path))
    assert finding.what == "lies in too many groups"


@pytest.mark.parametrize(
    ("kind", "more"),
    [
        ("class", ' propertytype="Studio"><properties><property name="city" value="x"/></properties></property>'),
        ("list", '><item type="int" value="1"/></property>'),
        ("quaternion", ' value="1"/>'),
        ("string", ' value="by night"/>'),
    ],
)
def test_a_property_that_the_game_does_not_read_is_a_warning(tmp_path: Path, kind: str, more: str) -> None:
    path = sound().write(tmp_path)
    strange = STRANGE.format(kind=kind, more=more)
    text = path.read_text(encoding="utf-8").replace("<properties>", strange.removesuffix("</properties>"))
    path.write_text(text, encoding="utf-8")
    level, _ = read_level(path)
    assert level is not None
    assert len(level.cues) == 2
    findings = check_file(path, tiny_song(tmp_path))
    assert {finding.severity for finding in findings} == {Severity.WARNING}
    assert all('unknown property "studio"' in finding.what for finding in findings)


@pytest.mark.parametrize("kind", ["class", "list"])
def test_a_property_that_the_game_reads_must_be_plain(tmp_path: Path, kind: str) -> None:
    path = sound().write(tmp_path)
    text = path.read_text(encoding="utf-8").replace('name="start_beat" type="int"', f'name="start_beat" type="{kind}"')
    path.write_text(text, encoding="utf-8")
    (finding,) = errors_in(check_file(path, tiny_song(tmp_path)))
    assert finding.what == f'property "start_beat" is of type {kind}'
    assert finding.mend.startswith("use a plain property")


@pytest.mark.parametrize(
    ("attributes", "data", "menu"),
    [
        ({}, '<data encoding="base64" compression="zstd">AA==</data>', "Tile Layer Format to CSV in Map >"),
        ({}, '<data encoding="csv"><chunk x="0" y="0" width="16" height="16">0</chunk></data>', "untick Infinite in"),
        ({"infinite": "1"}, '<data encoding="csv"><chunk>0</chunk></data>', "untick Infinite in Map >"),
        ({}, '<data><tile gid="1"/></data>', "Tile Layer Format to CSV in Map >"),
    ],
)
def test_tile_data_that_is_not_read_says_which_menu_mends_it(
    tmp_path: Path, attributes: dict[str, str], data: str, menu: str
) -> None:
    layer = f'<group name="ground"><layer name="street" width="64" height="16">{data}</layer></group>'
    (finding,) = findings_of(Tiny(attributes=attributes, extra=[layer]).cue(2, "lift"), tmp_path)
    assert menu in finding.mend


def test_packed_tile_data_of_the_wrong_length_is_found(tmp_path: Path) -> None:
    layer = '<group name="ground"><layer name="street" width="64" height="16"><data encoding="base64">AQAAAA==</data>'
    (finding,) = errors_in(findings_of(Tiny(extra=[layer + "</layer></group>"]), tmp_path))
    assert finding.what == "has 1 tiles of 1024"


def test_an_object_is_where_the_editor_shows_it_when_its_layer_is_moved(tmp_path: Path) -> None:
    path = sound().write(tmp_path)
    text = path.read_text(encoding="utf-8").replace('name="cues"', 'name="cues" offsetx="96" offsety="0"')
    path.write_text(text, encoding="utf-8")
    level, findings = read_level(path)
    assert level is not None
    assert findings == []
    assert [float(cue.beat) for cue in level.cues] == [3.0, 5.0]
    assert level.beat_of_object(101) == 3
