"""From written notes to played ones: timing, length, pitch, dynamics and brightness of each player, seeded by
section, part and desk, so that the same score is played the same way every time.

It refuses to move a note by more than two standard deviations: the groove is human, the beat is true.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace

import numpy as np

from ..notation import Note
from ..tempo import SAMPLE_RATE, TempoMap
from .instruments import Instrument, Player
from .synth import ATTACK, FILTER_CUTOFF, START_OFFSET, Event

DRUM_CHANNEL = 9
GHOST, GHOST_SKIPPED = 46, 0.22  # below this velocity a drummer leaves some strokes out
BACKBEAT, BACKBEAT_LATE_MS = 38, 3.5  # the snare sits behind the kick
BEND_RANGE = 4  # semitones
CURVE_STEP_S = 0.04
SHORTEST_S = 0.03
# A slurred note begins inside its sample, behind the tongue's attack, and fades in over the one before.
SLUR_SKIPS, SLUR_ATTACK_CENTS, SLUR_LATER_MS = 1600, 1500.0, 24.0
# Loudness within a long note, as (position, share) knots.
CURVES = {
    "": ((0.0, 0.9), (0.35, 1.0), (1.0, 0.8)),
    "lean": ((0.0, 0.92), (0.2, 1.0), (0.6, 0.9), (1.0, 0.84)),
    "swell": ((0.0, 0.34), (0.7, 0.8), (1.0, 1.0)),
    "fade": ((0.0, 1.0), (0.5, 0.66), (1.0, 0.3)),
    "sfp": ((0.0, 1.0), (0.12, 0.55), (0.4, 0.6), (1.0, 1.0)),
    "breath": ((0.0, 0.4), (0.5, 1.0), (1.0, 0.35)),
}


@dataclass(frozen=True)
class Stage:
    """Where a cell of the score stands in time: its section's first beat, its first sample, the tempo map."""

    section: str
    start_beat: int
    first_sample: int
    tempo: TempoMap

    def sample(self, beat: float) -> float:
        """Sample, from the cell's first one, of a beat of the section."""
        return self.tempo.seconds(self.start_beat + beat) * SAMPLE_RATE - self.first_sample


def seed(*names: object) -> np.random.Generator:
    """A random generator of its own for these names."""
    digest = hashlib.sha256("/".join(map(str, names)).encode()).digest()
    return np.random.default_rng(int.from_bytes(digest[:8], "little"))


def _setup(instrument: Instrument, channel: int) -> list[Event]:
    calls: list[tuple[str, tuple[float, ...]]] = [
        ("bank_select", (channel, instrument.bank)),
        ("program_change", (channel, instrument.program)),
        ("pitch_wheel_sens", (channel, BEND_RANGE)),
    ]
    calls += [("cc", (channel, number, value)) for number, value in ((7, 110), (10, 64), (11, 127), (91, 0), (93, 0))]
    return [Event(-1.0, i, call, args) for i, (call, args) in enumerate(calls)]


@dataclass(frozen=True)
class _Stroke:
    """A note as one player plays it: first and last sample, velocity, drift of pitch in cents, and whether it is tied
    to the note before."""

    note: Note
    start: float
    end: float
    velocity: int
    drift: float
    slurred: bool


