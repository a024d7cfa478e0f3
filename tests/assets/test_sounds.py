"""The shipped sounds against what the exercises need."""

import tomllib
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import numpy as np
import pygame
import pytest

from game.content.song.sound_reader import load_sounds
from game.content.song.sound_table import TOUCHES, SoundTable
from game.errors import ContentError
from game.minigames.manifest import MINIGAMES
from game.platform.audio.device.pcm import Decoded, decode
from game.sim.actions import HANDS, Verb
from game.sim.spec import CallKind, CueKind, Hold
from game.states.menus.setup.calibrate import Sense
from game.storage.paths import assets_dir

FOLDER = assets_dir() / "sounds"
KINDS = [(f"{game.spec.id}.{kind.name}", kind) for game in MINIGAMES.values() for kind in game.spec.cues]
CALLS = [(f"{game.spec.id}.{kind.name}", kind) for game in MINIGAMES.values() for kind in game.spec.calls]
MAX_BYTES = 6_000_000
SAMPLE_RATE = 48_000
SMALL_SPEAKER_HZ = 200
A_MAJOR_THIRD = 5 / 4
"""So much higher every take of a right hand's warning lies than every take of the left's."""


@pytest.fixture(scope="module")
def table() -> SoundTable:
    return load_sounds(FOLDER / "sounds.toml")


@pytest.mark.parametrize(("name", "kind"), KINDS, ids=[name for name, _ in KINDS])
def test_every_kind_of_cue_has_its_warning_and_a_sound_for_each_touch(
    table: SoundTable, name: str, kind: CueKind
) -> None:
    sounds = table.cue(name, kind)
    assert bool(sounds.warning.names) == kind.heard
    parts = [sounds.press, sounds.release] if kind.hold in (Hold.RELEASED, Hold.PUNCH) else [sounds.press]
    for part in parts:
        assert set(part) == set(TOUCHES)
        assert all(part.values())


def test_no_two_kinds_with_sounds_of_their_own_share_a_warning(table: SoundTable) -> None:
    warnings = sorted(sound for row in table.cues.values() for sound in row.warning.names)
    assert all(one != other for one, other in pairwise(warnings))


@pytest.mark.parametrize(("name", "kind"), CALLS, ids=[name for name, _ in CALLS])
def test_every_call_is_heard(table: SoundTable, name: str, kind: CallKind) -> None:
    assert bool(table.call(name)) or not kind.heard
    assert name not in table.calls or kind.heard


def test_every_exercise_has_a_place_and_a_stray(table: SoundTable) -> None:
    for name, minigame in MINIGAMES.items():
        assert table.exercise(name).stray, name
        assert table.exercise(name).place or minigame.spec.borrows, name


def test_the_test_of_hearing_steps_on_every_beat_and_that_of_seeing_has_no_beat(table: SoundTable) -> None:
    hearing, seeing = (table.exercises[sense.value] for sense in (Sense.HEARING, Sense.SEEING))
    assert hearing.feet and hearing.place
    assert seeing.place and not seeing.feet
    assert hearing.scenery == seeing.scenery == ()


def test_an_exercise_without_rows_of_its_own_is_heard_by_the_default_sounds(table: SoundTable) -> None:
    for verbs, chord in [((Verb.LEFT,), False), ((Verb.UP,), False), ((Verb.DOWN,), False), ((*HANDS,), True)]:
        sounds = table.cue("rope.skip", CueKind("skip", verbs, "skips", chord=chord))
        assert sounds.warning.names and set(sounds.press) == set(sounds.release) == set(TOUCHES)
        unheard = table.cue("rope.skip", CueKind("skip", verbs, "skips", chord=chord, heard=False))
        assert unheard.warning.names == () and unheard.press == sounds.press
    assert table.call("rope.swing") and table.exercise("rope").place


def test_what_repeats_has_at_least_four_takes(table: SoundTable) -> None:
    once = {"place_", "elevated_train", "ships_bell", "city_bell", "cheer", "second_wind", "lace", "menu_"}
    once |= {"grate_steam", "train_horn"}
    few = [name for name, sound in table.sounds.items() if len(sound.takes) < 4]
    assert [name for name in few if not any(name.startswith(start) for start in once)] == []


def test_no_touch_of_a_hit_is_the_sound_of_another(table: SoundTable) -> None:
    for name, sounds in table.cues.items():
        for part in (sounds.press, sounds.release):
            if part and part["clean"] != part["late"]:
                assert len(set(part.values())) == len(part), name


