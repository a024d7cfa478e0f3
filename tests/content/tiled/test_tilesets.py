"""Pictures of tile objects: sheets, collections, flips, and animations that run by the beat."""

from pathlib import Path
from xml.etree.ElementTree import fromstring

import pytest

from game.content.tiled.tilesets import Cel, TilePicture, Tilesets, read_tilesets
from game.content.tiled.xml_files import XmlFiles

FIRE = """<tileset name="fire" tilewidth="30" tileheight="48" tilecount="4" columns="2">
<image source="../art/fire.png" width="60" height="96"/>
<tile id="0" type="Prop"><animation>
<frame tileid="0" duration="120"/><frame tileid="3" duration="240"/></animation></tile></tileset>"""
THINGS = """<tileset name="things" tilewidth="44" tileheight="78" tilecount="2" columns="0">
<tile id="0" type="Prop"><image width="30" height="38" source="barrel.png"/></tile>
<tile id="5" class="Cue"><image width="44" height="78" source="man.png"/></tile></tileset>"""
MAP = '<map><tileset firstgid="1" source="sets/fire.tsx"/><tileset firstgid="5" source="sets/things.tsx"/></map>'


@pytest.fixture
def tilesets(tmp_path: Path) -> Tilesets:
    """Return the tilesets of a map with an animated sheet and a collection of images."""
    (tmp_path / "sets").mkdir()
    (tmp_path / "sets" / "fire.tsx").write_text(FIRE, encoding="utf-8")
    (tmp_path / "sets" / "things.tsx").write_text(THINGS, encoding="utf-8")
    return read_tilesets(fromstring(MAP), tmp_path / "street.tmx", XmlFiles())[0]


def picture(tilesets: Tilesets, gid: int) -> TilePicture:
    found = tilesets.picture(gid)
    assert found is not None
    return found


def test_a_tile_of_a_sheet_is_a_rectangle_of_its_image(tilesets: Tilesets, tmp_path: Path) -> None:
    last = picture(tilesets, 4)
    assert last.cels == (Cel(tmp_path / "sets" / "../art/fire.png", (30, 48, 30, 48)),)


def test_a_tile_of_a_collection_is_its_whole_image_in_its_own_size(tilesets: Tilesets, tmp_path: Path) -> None:
    barrel = picture(tilesets, 5)
    assert barrel.cels == (Cel(tmp_path / "sets" / "barrel.png", None),)
    assert (barrel.width, barrel.height, barrel.kind) == (30, 38, "Prop")
    assert picture(tilesets, 10).kind == "Cue"


def test_flips_are_kept_for_sheets_and_collections_alike(tilesets: Tilesets) -> None:
    assert picture(tilesets, 0x80000005).flips == (True, False, False)
    assert picture(tilesets, 0x40000001).flips == (False, True, False)
    assert picture(tilesets, 0x20000005).flips == (False, False, True)


def test_a_tile_that_no_tileset_has_is_none(tilesets: Tilesets) -> None:
    assert [tilesets.picture(gid) for gid in (0, 6, 11)] == [None, None, None]


@pytest.mark.parametrize(
    ("beats", "phase", "cel"),
    [(0.0, 0, 0), (0.249, 0, 0), (0.25, 0, 1), (0.749, 0, 1), (0.75, 0, 0), (-0.1, 0, 1), (0.0, 1, 1), (0.5, 3, 0)],
)
def test_an_animation_runs_by_the_beat(tilesets: Tilesets, beats: float, phase: int, cel: int) -> None:
    fire = picture(tilesets, 1)
    assert fire.beats == 0.75
    assert fire.cel_at(beats, phase) == cel
