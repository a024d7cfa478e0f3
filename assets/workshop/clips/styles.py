"""The ten clips: a bar of each as rows of parts, its chords and its tempo. A row is a part, its beats and its keys.

A key under 24 is a step above the bar's chord root; drums have the keys of General MIDI.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

MINOR, MAJOR = 3, 4
Chord = tuple[int, int]
"""Key of the root, and the third above it in semitones."""
POP: tuple[Chord, ...] = ((48, MAJOR), (43, MAJOR), (45, MINOR), (41, MAJOR))
DARK: tuple[Chord, ...] = ((45, MINOR), (41, MAJOR), (48, MAJOR), (43, MAJOR))
JAZZ: tuple[Chord, ...] = ((50, MINOR), (43, MAJOR), (48, MAJOR), (45, MINOR))
LATIN: tuple[Chord, ...] = ((50, MINOR), (55, MAJOR), (48, MAJOR), (53, MAJOR))
KICK, SNARE, CLAP, RIM, HAT, OPEN_HAT, RIDE, CRASH = 36, 38, 39, 37, 42, 46, 51, 49
HALVES = tuple(n / 2 for n in range(8))
QUARTERS = tuple(n / 4 for n in range(16))
SWUNG = (0, 1, 1 + 2 / 3, 2, 3, 3 + 2 / 3)
CHORD = -1
"""Stands for the whole chord, an octave above its root."""


@dataclass(frozen=True)
class Part:
    """An instrument: its program, channel, the time from its key to its sound in milliseconds, and a note's beats."""

    program: int
    channel: int
    attack_ms: float
    beats: float


PARTS = {
    "drums": Part(0, 9, 3.0, 0.1),
    "bass": Part(33, 0, 12.0, 0.45),
    "guitar": Part(27, 1, 5.0, 0.4),
    "piano": Part(0, 2, 4.0, 0.6),
    "strings": Part(48, 3, 55.0, 0.5),
    "brass": Part(61, 4, 17.0, 0.45),
    "organ": Part(16, 5, 5.0, 0.4),
}
"""Parts by name; the strings' attacks are the time to half of their level."""

Row = tuple[str, tuple[float, ...], tuple[int, ...], int]
"""Part, beats of the bar, keys (one, or one a beat), velocity."""


@dataclass(frozen=True)
class Style:
    """A clip: its rows, chords, and tempo in beats a minute at a time in seconds."""

    name: str
    bpm: Callable[[float], float]
    chords: tuple[Chord, ...]
    rows: tuple[Row, ...]


def steady(bpm: float) -> Callable[[float], float]:
    """A tempo that stays."""
    return lambda _: bpm


STYLES = (
    Style("rock", steady(95), DARK, (
        ("drums", HALVES, (HAT,), 78), ("drums", (0, 1.5, 2), (KICK,), 110), ("drums", (1, 3), (SNARE,), 112),
        ("bass", HALVES, (-12,), 95), ("guitar", (0, 1.5, 2.5), (CHORD,), 82),
    )),
    Style("funk", steady(108), POP, (
        ("drums", QUARTERS, (HAT,), 62), ("drums", (0, 0.75, 2.5), (KICK,), 112), ("drums", (1, 3), (SNARE,), 112),
        ("bass", (0, 0.75, 1.75, 2.5, 3.5), (-12, 0, -2, -12, -5), 100), ("guitar", (0.5, 1.25, 2.75), (CHORD,), 74),
    )),
    Style("swing", steady(128), JAZZ, (
        ("drums", SWUNG, (RIDE,), 82), ("drums", (1, 3), (44,), 84), ("bass", (0, 1, 2, 3), (-12, -8, -5, -3), 98),
        ("piano", (2 / 3, 2, 2 + 2 / 3), (CHORD,), 76),
    )),
    Style("ballad", steady(76), DARK, (
        ("piano", HALVES, (0, 7, 12, 16, 19, 16, 12, 7), 74), ("bass", (0, 2), (-12,), 84),
        ("drums", (0,), (KICK,), 84), ("drums", (2,), (SNARE,), 78), ("drums", HALVES, (HAT,), 46),
    )),
    Style("breakbeat", steady(140), DARK, (
        ("drums", (0, 2.5), (KICK,), 115), ("drums", (1, 3), (SNARE,), 115), ("drums", HALVES, (HAT,), 76),
        ("drums", (1.75, 2.25, 3.75), (SNARE,), 46), ("bass", (0, 2.5), (-12,), 108), ("organ", (0, 2), (CHORD,), 62),
    )),
    Style("march", lambda t: 116 + 4 * math.sin(t / 9), LATIN, (
        ("drums", (0, 1, 2, 2.5, 3), (SNARE,), 84), ("bass", (0, 2), (-12, -5), 104), ("brass", (1, 3), (CHORD,), 88),
        ("brass", (0, 1.5, 2), (12, 16, 19), 98), ("drums", (0, 2), (KICK,), 96),
    )),
    Style("house", steady(124), DARK, (
        ("drums", (0, 1, 2, 3), (KICK,), 116), ("drums", (0.5, 1.5, 2.5, 3.5), (OPEN_HAT,), 82),
        ("drums", (1, 3), (CLAP,), 100), ("bass", (0.5, 1.5, 2.5, 3.25), (-12,), 100),
        ("piano", (0, 0.75, 1.5, 2.25, 3), (CHORD,), 80),
    )),
    Style("bossa", steady(116), JAZZ, (
        ("drums", HALVES, (HAT,), 62), ("drums", (0, 1.5, 2, 3.5), (KICK,), 84), ("drums", (0, 1.5, 3), (RIM,), 96),
        ("bass", (0, 1.5, 2), (-12, -12, -5), 92), ("guitar", (0, 1, 2.5), (CHORD,), 78),
    )),
    Style("strings", lambda t: 96 * (1 + 0.02 * math.sin(t / 4)), DARK, (
        ("strings", HALVES, (0, 7, 12, 7, 16, 12, 7, 4), 84), ("piano", (0, 1, 2, 3), (12, 16, 19, 16), 92),
        ("bass", (0, 2), (-12,), 80),
    )),
    Style("hiphop", steady(88), DARK, (
        ("drums", (0, 1.75, 2.5), (KICK,), 114), ("drums", (1, 3), (SNARE,), 110), ("drums", HALVES, (HAT,), 74),
        ("bass", (0, 2.5), (-12,), 105), ("piano", (0, 2.75), (CHORD,), 74),
    )),
)  # fmt: skip
