from pathlib import Path

from game.content.checks.world import whole_song
from game.content.world_reader import World
from tests.content.tiny import Tiny, tiny_song, whats


def test_a_world_without_one_of_the_songs_sections_is_found(tmp_path: Path) -> None:
    world = World(tmp_path / "montage.world", (Tiny(name="first").level(tmp_path),), (0,))
    assert whats(list(whole_song.find(world, tiny_song(tmp_path)))) == ['the song\'s section "second" comes 0 times']


def test_a_renamed_section_is_one_finding_that_says_its_name(tmp_path: Path) -> None:
    levels = (Tiny(name="first").level(tmp_path), Tiny(name="third", start_beat=16).level(tmp_path))
    world = World(tmp_path / "montage.world", levels, (0, 1536))
    (finding,) = whole_song.find(world, tiny_song(tmp_path))
    assert (finding.what, finding.mend) == ('the song has no section "third"', 'name it "second"')
