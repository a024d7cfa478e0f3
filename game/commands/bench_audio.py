"""`bench audio`: plays the real song through the real player and listens to what comes out of the sound server.

Measured: where the music lies against the song clock, whether starts, pauses, seeks and rates put music and scheduled
sounds on their samples, how long a step of the player takes, and memory. Takes the time that it plays. A burst of
noise on every beat stands for scheduled sounds.
"""

import argparse
import tempfile
import wave
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import pairwise
from pathlib import Path

import numpy as np
import numpy.typing as npt

from game.commands.recording import RATE, Recording
from game.content.song import Song, load_song
from game.content.sounds import ExerciseSounds, SoundSpec, SoundTable
from game.platform.audio_device import AudioDevice
from game.platform.audio_player import AudioPlayer
from game.platform.monotonic import MonotonicClock
from game.platform.song_clock import RATE_ONE
from game.platform.stem_gains import StemGains
from game.platform.stems import Stems
from game.sim.chart import Chart, Difficulty, SectionChart
from game.storage.paths import assets_dir
from game.timing.units import Micros, rounded_div

Figures = dict[str, float | int | str]
Signal = npt.NDArray[np.float32]

BURST_FRAMES = 1200
WINDOW_FRAMES = RATE // 4
REACH_FRAMES = RATE // 40
WIDE_FRAMES = RATE // 4
CLEAR = 0.35
"""A correlation below this says nothing: silence, or one held note."""
STARTS = 50
FRAME_MS = 4
LEADING_S = 1.0
FAR_RIGHT = 2.0
"""The bursts are heard on the right alone, whichever foot they stand for; the left is the song's."""


@dataclass(slots=True)
class Passage:
    """One stretch of play: song times as told, and the anchor that placed them."""

    rate_permille: int
    anchor_us: Micros
    told: list[tuple[Micros, Micros]] = field(default_factory=list)
    first_frame: int = 0


class Probe:
    """The real player with a table of one sound, driven without a picture."""

    def __init__(self, song: Song, folder: Path) -> None:
        self.clock = MonotonicClock()
        self.song = song
        self.stems = Stems(song.path.parent)
        self.burst = np.random.default_rng(5).choice([-6000, 6000], BURST_FRAMES).astype(np.float32)
        table = _table(folder, self.burst, song)
        self.player = AudioPlayer(AudioDevice(), self.clock, self.stems, table)
        self.player.set_volumes({})
        self.player.load()
        self.player.wait_until_loaded()
        self.recording = Recording(self.clock)
        self.steps_us: list[int] = []
        self.chart = _chart(song)

    def run(self, seconds: float, passage: Passage | None = None) -> None:
        """Step the player as a loop would."""
        end_us = self.clock.now_us() + int(seconds * 1e6)
        while (now_us := self.clock.now_us()) < end_us:
            self.player.update(now_us)
            self.steps_us.append(self.clock.now_us() - now_us)
            if passage is not None:
                passage.told.append((now_us, self.player.song_time_at(now_us)))
            pause_for(FRAME_MS)

    def passage(self, from_us: Micros, seconds: float, rate_permille: int = RATE_ONE) -> Passage:
        """Start somewhere and play for a while."""
        self.player.start(self.chart, from_us, rate_permille)
        passage = Passage(rate_permille, from_us, first_frame=self.recording.frames)
        self.run(seconds, passage)
        return passage


def pause_for(milliseconds: int) -> None:
    """Let real time go by."""
    import pygame

    pygame.time.wait(milliseconds)


