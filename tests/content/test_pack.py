"""Packs: the montage and a stranger's own are read by the same code; nothing is found outside of the roots."""

import json
import shutil
from argparse import Namespace
from fractions import Fraction
from pathlib import Path

import pytest

from game.app.content import load_content, open_pack, shipped_pack
from game.app.offscreen import open_offscreen
from game.cli import main
from game.content.level import Level
from game.content.pack import find_in
from game.content.world_reader import World
from game.errors import ContentError, UsageError
from game.sim.chart import Difficulty
from game.states.run.run_plan import SectionChoice
from game.states.transitions import Transition
from game.storage.paths import assets_dir
from tests.content.harbor import PACK, write_harbor
from tests.content.tiny import SONG, Tiny


@pytest.fixture
def harbor(tmp_path: Path) -> Path:
    """Return a stranger's pack."""
    return write_harbor(tmp_path)


def test_the_montage_is_a_pack(tmp_path: Path) -> None:
    pack = shipped_pack()

    assert (pack.id, pack.song.name, pack.world.suffix) == ("montage", "song.toml", ".world")
    assert load_content().pack == pack


def test_a_strangers_pack_is_loaded_and_charted(harbor: Path) -> None:
    content = load_content(pack=str(harbor))
    chart = content.chart(Difficulty.NORMAL)

    assert (content.pack.id, content.pack.title, content.pack.root) == ("harbor", "Down at the harbor", harbor)
    assert [(section.id, section.minigame) for section in chart.sections] == [
        ("first", "heavy_bag"),
        ("second", "yard"),
    ]
    assert content.song.path == harbor / "song" / "song.toml"
    assert content.song_hash != load_content().song_hash


def test_a_strangers_pack_is_played_without_a_window(harbor: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["play", "--headless", "--autoplay", "--json", "--pack", str(harbor)]) == 0

    outcome = json.loads(capsys.readouterr().out)
    assert [section["id"] for section in outcome["sections"]] == ["first", "second"]
    assert outcome["accuracy"] == 1.0 and outcome["dead_on"] == 1


def test_one_map_is_played_to_the_song_of_its_pack(harbor: Path) -> None:
    content = load_content(str(harbor / "levels" / "second.tmx"), str(harbor))

    assert [section.id for section in content.chart(Difficulty.NORMAL).sections] == ["second"]
    assert content.song.tempo.to_us(Fraction(1)) == 500_000


def test_what_a_pack_lacks_is_sought_in_the_shipped_folders(harbor: Path) -> None:
    (harbor / "pack.toml").write_text(PACK + 'song = "music/song.toml"\n', encoding="utf-8")

    assert open_pack(harbor).song == shipped_pack().song


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ('song = "../elsewhere.toml"', "is no file of the pack"),
        ('song = "/etc/hostname"', "is no file of the pack"),
        ('song = "levels"', "is no file of the pack"),
        ('world = "levels/none.world"', "is no file of the pack"),
        ("song = 3", "write a text"),
        ("format = 99", "format is 99"),
        ("song =", "is not TOML"),
    ],
)
def test_a_faulty_pack_says_what_to_mend(harbor: Path, line: str, told: str) -> None:
    (harbor.parent / "elsewhere.toml").write_text(SONG, encoding="utf-8")
    text = line if line.startswith("format") else PACK + line
    (harbor / "pack.toml").write_text(text + "\n", encoding="utf-8")

    with pytest.raises(ContentError, match=told):
        open_pack(harbor)


def test_a_folder_without_a_pack_is_told(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match=r"pack\.toml: cannot be read"):
        open_pack(tmp_path)


def test_a_link_that_leads_out_is_not_followed(harbor: Path) -> None:
    outside = harbor.parent / "outside.png"
    outside.write_bytes(b"")
    (harbor / "linked.png").symlink_to(outside)

    assert find_in((harbor,), "linked.png") is None
    assert find_in((harbor,), "../outside.png") is None
    assert find_in((harbor, harbor.parent), "outside.png") == outside


def test_templates_that_a_pack_lacks_are_the_shipped_ones(harbor: Path) -> None:
    used = Tiny(name="second", start_beat=16).raw("cues", 'template="templates/yard.lift.tx" x="192" y="98"')
    used.write(harbor / "levels")

    (cue,) = load_content(pack=str(harbor)).chart(Difficulty.NORMAL).sections[1].cues
    assert (cue.name, cue.beat) == ("lift", Fraction(18))


