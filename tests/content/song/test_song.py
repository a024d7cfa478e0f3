from pathlib import Path

import pytest

from game.app.content import shipped_pack
from game.content.song.song import load_song
from game.errors import ContentError
from tests.content.tiny import SONG, tiny_song


def test_the_game_s_song_lasts_193_seconds_and_ninety_bars() -> None:
    song = load_song(shipped_pack().song)
    assert song.duration_us == 193_000_000
    assert song.beats == 360
    assert sum(section.bars for section in song.sections) == 90
    assert song.duration_us * song.sample_rate == 9_264_000 * 1_000_000
    assert song.lead_in_us == 2_552_000


def test_sections_follow_each_other(tmp_path: Path) -> None:
    song = tiny_song(tmp_path)
    first, second = song.sections
    assert (first.end_beat, first.end_us) == (second.start_beat, second.start_us)
    assert (float(second.start_beat), second.start_us) == (16, 8_000_000)
    assert song.tempo.to_us(second.end_beat) == song.duration_us


def test_tables_that_the_game_does_not_know_are_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "song.toml"
    path.write_text(f'{SONG}\n[stems]\nbed = "bed.ogg"\n[[mixes]]\nrate = 0.5\nfile = "half.ogg"\n', encoding="utf-8")
    song = load_song(path)
    assert song.audio_files("stems") == {"bed": tmp_path / "bed.ogg"}
    assert song.audio_files("mixes") == {"0.5": tmp_path / "half.ogg"}
    assert song.audio_files("nothing") == {}


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        (SONG, "", "no [[sections]]"),
        (SONG, SONG[:-45], "number 2: has no id"),
        (SONG, SONG[:-50], "is not TOML"),
        (SONG, "\x00", "is not TOML"),
        ("format = 1", "format = 2", "newer than this game's 1"),
        ("duration_us = 16000000", "duration_us = 16000001", "make them agree"),
        ("duration_us = 16000000", "", "duration_us is None"),
        ("[lead_in]", "[lead]", "no table [lead_in]"),
        ("bars = 4", "bars = 0", "[[sections]] number 1: bars is 0"),
        ("bars = 4", "bars = true", "bars is True"),
        ("us_per_beat = 500000", 'us_per_beat = "fast"', "us_per_beat is 'fast'"),
        ('id = "second"', 'id = "first"', "comes twice"),
        ('id = "second"', "id = 2", "number 2: has no id"),
    ],
)
def test_a_broken_song_is_one_sentence_with_file_and_mend(tmp_path: Path, old: str, new: str, says: str) -> None:
    path = tmp_path / "song.toml"
    path.write_text(SONG.replace(old, new), encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        load_song(path)
    message = str(caught.value)
    assert message.startswith(f"{path}: ")
    assert says in message
    assert "\n" not in message.strip()


def test_a_song_that_is_missing_or_not_text_is_one_sentence(tmp_path: Path) -> None:
    for path in (tmp_path / "gone.toml", tmp_path):
        with pytest.raises(ContentError, match="cannot be read"):
            load_song(path)
    (tmp_path / "song.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(ContentError, match="is not TOML"):
        load_song(tmp_path / "song.toml")
