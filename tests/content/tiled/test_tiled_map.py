"""What pytmx does not do, mended one by one."""

from pathlib import Path

import pytest

from game.content.finding import Finding
from game.content.tiled.appearance import parse_color
from game.content.tiled.tiled_map import TiledLayer, TiledMap
from game.content.tiled.tmx_reader import read_tiled
from game.content.tiled.xml_files import XmlFiles

HEAD = '<map orientation="orthogonal" width="2" height="1" tilewidth="24" tileheight="24" infinite="0">'
TILES = '<data encoding="csv">0,0</data>'


def read_map(path: Path) -> tuple[TiledMap | None, list[Finding]]:
    return read_tiled(path, XmlFiles())


def read(folder: Path, body: str, head: str = HEAD) -> TiledMap:
    path = folder / "map.tmx"
    path.write_text(f"{head}{body}</map>", encoding="utf-8")
    found, findings = read_map(path)
    assert found is not None, findings
    return found


def refused(folder: Path, body: str, head: str = HEAD) -> list[str]:
    path = folder / "map.tmx"
    path.write_text(f"{head}{body}</map>", encoding="utf-8")
    found, findings = read_map(path)
    assert found is None
    assert all(str(finding).startswith(str(folder)) and finding.mend for finding in findings)
    return [finding.what for finding in findings]


def layer_of(folder: Path, body: str) -> TiledLayer:
    (layer,) = read(folder, body).layers
    return layer


def test_layers_come_in_document_order_with_their_groups(tmp_path: Path) -> None:
    body = f"""<objectgroup name="a"/><group name="g"><imagelayer name="b"><image source="b.png"/></imagelayer>
        <group name="h"><layer name="c" width="2" height="1">{TILES}</layer></group></group><objectgroup name="d"/>"""
    found = [(layer.name, layer.kind, layer.groups) for layer in read(tmp_path, body).layers]
    assert found == [
        ("a", "object", ()),
        ("b", "image", ("g",)),
        ("c", "tile", ("g", "h")),
        ("d", "object", ()),
    ]


def test_groups_hand_down_what_they_are(tmp_path: Path) -> None:
    body = """<group offsetx="10" offsety="-2.5" opacity="0.5" parallaxx="0.5" tintcolor="#80ffffff">
        <imagelayer offsetx="0.5" opacity="0.5" parallaxx="0.5" parallaxy="2" tintcolor="#ff8000">
        <image source="b.png"/></imagelayer></group>"""
    look = layer_of(tmp_path, body).facts
    assert (look.x, look.y, look.opacity) == (10.5, -2.5, 0.25)
    assert (look.parallax, look.parallax_y) == (0.25, 2.0)
    assert look.tint == (255, 128, 0)


def test_a_hidden_group_hides_its_layers_and_a_hidden_image_is_hidden(tmp_path: Path) -> None:
    assert not layer_of(tmp_path, '<group visible="0"><objectgroup/></group>').facts.visible
    hidden = '<imagelayer visible="0"><image source="b.png"/></imagelayer>'
    layer = layer_of(tmp_path, hidden)
    assert not layer.facts.visible


def test_a_template_gives_what_its_instance_does_not_say(tmp_path: Path) -> None:
    (tmp_path / "crate.tx").write_text(
        '<template><object name="crate" type="Cue" width="48" height="20"><properties>'
        '<property name="kind" value="crate"/><property name="reps" type="int" value="1"/></properties>'
        "<ellipse/></object></template>",
        encoding="utf-8",
    )
    body = """<objectgroup><object id="1" template="crate.tx" x="5" y="6"/>
        <object id="2" template="crate.tx" name="other" x="0" y="0" width="96" height="20"><properties>
        <property name="reps" type="int" value="2"/></properties>
        </object></objectgroup>"""
    one, two = layer_of(tmp_path, body).objects
    assert (one.name, one.kind, one.x, one.width, one.shape) == ("crate", "Cue", 5.0, 48.0, "ellipse")
    assert (two.name, two.width) == ("other", 96.0)
    assert (two.properties["reps"].text, two.properties["kind"].text) == ("2", "crate")


def test_a_missing_template_is_refused_once(tmp_path: Path) -> None:
    item = '<object id="1" template="gone.tx" x="0" y="0"/>'
    (what,) = refused(tmp_path, f"<objectgroup>{item}{item}</objectgroup>")
    assert what.startswith("cannot be read")


