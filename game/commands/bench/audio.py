"""`bench audio`: plays the song through the real player and records the sound server's output to measure
synchronization.

Measured: the position of the music against the song clock, whether starts, pauses, seeks and rates put music and
scheduled sounds on the same sample, the duration of a player step, and memory. Runs in real time. A noise burst on
every beat stands for scheduled sounds.
"""

import argparse
import tempfile
import wave
from fractions import Fraction
from pathlib import Path

import numpy as np

from game.app.content import shipped_pack
from game.commands.bench.live.recording import RATE, SoundCapture
from game.commands.bench.live.song_alignment import FRAME_MS, Passage, Signal, SongLocator
from game.content.song.song import Song, load_song
from game.content.song.sound_table import ExerciseSounds, SoundSpec, SoundTable
from game.platform.audio.device.device import AudioDevice
from game.platform.audio.player import AudioPlayer
from game.platform.audio.song.stem_gains import StemGains
from game.platform.audio.song.stems import Stems
from game.platform.clock.monotonic import MonotonicClock
from game.platform.clock.song_clock import RATE_ONE
from game.sim.chart import Chart, Difficulty, SectionChart
from game.timing.units import Micros

Figures = dict[str, float | int | str]

BURST_FRAMES = 1200
"""Length of a noise burst in sample frames."""
STARTS = 50
"""Number of starts at random beats."""
LEADING_S = 3.0
"""Seconds the device runs before the first start, as during loading and title in the game."""
FAR_RIGHT = 2.0
"""Pan of the bursts: right channel only, whatever verb they stand for; the left channel is the song's."""


class Probe:
    """The real audio player with a table of one sound, driven without a picture."""

    def __init__(self, song: Song, folder: Path) -> None:
        self.clock = MonotonicClock()
        self.song = song
        self.stems = Stems(song.audio)
        self.burst = np.random.default_rng(5).choice([-6000, 6000], BURST_FRAMES).astype(np.float32)
        table = _table(folder, self.burst, song)
        self.player = AudioPlayer(AudioDevice(), self.clock, self.stems, table)
        self.player.set_volumes({})
        self.player.load()
        self.player.wait_until_loaded()
        self.player.start_keep_alive()
        self.recording = SoundCapture(self.clock)
        self.steps_us: list[int] = []
        self.chart = _chart(song)

    def run(self, seconds: float, passage: Passage | None = None) -> None:
        """Step the player in a loop for `seconds`, recording clock readings into `passage`."""
        end_us = self.clock.now_us() + int(seconds * 1e6)
        while (now_us := self.clock.now_us()) < end_us:
            self.player.update(now_us)
            self.steps_us.append(self.clock.now_us() - now_us)
            if passage is not None:
                passage.readings.append((now_us, self.player.song_time_at(now_us)))
            pause_for(FRAME_MS)

    def locator(self) -> SongLocator:
        """Return a locator over everything that was recorded so far."""
        return SongLocator(self.recording, self.song, self.stems, StemGains(self.chart), self.burst)

    def passage(self, from_us: Micros, seconds: float, rate_permille: int = RATE_ONE) -> Passage:
        """Start at a song time and play for `seconds`; return the passage."""
        self.player.start(self.chart, from_us, rate_permille)
        passage = Passage(rate_permille, from_us, first_frame=self.recording.frames)
        self.run(seconds, passage)
        return passage


def pause_for(milliseconds: int) -> None:
    """Wait for real time to pass."""
    import pygame

    pygame.time.wait(milliseconds)


def bench_audio(args: argparse.Namespace) -> Figures:
    """Play `args.seconds` of the song (193 for all of it), then starts, pauses, seeks and rates; return the figures."""
    song = load_song(shipped_pack().song)
    with tempfile.TemporaryDirectory() as folder:
        probe = Probe(song, Path(folder))
        probe.run(LEADING_S)
        figures = _played_through(probe, min(args.seconds, song.duration_us / 1e6))
        figures |= _started_often(probe)
        figures |= _paused_and_sought(probe)
        figures |= {f"rate {rate}": _at_rate(probe, rate) for rate in (500, 600, 750, 900, 1250, 1500)}
    probe.recording.stop()
    return figures | {
        "step p50 us": float(np.percentile(probe.steps_us, 50)),
        "step p99 us": float(np.percentile(probe.steps_us, 99)),
        "notice": probe.player.notice or "none",
    }


