"""The stretched song of Road work beside true renders of the same score: onsets, spectra, barlines and cost.

A true render is a mix that the workshop played at that rate. Onsets are compared at every eighth: the rise of the
spectrum around it is slid along the true one, in steps of a millisecond, to where it fits best. An eighth counts where
the true render has a clear onset that the song at its written tempo has too: noise and tails of reverb fit anywhere.
"""

import time
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from game.app.content import load_content
from game.content.song.song import SongAudio
from game.platform.audio.device.mixer import SAMPLE_RATE
from game.platform.audio.device.pcm import Decoded, decode
from game.platform.audio.device.ring_buffer import FULL_SCALE, Pcm
from game.platform.audio.song.onsets import decoder
from game.platform.audio.song.road_song import RoadSong, frames_at
from game.sim.chart import Chart, Difficulty, SectionChart
from game.timing.course import PACE_ONE, Course, Leg
from game.timing.units import US_PER_SECOND

Numbers = npt.NDArray[np.float64]

RATES_PERMILLE = (900, 1250)
"""Rates of which there are true renders."""
HOP = SAMPLE_RATE // 1000
"""Frames between two spectra: 1 ms."""
WINDOW = 512
"""Frames of a spectrum."""
AROUND_MS = 15
"""What is compared of an onset: so much before and behind it."""
REACH_MS = 25
"""How far from its place an onset is sought."""
CLEAR = 2.2
"""An eighth has an onset where the true rise is so many times the section's median."""
SAME_MS = 5
"""The two renders have the same onset where they are no further apart: they are played by other takes."""
STEPS_A_BEAT = 2
"""Eighths."""
LEVEL_FLOOR = 30.0
"""Amplitude added before the logarithm: what is quieter is not compared."""
BLOCK = SAMPLE_RATE // 50
"""Frames that are read at once, as the writer does: 20 ms."""


@dataclass(frozen=True, slots=True)
class SectionSound:
    """A section at a rate, stretched (`ours`) and truly rendered (`true`), and at its written tempo (`source`)."""

    ours: Pcm
    true: Pcm
    source: Pcm
    cpu_s: float


def sound_figures() -> dict[str, float]:
    """Return by rate and section the displacement of onsets in ms and the distance of the log spectra in dB, and by
    rate the cost in ms of CPU a second of sound."""
    content = load_content()
    chart = content.chart(Difficulty.NORMAL)
    stems, mixes = _decoded(content.song.audio)
    figures: dict[str, float] = {}
    for rate in RATES_PERMILLE:
        cpu_s, sound_s = 0.0, 0.0
        for section in chart.sections:
            sound = _played(chart, section, rate, stems, mixes[rate])
            offsets = onset_offsets_ms(sound, _eighths(section, chart), rate)
            name = f"{rate / 1000:g} {section.id}"
            figures[f"{name}.onsets"] = len(offsets)
            figures[f"{name}.rms_ms"] = round(float(np.sqrt(np.mean(np.square(offsets)))), 2) if len(offsets) else 0.0
            figures[f"{name}.max_ms"] = round(float(np.abs(offsets).max(initial=0)), 1)
            figures[f"{name}.spectrum_db"] = round(_distance_db(sound), 1)
            cpu_s, sound_s = cpu_s + sound.cpu_s, sound_s + len(sound.ours) / SAMPLE_RATE
        figures[f"{rate / 1000:g}.cpu_ms_a_second"] = round(1000 * cpu_s / sound_s, 1)
    return figures


