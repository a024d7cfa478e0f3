"""The music dips behind each warning, between 1 and 4 kHz, on exact frames."""

import numpy as np
import numpy.typing as npt
import pytest

from game.platform.audio.song.ducking import ATTACK_FRAMES, DIP_DB, HELD_FRAMES, RELEASE_FRAMES, Ducking

RATE = 48_000
WARNING = 24_000
SONG = RATE

Pcm = npt.NDArray[np.int16]


class Tape:
    """A second of one tone, read as the song is."""

    def __init__(self, hz: float) -> None:
        tone = 8000 * np.sin(2 * np.pi * hz * np.arange(SONG) / RATE)
        self.pcm: Pcm = np.repeat(np.rint(tone).astype(np.int16)[:, None], 2, axis=1)

    def read(self, first: int, count: int) -> Pcm:
        out = np.zeros((count, 2), np.int16)
        begin, end = max(0, first), min(SONG, first + count)
        if begin < end:
            out[begin - first : end - first] = self.pcm[begin:end]
        return out


def level_db(pcm: Pcm, like: Pcm) -> float:
    """Level of frames against the same frames of another tape."""
    return float(10 * np.log10((pcm.astype(float) ** 2).mean() / (like.astype(float) ** 2).mean()))


def held(pcm: Pcm) -> Pcm:
    return pcm[WARNING : WARNING + HELD_FRAMES]


@pytest.mark.parametrize(("hz", "change_db"), [(300, 0.0), (2000, DIP_DB), (3000, DIP_DB), (7000, 0.0)])
def test_only_the_band_of_warnings_dips(hz: float, change_db: float) -> None:
    tape = Tape(hz)
    ducked = Ducking([WARNING]).read(tape.read, 0, SONG)
    assert level_db(held(ducked), held(tape.pcm)) == pytest.approx(change_db, abs=0.3)


def test_a_dip_begins_and_ends_on_its_frames() -> None:
    tape = Tape(2000)
    changed = np.flatnonzero((Ducking([WARNING]).read(tape.read, 0, SONG) != tape.pcm).any(axis=1))
    assert WARNING - ATTACK_FRAMES <= changed[0] < WARNING - ATTACK_FRAMES + 24
    assert WARNING + HELD_FRAMES + RELEASE_FRAMES - 24 < changed[-1] < WARNING + HELD_FRAMES + RELEASE_FRAMES


@pytest.mark.parametrize("block", [100, 501, 2048, 7777])
def test_blocks_do_not_matter(block: int) -> None:
    tape, ducking = Tape(2500), Ducking([WARNING, WARNING + 3000])
    whole = ducking.read(tape.read, 22_000, 14_000)
    parts = [ducking.read(tape.read, first, block) for first in range(22_000, 36_000, block)]
    assert (np.concatenate(parts)[:14_000] == whole).all()


def test_warnings_that_follow_each_other_dip_no_deeper() -> None:
    tape = Tape(2000)
    dense = Ducking(range(WARNING, WARNING + 4000, 500)).read(tape.read, 0, SONG)
    assert level_db(held(dense), held(tape.pcm)) == pytest.approx(DIP_DB, abs=0.3)


def test_without_a_warning_the_song_is_untouched() -> None:
    tape = Tape(2000)
    assert (Ducking().read(tape.read, 0, SONG) == tape.pcm).all()