def _played_through(probe: Probe, seconds: float) -> Figures:
    passage = probe.passage(-probe.song.lead_in_us, seconds + probe.song.lead_in_us / 1e6)
    decoded_mb = probe.player.nbytes() / 1e6
    locator = probe.locator()
    places = locator.song_places(passage)
    bases = np.array([recorded - frame for frame, recorded in places])
    bursts = locator.burst_places(passage, places)
    errors = locator.clock_errors_ms(passage, places)
    spread = np.abs(errors - np.median(errors))
    steady = spread[locator.steady(passage, places)]
    return {
        "seconds": seconds,
        "decoded MB": decoded_mb,
        "windows matched": len(bases),
        "times the sound server ran dry": int(np.count_nonzero(np.diff(bases))),
        "scheduled sounds found": len(bursts),
        "scheduled sounds on the sample": sum(beside == 0 for beside in bursts),
        "song clock minus heard, constant ms": float(np.median(errors)),
        "song clock error p50 ms": float(np.percentile(spread, 50)),
        "song clock error p99 ms": float(np.percentile(spread, 99)),
        "song clock error max ms": float(spread.max()),
        "of these steps steady": f"{len(steady) / len(spread):.1%}",
        "steady song clock error p99 ms": float(np.percentile(steady, 99)) if len(steady) else 0.0,
        "steady song clock error max ms": float(steady.max()) if len(steady) else 0.0,
        "unfit": probe.player.unfit or "no",
    }


def _started_often(probe: Probe) -> Figures:
    rng = np.random.default_rng(9)
    beats = rng.integers(40, 330, STARTS)
    passages = [probe.passage(probe.song.tempo.to_us(Fraction(int(beat))) - 170_000, 0.75) for beat in beats]
    locator = probe.locator()
    verdicts = [_alignment(locator, passage) for passage in passages]
    return {"starts": STARTS, **{f"starts {verdict}": verdicts.count(verdict) for verdict in sorted(set(verdicts))}}


def _alignment(locator: SongLocator, passage: Passage) -> str:
    """Return whether music and scheduled sounds are aligned to the sample, or that too little was audible to tell."""
    places = locator.song_places(passage)
    beside = locator.burst_places(passage, places) if places else []
    if not beside:
        return "too quiet to say"
    return "aligned to the sample" if not any(beside) else f"off by {max(beside, key=abs)} frames"


def _paused_and_sought(probe: Probe) -> Figures:
    probe.passage(60_000_000, 1.2)
    probe.player.pause()
    probe.run(0.6)
    probe.player.resume(2)
    resumed = Passage(RATE_ONE, 0)
    probe.run(4.0, resumed)
    sought = probe.passage(150_000_000, 3.0)
    locator = probe.locator()
    return {
        "after pause and count-in": _alignment(locator, _moving(resumed)),
        "after seek": _alignment(locator, sought),
    }


def _moving(passage: Passage) -> Passage:
    """Return the part of a passage in which the song time advances."""
    first_us = passage.readings[0][1]
    return Passage(passage.rate_permille, first_us, [reading for reading in passage.readings if reading[1] > first_us])


def _at_rate(probe: Probe, rate_permille: int) -> str:
    probe.player.prepare(rate_permille)
    probe.player.wait_until_loaded()
    if probe.stems.missing(rate_permille):
        return "has no mix"
    passage = probe.passage(60_000_000, 4.0, rate_permille)
    locator = probe.locator()
    places = locator.song_places(passage)
    if not places:
        return "not found"
    error = float(np.median(locator.clock_errors_ms(passage, places)))
    return f"{_alignment(locator, passage)}, clock minus heard {error:+.1f} ms"


def _chart(song: Song) -> Chart:
    """Return a chart without cues: only the beats sound."""
    sections = tuple(
        SectionChart(index, s.id, s.id, s.start_beat, s.end_beat, s.start_us, s.end_us, ())
        for index, s in enumerate(song.sections)
    )
    return Chart(song.tempo, Difficulty.NORMAL, sections, song.lead_in_us)


def _table(folder: Path, burst: Signal, song: Song) -> SoundTable:
    """Return a sound table in which every exercise plays a noise burst on every beat."""
    path = folder / "burst.wav"
    with wave.open(str(path), "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(RATE)
        out.writeframes(burst.astype("<i2").tobytes())
    spec = SoundSpec("burst", path, ((0, len(burst)),), 1.0, "cues", FAR_RIGHT)
    exercises = {section.id: ExerciseSounds(feet="burst") for section in song.sections}
    return SoundTable({"burst": spec}, exercises=exercises)
