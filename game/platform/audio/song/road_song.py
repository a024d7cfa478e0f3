"""The song of Road work: stretched to the pace of each bar, cut at every sixteenth (triplet in a triplet exercise).

A piece between two cuts depends on nothing but its own frames and its bar's pace, so what is written twice, or in other
blocks, has the same samples. At the written tempo a piece is the source itself, bit for bit.
"""

from bisect import bisect_right
from collections.abc import Callable
from fractions import Fraction

import numpy as np

from game.content.song.stretching import SHORTEST_FRAMES, stretched
from game.platform.audio.device.mixer import SAMPLE_RATE
from game.platform.audio.device.ring_buffer import FULL_SCALE, Pcm
from game.sim.chart import Chart, SectionChart
from game.timing.course import PACE_ONE, Course
from game.timing.units import US_PER_SECOND, Micros, rounded_div

Read = Callable[[int, int], Pcm]
"""Reads frames of the song at its written tempo: (first, count)."""

CUTS_A_BEAT = 4
"""Pieces of a beat: sixteenths."""
TRIPLET_CUTS_A_BEAT = 3
"""Pieces of a beat in an exercise of triplets."""
BEATS_AROUND = 24
"""Beats before the first section and behind the last one that are cut as well: lead-in and ring-out."""
KEPT_PIECES = 16
"""Pieces that are kept: more than a second and a half."""


def frames_at(song_us: Micros) -> int:
    """Return the frame of the song at its written tempo."""
    return rounded_div(song_us * SAMPLE_RATE, US_PER_SECOND)


def road_frame(course: Course, song_us: Micros) -> int:
    """Return the frame of the stretched song at a song time, counted from the course's first bar.

    Counted from the start of the bar in frames of the source: at the written tempo pieces then have equal lengths.
    """
    leg = course.leg_at(song_us)
    into_bar = frames_at(song_us) - frames_at(leg.song_us)
    return frames_at(leg.real_us) + rounded_div(into_bar * PACE_ONE, leg.pace)


class RoadSong:
    """Reads frames of the stretched song. `forget` when what is read from has changed."""

    def __init__(self, chart: Chart) -> None:
        self.chart = chart
        self._cuts = _cuts_of(chart)
        self._pieces: dict[int, Pcm] = {}

    def forget(self) -> None:
        """Drop the kept pieces: stems opened or closed, or another was decoded."""
        self._pieces = {}

    def read(self, course: Course, read: Read, first: int, count: int) -> Pcm:
        """Return `count` frames from frame `first` of the stretched song."""
        out = np.zeros((count, 2), np.int16)
        piece = self._piece_at(course, first)
        while piece < len(self._cuts) - 1:
            begin = road_frame(course, self._cuts[piece]) - first
            if begin >= count:
                break
            block = self._rendered(course, read, piece)
            from_, to = max(0, begin), min(count, begin + len(block))
            out[from_:to] = block[from_ - begin : to - begin]
            piece += 1
        return out

    def _piece_at(self, course: Course, frame: int) -> int:
        """Return the piece around a frame of the stretched song."""
        song_us = course.song_at(frame * US_PER_SECOND // SAMPLE_RATE)
        piece = min(len(self._cuts) - 1, max(0, bisect_right(self._cuts, song_us) - 1))
        while piece > 0 and road_frame(course, self._cuts[piece]) > frame:
            piece -= 1
        return piece

    def _rendered(self, course: Course, read: Read, piece: int) -> Pcm:
        kept = self._pieces.get(piece)
        if kept is None:
            kept = _rendered(course, read, self._cuts[piece], self._cuts[piece + 1])
            self._pieces = dict([*self._pieces.items(), (piece, kept)][-KEPT_PIECES:])
        return kept


def _rendered(course: Course, read: Read, from_us: Micros, to_us: Micros) -> Pcm:
    """Return the frames between two cuts, stretched."""
    first, length = frames_at(from_us), road_frame(course, to_us) - road_frame(course, from_us)
    if course.pace_at(from_us) == PACE_ONE:
        return read(first, length)
    source = read(first, frames_at(to_us) - first)
    if not source.any():
        return np.zeros((length, 2), np.int16)
    return np.clip(np.rint(stretched(source.astype(np.float32), length)), -FULL_SCALE, FULL_SCALE).astype(np.int16)


def _cuts_of(chart: Chart) -> list[Micros]:
    """Return the song times of all cuts, in order."""
    sections, cuts = chart.sections, list[Micros]()
    for place, section in enumerate(sections):
        begin = section.start_beat - (BEATS_AROUND if place == 0 else 0)
        end = section.end_beat + (BEATS_AROUND if place == len(sections) - 1 else 0)
        a_beat = TRIPLET_CUTS_A_BEAT if _is_of_triplets(section) else CUTS_A_BEAT
        us_per_beat = chart.tempo.segment_at(section.start_us).us_per_beat
        while a_beat > 1 and frames_at(us_per_beat) // a_beat < SHORTEST_FRAMES:
            a_beat //= 2
        cuts += [chart.tempo.to_us(begin + Fraction(step, a_beat)) for step in range(int((end - begin) * a_beat))]
    return cuts


def _is_of_triplets(section: SectionChart) -> bool:
    """Whether the section's cues divide the beat by three and never by two."""
    parts = {cue.beat.denominator for cue in section.cues}
    return any(part % 3 == 0 for part in parts) and all(part % 2 for part in parts)
