"""Settings survive everything that can happen to a file, and say what happened in one sentence."""

import os
from dataclasses import fields, replace
from pathlib import Path

import pytest

from game.errors import StorageError
from game.storage.options import OneOf, WholeNumber, kind_of
from game.storage.settings import FORMAT, Settings, SoundSettings
from game.storage.settings_file import GROUPS, SettingsFile

QUIET = replace(Settings(), sound=replace(SoundSettings(), music=15))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "settings.toml"


def written(path: Path, content: bytes) -> SettingsFile:
    path.write_bytes(content)
    return SettingsFile(path)


def test_a_missing_file_means_defaults_without_a_word(path: Path) -> None:
    loaded = SettingsFile(path).load()
    assert loaded.settings == Settings()
    assert loaded.notices == ()


def test_what_is_saved_is_read_again(path: Path) -> None:
    SettingsFile(path).save(QUIET)
    assert SettingsFile(path).load().settings == QUIET


def test_every_default_is_one_of_its_own_values() -> None:
    for name in GROUPS:
        group = getattr(Settings(), name)
        for item in fields(group):
            kind_of(item).check(getattr(group, item.name))


def test_every_setting_has_a_sentence() -> None:
    sentences = [kind_of(item).sentence for name in GROUPS for item in fields(getattr(Settings(), name))]
    assert all(sentence.endswith(".") for sentence in sentences)


@pytest.mark.parametrize(
    "content",
    [
        b"[sound\nmusic = 15",
        b"[sound]\nmusic = ",
        b"\x00\x01\x02",
        b"\xff\xfe[sound]",
        b'format = "one"',
        b"format = 0",
    ],
    ids=["truncated", "cut in a value", "zeros", "not utf-8", "format a word", "format zero"],
)
def test_a_damaged_file_is_set_aside_and_said(path: Path, content: bytes) -> None:
    loaded = written(path, content).load()
    assert loaded.settings == Settings()
    assert len(loaded.notices) == 1
    assert "settings.toml.damaged" in loaded.notices[0]
    assert path.with_name("settings.toml.damaged").read_bytes() == content


def test_a_second_damaged_file_does_not_cover_the_first(path: Path) -> None:
    written(path, b"first =").load()
    written(path, b"second =").load()
    assert path.with_name("settings.toml.damaged").read_bytes() == b"first ="
    assert path.with_name("settings.toml.damaged-2").read_bytes() == b"second ="


def test_an_empty_file_means_defaults_and_is_said(path: Path) -> None:
    loaded = written(path, b" \n").load()
    assert loaded.settings == Settings()
    assert "is empty" in loaded.notices[0]


@pytest.mark.parametrize(
    "line",
    ["music = 101", "music = -1", 'music = "loud"', "music = true", "music = 12.5", "music = [1]"],
)
def test_a_wrong_value_costs_only_itself(path: Path, line: str) -> None:
    loaded = written(path, f"[sound]\n{line}\nhits = 33\n".encode()).load()
    assert loaded.settings.sound.music == SoundSettings().music
    assert loaded.settings.sound.hits == 33
    assert len(loaded.notices) == 1
    assert "sound.music takes a whole number from 0 to 100" in loaded.notices[0]


@pytest.mark.parametrize(
    ("table", "line"),
    [
        ("picture", 'full_screen = "yes"'),
        ("play", 'difficulty = "brutal"'),
        ("play", "rate_permille = 1001"),
        ("play", 'initials = "abc"'),
        ("keys", 'left = "F"'),
        ("keys", 'left = ["F", "G", "H"]'),
        ("keys", "left = [1]"),
        ("keys", 'left = ["F", "F"]'),
    ],
)
def test_every_kind_of_setting_refuses_what_it_does_not_take(path: Path, table: str, line: str) -> None:
    loaded = written(path, f"[{table}]\n{line}\n".encode()).load()
    assert loaded.settings == Settings()
    assert f"{table}.{line.split(' ', maxsplit=1)[0]} takes" in loaded.notices[0]


def test_a_group_of_the_wrong_type_costs_only_itself(path: Path) -> None:
    file = written(path, b"sound = 3\n[play]\nhold_tap = true\n")
    loaded = file.load()
    assert loaded.settings.sound == SoundSettings()
    assert loaded.settings.play.hold_tap
    file.save(loaded.settings)
    assert SettingsFile(path).load().notices == ()


def test_what_this_version_does_not_know_is_kept(path: Path) -> None:
    file = written(path, b'future = 1\n[sound]\nmusic = 15\nreverb = 0.5\n[ghost]\nname = "me"\n')
    file.save(file.load().settings)
    text = path.read_text()
    assert "future = 1" in text
    assert "reverb = 0.5" in text
    assert 'name = "me"' in text
    assert "music = 15" in text


def test_a_newer_file_is_left_alone(path: Path) -> None:
    content = f"format = {FORMAT + 1}\n[sound]\nmusic = 15\n".encode()
    file = written(path, content)
    loaded = file.load()
    assert loaded.settings == Settings()
    assert "newer version" in loaded.notices[0]
    with pytest.raises(StorageError, match="newer version"):
        file.save(QUIET)
    assert path.read_bytes() == content


def test_a_folder_in_its_place_is_said_and_not_overwritten(path: Path) -> None:
    path.mkdir()
    file = SettingsFile(path)
    assert "cannot be read" in file.load().notices[0]
    with pytest.raises(StorageError):
        file.save(QUIET)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may read everything")
def test_an_unreadable_file_is_said(path: Path) -> None:
    written(path, b"[sound]\nmusic = 15\n")
    path.chmod(0)
    assert "cannot be read" in SettingsFile(path).load().notices[0]


