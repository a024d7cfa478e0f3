"""The parts that play what the player plays. On normal's cues they speak up; the cues that only easy or hard
players have are there too, softer. They refuse to invent cues: rhythm comes from the chart."""

from __future__ import annotations

from collections.abc import Sequence

from .chart import Cue, extra, rhythm
from .groove import CLOSED, STICK
from .harmony import Changes, Pad, bass_key, led
from .notation import Note, level

SOFTER = 10


def onsets(cues: tuple[Cue, ...]) -> list[tuple[float, float]]:
    """(beat, velocity offset) of every judged cue of every difficulty."""
    return sorted([(b, 0.0) for b in rhythm(cues, "normal")] + [(b, -SOFTER) for b in extra(cues)])


def struck(part: str, cues: tuple[Cue, ...], keys: Sequence[int], dynamic: str, beats: float = 0.25) -> list[Note]:
    """A struck or plucked part on every cue, cycling through keys (hands: right, left, ...)."""
    return [
        Note(part, beat, beats, keys[i % len(keys)], level(dynamic) + offset + (6 if beat % 1 == 0 else 0))
        for i, (beat, offset) in enumerate(onsets(cues))
    ]


def between(cues: tuple[Cue, ...]) -> list[Note]:
    """Stick and closed hi-hat on every cue that lies between the eighths: what is quick needs an edge of its own."""
    quick = sorted({c.beat for c in cues if c.judged and (c.beat * 2) % 1})
    return [Note(part, beat, 0.2, key, 127) for beat in quick for part, key in (("clinks", STICK), ("hats", CLOSED))]


def stabs(part: str, beats: Sequence[float], of: Changes, lie: Pad, dynamic: str) -> list[Note]:
    """Short chords at beats, voiced by leading through the harmony there; `lie.hold` is their length in beats."""
    if not beats:
        return []
    chain = led([of.at(b).symbol for b in beats], lie.low, lie.high, lie.voices)
    return [
        Note(part, beat, lie.hold, k, level(dynamic) + (5 if j == len(keys) - 1 else 0), lie.shape)
        for beat, keys in zip(beats, chain, strict=True)
        for j, k in enumerate(keys)
    ]


def roots(
    part: str, beats: Sequence[float], of: Changes, lowest: int, dynamic: str, length: float = 0.25
) -> list[Note]:
    """Bass notes of the harmony at beats."""
    return [Note(part, b, length, bass_key(of.at(b), lowest), level(dynamic)) for b in beats]


def leaps(cues: tuple[Cue, ...], kinds: tuple[str, ...]) -> list[float]:
    """Beats of some kinds of cue, on any difficulty."""
    return sorted({c.beat for c in cues if c.judged and c.kind in kinds})
