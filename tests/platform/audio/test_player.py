"""The player on a simulated device: what is written into the ring buffers, and when. Time comes from a ManualClock."""

import os
import wave
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pygame
import pytest

from game.content.song.song import SongAudio
from game.content.song.sound_table import After, CueSounds, ExerciseSounds, HandSounds, SoundSpec, SoundTable
from game.platform.audio.device.buffers import Buffers
from game.platform.audio.device.device import FALLBACK, us_of
from game.platform.audio.device.device_watch import LOST_NOTICE
from game.platform.audio.device.pcm import silence
from game.platform.audio.player import BUSY_NOTICE, MANY_DROPOUTS, AudioPlayer
from game.platform.audio.run_sounds import MISS_DELAY_US
from game.platform.audio.song.stem_gains import LEAD_DELAY_US, LEAD_DUCKED, LEAD_FALL_US
from game.platform.audio.song.stems import Stems
from game.sim.chart import Chart
from game.sim.events import BandChanged, Event, Judged, Part
from game.sim.judge import Grade
from game.timing.clock import ManualClock
from game.timing.units import Micros, ms
from tests.charts import BEAT_US, At, D, L, R, chart_of
from tests.platform.audio.devices import PaperDevice

RATE = 48_000
BED, LOW, HIGH, RING, LEAD = 1000, 2000, 4000, 300, 800
CLICK = 12_000
SONG_S = 12