def test_a_map_outside_of_the_pack_is_refused(harbor: Path) -> None:
    (harbor / "levels" / "second.tmx").rename(harbor.parent / "second.tmx")
    world = harbor / "levels" / "harbor.world"
    world.write_text(world.read_text(encoding="utf-8").replace("second.tmx", "../../second.tmx"), encoding="utf-8")

    with pytest.raises(ContentError, match="lies outside of its pack"):
        load_content(pack=str(harbor))


def test_two_worlds_need_one_to_be_named(harbor: Path) -> None:
    (harbor / "levels" / "other.world").write_text("{}", encoding="utf-8")

    with pytest.raises(ContentError, match='world is ""'):
        open_pack(harbor)


TILESET = '<tileset firstgid="1" source="tiles.tsx"/>'


def write_tileset(levels: Path, image: str) -> None:
    """Write a second map with a tileset of one image."""
    (levels / "tiles.tsx").write_text(
        f'<tileset name="t" tilewidth="24" tileheight="24" tilecount="1" columns="1">'
        f'<image source="{image}" width="24" height="24"/></tileset>',
        encoding="utf-8",
    )
    Tiny(name="second", start_beat=16, extra=[TILESET]).cue(2, "lift").write(levels)


@pytest.mark.parametrize("image", ["../../outside.png", "linked.png"])
def test_an_image_of_a_tileset_outside_of_the_pack_is_refused(harbor: Path, image: str) -> None:
    (harbor.parent / "outside.png").write_bytes(b"")
    (harbor / "levels" / "linked.png").symlink_to(harbor.parent / "outside.png")
    write_tileset(harbor / "levels", image)

    with pytest.raises(ContentError, match="lies outside of its pack"):
        load_content(pack=str(harbor))


def test_an_image_of_a_tileset_that_a_pack_lacks_is_the_shipped_one(harbor: Path) -> None:
    write_tileset(harbor / "levels", "../tilesets/yard.png")
    (level,) = (level for level in read_levels(harbor) if level.id == "second")
    (picture,) = level.tilesets.pictures.values()

    assert picture.cels[0].image == assets_dir() / "tilesets" / "yard.png"


def test_a_look_outside_of_the_pack_is_refused(harbor: Path) -> None:
    look = harbor / "levels" / "first.look.toml"
    look.rename(harbor.parent / "outside.toml")
    look.symlink_to(harbor.parent / "outside.toml")

    with pytest.raises(ContentError, match="lies outside of its pack"):
        load_content(pack=str(harbor))


def read_levels(pack: Path) -> tuple[Level, ...]:
    world = load_content(pack=str(pack)).world
    assert isinstance(world, World)
    return world.levels


def test_a_map_or_a_world_is_played_in_the_pack_that_it_lies_in(harbor: Path) -> None:
    for name in ("second.tmx", "harbor.world"):
        content = load_content(str(harbor / "levels" / name))
        assert content.pack == open_pack(harbor)
        assert content.song.path == harbor / "song" / "song.toml"


def test_a_map_that_lies_in_no_pack_is_played_in_the_shipped_one(harbor: Path) -> None:
    (harbor / "pack.toml").unlink()
    assert load_content(str(harbor / "levels" / "second.tmx")).pack == shipped_pack()


def test_maps_are_checked_against_the_song_of_their_pack(harbor: Path, capsys: pytest.CaptureFixture[str]) -> None:
    world, lone = harbor / "levels" / "harbor.world", harbor / "levels" / "second.tmx"
    assert main(["levels", "check", "--strict", str(world), str(lone)]) == 0

    write_tileset(harbor / "levels", "../../outside.png")
    (harbor.parent / "outside.png").write_bytes(b"")
    assert main(["levels", "check", str(lone)]) == 2
    assert "lies outside of its pack" in capsys.readouterr().out

    (harbor / "pack.toml").unlink()
    (harbor.parent / "outside.png").unlink()
    assert main(["levels", "check", str(world)]) == 2


def test_a_map_is_previewed_with_the_art_of_its_pack(harbor: Path) -> None:
    output = harbor.parent / "sheet.png"
    assert main(["levels", "preview", str(harbor / "levels" / "first.tmx"), "-o", str(output)]) == 0
    bare = output.read_bytes()

    backdrop = harbor / "backdrops" / "first"
    backdrop.mkdir(parents=True)
    shutil.copy(assets_dir() / "backdrops" / "market" / "layers.json", backdrop)
    for image in (assets_dir() / "backdrops" / "market").glob("*.png"):
        shutil.copy(image, backdrop)
    assert main(["levels", "preview", str(harbor / "levels" / "first.tmx"), "-o", str(output)]) == 0
    assert output.read_bytes() != bare