def test_a_template_of_a_tile_takes_the_number_that_the_map_gives_the_tile(tmp_path: Path) -> None:
    (tmp_path / "t.png").touch()
    tileset = (
        '<tileset name="t" tilewidth="24" tileheight="24" tilecount="4" columns="2"><image source="t.png"/></tileset>'
    )
    (tmp_path / "t.tsx").write_text(tileset, encoding="utf-8")
    template = '<template><tileset firstgid="1" source="t.tsx"/><object gid="3" width="24" height="24"/></template>'
    (tmp_path / "crate.tx").write_text(template, encoding="utf-8")
    items = "".join(f'<object id="{number}" template="crate.tx" x="0" y="24"/>' for number in (1, 2))
    layer = layer_of(tmp_path, f'<tileset firstgid="11" source="t.tsx"/><objectgroup>{items}</objectgroup>')
    assert [(item.gid, item.shape, item.y) for item in layer.objects] == [(13, "tile", 0.0)] * 2
    (what,) = refused(tmp_path, f"<objectgroup>{items}</objectgroup>")
    assert what == "its template crate.tx uses a tileset that the map does not"


def test_shapes_are_told_apart(tmp_path: Path) -> None:
    shapes = ["<point/>", "<ellipse/>", "<capsule/>", '<polygon points="0,0 24,0 0,-12"/>', "<text>hi</text>", ""]
    items = "".join(f'<object id="{number}" x="10" y="20">{shape}</object>' for number, shape in enumerate(shapes, 1))
    found = layer_of(tmp_path, f"<objectgroup>{items}</objectgroup>").objects
    assert [item.shape for item in found] == ["point", "ellipse", "capsule", "polygon", "text", "rectangle"]
    assert (found[3].width, found[3].height) == (24.0, 12.0)


def test_properties_may_be_named_like_fields(tmp_path: Path) -> None:
    rows = "".join(f'<property name="{name}" value="7"/>' for name in ("x", "name", "points", "id"))
    body = f'<objectgroup><object id="3" x="1" y="2"><properties>{rows}</properties></object></objectgroup>'
    (item,) = layer_of(tmp_path, body).objects
    assert (item.id, item.x, item.properties["x"].text, item.properties["points"].text) == (3, 1.0, "7", "7")


def test_the_class_of_tiled_1_9_is_read_too(tmp_path: Path) -> None:
    (item,) = layer_of(tmp_path, '<objectgroup><object id="1" class="Cue" x="0" y="0"/></objectgroup>').objects
    assert item.kind == "Cue"


def test_collision_shapes_are_no_layers(tmp_path: Path) -> None:
    body = f"""<tileset firstgid="1" name="t" tilewidth="24" tileheight="24" tilecount="1" columns="1">
        <tile id="0"><objectgroup><object id="1" x="0" y="0" width="24" height="24"/></objectgroup></tile></tileset>
        <layer name="a" width="2" height="1">{TILES}</layer>"""
    assert layer_of(tmp_path, body).name == "a"


def test_tiles_keep_the_numbers_and_flips_of_the_file(tmp_path: Path) -> None:
    (tmp_path / "t.png").touch()
    flipped = 4 + (1 << 31)
    body = f"""<tileset firstgid="1" name="t" tilewidth="24" tileheight="24" tilecount="4" columns="2">
        <image source="t.png" width="48" height="48"/><tile id="1"><animation><frame tileid="1" duration="100"/>
        <frame tileid="3" duration="200"/></animation></tile></tileset>
        <layer name="a" width="2" height="1"><data encoding="csv">2,{flipped}</data></layer>"""
    found = read(tmp_path, body)
    assert found.layers[0].rows == ((2, flipped),)
    moving, still = found.tilesets.picture(2), found.tilesets.picture(flipped)
    assert moving is not None
    assert still is not None
    assert [(cel.rect, cel.ticks) for cel in moving.cels] == [((24, 0, 24, 24), 100), ((24, 24, 24, 24), 200)]
    assert (still.cels[0].image, still.flips) == (tmp_path / "t.png", (True, False, False))


