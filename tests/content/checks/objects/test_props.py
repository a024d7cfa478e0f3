from pathlib import Path

import pytest

from game.content.checks.objects import props
from game.content.finding import Finding
from tests.content.tiny import Tiny, whats

TILESET = """<tileset firstgid="1" name="things" tilewidth="30" tileheight="38" tilecount="1" columns="0">
<tile id="0" type="Prop"><image width="30" height="38" source="barrel.png"/></tile></tileset>"""


def found(folder: Path, group: str, attributes: str) -> list[Finding]:
    """Return the findings of one tile object on an object layer inside of a group."""
    item = f'<object id="7" name="barrel" x="48" y="300" width="30" height="38" {attributes}/>'
    layer = f'<group name="{group}"><objectgroup name="things">{item}</objectgroup></group>'
    return Tiny(extra=[TILESET, layer]).found(folder, props.find)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder that holds the barrel's picture."""
    (tmp_path / "barrel.png").write_bytes(b"")
    return tmp_path


@pytest.mark.parametrize("group", ["back", "ground", "front"])
def test_a_prop_in_a_drawn_group_is_sound(folder: Path, group: str) -> None:
    assert found(folder, group, 'gid="1"') == []


@pytest.mark.parametrize(
    ("group", "attributes", "what"),
    [
        ("ground", 'gid="5"', "its tile is in no tileset"),
        ("ground", 'gid="1" rotation="45"', "is turned by 45 degrees, which is not drawn"),
        ("actors", 'gid="1"', "is a prop among the actors"),
        ("elsewhere", 'gid="1"', "is a prop on a layer that is not drawn"),
    ],
)
def test_a_prop_that_would_not_be_seen_so_is_found(folder: Path, group: str, attributes: str, what: str) -> None:
    (finding,) = found(folder, group, attributes)
    assert finding.what == what
    assert (finding.location.layer, finding.location.object_id, finding.location.name) == ("things", 7, "barrel")


def test_a_stretched_prop_is_told_its_own_size(folder: Path) -> None:
    item = '<object id="7" gid="1" x="48" y="300" width="60" height="38"/>'
    layer = f'<group name="front"><objectgroup name="things">{item}</objectgroup></group>'
    (finding,) = Tiny(extra=[TILESET, layer]).found(folder, props.find)
    assert finding.what == "is stretched to 60x38, which is not drawn"
    assert "30x38" in finding.mend


def test_a_prop_whose_picture_is_gone_is_found(tmp_path: Path) -> None:
    (finding,) = found(tmp_path, "ground", 'gid="1"')
    assert finding.problem == "missing_file"
    assert "barrel.png is missing" in finding.what


def test_a_prop_among_the_cues_is_found(folder: Path) -> None:
    tiny = Tiny(extra=[TILESET]).raw("cues", 'gid="1" x="48" y="300" width="30" height="38"')
    assert whats(tiny.found(folder, props.find)) == ["is a prop on a layer that is not drawn"]