def test_a_pack_is_played_in_the_windows_own_states(harbor: Path) -> None:
    with open_offscreen(Namespace(level=None, pack=str(harbor), safe=True)) as driver:
        loaded = driver.app.loaded.wait()
        assert loaded.library.pack.id == "harbor"
        for transition in (Transition("menu"), Transition("practice", SectionChoice())):
            driver.go(transition)
            driver.wait(100_000)
        driver.go(Transition("loading", driver.app.montage_plan()))
        driver.wait(1_000_000)
        assert driver.machine.screen == "run"
        assert [section.id for section in loaded.chart.sections] == ["first", "second"]


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no endless device on this system")
def test_a_map_that_is_an_endless_device_is_not_opened(harbor: Path) -> None:
    world = harbor / "levels" / "harbor.world"
    world.write_text(world.read_text(encoding="utf-8").replace("second.tmx", "/dev/zero"), encoding="utf-8")

    with pytest.raises(ContentError, match="/dev/zero: lies outside of its pack; copy it"):
        load_content(pack=str(harbor))


def test_a_pack_with_fewer_difficulties_is_checked_and_played_on_those(harbor: Path) -> None:
    (harbor / "pack.toml").write_text(PACK + 'difficulties = ["easy", "later"]\n', encoding="utf-8")

    content = load_content(pack=str(harbor))

    assert content.pack.difficulties == (Difficulty.EASY,)
    assert content.chart(Difficulty.EASY).difficulty is Difficulty.EASY
    with pytest.raises(UsageError, match='"Down at the harbor" has no chart on hard: choose among easy'):
        content.chart(Difficulty.HARD)


def test_what_is_wrong_on_a_difficulty_that_a_pack_does_not_have_is_no_error(harbor: Path) -> None:
    (harbor / "levels" / "second.tmx").unlink()
    broken = Tiny(name="second", start_beat=16).cue(2, "lift").cue(3, "lift", difficulties="hard")
    broken.cue(3, "lift", difficulties="hard").write(harbor / "levels")

    with pytest.raises(ContentError, match="on hard: "):
        load_content(pack=str(harbor))
    (harbor / "pack.toml").write_text(PACK + 'difficulties = ["easy"]\n', encoding="utf-8")
    assert load_content(pack=str(harbor)).chart(Difficulty.EASY).cues


def test_an_error_on_another_difficulty_only_takes_that_one_away(harbor: Path) -> None:
    map_ = Tiny(name="second", start_beat=16).cue(2, "lift").cue(3, "lift", difficulties="hard")
    path = map_.write(harbor / "levels")
    with pytest.raises(ContentError, match="on hard: it repeats left"):
        load_content(str(path))
    content = load_content(str(path), difficulty=Difficulty.EASY)
    assert content.pack.difficulties == (Difficulty.EASY,)
    with pytest.raises(ContentError, match="on hard"):
        load_content(str(path), difficulty=Difficulty.HARD)


def test_a_world_of_some_of_the_maps_can_be_played(harbor: Path) -> None:
    part = harbor / "part.world"
    part.write_text('{"maps": [{"fileName": "levels/second.tmx", "x": 0}]}', encoding="utf-8")
    assert [section.id for section in load_content(str(part)).chart(Difficulty.NORMAL).sections] == ["second"]


def test_content_names_all_files_that_it_was_read_from(harbor: Path) -> None:
    names = {path.name for path in load_content(pack=str(harbor)).files}
    assert names >= {"first.tmx", "second.tmx", "first.look.toml", "harbor.world", "song.toml", "pack.toml"}
    shipped = {path.name for path in load_content().files}
    assert shipped >= {"yard.lift.tx", "market-props.tsx", "montage.world", "sky.png"}


def test_a_packs_own_art_that_no_map_names_is_among_its_files(harbor: Path) -> None:
    for name in ("backdrops/quay/layers.json", "sprites/brick.png"):
        (harbor / name).parent.mkdir(parents=True)
        (harbor / name).write_bytes(b"")
    assert {path.name for path in load_content(pack=str(harbor)).files} >= {"layers.json", "brick.png"}