@pytest.fixture
def mixer(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A mixer that is never listened to: it only decodes."""
    monkeypatch.setenv("SDL_AUDIODRIVER", "dummy")
    pygame.mixer.quit()
    pygame.mixer.init(SAMPLE_RATE, -16, 2, 1024, allowedchanges=0)
    yield
    pygame.mixer.quit()


ROWS = [row.warning for row in load_sounds(FOLDER / "sounds.toml").cues.values()]
HANDED = [(row.left, row.right) for row in ROWS if row.left != row.right] + [("call_high_left", "call_high_right")]


def centres_hz(table: SoundTable, name: str) -> list[float]:
    """Return each take's centre of energy in Hz, as one speaker plays it that gives nothing below 200 Hz."""
    both = decode(table.sounds[name].file)
    assert isinstance(both, Decoded)
    mono = both.pcm.mean(axis=1)
    centres = []
    for first, frames in table.sounds[name].takes:
        power = np.abs(np.fft.rfft(mono[first : first + frames])) ** 2
        hz = np.fft.rfftfreq(frames, 1 / SAMPLE_RATE)
        power[hz < SMALL_SPEAKER_HZ] = 0
        centres.append(float((power * hz).sum() / power.sum()))
    return centres


@pytest.mark.parametrize(("left", "right"), HANDED)
@pytest.mark.usefixtures("mixer")
def test_left_and_right_are_told_apart_in_mono(table: SoundTable, left: str, right: str) -> None:
    assert min(centres_hz(table, right)) > A_MAJOR_THIRD * max(centres_hz(table, left))


def test_every_cue_that_either_hand_may_have_to_answer_by_its_warning_tells_the_hand(table: SoundTable) -> None:
    either = {
        name
        for name, kind in KINDS
        if {Verb.LEFT, Verb.RIGHT} <= set(kind.verbs) and not kind.chord and not kind.alternates
    }
    assert either
    assert [name for name in sorted(either) if len(table.cues[name].warning.names) != 2] == []


def test_every_file_is_there_and_all_of_them_are_small(table: SoundTable) -> None:
    files = {sound.file for sound in table.sounds.values()}
    assert [file.name for file in files if not file.is_file()] == []
    assert sum(file.stat().st_size for file in files) < MAX_BYTES
    assert set(FOLDER.glob("*.ogg")) == files


# -- a table that is wrong


def written(folder: Path, text: str) -> Path:
    path = folder / "sounds.toml"
    path.write_text(text, encoding="utf-8")
    return path


SOUND = '[sounds.a]\nfile = "a.ogg"\ntakes = [[0, 10]]\n'


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "format is None"),
        ("format = 2", "format is 2"),
        ("format = [", "is not TOML"),
        ("format = 1\nsounds = 3", "write a table [sounds]"),
        ("format = 1\n[sounds.a]\ntakes = [[0, 10]]", "[sounds.a]: file is None"),
        ('format = 1\n[sounds.a]\nfile = "a.ogg"\ntakes = [[0]]', "[sounds.a]: takes is [[0]]"),
        ('format = 1\n[sounds.a]\nfile = "a.ogg"\ntakes = [[0, -4]]', "[sounds.a]: takes is"),
        (f'format = 1\n{SOUND}bus = "loud"', "[sounds.a]: bus is 'loud'"),
        (f'format = 1\n{SOUND}gain_db = "much"', "[sounds.a]: gain_db is 'much'"),
        (f'format = 1\n{SOUND}[cues."yard.lift"]\nwarning = "b"', "warning is 'b', which is no sound"),
        (f'format = 1\n{SOUND}[cues."x.y"]\nwarning = {{ left = "a" }}', "or one for left and one for right"),
        (f'format = 1\n{SOUND}[calls."x.y"]\nsounds = 3', "sounds is 3"),
        (f'format = 1\n{SOUND}[calls."x.y"]\nsounds = [{{ sound = "a", beats = "x" }}]', "beats is 'x'"),
    ],
)
def test_a_wrong_table_is_one_sentence(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(ContentError) as caught:
        load_sounds(written(tmp_path, text))
    assert said in str(caught.value)
    assert str(tmp_path) in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_table_that_is_not_there_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="cannot be read"):
        load_sounds(tmp_path / "sounds.toml")


def test_the_shipped_table_is_the_workshops() -> None:
    tables = tomllib.loads((FOLDER / "sounds.toml").read_text(encoding="utf-8"))
    assert set(tables) == {"format", "sounds", "cues", "calls", "exercises", "defaults", "game"}
