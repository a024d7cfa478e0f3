"""The song of Road work: stretched piece by piece, exact on every cut, and untouched at the written tempo."""

import numpy as np
import numpy.typing as npt
import pytest

from game.content.song.stretching import ENDING_FRAMES, HOP_FRAMES, SHORTEST_FRAMES, stretched
from game.platform.audio.song.road_song import RoadSong, frames_at, road_frame
from game.timing.course import Course
from tests.charts import BEAT_US, At, D, L, chart_of

CHART = chart_of("yard", At(4, "lift", L))
BARS = tuple(bar * 4 * BEAT_US for bar in range(4))
SIXTEENTH = 6_000
"""Frames of a sixteenth at 120 beats a minute."""
SONG: npt.NDArray[np.int16] = np.repeat(
    (8_000 * np.sin(np.arange(48_000 * 8) * 2 * np.pi * 220 / 48_000)).astype(np.int16)[:, None], 2, axis=1
)


def read(first: int, count: int) -> npt.NDArray[np.int16]:
    out = np.zeros((count, 2), np.int16)
    begin, end = max(0, -first), min(count, len(SONG) - first)
    if begin < end:
        out[begin:end] = SONG[first + begin : first + end]
    return out


def with_onsets() -> npt.NDArray[np.int16]:
    """The song with a loud sample on every sixteenth."""
    song = SONG.copy()
    song[::SIXTEENTH] = 30_000
    return song


def test_at_the_written_tempo_the_song_is_the_same_to_the_bit() -> None:
    course = Course.of_bars(BARS, (10_000, 10_000, 10_000, 10_000))
    assert np.array_equal(RoadSong(CHART).read(course, read, 1_234, 200_000), SONG[1_234:201_234])


def test_a_bar_at_the_written_tempo_is_the_same_to_the_bit_between_others() -> None:
    course = Course.of_bars(BARS, (9_000, 10_000, 11_000, 9_500))
    begin = road_frame(course, BARS[1])
    assert np.array_equal(RoadSong(CHART).read(course, read, begin, 96_000), SONG[96_000:192_000])


