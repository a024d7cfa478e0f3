"""The smaller parts of the audio: ring buffer, envelope, count-in, buses, sounds of a run, the silent player."""

import threading
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest

from game.content.song.song import load_song
from game.content.song.sound_reader import load_sounds
from game.content.song.sound_table import SoundTable
from game.platform.audio.device.keep_alive import KeepAlive
from game.platform.audio.device.mixer import Mixer
from game.platform.audio.open_player import open_song_player
from game.platform.audio.run_sounds import RunSounds
from game.platform.audio.silent_player import SilentPlayer
from game.platform.audio.song.decoded_audio import AudioLoader
from game.platform.audio.song.song_writer import device_frame, song_frame
from game.platform.audio.song.stem_gains import Envelope
from game.platform.audio.sound_bank import HEADROOM, Buses
from game.platform.clock.count_in import count_in
from game.platform.clock.song_clock import Anchor
from game.sim.chart import Call
from game.sim.events import Cheered, Event, Flinched, Held, Judged, Part, Strayed
from game.sim.judge import Grade
from game.storage.paths import assets_dir
from game.timing.clock import ManualClock
from game.timing.tempo import TempoMap
from game.timing.units import ms
from tests.charts import BEAT_US, At, D, L, R, chart_of


@pytest.fixture(scope="module")
def table() -> SoundTable:
    return load_sounds(assets_dir() / "sounds" / "sounds.toml")


def hit(kind: str, grade: Grade = Grade.PERFECT, offset_us: int = 0, part: Part = Part.PRESS, at: int = 0) -> Judged:
    return Judged(at, 0, 0, kind, part, L, grade, 1000, False, offset_us)


def heard(sounds: RunSounds, event: Event) -> list[str]:
    return [voice.sound for voice in sounds.at_once(event)]


# -- envelope, count-in, buses


def test_an_envelope_moves_in_straight_lines_and_forgets_what_was_planned_behind_a_new_ramp() -> None:
    envelope = Envelope(0.0)
    envelope.ramp(100, 200, 1.0)
    assert [envelope.at(frame) for frame in (50, 100, 150, 200, 900)] == [0.0, 0.0, 0.5, 1.0, 1.0]
    envelope.ramp(150, 250, 0.0)
    assert [envelope.at(frame) for frame in (100, 150, 200, 250)] == [0.0, 0.5, 0.25, 0.0]


def test_an_envelope_is_one_number_where_it_is_level() -> None:
    envelope = Envelope(1.0)
    envelope.ramp(1000, 2000, 0.0)
    assert envelope.over(0, 1000) == 1.0
    assert isinstance(envelope.over(900, 200), np.ndarray)