@pytest.fixture(autouse=True)
def mixer(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A mixer that is never listened to: only its memory is used."""
    monkeypatch.setitem(os.environ, "SDL_AUDIODRIVER", "dummy")
    pygame.mixer.init(RATE, -16, 2, 1024, allowedchanges=0)
    pygame.mixer.set_num_channels(8)
    yield
    pygame.mixer.quit()


def write_wav(path: Path, samples: npt.NDArray[np.int16]) -> None:
    with wave.open(str(path), "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(RATE)
        out.writeframes(samples.tobytes())


class Rig:
    """A player, its clock, its device and a frame at a time."""

    def __init__(self, folder: Path, chart: Chart, lead: int = 0) -> None:
        self.wall = ManualClock(1_000_000)
        self.device = PaperDevice(self.wall)
        self.chart = chart
        levels = {"bed": BED, "low": LOW, "high": HIGH, "lead": lead, "mix-0.5": 500, "ring-out": RING}
        for name, level in levels.items():
            write_wav(folder / f"{name}.ogg", np.full(RATE * SONG_S, level, np.int16))
        stems = {name: folder / f"{name}.ogg" for name in ("bed", "low", "high", "choir", "lead")}
        audio = SongAudio(stems, {500: folder / "mix-0.5.ogg"}, ring_out=folder / "ring-out.ogg")
        write_wav(folder / "click.wav", np.array([CLICK, 0, 0, 0], np.int16))
        self.player = AudioPlayer(self.device, self.wall, Stems(audio), table_of(folder))
        self.player.load()
        self.player.wait_until_loaded()
        self.forget()
        self.frames(2)

    def forget(self) -> None:
        """Drop what was recorded."""
        self.steps: list[tuple[int, Micros]] = []
        self.music: list[npt.NDArray[np.int16]] = []
        self.cues: list[npt.NDArray[np.int16]] = []

    def frames(self, count: int) -> None:
        """Let frames of 16 ms go by, and record what was played in them."""
        for _ in range(count):
            before = self.now_frame()
            self.steps.append((before, self.song_us()))
            self.wall.advance(ms(16))
            span = self.now_frame() - before
            self.music.append(self.device.music.read(before, span))
            self.cues.append(self.device.cues.read(before, span))
            self.player.update(self.wall.now_us())

    def now_frame(self) -> int:
        return round(self.wall.now_us() * RATE / 1e6)

    def song_us(self) -> Micros:
        return self.player.song_time_at(self.wall.now_us())

    def play_to(self, song_us: Micros, *events: Event) -> None:
        self.player.on_events(events)
        while self.song_us() < song_us:
            self.frames(1)

    def music_at(self, song_us: Micros) -> int:
        """The song as it was last played."""
        frame, there_us = next(step for step in reversed(self.steps) if step[1] <= song_us)
        index = frame - self.steps[0][0] + round((song_us - there_us) * RATE / 1e6)
        return int(np.concatenate(self.music)[index, 0])

    def clicks(self) -> list[Micros]:
        """Song times of the clicks that were played; those of a count-in have the time at which the song stands."""
        loud = np.flatnonzero(np.concatenate(self.cues).max(1) > 0) + self.steps[0][0]
        times = []
        for frame in loud:
            step_frame, song_us = next(step for step in reversed(self.steps) if step[0] <= frame)
            times.append(song_us + round((int(frame) - step_frame) * 1e6 / RATE))
        return times


def table_of(folder: Path) -> SoundTable:
    click = SoundSpec("click", folder / "click.wav", ((0, 4),), 1.0, "cues", 0.0)
    touches = {"clean": "", "early": "", "late": "", "sloppy": "", "miss": "click"}
    straight = CueSounds(HandSounds("click", "click"), press=touches, echo="click")
    lift = CueSounds(HandSounds("click", "click"), press=touches)
    strike = CueSounds(press=touches, follows=(After("click", Fraction(1, 3)), After("click", Fraction(2, 3))))
    return SoundTable(
        {"click": click},
        {"meat.straight": straight, "yard.lift": lift, "speed_bag.strike": strike, "medicine_ball.brace": lift},
        exercises={"steps": ExerciseSounds(feet="click")},
        game={"count_in": "click"},
    )


def judged(time_us: Micros, grade: Grade, kind: str = "lift", cue_id: int = 0) -> Judged:
    offset = None if grade is Grade.MISS else 0
    return Judged(time_us, 0, cue_id, kind, Part.PRESS, L, grade, 1000, False, offset)


@pytest.fixture
def rig(tmp_path: Path) -> Rig:
    return Rig(tmp_path, chart_of("yard", At(4, "lift", L), At(6, "lift", R)))


def near(value: int, wanted: float) -> bool:
    return abs(value - wanted) <= 2


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


def test_a_lost_device_leaves_the_run_going_and_says_so(rig: Rig) -> None:
    rig.player.start(rig.chart, 0, 1000)
    rig.play_to(ms(300))
    rig.device.there, rig.device.can_come_back = False, False
    before_us = rig.song_us()
    rig.frames(50)
    assert rig.song_us() - before_us == ms(800)
    assert rig.player.notice == LOST_NOTICE
    rig.device.can_come_back = True
    rig.frames(340)
    rig.frames(10)
    assert near(rig.music_at(rig.song_us() - ms(20)), BED + LOW)


def test_the_keep_alive_updates_where_no_frame_does(rig: Rig) -> None:
    rig.player.start(rig.chart, 0, 1000)
    rig.frames(10)
    for _ in range(40):
        rig.wall.advance(ms(100))
        rig.player.update_if_idle()
    assert near(int(rig.device.music.read(rig.now_frame() + RATE // 2, 1)[0, 0]), BED + LOW)


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


def test_other_buffers_wait_until_no_run_is_played(rig: Rig) -> None:
    rig.player.start(rig.chart, 0, 1000)
    rig.player.set_buffers(Buffers.SHORT)
    rig.frames(5)
    played_through = rig.device.buffers
    rig.player.pause()
    rig.frames(1)
    assert (played_through, rig.device.buffers) == (Buffers.USUAL, Buffers.SHORT)


def test_other_buffers_are_used_at_once_where_no_run_is_played(rig: Rig) -> None:
    rig.player.set_buffers(Buffers.SHORT)
    rig.frames(1)
    assert rig.device.buffers is Buffers.SHORT


def test_another_sound_device_waits_until_no_run_is_played(rig: Rig) -> None:
    rig.player.start(rig.chart, 0, 1000)
    rig.player.set_output("Headphones")
    rig.frames(5)
    played_on = rig.device.output
    rig.player.pause()
    rig.frames(1)
    assert (played_on, rig.device.output) == ("", "Headphones")


def test_a_chosen_device_that_is_not_there_is_said(rig: Rig) -> None:
    rig.device.fallback = FALLBACK.format(output="Headphones")
    rig.frames(1)
    assert rig.player.output_problem == "Headphones is not connected: the sound comes from the default device."


def test_usual_buffers_that_underrun_again_and_again_are_made_long_while_the_run_goes_on(rig: Rig) -> None:
    rig.player.start(rig.chart, 0, 1000)
    rig.device.heard_dropouts = MANY_DROPOUTS - 1
    rig.frames(5)
    before = (rig.device.buffers, rig.player.notice == BUSY_NOTICE)
    rig.device.heard_dropouts = MANY_DROPOUTS
    rig.frames(1)
    assert before == (Buffers.USUAL, False)
    assert (rig.device.buffers, rig.player.notice) == (Buffers.LONG, BUSY_NOTICE)


def test_long_buffers_are_written_further_ahead(rig: Rig) -> None:
    rig.device.buffers = Buffers.LONG
    rig.player.start(rig.chart, 0, 1000)
    assert rig.player.song_time_at(rig.wall.now_us() + us_of(Buffers.LONG.safe_frames)) == 0
    rig.play_to(2 * BEAT_US)
    ahead = rig.device.music.read(round(rig.wall.now_us() * RATE / 1e6), Buffers.LONG.safe_frames)
    assert ahead[-1_000:].any()


def test_one_dropout_in_a_minute_is_no_sound_that_breaks_up(rig: Rig) -> None:
    rig.device.heard_dropouts = 1
    assert not rig.player.breaks_up
    rig.device.heard_dropouts = 2
    assert rig.player.breaks_up


def test_a_device_that_is_switching_is_not_called_lost(rig: Rig) -> None:
    rig.device.there, rig.device.can_come_back, rig.device.is_switching = False, False, True
    rig.frames(60)
    assert rig.player.notice != LOST_NOTICE
    rig.device.is_switching = False
    rig.frames(1)
    assert rig.player.notice == LOST_NOTICE


def test_a_device_that_was_just_opened_is_not_called_lost_before_it_reads(rig: Rig) -> None:
    rig.device.there, rig.device.can_come_back, rig.device.is_starting = False, False, True
    rig.frames(60)
    assert rig.player.notice != LOST_NOTICE
    rig.device.is_starting = False
    rig.frames(1)
    assert rig.player.notice == LOST_NOTICE
    rig.device.is_starting = True
    rig.frames(1)
    assert rig.player.notice == LOST_NOTICE, "what was lost stays lost until it is back"
