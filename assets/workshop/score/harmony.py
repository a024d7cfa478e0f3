"""Chord symbols and voicings. A pad moves each of its voices by the smallest step to the next chord. It refuses
symbols it does not know."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass

from .notation import STEPS, Note, ScoreError, level

QUALITIES = {
    "": (0, 4, 7), "m": (0, 3, 7), "5": (0, 7), "7": (0, 4, 7, 10), "m7": (0, 3, 7, 10), "maj7": (0, 4, 7, 11),
    "sus": (0, 5, 7), "sus2": (0, 2, 7), "7sus": (0, 5, 7, 10), "m7b5": (0, 3, 6, 10),
    "6": (0, 4, 7, 9), "m9": (0, 3, 7, 10, 14),
    "9": (0, 4, 7, 10, 14), "add9": (0, 4, 7, 14), "7b9": (0, 4, 7, 10, 13), "5add9": (0, 7, 14), "m6": (0, 3, 7, 9),
    "9sus": (0, 5, 7, 10, 14), "dim": (0, 3, 6), "maj9": (0, 4, 7, 11, 14), "7#9": (0, 4, 7, 10, 15),
}  # fmt: skip


@dataclass(frozen=True)
class Chord:
    """A chord: pitch classes of its tones in stacking order, and of its bass."""

    symbol: str
    tones: tuple[int, ...]
    bass: int

    @property
    def root(self) -> int:
        return self.tones[0]


def chord(symbol: str) -> Chord:
    """Read `F#m7b5`, `Bb/D` and the like."""
    match = re.fullmatch(r"([A-G][#b]?)([^/]*)(?:/([A-G][#b]?))?", symbol)
    if match is None or match[2] not in QUALITIES:
        raise ScoreError(
            f"{symbol!r} is no chord this score knows; qualities: {' '.join(q or 'major' for q in QUALITIES)}"
        )
    root = _pitch_class(match[1])
    return Chord(symbol, tuple((root + i) % 12 for i in QUALITIES[match[2]]), _pitch_class(match[3] or match[1]))


def _pitch_class(name: str) -> int:
    return (STEPS[name[0]] + {"#": 1, "b": -1}.get(name[1:], 0)) % 12


def above(pitch_class: int, lowest: int) -> int:
    """The lowest key of that pitch class at or above `lowest`."""
    return lowest + (pitch_class - lowest) % 12


def bass_key(of: Chord, lowest: int = 36) -> int:
    """The bass note's key, in the octave from `lowest`."""
    return above(of.bass, lowest)


def voicings(of: Chord, low: int, high: int, voices: int) -> list[tuple[int, ...]]:
    """All ascending voicings of so many voices between two keys, at least three semitones apart at the bottom."""
    keys = [k for k in range(low, high + 1) if k % 12 in of.tones]
    need = set(of.tones[:3]) if voices >= 3 else set(of.tones[:1]) if voices == 1 else set()
    found = []
    for combo in itertools.combinations(keys, voices):
        gaps = [b - a for a, b in itertools.pairwise(combo)]
        if (
            need <= {k % 12 for k in combo}
            and all(g <= 12 for g in gaps)
            and (not gaps or gaps[0] >= 3)
            and all(g >= 2 for g in gaps)
        ):
            found.append(combo)
    return found


def led(symbols: list[str], low: int, high: int, voices: int) -> list[tuple[int, ...]]:
    """A chain of voicings in which the voices move least; it starts nearest the middle of the range."""
    chain: list[tuple[int, ...]] = []
    for symbol in symbols:
        options = voicings(chord(symbol), low, high, voices)
        if not options:
            raise ScoreError(f"{symbol}: no voicing of {voices} voices between keys {low} and {high}; widen the range")
        middle = (low + high) / 2
        if chain:
            last = chain[-1]
            cost = [
                sum(abs(a - b) for a, b in zip(o, last, strict=True)) + 0.15 * abs(sum(o) / voices - middle)
                for o in options
            ]
        else:
            cost = [abs(sum(o) / voices - middle) + 0.05 * (o[-1] - o[0]) for o in options]
        chain.append(options[cost.index(min(cost))])
    return chain


@dataclass(frozen=True)
class Changes:
    """A harmonic rhythm: (beat, symbol) pairs in order, and the beat where the last one ends."""

    pairs: tuple[tuple[float, str], ...]
    end: float

    def spans(self) -> list[tuple[float, float, str]]:
        """(beat, beats, symbol) of every chord."""
        ends = [b for b, _ in self.pairs[1:]] + [self.end]
        return [(b, e - b, s) for (b, s), e in zip(self.pairs, ends, strict=True)]

    def at(self, beat: float) -> Chord:
        """The chord that sounds at a beat."""
        return chord([s for b, s in self.pairs if b <= beat + 1e-6 or b == self.pairs[0][0]][-1])


def changes(text: str, at: float = 0.0) -> Changes:
    """Read `Dm7 | G7 Dm7 | ...`: chords that share a bar share it equally."""
    pairs, bar = [], at
    for cell in text.split("|"):
        symbols = cell.split()
        pairs += [(bar + 4 * i / len(symbols), s) for i, s in enumerate(symbols)]
        bar += 4
    return Changes(tuple(pairs), bar)


@dataclass(frozen=True)
class Pad:
    """How a chordal part lies: its range in keys, its voices, the share of each chord it holds."""

    low: int
    high: int
    voices: int
    hold: float = 0.98
    shape: str = ""


def pad(part: str, of: Changes, lie: Pad, dynamic: str, to: str | None = None) -> list[Note]:
    """Sustained chords, each voice moving as little as it can."""
    spans, first, last = of.spans(), level(dynamic), level(to or dynamic)
    chain = led([s for _, _, s in spans], lie.low, lie.high, lie.voices)
    notes = []
    for (beat, beats, _), keys in zip(spans, chain, strict=True):
        velocity = first + (last - first) * (beat - spans[0][0]) / max(of.end - spans[0][0], 1e-9)
        for i, k in enumerate(keys):
            top = 4 if i == len(keys) - 1 else 0
            notes.append(Note(part, beat, beats * lie.hold, k, velocity + top, lie.shape))
    return notes


def comp(part: str, of: Changes, lie: Pad, rhythm: str, dynamic: str) -> list[Note]:
    """Strokes of the led voicing on a grid of sixteenths (whole bars, cycled): X, x, o strokes, g a damped ghost."""
    cells = [c for c in rhythm if c not in "| "]
    spans = of.spans()
    chain = led([s for _, _, s in spans], lie.low, lie.high, lie.voices)
    strength = {"X": 1.12, "x": 0.96, "o": 0.78, "g": 0.5}
    notes = []
    for (beat, beats, _), keys in zip(spans, chain, strict=True):
        for i in range(round(beats * 4)):
            now = beat + i / 4
            cell = cells[round((now - spans[0][0]) * 4) % len(cells)]
            if cell in strength:
                length = 0.07 if cell == "g" else 0.25 * lie.hold
                roll = keys if i % 2 == 0 else tuple(reversed(keys))
                for j, k in enumerate(roll):
                    notes.append(Note(part, now + 0.006 * j, length, k, level(dynamic) * strength[cell], lie.shape))
    return notes
