"""A click at a barline is seen in the figures of the stretched song, and a section without onsets says so."""

import numpy as np
import pytest

from game.commands.bench.road_onsets import Displacements, MomentFrames
from game.commands.bench.road_sound import NOTHING_SHARED, barline_roughness, onset_figures
from game.platform.audio.device.mixer import SAMPLE_RATE

TONE = (8_000 * np.sin(np.arange(SAMPLE_RATE) * 2 * np.pi * 220 / SAMPLE_RATE)).astype(np.int16)
SONG = np.repeat(TONE[:, None], 2, axis=1)
BARLINES = [MomentFrames(at, at, at) for at in (12_000, 24_000, 36_000)]


def test_a_barline_that_goes_on_as_written_adds_nothing() -> None:
    assert barline_roughness(SONG, SONG, BARLINES) == 1


@pytest.mark.parametrize("missing", [3, 40, 100])
def test_frames_that_are_missing_at_one_barline_are_a_click(missing: int) -> None:
    clicking = np.concatenate((SONG[: 24_000 - missing], SONG[24_000:], SONG[:missing]))
    moved = [MomentFrames(place.true - missing * (place.true >= 24_000), place.true, place.true) for place in BARLINES]
    assert barline_roughness(clicking, SONG, moved) > 5


def test_a_section_without_a_shared_onset_says_so_instead_of_a_displacement() -> None:
    assert onset_figures(Displacements(np.zeros(0), np.zeros(0))) == {"onsets": 0, "rms_ms": NOTHING_SHARED}


def test_what_the_stretching_added_at_one_place_stands_beside_what_the_renders_differ_by() -> None:
    figures = onset_figures(Displacements(np.array([1.0, -1.0, 3.0]), np.array([1.0, -1.0, 0.0])))
    assert figures == {"onsets": 3, "rms_ms": 1.91, "max_ms": 3.0, "written_rms_ms": 0.82, "added_max_ms": 3.0}