def test_a_save_that_fails_leaves_the_old_file_and_no_litter(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    SettingsFile(path).save(QUIET)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    with pytest.raises(StorageError, match="No space left"):
        SettingsFile(path).save(Settings())
    monkeypatch.undo()
    assert SettingsFile(path).load().settings == QUIET
    assert [file.name for file in path.parent.iterdir()] == ["settings.toml"]


def test_menus_move_values_within_their_range() -> None:
    assert WholeNumber("A number.", 0, 100, 5).moved(98, 1) == 100
    assert WholeNumber("A number.", 0, 100, 5).moved(2, -1) == 0
    assert OneOf("A word.", ("a", "b")).moved("b", 1) == "b"
    assert OneOf("A word.", ("a", "b")).moved("b", -1) == "a"


WHOLE = """format = 1
[timing]
audio_offset_ms = 120

[sound]
music = 15
hits = 33
[keys]
left = [
    "A",
    "Q",
]
"""


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"], ids=ascii)
def test_byte_order_marks_and_line_ends_do_not_matter(path: Path, encoding: str, line_end: str) -> None:
    loaded = written(path, WHOLE.replace("\n", line_end).encode(encoding)).load()
    assert loaded.notices == ()
    assert loaded.settings.timing.audio_offset_ms == 120
    assert loaded.settings.keys.left == ("A", "Q")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("music = 15", "music = "),
        ("music = 15", "music 15"),
        ("music = 15", 'music = "fifteen'),
        ("music = 15", "= 15"),
        ("music = 15", "music = 15 15"),
        ("music = 15", "music = [1"),
        ("music = 15", "music = " + "[" * 100_000),
        ("music = 15", "music = " + "1" * 10_000),
        ("music = 15", "music = 15\nmusic = 16\n"),
        ("music = 15", "<<<<<<< mine"),
        ("music = 15", "]"),
        ("music = 15", "music = 15 \udcfc"),
    ],
    ids=ascii,
)
def test_a_line_that_is_not_understood_costs_only_itself(path: Path, old: str, new: str) -> None:
    content = WHOLE.replace(old, new).encode(errors="surrogateescape")
    loaded = written(path, content).load()
    assert loaded.settings.timing.audio_offset_ms == 120
    assert loaded.settings.sound.hits == 33
    assert loaded.settings.keys.left == ("A", "Q")
    (notice,) = loaded.notices
    assert "not understood and left out; as it was, it is now settings.toml.damaged" in notice
    assert path.with_name("settings.toml.damaged").read_bytes() == content


@pytest.mark.parametrize("old", ["[sound]", "hits = 33", "left = [", '    "Q",', "\n]\n"])
def test_a_statement_that_lost_a_line_costs_no_other(path: Path, old: str) -> None:
    loaded = written(path, WHOLE.replace(old, "%").encode()).load()
    assert loaded.settings.timing.audio_offset_ms == 120
    assert len(loaded.notices) == 1


def test_keys_under_a_broken_header_do_not_land_in_another_table(path: Path) -> None:
    loaded = written(path, WHOLE.replace("[sound]", "[sound").encode()).load()
    assert loaded.settings.sound == SoundSettings()
    assert loaded.settings.keys.left == ("A", "Q")
    assert "lines 5, 6, 7 are not understood" in loaded.notices[0]


def test_a_mended_file_is_read_without_a_word_the_next_time(path: Path) -> None:
    first = written(path, WHOLE.replace("music = 15", "music = 101\nghost = %").encode()).load()
    assert len(first.notices) == 2
    second = SettingsFile(path).load()
    assert second.notices == ()
    assert second.settings == first.settings
    assert not path.with_name("settings.toml.damaged-2").exists()


def test_a_comment_in_a_code_page_costs_nothing(path: Path) -> None:
    loaded = written(path, "# f\u00fcr abends\n[sound]\nmusic = 15\n".encode("cp1252")).load()
    assert loaded.settings == QUIET
    assert loaded.notices == ()


def test_a_wrong_value_is_kept_in_a_copy(path: Path) -> None:
    content = b"[sound]\nmusic = 101\n"
    assert "it is now settings.toml.damaged" in written(path, content).load().notices[0]
    assert path.with_name("settings.toml.damaged").read_bytes() == content


@pytest.mark.parametrize("count", [900, 200_000])
@pytest.mark.timeout(5)
def test_a_file_of_endless_junk_is_set_aside_at_once(path: Path, count: int) -> None:
    loaded = written(path, b"[sound]\n" + b"junk\n" * count).load()
    assert loaded.settings == Settings()
    assert "settings.toml.damaged" in loaded.notices[0]


def test_the_offsets_of_sound_devices_are_a_table(path: Path) -> None:
    timing = Settings().timing.with_offset("Speakers", 12).with_offset('A "quoted" name', -400)
    SettingsFile(path).save(replace(Settings(), timing=timing))
    loaded = SettingsFile(path).load()
    assert loaded.settings.timing == timing
    assert loaded.settings.timing.offset_on('A "quoted" name') == -300
    assert b"[timing.audio_offsets_ms]" in path.read_bytes()


@pytest.mark.parametrize("value", ["3", "{ Speakers = 301 }", '{ Speakers = "late" }', "[3]"])
def test_a_wrong_table_of_offsets_costs_only_itself(path: Path, value: str) -> None:
    loaded = written(path, f"[timing]\naudio_offsets_ms = {value}\naudio_offset_ms = 9\n".encode()).load()
    assert loaded.settings.timing.audio_offsets_ms == ()
    assert loaded.settings.timing.offset_on("Speakers") == 9
    assert "timing.audio_offsets_ms takes" in loaded.notices[0]
