import json
import shutil
from pathlib import Path

import pytest

from game.app.content import shipped_pack
from game.content.checks.registry import check_level
from game.content.song.song import load_song
from game.content.world import load_levels, load_world
from game.errors import ContentError
from game.storage.paths import levels_dir
from tests.content.tiny import Tiny, tiny_song


def write_world(folder: Path, *names: str, width: int = 1536) -> Path:
    maps = [{"fileName": f"{name}.tmx", "x": place * width, "y": 0} for place, name in enumerate(names)]
    path = folder / "montage.world"
    path.write_text(json.dumps({"maps": maps, "type": "world"}), encoding="utf-8")
    return path


def write_both(folder: Path) -> tuple[Path, Path]:
    one = Tiny(name="first").cue(2, "lift").write(folder)
    two = Tiny(name="second", start_beat=16).cue(2, "lift").write(folder)
    return one, two


def test_maps_come_in_the_order_of_their_x(tmp_path: Path) -> None:
    write_both(tmp_path)
    path = write_world(tmp_path, "first", "second")
    rows = json.loads(path.read_text(encoding="utf-8"))
    rows["maps"].reverse()
    path.write_text(json.dumps(rows), encoding="utf-8")
    world = load_world(tmp_path / "montage.world", tiny_song(tmp_path))
    assert [level.id for level in world.levels] == ["first", "second"]
    assert [(seam.before.id, seam.after.id, float(seam.beat)) for seam in world.seams] == [("first", "second", 16)]
    assert world.level_of("second").id == "second"
    assert [section.id for section in world.sections] == ["first", "second"]


def test_all_errors_of_all_maps_are_told_at_once(tmp_path: Path) -> None:
    Tiny(name="first").cue(2, "crate", "up").cue(1, "lift").write(tmp_path)
    Tiny(name="second", start_beat=16, lace=False).write(tmp_path)
    write_world(tmp_path, "first", "second")
    with pytest.raises(ContentError) as caught:
        load_world(tmp_path / "montage.world", tiny_song(tmp_path))
    lines = str(caught.value).splitlines()
    assert len(lines) == 3
    assert all(line.startswith(str(tmp_path)) and "; " in line for line in lines)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("", "is not JSON"),
        ('{"maps": [', "is not JSON"),
        ("[]", "lists no maps"),
        ('{"maps": []}', "lists no maps"),
        ('{"maps": [{"x": 0}]}', "map number 1 has no fileName"),
        ('{"maps": [{"fileName": "first.tmx", "x": "0"}]}', "no whole x"),
        ('{"maps": [{"fileName": "gone.tmx", "x": 0}]}', "gone.tmx: cannot be read"),
    ],
)
def test_a_broken_world_is_one_sentence(tmp_path: Path, content: str, says: str) -> None:
    (tmp_path / "montage.world").write_text(content, encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        load_world(tmp_path / "montage.world", tiny_song(tmp_path))
    assert says in str(caught.value)
    assert len(str(caught.value).splitlines()) == 1


def test_a_missing_world_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match=r"montage\.world: cannot be read"):
        load_world(tmp_path / "montage.world", tiny_song(tmp_path))


def test_a_map_cut_short_keeps_the_world_from_loading(tmp_path: Path) -> None:
    one, _ = write_both(tmp_path)
    write_world(tmp_path, "first", "second")
    text = one.read_text(encoding="utf-8")
    for length in range(0, len(text) - 1, 97):
        one.write_text(text[:length], encoding="utf-8")
        with pytest.raises(ContentError) as caught:
            load_world(tmp_path / "montage.world", tiny_song(tmp_path))
        assert str(caught.value).startswith(f"{one}: ")


def test_a_map_of_a_newer_format_says_so(tmp_path: Path) -> None:
    path = Tiny(properties={"format": 2}).write(tmp_path)
    with pytest.raises(ContentError, match="is of map format 2, newer than this game's 1; update the game"):
        load_levels([path], tiny_song(tmp_path))


def test_single_maps_come_in_the_order_of_their_beats(tmp_path: Path) -> None:
    one, two = write_both(tmp_path)
    levels = load_levels([two, one], tiny_song(tmp_path))
    assert [level.id for level in levels] == ["first", "second"]


def test_a_missing_picture_is_a_finding_for_the_check_and_no_reason_not_to_play(tmp_path: Path) -> None:
    levels = tmp_path / "levels"
    shutil.copytree(levels_dir(), levels)
    song = load_song(shipped_pack().song)
    assert len(load_world(levels / "montage.world", song).levels) == 8
    findings = check_level(load_world(levels / "montage.world", song).levels[0], song)
    assert {finding.problem for finding in findings} == {"missing_file"}