def events(notes: list[Note], instrument: Instrument, player: Player, stage: Stage) -> list[Event]:
    """What one player of an instrument plays in one cell."""
    channel = DRUM_CHANNEL if instrument.bank >= 128 else 0
    out = _setup(instrument, channel)
    for stroke in _released(_strokes(notes, instrument, player, stage)):
        dark = -instrument.dark_cents * float(np.clip(1.0 - (stroke.velocity - 30) / 78, 0.0, 1.0))
        bend = (player.cents + stroke.drift) / 100 - player.zone
        key = stroke.note.key + player.zone
        out += [
            Event(stroke.start, 10, "set_gen", (channel, FILTER_CUTOFF, dark)),
            Event(stroke.start, 11, "pitch_bend", (channel, int(np.clip(8192 + bend / BEND_RANGE * 8192, 0, 16383)))),
            Event(stroke.start, 13, "set_gen", (channel, START_OFFSET, SLUR_SKIPS if stroke.slurred else 0.0)),
            Event(stroke.start, 14, "set_gen", (channel, ATTACK, SLUR_ATTACK_CENTS if stroke.slurred else 0.0)),
            Event(stroke.start, 20, "noteon", (channel, key, stroke.velocity)),
            Event(stroke.end, 5, "noteoff", (channel, key)),
        ]
        out += _curve(stroke.note, instrument, channel, (stroke.start, stroke.end))
    return out


def _strokes(notes: list[Note], instrument: Instrument, player: Player, stage: Stage) -> list[_Stroke]:
    """The notes in time, each as uneven as a person; a drummer leaves some ghost notes out."""
    random, strokes = seed(stage.section, instrument.name, player), []
    drummed = instrument.bank >= 128
    for note in sorted(notes, key=lambda n: (n.beat, n.key)):
        jitter = np.clip(random.normal(0, player.spread_ms), -2 * player.spread_ms, 2 * player.spread_ms)
        drift, touch, length = random.normal(0, 2.5), random.normal(0, 3.0), random.normal(0, 0.02)
        skipped = random.uniform() < GHOST_SKIPPED
        if drummed and note.velocity < GHOST and skipped:
            continue
        if drummed and note.key == BACKBEAT:
            jitter += BACKBEAT_LATE_MS
        slurred = instrument.slurs and _is_slurred(note, notes)
        later_ms = SLUR_LATER_MS if slurred else 0.0
        late_ms = player.delay_ms + jitter + later_ms - instrument.lead_ms
        start = stage.sample(note.beat) + late_ms * SAMPLE_RATE / 1000
        start = max(start, 0.0)
        span = (stage.sample(note.beat + note.beats) - stage.sample(note.beat)) * (1 + length)
        end = max(start + span, start + SHORTEST_S * SAMPLE_RATE)
        strokes.append(_Stroke(note, start, end, int(np.clip(round(note.velocity + touch), 12, 127)), drift, slurred))
    return strokes


def _is_slurred(note: Note, notes: list[Note]) -> bool:
    """Whether another key is still held where a note begins."""
    return any(n.beat < note.beat - 0.2 and n.beat + n.beats >= note.beat and n.key != note.key for n in notes)


def _released(strokes: list[_Stroke]) -> list[_Stroke]:
    """Let go of each key at the latest where it is struck again: the synth knows keys, not notes, and a legato note's
    release that came after would silence the one that follows."""
    again: dict[int, float] = {}
    freed = []
    for stroke in sorted(strokes, key=lambda s: s.start, reverse=True):
        freed.append(replace(stroke, end=min(stroke.end, again.get(stroke.note.key, stroke.end))))
        again[stroke.note.key] = stroke.start
    return freed[::-1]


def _curve(note: Note, instrument: Instrument, channel: int, span: tuple[float, float]) -> list[Event]:
    """The expression controller through one note; short ones stand at full."""
    start, end = span
    if not instrument.sustains or (end - start < 0.75 * SAMPLE_RATE and note.shape in ("", "lean")):
        return [Event(start, 12, "cc", (channel, 11, 127))] if instrument.sustains else []
    knots = CURVES[note.shape]
    count = max(2, int((end - start) / SAMPLE_RATE / CURVE_STEP_S))
    places = np.linspace(0.0, 1.0, count)
    shares = np.interp(places, [k for k, _ in knots], [v for _, v in knots])
    return [
        Event(start + p * (end - start) * 0.98, 12, "cc", (channel, 11, int(127 * s)))
        for p, s in zip(places, shares, strict=True)
    ]
