"""Beats and bars of songs whose beats are known: synthetic ones, and ten clips of the workshop's own instruments."""

import json
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("scipy", reason="importing songs needs scipy")
pytest.importorskip("soundfile", reason="importing songs needs soundfile")

from game.content.importing.beat_grid import Octave
from game.content.importing.charting import charted
from game.content.importing.from_audio import Wishes, lay_out
from game.content.importing.pack_writer import Laid
from game.content.importing.recording import Recording, Samples, Span, read_recording
from game.errors import ContentError
from game.minigames.manifest import MINIGAMES
from game.sim.chart import Difficulty
from game.timing.units import US_PER_SECOND
from tests.content.importing.songs import Times, beats_at, beats_of, drummed

CLIPS = Path(__file__).parent / "clips"
NAMES = sorted(path.stem for path in CLIPS.glob("*.ogg"))
ON_ONSET_S = 0.015
"""A cue so near to a note's beginning is on it."""


def quiet(what: str, share: float) -> None:
    """Nobody looks at the progress."""


def laid(samples: Samples, wishes: Wishes = Wishes()) -> Laid:  # noqa: B008 (frozen)
    """Return a song laid out."""
    return lay_out(Recording(samples, "", ""), wishes, quiet)


def near(times: Times, known: Times, within_s: float) -> float:
    """Return the share of times that lie so near to a known one."""
    return float(np.mean([np.min(np.abs(known - time)) < within_s for time in times]))


def cue_times(song: Laid) -> Times:
    """Return the times of all cues on all difficulties, in seconds of the recording."""
    tempo, start_s = song.heard.tempo, song.grid.start_s
    return np.array(
        [
            start_s + tempo.to_us(part.first_beat + cue.beat) / US_PER_SECOND
            for part in song.parts
            for difficulty in Difficulty
            for cue in charted(part, MINIGAMES[part.minigame].spec, difficulty, song.heard).cues
        ]
    )


@pytest.mark.parametrize(
    ("bpm", "drift"),
    [(128, 0.0), (110, 0.08), *(pytest.param(bpm, 0.0, marks=pytest.mark.slow) for bpm in (84, 96, 150))],
)
def test_known_beats_are_found(bpm: float, drift: float) -> None:
    beats = beats_at(bpm, 80, 1.3, drift)
    song = laid(drummed(beats))

    assert near(beats[4:-4], song.grid.beats, 0.006) >= 0.98
    assert near(song.grid.beats[:-8:4], beats[::4], 0.01) >= 0.98


@pytest.mark.parametrize(
    "beats",
    [
        beats_of((100, 50), (140, 50)),
        pytest.param(beats_of((140, 50), (100, 50)), marks=pytest.mark.slow),
        pytest.param(beats_of((120, 64), (90, 48), (120, 64)), marks=pytest.mark.slow),
        beats_at(90, 110, 1.0, 0.55),
        pytest.param(beats_at(140, 110, 1.0, -0.3), marks=pytest.mark.slow),
    ],
    ids=["leaps up", "leaps down", "leaps twice", "gathers speed", "slows down"],
)
def test_a_tempo_that_changes_for_good_is_followed(beats: Times) -> None:
    song = laid(drummed(beats))
    known = np.sort(np.concatenate([beats, (beats[1:] + beats[:-1]) / 2]))

    assert near(beats[4:-4], song.grid.beats, ON_ONSET_S) >= 0.98
    assert near(cue_times(song), known, ON_ONSET_S) >= 0.95


def test_long_silence_at_the_start_is_no_bar() -> None:
    beats = beats_at(120, 64, 12.0)

    assert abs(laid(drummed(beats)).grid.start_s - 12.0) < 0.02


def test_runs_of_whole_microseconds_never_stray() -> None:
    song = laid(drummed(beats_at(97.3, 80, 0.7, 0.05)))
    tempo = song.heard.tempo

    written = [tempo.to_us(Fraction(beat)) / US_PER_SECOND for beat in range(0, song.grid.bars * 4 + 1, 4)]
    assert np.abs(np.array(written) - (song.grid.beats[::4] - song.grid.start_s)).max() < 5e-6


@pytest.mark.parametrize(
    ("wishes", "bpm"),
    [(Wishes(octave=Octave.HALF), 60), (Wishes(octave=Octave.DOUBLE), 240), (Wishes(bpm=60), 60)],
)
def test_the_tempo_is_halved_doubled_or_hinted(wishes: Wishes, bpm: float) -> None:
    assert abs(laid(drummed(beats_at(120, 72, 0.5)), wishes).grid.bpm - bpm) < 1


def test_the_beat_is_shifted_by_half() -> None:
    beats = beats_at(120, 56, 0.5)
    shifted = laid(drummed(beats), Wishes(half_beat=True)).grid.beats

    assert near(shifted, beats + 0.25, 0.02) >= 0.98


@pytest.mark.parametrize("offset", [0.0, 0.25])
def test_taps_say_which_side_of_the_beat_is_meant(offset: float) -> None:
    beats = beats_at(120, 56, 0.5)
    taps = beats[10:30] + offset + np.random.default_rng(3).normal(0.02, 0.02, 20)
    found = laid(drummed(beats), Wishes(taps=taps)).grid.beats

    assert near(found, beats + offset, 0.02) >= 0.98


def test_a_song_without_beats_is_told() -> None:
    with pytest.raises(ContentError, match="--bpm"):
        laid(drummed(beats_at(120, 12, 0.5)))


@pytest.mark.parametrize(
    "name",
    [pytest.param(name, marks=() if name in ("rock", "strings") else pytest.mark.slow) for name in NAMES],
)
def test_the_cues_of_a_clip_are_on_its_notes(name: str) -> None:
    facts = json.loads((CLIPS / f"{name}.json").read_text(encoding="utf-8"))
    song = lay_out(read_recording(CLIPS / f"{name}.ogg", Span(), quiet), Wishes(), quiet)

    assert near(cue_times(song), np.array(facts["onsets"]), ON_ONSET_S) >= 0.95


def test_the_cues_of_a_synthetic_song_are_on_its_onsets() -> None:
    beats = beats_at(124, 80, 0.8)
    known = np.sort(np.concatenate([beats, (beats[1:] + beats[:-1]) / 2]))

    assert near(cue_times(laid(drummed(beats, (32, 56)))), known, ON_ONSET_S) >= 0.95


@pytest.mark.slow
def test_most_clips_have_their_own_tempo() -> None:
    right = 0
    for name in NAMES:
        known = np.array(json.loads((CLIPS / f"{name}.json").read_text(encoding="utf-8"))["beats"])
        song = lay_out(read_recording(CLIPS / f"{name}.ogg", Span(), quiet), Wishes(), quiet)
        right += near(known, song.grid.beats, 0.03) > 0.9 and abs(song.grid.bpm * np.median(np.diff(known)) - 60) < 2
    assert right >= 7, "known: the ballad is felt twice as fast, the funk between its beats"
