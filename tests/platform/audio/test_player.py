"""The player on a simulated device: what is written into the ring buffers, and when. Time comes from a ManualClock."""

from pathlib import Path

import numpy as np
import pytest

from game.platform.audio.device.pcm import silence
from game.platform.audio.run_sounds import MISS_DELAY_US
from game.platform.audio.song.stem_gains import LEAD_DELAY_US, LEAD_DUCKED, LEAD_FALL_US
from game.sim.events import BandChanged
from game.sim.judge import Grade
from game.timing.units import ms
from tests.charts import BEAT_US, At, D, L, R, chart_of
from tests.platform.audio.player_rig import BED, HIGH, LEAD, LOW, RATE, RING, SONG_S, Rig, judged, near

pytestmark = pytest.mark.usefixtures("mixer")


def test_the_song_begins_on_its_frame_with_the_stems_of_the_first_band(rig: Rig) -> None:
    rig.player.start(rig.chart, 0, 1000)
    rig.frames(20)
    assert near(rig.music_at(ms(200)), BED + LOW)


def test_a_higher_band_opens_its_stem_on_the_next_barline_and_not_before(rig: Rig) -> None:
    rig.player.start(rig.chart, 0, 1000)
    rig.play_to(ms(40), BandChanged(0, 2))
    rig.play_to(4 * BEAT_US + ms(50))
    assert near(rig.music_at(3 * BEAT_US - ms(5)), BED + LOW)
    assert BED + LOW < rig.music_at(3 * BEAT_US + BEAT_US // 2) < BED + LOW + HIGH
    assert near(rig.music_at(4 * BEAT_US + ms(1)), BED + LOW + HIGH)


def test_the_lowest_band_leaves_the_bed_alone_but_never_silence(rig: Rig) -> None:
    rig.player.start(rig.chart, 0, 1000)
    rig.play_to(ms(40), BandChanged(0, 0))
    rig.play_to(2 * BEAT_US + ms(150))
    assert near(rig.music_at(2 * BEAT_US + ms(100)), BED)


def test_the_lead_ducks_behind_a_miss_on_its_frame_and_the_band_does_not(tmp_path: Path) -> None:
    rig = Rig(tmp_path, chart_of("river", At(2, "stride", L)), lead=LEAD)
    missed_us = 2 * BEAT_US
    rig.player.start(rig.chart, 0, 1000)
    rig.play_to(missed_us)
    rig.play_to(missed_us + ms(300), judged(missed_us, Grade.MISS, "stride"))
    ducks_us = missed_us + LEAD_DELAY_US
    assert near(rig.music_at(ducks_us - ms(1)), BED + LOW + LEAD)
    assert BED + LOW + LEAD * LEAD_DUCKED < rig.music_at(ducks_us + ms(15)) < BED + LOW + LEAD
    assert near(rig.music_at(ducks_us + LEAD_FALL_US + ms(1)), BED + LOW + LEAD * LEAD_DUCKED)


def test_the_lowest_band_leaves_the_lead(tmp_path: Path) -> None:
    rig = Rig(tmp_path, chart_of("river"), lead=LEAD)
    rig.player.start(rig.chart, 0, 1000)
    rig.play_to(ms(40), BandChanged(0, 0))
    rig.play_to(3 * BEAT_US)
    assert near(rig.music_at(3 * BEAT_US - ms(100)), BED + LEAD)


def test_warnings_come_at_their_lead_on_their_sample(rig: Rig) -> None:
    rig.player.start(rig.chart, 0, 1000)
    rig.play_to(6 * BEAT_US)
    assert rig.clicks() == [pytest.approx(at, abs=25) for at in (3 * BEAT_US, 5 * BEAT_US)]


def test_a_miss_sounds_a_constant_moment_after_its_window(rig: Rig) -> None:
    closed_us = 4 * BEAT_US + ms(135)
    rig.player.start(rig.chart, 3 * BEAT_US + ms(10), 1000)
    rig.play_to(closed_us)
    rig.play_to(5 * BEAT_US - ms(50), judged(closed_us, Grade.MISS))
    assert rig.clicks() == [pytest.approx(closed_us + MISS_DELAY_US, abs=25)]


def test_a_struck_bag_rebounds_in_triplets_until_the_next_strike(tmp_path: Path) -> None:
    rig = Rig(tmp_path, chart_of("speed_bag", At(1, "strike", L), At(1 + 2 / 3, "strike", R)))
    rig.player.start(rig.chart, BEAT_US - ms(50), 1000)
    rig.play_to(BEAT_US, judged(BEAT_US, Grade.PERFECT, "strike"))
    rig.play_to(2 * BEAT_US)
    assert rig.clicks() == [pytest.approx(BEAT_US + BEAT_US / 3, abs=25)]


def test_a_pause_is_silent_and_resumes_in_tempo_behind_its_count_in(rig: Rig) -> None:
    rig.player.start(rig.chart, 0, 1000)
    rig.play_to(BEAT_US + BEAT_US // 4)
    rig.player.pause()
    frozen_us = rig.song_us()
    rig.frames(30)
    assert rig.song_us() == frozen_us
    assert np.concatenate(rig.music[-20:]).max() == 0
    rig.player.resume(2)
    resumed_at = rig.now_frame()
    while rig.song_us() == frozen_us:
        rig.frames(1)
    assert 2 * BEAT_US < (rig.now_frame() - resumed_at) * 1e6 / RATE < 2 * BEAT_US + ms(120)
    rig.play_to(2 * BEAT_US)
    first, second = np.flatnonzero(np.concatenate(rig.cues).max(1) > 0) + rig.steps[0][0]
    assert (second - first) * 1e6 / RATE == pytest.approx(BEAT_US, abs=25)
    moving_frame, moving_us = next(step for step in rig.steps if step[1] > frozen_us)
    next_beat = moving_frame + (2 * BEAT_US - moving_us) * RATE / 1e6
    assert (next_beat - second) * 1e6 / RATE == pytest.approx(BEAT_US, abs=25)


def test_a_run_that_is_entered_in_its_midst_sounds_as_it_had_become(rig: Rig) -> None:
    rig.player.start(rig.chart, 5 * BEAT_US, 1000, heard=[BandChanged(0, 0)])
    rig.play_to(7 * BEAT_US)
    assert near(rig.music_at(6 * BEAT_US), BED)


def test_a_restart_forgets_what_was_coming(rig: Rig) -> None:
    rig.player.start(rig.chart, 0, 1000)
    rig.play_to(3 * BEAT_US - ms(100))
    rig.player.start(rig.chart, 0, 1000)
    rig.play_to(2 * BEAT_US)
    assert rig.clicks() == []


def test_a_changed_chart_is_heard_from_now_on_and_the_song_runs_on(rig: Rig) -> None:
    rig.player.start(rig.chart, 0, 1000)
    rig.play_to(BEAT_US + BEAT_US // 4)
    before_us = rig.song_us()
    rig.player.change_chart(chart_of("yard", At(5, "lift", L)), [])
    assert rig.song_us() == before_us
    rig.frames(20)
    assert rig.song_us() - before_us == 20 * ms(16)
    rig.play_to(6 * BEAT_US)
    assert rig.clicks() == [pytest.approx(4 * BEAT_US, abs=25)]
    assert near(rig.music_at(5 * BEAT_US), BED + LOW)


def test_a_practice_rate_plays_its_own_mix(rig: Rig) -> None:
    rig.player.prepare(500)
    rig.player.wait_until_loaded()
    rig.player.start(rig.chart, ms(100), 500)
    rig.frames(30)
    assert near(rig.music_at(rig.song_us() - ms(20)), 500)
    before_us = rig.song_us()
    rig.frames(10)
    assert rig.song_us() - before_us == ms(80)


def test_the_last_chord_rings_on_after_the_run_is_over(rig: Rig) -> None:
    rig.player.start(rig.chart, SONG_S * 1_000_000 - 500_000, 1000)
    rig.play_to(SONG_S * 1_000_000 + 10_000)
    rig.player.stop()
    rig.frames(20)
    assert near(int(np.concatenate(rig.music[-5:]).min()), RING)


def test_a_run_that_is_left_falls_silent_at_once(rig: Rig) -> None:
    rig.player.start(rig.chart, 0, 1000)
    rig.play_to(ms(500))
    rig.player.stop()
    rig.frames(20)
    assert np.concatenate(rig.music[-10:]).max() == 0


def test_a_missing_file_is_one_sentence_and_silence(tmp_path: Path) -> None:
    rig = Rig(tmp_path, chart_of("medicine_ball", At(4, "brace", D)))
    missing = [problem for problem in rig.player.problems if "choir.ogg" in problem]
    assert missing == [f"{tmp_path.name}/choir.ogg is missing: it stays silent; render the sounds again."]
    assert rig.player.notice is not None


def test_a_damaged_file_is_one_sentence_and_silence(tmp_path: Path) -> None:
    (tmp_path / "choir.ogg").write_bytes(b"OggS, but no more than that")
    rig = Rig(tmp_path, chart_of("yard"))
    assert any("choir.ogg cannot be decoded" in problem for problem in rig.player.problems)
    rig.player.start(rig.chart, 0, 1000)
    rig.frames(20)
    assert near(rig.music_at(ms(100)), BED + LOW)


def test_what_the_head_has_passed_does_not_come_round_again(rig: Rig) -> None:
    rig.player.start(rig.chart, 0, 1000)
    rig.play_to(4 * BEAT_US)
    playhead = round(rig.wall.now_us() * RATE / 1e6)
    assert (rig.device.music.read(playhead - 20_000, 19_000) == silence(19_000)).all()
