"""The theme: jab, jab, CROSS. Each phrase reaches higher from the same two short notes: a fifth, a seventh,
and, only at the summit, the octave. Written in degrees so that every section can take its own fragment in its
own key.

It refuses to be heard whole too early: before the river only `CALL`, `TURN` and `HOOK` may sound, and at least one of
them in every running and fighting exercise.
"""

from __future__ import annotations

from dataclasses import dataclass

from .notation import Note, key, level

MINOR = {
    "1": 0,
    "2": 2,
    "b3": 3,
    "3": 4,
    "4": 5,
    "5": 7,
    "b6": 8,
    "6": 9,
    "b7": 10,
    "7": 11,
    "8": 12,
    "2'": 14,
    "3'": 16,
    "0": 0,
}

# (degree, beats); the pick-up of each bar stands at the end of the bar before. "r" is a rest.
JABS = (("1", 0.5), ("1", 0.5))
CALL = (*JABS, ("5", 3.0))
TURN = (*JABS, ("4", 1.5), ("5", 0.5), ("2", 1.0))
HOOK = (*JABS, ("b6", 1.5), ("5", 0.5), ("4", 1.0))
FALL = (("b3", 1.5), ("2", 0.5), ("2", 1.0), ("7", 1.0), ("1", 4.0))
WHOLE_MINOR = (
    *JABS, ("5", 3.0),
    *JABS, ("4", 1.5), ("5", 0.5), ("2", 1.0),
    *JABS, ("b6", 1.5), ("5", 0.5), ("4", 1.0), ("b3", 0.5), ("4", 0.5),
    ("5", 3.0),
    *JABS, ("b7", 3.0),
    *JABS, ("b6", 1.5), ("5", 0.5), ("4", 1.0), ("b3", 0.5), ("2", 0.5),
    *FALL,
)  # fmt: skip
# On the steps the tonic is major under borrowed chords; the end climbs instead of falling and stops below the octave.
WHOLE_STEPS = (
    *JABS, ("5", 3.0),
    *JABS, ("4", 1.5), ("5", 0.5), ("2", 1.0),
    *JABS, ("b6", 1.5), ("5", 0.5), ("4", 1.0), ("b3", 0.5), ("4", 0.5),
    ("5", 3.0),
    *JABS, ("b7", 3.0),
    *JABS, ("6", 1.5), ("5", 0.5), ("4", 1.0), ("b3", 0.5), ("2", 0.5),
    ("b3", 2.0), ("4", 2.0),
    ("5", 2.0), ("7", 1.0), ("5", 0.5), ("5", 0.5),
)  # fmt: skip


@dataclass(frozen=True)
class Statement:
    """The theme or a fragment of it as it is played: its motif, tonic, and first beat in its section."""

    motif: tuple[tuple[str, float], ...]
    tonic: str
    at: float


STATEMENTS: dict[str, tuple[Statement, ...]] = {
    "yard": (Statement(CALL, "D4", 7.0), Statement(CALL, "D4", 23.0)),
    "market": (Statement(TURN, "D4", 19.0), Statement(HOOK, "D4", 23.0)),
    "speed_bag": (Statement(CALL, "E4", 7.0), Statement(CALL, "E4", 23.0)),
    "heavy_bag": (Statement(HOOK, "E4", 11.0),),
    "push_ups": (Statement(TURN, "E4", 11.0),),
    "river": (Statement(WHOLE_MINOR, "F#4", -1.0),),
    "steps": (Statement(WHOLE_STEPS, "D4", 15.0),),
}
"""Where the theme is heard, by section: always in the lead, whatever the player's form."""


def sung(
    part: str, motif: tuple[tuple[str, float], ...], tonic: str, at: float, dynamic: str, to: str | None = None
) -> list[Note]:
    """A motif on a tonic, its first jab at beat `at`. Jabs are short and light, the cross is long and leaned on."""
    notes, now, total = [], at, sum(length for _, length in motif)
    first, last = level(dynamic), level(to or dynamic)
    for degree, length in motif:
        if degree != "r":
            cross = length >= 1.5
            weight = 7 if cross else -2 if length <= 0.5 else 0
            sounding = length * (0.96 if cross else 0.72 if length <= 0.5 and degree == "1" else 0.92)
            velocity = first + (last - first) * (now - at) / total + weight
            notes.append(Note(part, now, sounding, key(tonic) + MINOR[degree], velocity, "lean" if cross else ""))
        now += length
    return notes


def stated(section: str, part: str, dynamic: str, to: str | None = None) -> list[Note]:
    """A part that plays every statement of a section."""
    return [note for each in STATEMENTS[section] for note in sung(part, each.motif, each.tonic, each.at, dynamic, to)]
