"""The stretched song of Road work beside true renders of the same score: onsets, spectra, barlines and cost.

A true render is a mix that the workshop played at that rate. The song as written is one too, at the rate of one: beside
each figure of the stretched song stands what the written one has, its onsets and spectra moved to where they belong. No
stretching comes nearer than that.

The pace changes from bar to bar: so the song is also stretched along bars of the least and the most pace in turn. There
is no true render of that; onsets are compared with those of the song as written.
"""

import time

import numpy as np

from game.app.content import load_content
from game.commands.bench.road_onsets import Displacements, MomentFrames, Numbers, Renders, displacements, spectra
from game.content.song.song import SongAudio
from game.platform.audio.device.mixer import SAMPLE_RATE
from game.platform.audio.device.pcm import Decoded, decode
from game.platform.audio.device.ring_buffer import FULL_SCALE, Pcm
from game.platform.audio.song.onsets import decoder
from game.platform.audio.song.road_song import RoadSong, frames_at, road_frame
from game.sim.chart import Chart, Difficulty, SectionChart
from game.sim.options import LEAST_PACE, MOST_PACE
from game.sim.timeline import barlines_of
from game.timing.course import PACE_ONE, Course, Leg
from game.timing.units import Micros

Figures = dict[str, float | int | str]

RATES_PERMILLE = (900, 1250)
"""Rates of which there are true renders."""
STEPS_A_BEAT = 2
"""Eighths."""
LEVEL_FLOOR = 30.0
"""Amplitude added before the logarithm: what is quieter is not compared."""
SPECTRUM_FRAMES = 2048
"""Frames of a spectrum whose level is compared, a quarter of which lies between two: 43 ms."""
BLOCK = SAMPLE_RATE // 50
"""Frames that are read at once, as the writer does: 20 ms."""
BARLINE_FRAMES = SAMPLE_RATE // 1000
"""What is looked at before and behind a barline: 1 ms."""
NOTHING_SHARED = "no onset that both renders share"
"""What stands for the displacement of a section without one."""


