from pathlib import Path

from game.content.checks import props, unknown_class, unknown_tiles
from game.content.level import PropLayer
from tests.content.tiny import Tiny, whats

SHEET = '<image source="sheet.png" width="48" height="24"/>'
TILESET = (
    f'<tileset firstgid="1" name="things" tilewidth="24" tileheight="24" tilecount="2" columns="2">{SHEET}</tileset>'
)


def with_things(folder: Path, *things: str, group: str = "ground") -> Tiny:
    """Return a map with a tileset of two things, some of which stand on a layer of a group."""
    (folder / "sheet.png").write_bytes(b"")
    layer = f'<objectgroup name="things">{"".join(things)}</objectgroup>'
    return Tiny(extra=[TILESET, f'<group name="{group}">{layer}</group>'])


def thing(number: int, x: float, foot: float, more: str = "") -> str:
    """Return a thing whose left lower corner stands at (x, foot)."""
    return f'<object id="{900 + x:g}" gid="{number}" x="{x:g}" y="{foot:g}" width="24" height="24" {more}/>'


def test_things_are_read_from_back_to_front_by_the_row_they_stand_on(tmp_path: Path) -> None:
    level = with_things(tmp_path, thing(1, 10, 320), thing(2, 30, 300)).level(tmp_path)
    (layer,) = [layer for layer in level.layers if isinstance(layer, PropLayer)]
    assert [(prop.gid in level.tiles, prop.x, prop.y) for prop in layer.props] == [(True, 30, 276), (True, 10, 296)]


def test_a_thing_needs_no_class(tmp_path: Path) -> None:
    assert with_things(tmp_path, thing(1, 10, 300)).found(tmp_path, unknown_class.find) == []


def test_a_thing_outside_the_drawn_groups_is_found(tmp_path: Path) -> None:
    found = with_things(tmp_path, thing(1, 10, 300), group="scribbles").found(tmp_path, props.find)
    assert whats(found) == ["stands where nothing is drawn"]


def test_a_turned_thing_is_found(tmp_path: Path) -> None:
    found = with_things(tmp_path, thing(1, 10, 300, 'rotation="30"')).found(tmp_path, props.find)
    assert whats(found) == ["is turned, and will be drawn upright"]


def test_a_thing_of_no_tileset_is_found(tmp_path: Path) -> None:
    found = with_things(tmp_path, thing(1, 10, 300), thing(77, 40, 300)).found(tmp_path, unknown_tiles.find)
    assert whats(found) == ["its picture is in no tileset"]