@pytest.mark.parametrize("pace", [7_500, 9_060, 11_000, 15_000])
def test_what_falls_on_a_cut_is_heard_on_its_frame(pace: int, monkeypatch: pytest.MonkeyPatch) -> None:
    song = with_onsets()
    course = Course.of_bars(BARS, (pace,) * 4)
    out = RoadSong(CHART).read(course, lambda first, count: song[first : first + count].copy(), 0, 100_000)
    cuts = [road_frame(course, step * BEAT_US // 4) for step in range(1, 12)]
    assert [int(out[cut, 0]) for cut in cuts if cut < 100_000] == [30_000] * sum(cut < 100_000 for cut in cuts)


def test_the_pitch_stays() -> None:
    """Resampled, 220 Hz would be 275; pieces of a tenth of a second move the peak by up to 5."""
    course = Course.of_bars(BARS, (12_500,) * 4)
    heard = RoadSong(CHART).read(course, read, 0, 96_000)[:, 0]
    assert abs(int(np.abs(np.fft.rfft(heard)).argmax()) / 2 - 220) <= 5


def test_a_block_has_the_same_samples_however_it_is_read() -> None:
    course, song = Course.of_bars(BARS, (9_000, 9_060, 9_120, 9_180)), RoadSong(CHART)
    whole = song.read(course, read, 5_000, 60_000)
    song.forget()
    parts = [song.read(course, read, first, 1_111) for first in range(5_000, 5_000 + 54 * 1_111, 1_111)]
    assert np.array_equal(np.concatenate(parts), whole[: 54 * 1_111])


def test_no_barline_jumps_where_the_song_does_not() -> None:
    course = Course.of_bars(BARS, (9_000, 9_500, 11_000, 12_000))
    heard = RoadSong(CHART).read(course, read, 0, road_frame(course, BARS[3]) + 9_000)[:, 0].astype(np.int32)
    assert np.abs(np.diff(heard)).max() <= 2 * np.abs(np.diff(SONG[:, 0].astype(np.int32))).max()


def test_the_lead_in_is_stretched_at_the_first_pace() -> None:
    course = Course.of_bars(BARS, (9_000,) * 4)
    assert road_frame(course, -900_000) == -48_000
    assert not RoadSong(CHART).read(course, read, -48_000, 40_000).any(), "this song has none"


def test_frames_count_from_the_start_of_the_bar() -> None:
    course = Course.of_bars(BARS, (9_000, 10_000, 10_000, 10_000))
    assert road_frame(course, BARS[1] + BEAT_US) - road_frame(course, BARS[1]) == frames_at(BEAT_US)


def test_a_speed_bag_is_cut_at_triplets_as_its_cues_are() -> None:
    bag = chart_of("speed_bag", *(At(beat, "strike", D) for beat in (4, 5)))
    assert RoadSong(bag).read(Course.of_bars(BARS, (9_000,) * 4), read, 0, 10_000).any()


@pytest.mark.parametrize("pace", [7_500, 9_060, 11_000, 15_000])
@pytest.mark.parametrize("early_ms", [0, 4, 7, 10])
def test_a_player_who_attacks_ahead_of_the_beat_is_as_far_ahead_of_it(pace: int, early_ms: int) -> None:
    early, song = early_ms * 48, SONG.copy()
    song[SIXTEENTH - early :: SIXTEENTH] = 30_000
    course = Course.of_bars(BARS, (pace,) * 4)
    out = RoadSong(CHART).read(course, lambda first, count: song[first : first + count].copy(), 0, 100_000)
    beats = [road_frame(course, step * BEAT_US // 4) for step in range(1, 12)]
    attacks = [beat - early for beat in beats if beat < 100_000]
    assert [int(out[attack, 0]) for attack in attacks] == [30_000] * len(attacks)


def test_onsets_stay_on_their_frames_where_each_bar_has_another_pace() -> None:
    song, course = with_onsets(), Course.of_bars(BARS, (7_500, 15_000, 7_500, 13_000))
    frames = road_frame(course, BARS[3]) + 24_000
    out = RoadSong(CHART).read(course, lambda first, count: song[first : first + count].copy(), 0, frames)
    cuts = [road_frame(course, step * BEAT_US // 4) for step in range(1, 50)]
    assert [int(out[cut, 0]) for cut in cuts] == [30_000] * len(cuts)


@pytest.mark.parametrize("length", [4_000, 5_000, 5_999, 6_000, 7_500, 8_000])
def test_a_piece_begins_and_ends_as_its_source(length: int) -> None:
    source = SONG[:6_000].astype(np.float32)
    out = stretched(source, length)
    assert out.shape == (length, 2)
    assert np.array_equal(out[:HOP_FRAMES], source[:HOP_FRAMES])
    assert np.array_equal(out[-ENDING_FRAMES:], source[-ENDING_FRAMES:])


@pytest.mark.parametrize("length", [2_731, 4_095, 5_461])
def test_the_shortest_piece_has_room_at_any_pace(length: int) -> None:
    source = SONG[:SHORTEST_FRAMES].astype(np.float32)
    assert np.array_equal(stretched(source, length)[-ENDING_FRAMES:], source[-ENDING_FRAMES:])


def test_hiss_is_as_loud_between_the_cuts_as_on_them() -> None:
    """Two sounds that have nothing in common lose half their power where they are faded into each other in a line."""
    hiss = np.random.default_rng(7).normal(0, 3_000, (200, 6_000, 2)).astype(np.float32)
    for length in (5_000, 6_700):
        power = np.mean([np.square(stretched(source, length)) for source in hiss], axis=(0, 2))
        level_db = 10 * np.log10(power.reshape(50, -1).mean(axis=1) / np.square(hiss).mean())
        assert np.abs(level_db).max() < 1