def sound_figures() -> Figures:
    """Return by rate and section how many onsets count, their displacement in ms and the distance of the log spectra in
    dB, for the stretched song and (`written`) for the one that is not; the cost in ms of CPU a second of sound; and
    what changes of pace do to onsets and barlines."""
    content = load_content()
    chart = content.chart(Difficulty.NORMAL)
    stems, mixes = _decoded(content.song.audio)
    figures: Figures = {}
    for rate in RATES_PERMILLE:
        course = Course((Leg(chart.start_us, 0, rate * PACE_ONE // 1000),))
        song, cost = _stretched(chart, course, stems)
        for section in chart.sections:
            name, renders = f"{rate / 1000:g} {section.id}", Renders(song, mixes[rate], stems)
            places = [_place(course, us, rate) for us in _eighths(section, chart)]
            figures |= {
                f"{name}.{what}": value for what, value in onset_figures(displacements(renders, places)).items()
            }
            begin, end = (_place(course, us, rate) for us in (section.start_us, section.end_us))
            figures |= {f"{name}.{what}": value for what, value in _of_spectra(renders, begin, end).items()}
        figures[f"{rate / 1000:g}.cpu_ms_a_second"] = cost
    return figures | _of_changes(chart, stems)


def _decoded(audio: SongAudio) -> tuple[Pcm, dict[int, Pcm]]:
    """Return the sum of all stems, and the true renders."""
    with decoder():
        stems = [found.pcm for file in audio.stems.values() if isinstance(found := decode(file), Decoded)]
        mixes = {rate: found.pcm for rate in RATES_PERMILLE if isinstance(found := decode(audio.mixes[rate]), Decoded)}
    whole = np.zeros((max(map(len, stems)), 2), np.int32)
    for pcm in stems:
        whole[: len(pcm)] += pcm
    return np.clip(whole, -FULL_SCALE, FULL_SCALE).astype(np.int16), mixes


def _stretched(chart: Chart, course: Course, stems: Pcm) -> tuple[Pcm, float]:
    """Return the whole song, read through the stretcher in blocks as the writer does, and its cost in ms a second."""
    song = RoadSong(chart)

    def read(first: int, count: int) -> Pcm:
        out = np.zeros((count, 2), np.int16)
        part = stems[max(0, first) : first + count]
        out[: len(part)] = part
        return out

    frames = road_frame(course, chart.end_us)
    began_s = time.process_time()
    out = np.concatenate([song.read(course, read, at, BLOCK) for at in range(0, frames, BLOCK)])[:frames]
    return out, round(1000 * (time.process_time() - began_s) * SAMPLE_RATE / frames, 1)


def _place(course: Course, song_us: Micros, rate: int) -> MomentFrames:
    return MomentFrames(road_frame(course, song_us), round(frames_at(song_us) * 1000 / rate), frames_at(song_us))


def _eighths(section: SectionChart, chart: Chart) -> list[Micros]:
    """Return the song times of a section's eighths."""
    us_per_beat = chart.tempo.segment_at(section.start_us).us_per_beat
    steps = range(int((section.end_beat - section.start_beat) * STEPS_A_BEAT))
    return [section.start_us + us_per_beat * step // STEPS_A_BEAT for step in steps]


def onset_figures(found: Displacements) -> Figures:
    """Return how many onsets count, by how many ms they are displaced, stretched and as written, and the most that the
    stretching added to one: an error at a single place is seen there."""
    count = len(found.stretched_ms)
    if not count:
        return {"onsets": 0, "rms_ms": NOTHING_SHARED}
    rms_ms, written_rms_ms = (
        round(float(np.sqrt(np.mean(np.square(offsets)))), 2) for offsets in (found.stretched_ms, found.written_ms)
    )
    max_ms, added_max_ms = (
        round(float(np.abs(offsets).max()), 1)
        for offsets in (found.stretched_ms, found.stretched_ms - found.written_ms)
    )
    return {
        "onsets": count,
        "rms_ms": rms_ms,
        "max_ms": max_ms,
        "written_rms_ms": written_rms_ms,
        "added_max_ms": added_max_ms,
    }


def _of_spectra(renders: Renders, begin: MomentFrames, end: MomentFrames) -> Figures:
    """Return the root mean square distance of the log spectra to the true ones, window by window."""
    places = np.arange(SPECTRUM_FRAMES, end.true - begin.true - 2 * SPECTRUM_FRAMES, SPECTRUM_FRAMES // 4)
    rate = (end.written - begin.written) / (end.true - begin.true)
    moved = np.round((places + SPECTRUM_FRAMES // 2) * rate).astype(int) - SPECTRUM_FRAMES // 2
    true = _levels(renders.true, begin.true + places)
    ours = _levels(renders.stretched, begin.stretched + places)
    written = _levels(renders.written, begin.written + moved)
    distances = (float(np.sqrt(np.mean(np.square(levels - true)))) for levels in (ours, written))
    return dict(zip(("spectrum_db", "written_spectrum_db"), (round(found, 1) for found in distances), strict=True))


def _levels(pcm: Pcm, places: np.ndarray) -> Numbers:
    windows = np.concatenate([pcm[place : place + SPECTRUM_FRAMES] for place in places])
    return 20 * np.log10(spectra(windows, SPECTRUM_FRAMES, SPECTRUM_FRAMES) + LEVEL_FLOOR)


def _of_changes(chart: Chart, stems: Pcm) -> Figures:
    """Return what becomes of onsets and barlines where each bar has another pace."""
    barlines = barlines_of(chart)
    course = Course.of_bars(tuple(barlines), tuple((LEAST_PACE, MOST_PACE)[bar % 2] for bar in range(len(barlines))))
    song, cost = _stretched(chart, course, stems)
    places = [_place(course, us, 1000) for section in chart.sections for us in _eighths(section, chart)]
    figures = onset_figures(displacements(Renders(song, stems, stems), places))
    figures["barline_roughness"] = barline_roughness(song, stems, [_place(course, us, 1000) for us in barlines[1:]])
    figures["cpu_ms_a_second"] = cost
    del figures["written_rms_ms"], figures["added_max_ms"]
    return {f"bars of least and most pace in turn.{what}": value for what, value in figures.items()}


def barline_roughness(stretched: Pcm, written: Pcm, barlines: list[MomentFrames]) -> float:
    """Return how many times larger the second differences around a barline are than those of the song as written, at
    the roughest one: 1 is nothing added, a click is many."""
    ratios = [_roughest(stretched, place.stretched) / max(1, _roughest(written, place.written)) for place in barlines]
    return round(max(ratios), 2)


def _roughest(pcm: Pcm, frame: int) -> int:
    around = pcm[frame - BARLINE_FRAMES : frame + BARLINE_FRAMES].astype(np.int32)
    return int(np.abs(np.diff(around, n=2, axis=0)).max())