class Ear:
    """Finds the song and the bursts in a recording."""

    def __init__(self, probe: Probe) -> None:
        left, right = probe.recording.sides()
        self._song_side, self._burst_side = sharpened(left), sharpened(right)
        self._line = probe.recording.line()
        self._stems = probe.stems
        self._gains = StemGains(probe.chart)
        self._burst = sharpened(probe.burst)
        self._beats_us = [probe.song.tempo.to_us(Fraction(beat)) for beat in range(probe.song.beats)]

    def song_places(self, passage: Passage) -> list[tuple[int, int]]:
        """Return (frame of the rate's song, recorded frame where it lies) about twice a second."""
        places: list[tuple[int, int]] = []
        guess: int | None = None
        step = max(1, round(500 / FRAME_MS))
        for wall_us, song_us in passage.told[step // 2 :: step]:
            frame = _file_frame(song_us, passage.rate_permille)
            wanted = self._stems.read(frame, WINDOW_FRAMES, self._gains, passage.rate_permille)[:, 0]
            sharp = sharpened(wanted)
            found = None if guess is None else find(self._song_side, sharp, frame + guess, REACH_FRAMES)
            if found is None:
                near = round(self._line[0] * wall_us + self._line[1])
                found = find(self._song_side, sharp, near, WIDE_FRAMES)
            if found is not None:
                places.append((frame, found))
                guess = found - frame
        return places

    def burst_places(self, passage: Passage, places: list[tuple[int, int]]) -> list[int]:
        """Return by how many frames each burst lies beside its beat, held against the song around it."""
        first_us, last_us = passage.told[0][1] + 150_000, passage.told[-1][1] - 150_000
        beats = [beat_us for beat_us in self._beats_us if first_us <= beat_us <= last_us]
        beside: list[int] = []
        for frame in (_file_frame(beat_us, passage.rate_permille) for beat_us in beats):
            place = self._song_place(passage, frame - WINDOW_FRAMES // 4, _heard_at(places, frame - WINDOW_FRAMES // 4))
            if place is not None:
                wanted = place + WINDOW_FRAMES // 4
                found = find(self._burst_side, self._burst, wanted, REACH_FRAMES)
                beside += [] if found is None else [found - wanted]
        return beside

    def _song_place(self, passage: Passage, frame: int, near: int) -> int | None:
        wanted = self._stems.read(frame, WINDOW_FRAMES, self._gains, passage.rate_permille)[:, 0]
        return find(self._song_side, sharpened(wanted), near, REACH_FRAMES)

    def clock_errors_ms(self, passage: Passage, places: list[tuple[int, int]]) -> npt.NDArray[np.float64]:
        """Return song clock minus song heard, in ms of real time, one a step; what is constant is the way to the ear.

        Where the sound server ran dry the song is heard later from there on: each step is held against the match
        nearest to it.
        """
        told = np.array(passage.told, np.float64)
        told_frame = told[:, 1] * RATE / 1e3 / passage.rate_permille
        heard = self._line[0] * told[:, 0] + self._line[1]
        matches = np.array([at for _, at in places], np.float64)
        bases = np.array([at - frame for frame, at in places], np.float64)
        nearest = np.abs(heard[:, None] - matches).argmin(1)
        moving = told[:, 1] > told[0, 1]
        errors: npt.NDArray[np.float64] = (told_frame - heard + bases[nearest])[moving] * 1e3 / RATE
        return errors

    def steady(self, passage: Passage, places: list[tuple[int, int]]) -> npt.NDArray[np.bool_]:
        """Return which steps are far from where the sound server ran dry: a second before to three after."""
        told = np.array(passage.told, np.float64)
        heard = (self._line[0] * told[:, 0] + self._line[1])[told[:, 1] > told[0, 1]]
        calm = np.ones(len(heard), np.bool_)
        for (frame, at), (next_frame, next_at) in pairwise(places):
            if next_at - next_frame != at - frame:
                calm &= (heard < at - RATE) | (heard > next_at + 3 * RATE)
        return calm


def sharpened(x: npt.NDArray[np.generic]) -> Signal:
    """Return the differences of a signal: its highs, which show a place to the sample."""
    return np.diff(x.astype(np.float32), prepend=np.float32(0))


def find(heard: Signal, wanted: Signal, near: int, reach: int) -> int | None:
    """Return where in `heard` a signal lies, at most `reach` frames from `near`; None: nothing there is like it."""
    start = near - reach
    piece = heard[start : start + len(wanted) + 2 * reach] if start >= 0 else wanted[:0]
    if len(piece) < len(wanted) + 2 * reach or not np.any(wanted):
        return None
    size = 1 << int(np.ceil(np.log2(len(piece) + len(wanted))))
    product = np.fft.rfft(piece, size) * np.conj(np.fft.rfft(wanted, size))
    likeness = np.fft.irfft(product, size)[: 2 * reach + 1]
    best = int(likeness.argmax())
    power = float(np.sqrt((piece[best : best + len(wanted)] ** 2).sum() * (wanted**2).sum()))
    return start + best if power > 0 and likeness[best] / power > CLEAR else None


def bench_audio(args: argparse.Namespace) -> Figures:
    """Play `args.seconds` of the song (193 for all of it), then starts, pauses, seeks and rates; return the figures."""
    song = load_song(assets_dir() / "music" / "song.toml")
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
    ear = Ear(probe)
    places = ear.song_places(passage)
    bases = np.array([heard - frame for frame, heard in places])
    bursts = ear.burst_places(passage, places)
    errors = ear.clock_errors_ms(passage, places)
    spread = np.abs(errors - np.median(errors))
    steady = spread[ear.steady(passage, places)]
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
    ear = Ear(probe)
    aligned = [_aligned(ear, passage) for passage in passages]
    return {"starts": STARTS, "starts aligned to the sample": sum(aligned)}


def _heard_at(places: list[tuple[int, int]], frame: int) -> int:
    """Return where a frame of the song lies in the recording, by the nearest match."""
    of, at = min(places, key=lambda place: abs(place[0] - frame))
    return frame + at - of


def _aligned(ear: Ear, passage: Passage) -> bool:
    """Whether music and scheduled sounds lie on each other's samples."""
    places = ear.song_places(passage)
    if not places:
        return False
    bursts = ear.burst_places(passage, places)
    return bool(bursts) and all(beside == 0 for beside in bursts)


def _paused_and_sought(probe: Probe) -> Figures:
    probe.passage(60_000_000, 1.2)
    probe.player.pause()
    probe.run(0.6)
    probe.player.resume(2)
    resumed = Passage(RATE_ONE, 0)
    probe.run(4.0, resumed)
    sought = probe.passage(150_000_000, 3.0)
    ear = Ear(probe)
    return {
        "aligned after pause and count-in": str(_aligned(ear, _moving(resumed))),
        "aligned after seek": str(_aligned(ear, sought)),
    }


def _moving(passage: Passage) -> Passage:
    """Return the part of a passage in which the song goes on."""
    first_us = passage.told[0][1]
    return Passage(passage.rate_permille, first_us, [told for told in passage.told if told[1] > first_us])


def _at_rate(probe: Probe, rate_permille: int) -> str:
    probe.player.prepare(rate_permille)
    probe.player.wait_until_loaded()
    if probe.stems.missing(rate_permille):
        return "has no mix"
    passage = probe.passage(60_000_000, 4.0, rate_permille)
    ear = Ear(probe)
    places = ear.song_places(passage)
    if not places:
        return "not found"
    error = float(np.median(ear.clock_errors_ms(passage, places)))
    verdict = "aligned" if _aligned(ear, passage) else "not aligned"
    return f"{verdict}, clock minus heard {error:+.1f} ms"


def _file_frame(song_us: Micros, rate_permille: int) -> int:
    return rounded_div(song_us * RATE, rate_permille * RATE_ONE)


def _chart(song: Song) -> Chart:
    """Return a chart without cues: only the beats sound."""
    sections = tuple(
        SectionChart(index, s.id, s.id, s.start_beat, s.end_beat, s.start_us, s.end_us, ())
        for index, s in enumerate(song.sections)
    )
    return Chart(song.tempo, Difficulty.NORMAL, sections, song.lead_in_us)


def _table(folder: Path, burst: Signal, song: Song) -> SoundTable:
    """Return a table in which every exercise has a burst of noise on every beat."""
    path = folder / "burst.wav"
    with wave.open(str(path), "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(RATE)
        out.writeframes(burst.astype("<i2").tobytes())
    spec = SoundSpec("burst", path, ((0, len(burst)),), 1.0, "cues", FAR_RIGHT)
    exercises = {section.id: ExerciseSounds(feet="burst") for section in song.sections}
    return SoundTable({"burst": spec}, exercises=exercises)
