"""Notes as they are written: phrases, rhythm grids, dynamics. It refuses a phrase whose barlines do not fall on
bars.

A phrase is text: `D4:1/2 D4 | A4:3> r:1`. A token is a pitch, several joined by `+` (a chord), or `r` (a rest), then
`:` and a length in beats (the last length holds until another is given), then marks:
`.` staccato, `-` tenuto, `~` legato, `>` accent, `^` marcato, `<` swell through the note, `\\` dying away,
`!` forte-piano-swell.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from fractions import Fraction

BEATS_PER_BAR = 4
STEPS = {"C": 0, "D": 2, "E": 4, "F": 5, "G": 7, "A": 9, "B": 11}
DYNAMICS = {"ppp": 30, "pp": 42, "p": 54, "mp": 66, "mf": 78, "f": 92, "ff": 106, "fff": 118}
LENGTHS = {".": 0.5, "-": 0.97, "~": 1.04, "^": 0.7}
SHAPES = {"<": "swell", "\\": "fade", "!": "sfp"}
STRESS = {">": 12, "^": 18}
GRID = {"X": 1.0, "x": 0.84, "o": 0.66, "g": 0.42}
TOKEN = re.compile(
    r"^(?P<pitch>[A-G][#b]?-?\d(?:\+[A-G][#b]?-?\d)*|r)(?::(?P<length>\d+(?:/\d+)?))?(?P<marks>[.\-~>^<\\!]*)$"
)


class ScoreError(ValueError):
    """Something in the written score cannot be played; the message quotes it and says how to mend it."""


@dataclass(frozen=True, slots=True)
class Note:
    """One note. `beat` counts from the section's first beat (negative: a pick-up), `beats` is its sounding length."""

    part: str
    beat: float
    beats: float
    key: int
    velocity: float
    shape: str = ""


def key(pitch: str) -> int:
    """MIDI key of a pitch name such as `F#3` (middle C is C4 = 60)."""
    match = re.fullmatch(r"([A-G])([#b]?)(-?\d)", pitch)
    if match is None:
        raise ScoreError(f"{pitch!r} is no pitch; write a letter, an accidental and an octave, as in F#3")
    letter, accidental, octave = match.groups()
    return STEPS[letter] + {"#": 1, "b": -1, "": 0}[accidental] + 12 * (int(octave) + 1)


def level(dynamic: str) -> int:
    """Velocity of a dynamic mark."""
    if dynamic not in DYNAMICS:
        raise ScoreError(f"{dynamic!r} is no dynamic; use one of {', '.join(DYNAMICS)}")
    return DYNAMICS[dynamic]


def _arch(position: float) -> float:
    """A phrase breathes: a little louder towards its two thirds, softer at its end (in velocity)."""
    return 5.0 * (1.0 - ((position - 0.62) / 0.62) ** 2)


def phrase(part: str, text: str, at: float, dynamic: str, to: str | None = None) -> list[Note]:
    """Read a phrase that begins at beat `at`, from one dynamic to another (a hairpin)."""
    notes, now, length = [], Fraction(at).limit_denominator(96), Fraction(1)
    for token in text.replace("|", " | ").split():
        if token == "|":
            if now % BEATS_PER_BAR:
                raise ScoreError(f"{part} at beat {at}: barline after {float(now - Fraction(at)):g} beats in {text!r}")
            continue
        match = TOKEN.match(token)
        if match is None:
            raise ScoreError(f"{part} at beat {at}: cannot read {token!r} in {text!r}")
        length = Fraction(match["length"]) if match["length"] else length
        marks = match["marks"]
        if match["pitch"] != "r":
            sounding = float(length) * next((LENGTHS[m] for m in marks if m in LENGTHS), 0.88)
            shape = next((SHAPES[m] for m in marks if m in SHAPES), "")
            stress = sum(STRESS.get(m, 0) for m in marks)
            for pitch in match["pitch"].split("+"):
                notes.append(Note(part, float(now), sounding, key(pitch), stress, shape))
        now += length
    return _shaped(notes, float(at), float(now), (level(dynamic), level(to or dynamic)))


def _shaped(notes: list[Note], start: float, end: float, levels: tuple[int, int]) -> list[Note]:
    shaped = []
    for note in notes:
        position = (note.beat - start) / max(end - start, 1e-9)
        metre = 3.0 if note.beat % BEATS_PER_BAR == 0 else 1.0 if note.beat % 2 == 0 else -2.0 if note.beat % 1 else 0.0
        velocity = levels[0] + (levels[1] - levels[0]) * position + _arch(position) + metre + note.velocity
        shaped.append(replace(note, velocity=velocity))
    return shaped


def grid(
    part: str, pitch: int | str, text: str, at: float, dynamic: str, step: float = 0.25, to: str | None = None
) -> list[Note]:
    """Read a rhythm grid, a character a `step`: X accent, x stroke, o soft, g ghost, else a rest; `|` is skipped."""
    cells = [c for c in text if c not in "| "]
    number = key(pitch) if isinstance(pitch, str) else pitch
    low, high = level(dynamic), level(to or dynamic)
    return [
        Note(part, at + i * step, step * 0.9, number, GRID[c] * (low + (high - low) * i / max(len(cells), 1)) * 1.12)
        for i, c in enumerate(cells)
        if c in GRID
    ]


def moved(
    notes: list[Note], part: str | None = None, beats: float = 0.0, keys: int = 0, louder: float = 0.0
) -> list[Note]:
    """The same notes for another part, later, transposed, louder."""
    return [
        replace(n, part=part or n.part, beat=n.beat + beats, key=n.key + keys, velocity=n.velocity + louder)
        for n in notes
    ]
