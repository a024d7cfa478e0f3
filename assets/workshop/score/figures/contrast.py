"""Signal to noise of the game's own sounds over the whole band, each in its own third octaves: warnings, clean hits and
misses of a chart, as the player mixes them (the music dips where it makes room for warnings)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import soundfile

from game.content.song.sound_table import CueSounds, SoundTable
from game.platform.audio.run_sounds import MISS_DELAY_US, RunSounds
from game.platform.audio.song.ducking import Ducking
from game.platform.audio.song.song_writer import RATE_ONE, song_frame
from game.sim.chart import Chart, Cue
from game.sim.spec import Hold
from game.timing.units import Micros, ms

from ..tempo import SAMPLE_RATE
from .bands import CENTRES, a_weight, third_octaves

LOUDEST_S = 0.15
OWN_DB = 10.0
"""Third octaves within so many dB (A-weighted) of a sound's strongest are its own."""
MISSED_US = ms(135)
"""Time from a cue to the end of its window."""


@dataclass(frozen=True)
class Heard:
    """One sound in the song: what it is ("warnings", "hits", "misses"), its section, name, and song time."""

    what: str
    section: str
    sound: str
    time_us: Micros


@dataclass(frozen=True)
class Loudest:
    """A sound's loudest stretch: its first sample, and its power in third octaves, its own gain applied."""

    first: int
    power: np.ndarray

    @property
    def own(self) -> np.ndarray:
        """Which third octaves are its own."""
        weighted = 10 * np.log10(self.power * a_weight(CENTRES))
        return weighted > weighted.max() - OWN_DB


def heard(chart: Chart, table: SoundTable) -> Iterator[Heard]:
    """Every warning of a chart, and for every cue its clean hit and its miss."""
    sounds = RunSounds(chart, table)
    for timed in sounds.scheduled():
        if table.sounds[timed.voice.sound].bus == "cues":
            section = [part for part in chart.sections if part.start_us <= timed.song_us] or chart.sections[:1]
            yield Heard("warnings", section[-1].id, timed.voice.sound, timed.song_us)
    for part in chart.sections:
        for cue in part.cues:
            name = cue.name if "." in cue.name else f"{part.minigame}.{cue.name}"
            yield from _answers(part.id, cue, table.cue(name, cue.kind))


def _answers(section: str, cue: Cue, sounds: CueSounds) -> Iterator[Heard]:
    if sounds.press and cue.kind.hold is not Hold.PUNCH:
        yield Heard("hits", section, sounds.press["clean"], cue.time_us)
        yield Heard("misses", section, sounds.press["miss"], cue.time_us + MISSED_US + MISS_DELAY_US)
    if sounds.release and cue.kind.hold in (Hold.PUNCH, Hold.RELEASED):
        yield Heard("hits", section, sounds.release["clean"], cue.end_us)
        yield Heard("misses", section, sounds.release["miss"], cue.end_us + MISSED_US + MISS_DELAY_US)


def loudest(table: SoundTable, name: str) -> Loudest:
    """The loudest stretch of a sound's first take."""
    spec = table.sounds[name]
    first, frames = spec.takes[0]
    audio, _ = soundfile.read(Path(spec.file), start=first, frames=frames, dtype="float32", always_2d=True)
    audio = np.repeat(audio, 2, axis=1)[:, :2] * spec.gain
    length = round(LOUDEST_S * SAMPLE_RATE)
    energy = np.concatenate([[0.0], np.cumsum((audio.astype(np.float64) ** 2).sum(axis=1))])
    span = min(length, len(audio))
    begin = int(np.argmax(energy[span:] - energy[:-span]))
    stretch = np.zeros((length, 2), np.float32)
    stretch[:span] = audio[begin : begin + span]
    return Loudest(begin, third_octaves(stretch))


def ducked(mix: np.ndarray, warnings_us: list[Micros]) -> np.ndarray:
    """The mix with the dips that the player puts behind its warnings."""
    pcm = np.clip(mix * 32767, -32767, 32767).astype(np.int16)

    def read(first: int, count: int) -> np.ndarray:
        out = np.zeros((count, 2), np.int16)
        begin, end = max(0, first), min(len(pcm), first + count)
        out[begin - first : end - first] = pcm[begin:end]
        return out

    dips = Ducking(song_frame(time_us, RATE_ONE) for time_us in warnings_us)
    return dips.read(read, 0, len(pcm)).astype(np.float32) / 32767


def contrasts(mix: np.ndarray, chart: Chart, table: SoundTable) -> dict[str, dict[str, dict[str, dict[str, float]]]]:
    """By section, what, and sound: how often it is heard, the median and the lowest ratio in dB."""
    music = ducked(mix, RunSounds(chart, table).warnings_us())
    known: dict[str, Loudest] = {}
    found: dict[tuple[str, str, str], list[float]] = defaultdict(list)
    for each in heard(chart, table):
        if each.sound:
            sound = known.setdefault(each.sound, loudest(table, each.sound))
            ratio = ratio_db(music, each.time_us, sound)
            if ratio is not None:
                found[each.section, each.what, each.sound].append(ratio)
    out: dict[str, dict[str, dict[str, dict[str, float]]]] = {
        part.id: {"warnings": {}, "hits": {}, "misses": {}} for part in chart.sections
    }
    for (section, what, name), ratios in found.items():
        figures = {"count": len(ratios), "median": float(np.median(ratios)), "lowest": min(ratios)}
        out[section][what][name] = {key: round(value, 1) for key, value in figures.items()}
    return out


def ratio_db(mix: np.ndarray, time_us: Micros, sound: Loudest) -> float | None:
    """Signal to noise in the sound's own bands; None before the song and behind it."""
    begin = round(time_us * SAMPLE_RATE / 1e6) + sound.first
    span = mix[max(begin, 0) : begin + round(LOUDEST_S * SAMPLE_RATE)]
    if begin < 0 or len(span) < round(LOUDEST_S * SAMPLE_RATE):
        return None
    noise = third_octaves(span)
    return float(10 * np.log10(sound.power[sound.own].sum() / noise[sound.own].sum()))