def onset_offsets_ms(sound: SectionSound, eighths: list[int], rate: int) -> Numbers:
    """Return by how many milliseconds each clear onset is displaced, positive when late. `eighths` are frames at the
    written tempo."""
    ours, true, source = _rise(sound.ours), _rise(sound.true), _rise(sound.source)
    clear = CLEAR * np.median(true)
    found: list[float] = []
    for frame in eighths:
        wanted = _around(true, frame * 1000 // rate // HOP, AROUND_MS)
        if wanted is None or wanted.max() < clear:
            continue
        written, played = _lag(wanted, source, frame // HOP), _lag(wanted, ours, frame * 1000 // rate // HOP)
        if written is not None and played is not None and abs(written) <= SAME_MS:
            found.append(played)
    return np.array(found, np.float64)


def _around(rise: Numbers, middle: int, reach: int) -> Numbers | None:
    """Return what lies around a millisecond, None where the sound does not reach so far."""
    return rise[middle - reach : middle + reach + 1] if reach <= middle < len(rise) - reach else None


def _lag(wanted: Numbers, rise: Numbers, middle: int) -> float | None:
    """Return where a rise fits best, in ms from `middle`: the top of the parabola through the greatest correlation."""
    reach = _around(rise, middle, AROUND_MS + REACH_MS)
    if reach is None:
        return None
    fits = np.lib.stride_tricks.sliding_window_view(reach, len(wanted)) @ wanted
    best = int(np.argmax(fits))
    if not 0 < best < len(fits) - 1:
        return float(best - REACH_MS)
    before, top, behind = fits[best - 1 : best + 2]
    return best - REACH_MS + float((before - behind) / (2 * (before - 2 * top + behind) or -1.0))


def _decoded(audio: SongAudio) -> tuple[Pcm, dict[int, Pcm]]:
    """Return the sum of all stems, and the true renders."""
    with decoder():
        stems = [found.pcm for file in audio.stems.values() if isinstance(found := decode(file), Decoded)]
        mixes = {rate: found.pcm for rate in RATES_PERMILLE if isinstance(found := decode(audio.mixes[rate]), Decoded)}
    whole = np.zeros((max(map(len, stems)), 2), np.int32)
    for pcm in stems:
        whole[: len(pcm)] += pcm
    return np.clip(whole, -FULL_SCALE, FULL_SCALE).astype(np.int16), mixes


def _played(chart: Chart, section: SectionChart, rate: int, stems: Pcm, mix: Pcm) -> SectionSound:
    """Read a section through the stretcher in blocks, as the writer does."""
    course = Course((Leg(chart.start_us, 0, rate * PACE_ONE // 1000),))
    song = RoadSong(chart)

    def read(first: int, count: int) -> Pcm:
        out = np.zeros((count, 2), np.int16)
        part = stems[max(0, first) : first + count]
        out[: len(part)] = part
        return out

    first, last = (course.real_at(us) * SAMPLE_RATE // US_PER_SECOND for us in (section.start_us, section.end_us))
    began_s = time.process_time()
    ours = np.concatenate([song.read(course, read, at, BLOCK) for at in range(first, last, BLOCK)])
    cpu_s = time.process_time() - began_s
    at = round(frames_at(section.start_us) * 1000 / rate)
    source = stems[frames_at(section.start_us) : frames_at(section.end_us)]
    return SectionSound(ours, mix[at : at + len(ours)], source, cpu_s)


def _eighths(section: SectionChart, chart: Chart) -> list[int]:
    """Return the frames of a section's eighths at the written tempo, from its first frame on."""
    steps = range(int((section.end_beat - section.start_beat) * STEPS_A_BEAT))
    us_per_beat = chart.tempo.segment_at(section.start_us).us_per_beat
    return [frames_at(us_per_beat * step // STEPS_A_BEAT) for step in steps]


def _spectra(pcm: Pcm, window: int, hop: int) -> Numbers:
    mono = pcm.sum(axis=1, dtype=np.float64)
    pieces = np.lib.stride_tricks.sliding_window_view(mono, window)[::hop]
    return np.abs(np.fft.rfft(pieces * np.hanning(window), axis=1))


def _rise(pcm: Pcm) -> Numbers:
    """Return how much the log spectrum rises at each millisecond."""
    levels = np.log1p(_spectra(pcm, WINDOW, HOP) / 50.0)
    return np.concatenate(([0.0], np.maximum(np.diff(levels, axis=0), 0).sum(axis=1)))


def _distance_db(sound: SectionSound) -> float:
    """Return the root mean square distance of the two log spectra."""
    length = min(len(sound.ours), len(sound.true))
    one, other = (20 * np.log10(_spectra(pcm[:length], 2048, 512) + LEVEL_FLOOR) for pcm in (sound.ours, sound.true))
    return float(np.sqrt(np.mean(np.square(one - other))))