@pytest.mark.parametrize(
    ("song_us", "clicks_ms"),
    [(2 * BEAT_US, [1000, 500]), (2 * BEAT_US + BEAT_US // 2, [750, 250])],
)
def test_a_count_in_clicks_on_the_songs_own_beats(song_us: int, clicks_ms: list[int]) -> None:
    counted = count_in(TempoMap.from_runs(((8, BEAT_US),)), song_us, 2, 1000)
    assert counted.wait_us == 2 * BEAT_US
    assert list(counted.clicks_before_us) == [ms(click) for click in clicks_ms]


def test_a_count_in_follows_the_rate() -> None:
    assert count_in(TempoMap.from_runs(((8, BEAT_US),)), 0, 2, 500).wait_us == 4 * BEAT_US


def test_a_bus_is_silent_at_zero_and_follows_the_master() -> None:
    assert Buses({"music": 0}).factor("music") == 0
    assert Buses({"master": 0}).factor("hits") == 0
    assert Buses({}).factor("cues") == HEADROOM
    assert Buses({"hits": 50}).factor("hits") < HEADROOM / 2


# -- the sounds of a run


@pytest.mark.parametrize(
    ("grade", "offset_us", "sound"),
    [
        (Grade.PERFECT, 0, "brick_clean"),
        (Grade.GREAT, ms(40), "brick_clean"),
        (Grade.GOOD, ms(-60), "brick_early"),
        (Grade.GOOD, ms(60), "brick_late"),
        (Grade.SLOPPY, ms(-120), "brick_sloppy"),
    ],
)
def test_a_press_is_colored_by_its_grade(table: SoundTable, grade: Grade, offset_us: int, sound: str) -> None:
    sounds = RunSounds(chart_of("yard", At(4, "lift", L)), table)
    assert heard(sounds, hit("lift", grade, offset_us)) == [sound]


def test_claps_are_heard_on_every_cue_and_duck_nothing(table: SoundTable) -> None:
    chart = chart_of("yard", At(4, "lift", L), At(5, "lift", R))
    quiet, clapped = RunSounds(chart, table), RunSounds(chart, replace(table, clap=table.game["clap"]))
    claps = [each.song_us for each in clapped.scheduled() if each.voice.sound == table.game["clap"]]
    assert claps == [cue.time_us for cue in chart.cues]
    assert len(clapped.scheduled()) == len(quiet.scheduled()) + 2
    assert clapped.warnings_us() == quiet.warnings_us()


def test_a_hit_comes_from_the_side_of_its_hand(table: SoundTable) -> None:
    sounds = RunSounds(chart_of("meat", At(4, "straight", L)), table)
    (voice,) = sounds.at_once(hit("straight"))
    assert voice.pan < 0


def test_a_hook_winds_up_on_the_press_and_strikes_on_the_release(table: SoundTable) -> None:
    sounds = RunSounds(chart_of("meat", At(4, "hook", R, 1)), table)
    assert heard(sounds, hit("hook")) == ["winds_up"]
    assert heard(sounds, Held(0, 0, 0, "hook", R, down=True)) == ["winds_up"]
    assert heard(sounds, hit("hook", part=Part.RELEASE)) == ["meat_hook_clean"]


def test_the_cold_room_repeats_a_hit_exactly(table: SoundTable) -> None:
    zone = Call("echo", 6 * BEAT_US, 8 * BEAT_US, Fraction(6))
    sounds = RunSounds(chart_of("meat", At(5, "straight", L), calls=(zone,)), table)
    struck_us = 5 * BEAT_US + ms(17)
    (echo,) = sounds.later(hit("straight", at=struck_us))
    assert (echo.song_us, echo.voice.sound) == (struck_us + 2 * BEAT_US, "meat_echo")
    assert list(sounds.later(hit("straight", at=2 * BEAT_US))) == []


def test_the_trainers_calls_sound_on_their_beat_and_warn_instead_of_a_lead(table: SoundTable) -> None:
    call = Call("call_jab", 4 * BEAT_US, 4 * BEAT_US, Fraction(4))
    sounds = RunSounds(chart_of("heavy_bag", At(8, "jab", L), calls=(call,)), table)
    assert [(s.song_us, s.voice.sound) for s in sounds.scheduled()] == [(4 * BEAT_US, "call_high_left")]


def test_a_feint_lifts_like_a_throw_and_freezes_a_beat_ahead(table: SoundTable) -> None:
    feint = Call("feint", 6 * BEAT_US, 6 * BEAT_US, Fraction(6))
    sounds = RunSounds(chart_of("medicine_ball", At(10, "brace", D), calls=(feint,)), table)
    assert [(s.song_us // BEAT_US, s.voice.sound) for s in sounds.scheduled()] == [
        (4, "lifted_high"), (5, "freezes"), (8, "lifted_high"),
    ]  # fmt: skip


def test_the_bridges_silence_is_announced_by_nothing(table: SoundTable) -> None:
    sounds = RunSounds(chart_of("bridge", At(3, "step", L), At(5, "silent", R), At(8, "join", L)), table)
    assert [s.voice.sound for s in sounds.scheduled()] == ["heartbeat"]


def test_in_the_cuts_a_cue_is_announced_on_the_cut(table: SoundTable) -> None:
    cut = Call("cut", 4 * BEAT_US, 4 * BEAT_US, Fraction(4))
    sounds = RunSounds(chart_of("cuts", At(5, "meat.straight", L), calls=(cut,)), table)
    assert [(s.song_us, s.voice.sound) for s in sounds.scheduled()] == [(4 * BEAT_US, "hook_clanks_left")]


def test_a_hand_that_has_a_warning_of_its_own_gets_it(table: SoundTable) -> None:
    sounds = RunSounds(chart_of("meat", At(4, "straight", L), At(8, "straight", R)), table)
    assert [(s.voice.sound, s.voice.pan < 0) for s in sounds.scheduled()] == [
        ("hook_clanks_left", True), ("hook_clanks_right", False),
    ]  # fmt: skip


def with_runs(table: SoundTable) -> SoundTable:
    """Return the table with steps of which only the first of a fast run are warned."""
    steps = replace(table.cues["steps.step"], warn_first_only=True)
    return replace(table, cues={**table.cues, "steps.step": steps})


def test_a_fast_run_gives_its_pace_by_two_warnings_and_again_after_a_leap(table: SoundTable) -> None:
    cues = [At(4 + k / 2, "step", L if k % 2 == 0 else R) for k in range(4)]
    chart = chart_of("steps", *cues, At(6, "leap", (L, R)), At(6.5, "step", L))
    sounds = RunSounds(chart, with_runs(table))
    assert [(s.song_us / BEAT_US, s.voice.sound) for s in sounds.scheduled()] == [
        (3, "breath_sharp"), (3.5, "breath_sharp"), (5, "pigeons"), (5.5, "breath_sharp"),
    ]  # fmt: skip


def test_steps_a_beat_apart_are_each_warned(table: SoundTable) -> None:
    cues = [At(4 + k, "step", L if k % 2 == 0 else R) for k in range(3)]
    sounds = RunSounds(chart_of("steps", *cues), table)
    assert [s.song_us / BEAT_US for s in sounds.scheduled()] == [3, 4, 5]


def test_a_burst_is_called_step_by_step_and_so_is_its_end(table: SoundTable) -> None:
    beats = (4, 4.5, 5, 5.25, 5.5, 5.75, 6.25)
    steps = [At(beat, "step", (L, R)[k % 2]) for k, beat in enumerate(beats)]
    sounds = RunSounds(chart_of("steps", *steps), with_runs(table))
    assert [s.song_us / BEAT_US for s in sounds.scheduled()] == [3, 3.5, 4.25, 4.5, 4.75, 5.25]


def test_where_hands_come_in_pairs_each_change_of_hand_is_warned_but_those_of_a_roll(table: SoundTable) -> None:
    pairs = [At(4, "strike", L), At(Fraction(14, 3), "strike", L), At(5, "strike", R), At(Fraction(17, 3), "strike", R)]
    roll = [At(8 + Fraction(k, 3), "strike", (L, R)[k % 2]) for k in range(4)]
    sounds = RunSounds(chart_of("speed_bag", *pairs, *roll), table)
    assert [(round(s.song_us / BEAT_US, 2), s.voice.pan < 0) for s in sounds.scheduled()] == [
        (3, True), (3.67, True), (4, False), (7, True), (7.33, False),
    ]  # fmt: skip


def test_strays_and_flinches_are_heard(table: SoundTable) -> None:
    sounds = RunSounds(chart_of("meat"), table)
    assert heard(sounds, Strayed(0, 0, L)) == ["whiff"]
    assert heard(sounds, Flinched(0, 0, "knuckles")) == ["knuckles"]


def test_hands_that_cheer_are_answered_by_the_crowd_and_the_other_verbs_by_a_bell(table: SoundTable) -> None:
    sounds = RunSounds(chart_of("summit"), table)
    assert heard(sounds, Cheered(0, 0, L)) == ["cheer"]
    assert heard(sounds, Cheered(0, 0, D)) == ["city_bell"]


# -- without a device


def test_without_a_real_device_the_player_is_silent_and_says_so() -> None:
    song = load_song(assets_dir() / "music" / "song.toml")
    wall = ManualClock(0)
    player = open_song_player((assets_dir(),), song, wall=wall)
    assert isinstance(player, SilentPlayer)
    assert player.notice is not None and player.notice.endswith("not ranked; unset SDL_AUDIODRIVER.")
    player.start(chart_of("yard"), ms(-500), 1500)
    wall.advance(ms(1000))
    assert player.song_time_at(wall.now_us()) == ms(1000)
    player.pause()
    wall.advance(ms(5000))
    player.resume(2)
    wall.advance(ms(1000))
    assert player.song_time_at(wall.now_us()) > ms(1000)
    assert player.unfit is None


def test_the_song_has_all_its_files() -> None:
    folder = Path(assets_dir() / "music")
    for name in ("bed", "lead", "low", "high", "choir", "percussion", "lead-in"):
        assert (folder / f"{name}.ogg").is_file(), name


@pytest.mark.parametrize("rate_permille", [500, 900, 1000, 1250])
def test_a_sound_for_a_beat_falls_on_the_sample_of_the_beat(rate_permille: int) -> None:
    # By way of microseconds the two would round apart by a sample: at 1.25 for every seventh beat of this tempo.
    anchor = Anchor(song_us=60_000_000, playback_us=7_333_333, rate_permille=rate_permille)
    for beat in range(40):
        song_us = 60_000_000 + beat * 517_500
        samples_into_file = song_frame(song_us, rate_permille) - song_frame(60_000_000, rate_permille)
        assert device_frame(anchor, song_us) - device_frame(anchor, 60_000_000) == samples_into_file


# -- loading


class OpenMixer(Mixer):
    """A mixer that says it is open."""

    is_open = True


def test_a_loader_that_is_given_up_ends_after_the_present_job() -> None:
    begun, go_on, done = threading.Event(), threading.Event(), list[int]()

    def first() -> None:
        begun.set()
        go_on.wait(20)
        done.append(1)

    loader = AudioLoader([first, lambda: done.append(2)], OpenMixer())
    loader.start()
    assert begun.wait(20)
    threading.Timer(0.05, go_on.set).start()
    loader.cancel()
    assert done == [1]


def test_a_stopped_keep_alive_takes_no_further_step() -> None:
    stepped, steps = threading.Event(), list[int]()

    def step() -> None:
        steps.append(1)
        stepped.set()

    keep_alive = KeepAlive(step)
    assert stepped.wait(20)
    keep_alive.stop()
    assert [thread.name for thread in threading.enumerate() if thread.name == "audio keep-alive"] == []