@pytest.mark.parametrize(
    ("head", "body", "what"),
    [
        (HEAD.replace('infinite="0"', 'infinite="1"'), "", "is an infinite map"),
        (HEAD.replace("orthogonal", "isometric"), "", "is isometric"),
        (HEAD.replace('width="2"', 'width="two"'), "", "has the width 'two'"),
        (
            HEAD,
            '<layer width="2" height="1"><data encoding="base64" compression="zstd">AA</data></layer>',
            "stores its tiles as base64 zstd",
        ),
        (HEAD, '<layer width="2" height="1"><data><tile gid="1"/></data></layer>', "stores its tiles as XML"),
        (HEAD, '<layer width="2" height="1"><data encoding="csv">0</data></layer>', "has 1 tiles of 2"),
        (
            HEAD,
            '<layer width="2" height="1"><data encoding="csv">0,x</data></layer>',
            "cannot be read (invalid literal",
        ),
        (HEAD, '<layer width="2" height="1"/>', "has no tile data"),
        (HEAD, '<tileset firstgid="1" source="gone.tsx"/>', "cannot be read"),
        (HEAD, '<objectgroup offsetx="far"/>', 'its offsetx is "far", which is no number'),
        (HEAD, '<objectgroup><object id="1" x="here" y="0"/></objectgroup>', 'its x is "here"'),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_mend(tmp_path: Path, head: str, body: str, what: str) -> None:
    (found,) = refused(tmp_path, body, head)
    assert found.startswith(what)


def test_a_missing_tileset_image_is_found(tmp_path: Path) -> None:
    body = """<tileset firstgid="1" name="t" tilewidth="24" tileheight="24" tilecount="1" columns="1">
        <image source="gone.png" width="24" height="24"/></tileset>"""
    (tmp_path / "map.tmx").write_text(f"{HEAD}{body}</map>", encoding="utf-8")
    _, (finding,) = read_map(tmp_path / "map.tmx")
    assert (finding.problem, finding.what) == ("missing_file", "its image gone.png is missing")


def test_compressed_tiles_can_be_read_but_are_noted(tmp_path: Path) -> None:
    data = '<data encoding="base64" compression="zlib">eJxjYIAAAAAIAAE=</data>'
    (tmp_path / "map.tmx").write_text(f'{HEAD}<layer width="2" height="1">{data}</layer></map>', encoding="utf-8")
    found, (finding,) = read_map(tmp_path / "map.tmx")
    assert found is not None
    assert (finding.problem, finding.severity) == ("encoding", "warning")


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"", "is empty"),
        (b"  \n", "is empty"),
        (HEAD.encode(), "is not whole XML"),
        (b'{"type": "map"}', "is JSON, not XML"),
        (b"<tileset/>", "holds a <tileset>, not a <map>"),
        (b"\x89PNG\r\n\x1a\n", "is not whole XML"),
        (b'<?xml version="1.0" encoding="martian"?><map/>', "is not whole XML"),
    ],
)
def test_a_file_that_is_no_map_is_one_finding(tmp_path: Path, content: bytes, what: str) -> None:
    path = tmp_path / "map.tmx"
    path.write_bytes(content)
    found, (finding,) = read_map(path)
    assert found is None
    assert finding.what.startswith(what)


def test_a_file_that_is_not_there_or_is_a_folder_is_one_finding(tmp_path: Path) -> None:
    for path in (tmp_path / "gone.tmx", tmp_path):
        _, (finding,) = read_map(path)
        assert finding.what.startswith("cannot be read")


@pytest.mark.parametrize(("text", "color"), [("#102030", (16, 32, 48, 255)), ("#80102030", (16, 32, 48, 128))])
def test_colors_have_their_alpha_first(text: str, color: tuple[int, int, int, int]) -> None:
    assert parse_color(text) == color


@pytest.mark.parametrize(
    ("body", "what", "mend"),
    [
        (
            '<objectgroup name="cues">\n<object id="2" x="12,5" y="3"/>\n</objectgroup>',
            'its x is "12,5", which is no number (line 2)',
            "write 12.5",
        ),
        (
            '<objectgroup name="a" offsetx="12,5">\n<object id="2" x="1" width="12,5"/></objectgroup>',
            'its offsetx is "12,5", which is no number (line 1)',
            "write 12.5",
        ),
        ('<objectgroup tintcolor="orange"/>', 'its tint is "orange", which is no color', "write it like #ffb878"),
    ],
)
def test_a_bad_number_is_told_with_its_line_and_its_mend(tmp_path: Path, body: str, what: str, mend: str) -> None:
    path = tmp_path / "map.tmx"
    path.write_text(f"{HEAD}{body}</map>", encoding="utf-8")
    _, (finding,) = read_map(path)
    assert (finding.what, finding.mend) == (what, mend)


def test_a_world_named_like_a_map_is_told_its_right_name(tmp_path: Path) -> None:
    path = tmp_path / "own.tmx"
    path.write_text('{"maps": [{"fileName": "yard.tmx", "x": 0}]}', encoding="utf-8")
    _, (finding,) = read_map(path)
    assert (finding.what, finding.mend) == ("holds a world, not a map", "rename it to own.world")
