"""Tables of sounds: a pack's own rows are laid over the shipped ones, and no file lies outside of its folder."""

from pathlib import Path

import pytest

from game.app.content import open_pack, shipped_pack
from game.content.song.song import load_song
from game.content.song.sound_reader import open_sounds
from game.errors import ContentError
from tests.content.harbor import write_harbor
from tests.content.tiny import SONG

HORN = """format = 1
[sounds.horn]
file = "horn.ogg"
takes = [[0, 100]]
[exercises.yard]
place = "place_river"
feet = "horn"
"""


def write_sounds(pack: Path, text: str) -> Path:
    (pack / "sounds").mkdir(exist_ok=True)
    path = pack / "sounds" / "sounds.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_pack_without_sounds_has_the_shipped_ones(tmp_path: Path) -> None:
    assert open_sounds(open_pack(write_harbor(tmp_path)).roots) == open_sounds(shipped_pack().roots)


def test_a_packs_own_rows_are_laid_over_the_shipped_ones(tmp_path: Path) -> None:
    pack, shipped = open_pack(write_harbor(tmp_path)), open_sounds(shipped_pack().roots)
    write_sounds(pack.root, HORN)
    table = open_sounds(pack.roots)

    assert table.sounds["horn"].file == pack.root / "sounds" / "horn.ogg"
    assert (table.exercise("yard").feet, table.exercise("yard").place) == ("horn", "place_river")
    assert table.exercise("market") == shipped.exercise("market")
    assert table.cues == shipped.cues and table.defaults == shipped.defaults and table.game == shipped.game


@pytest.mark.parametrize("name", ["../../horn.ogg", "/horn.ogg", "linked.ogg"])
def test_a_sound_outside_of_its_folder_is_refused(tmp_path: Path, name: str) -> None:
    pack = open_pack(write_harbor(tmp_path))
    path = write_sounds(pack.root, HORN.replace('"horn.ogg"', f'"{name}"'))
    (path.parent / "linked.ogg").symlink_to(tmp_path / "horn.ogg")

    with pytest.raises(ContentError, match="leads out of its folder"):
        open_sounds(pack.roots)


def test_a_table_of_another_format_is_told(tmp_path: Path) -> None:
    pack = open_pack(write_harbor(tmp_path))
    write_sounds(pack.root, "format = 9\n")

    with pytest.raises(ContentError, match="format is 9"):
        open_sounds(pack.roots)


def test_the_files_of_a_song_lie_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "song.toml"
    tables = (
        '[ring_out]\nfile = "end.ogg"\n[[stems]]\nid = "bed"\nfile = "a.ogg"\n[[rates]]\nrate = 0.5\nfile = "b.ogg"\n'
    )
    path.write_text(SONG + tables, encoding="utf-8")
    audio = load_song(path).audio

    assert audio.stems == {"bed": tmp_path / "a.ogg"}
    assert audio.mixes == {500: tmp_path / "b.ogg"}
    assert (audio.lead_in, audio.ring_out) == (None, tmp_path / "end.ogg")


@pytest.mark.parametrize("table", ["[[stems]]\nid = 'bed'", "[[rates]]\nrate = 1", "[ring_out]"])
def test_a_song_whose_files_lie_elsewhere_is_refused(tmp_path: Path, table: str) -> None:
    path = tmp_path / "song.toml"
    path.write_text(f'{SONG}{table}\nfile = "../elsewhere.ogg"\n', encoding="utf-8")

    with pytest.raises(ContentError, match="leads out of its folder"):
        _ = load_song(path).audio
