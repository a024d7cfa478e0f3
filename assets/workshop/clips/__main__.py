"""`python -m assets.workshop.clips` plays the clips into tests/content/importing/clips.

Run from the top of the checkout.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import numpy as np
import soundfile

from assets.workshop.clips.styles import CHORD, PARTS, STYLES, Style
from assets.workshop.score.sound.synth import Event, Sampler

OUT = Path("tests/content/importing/clips")
SECONDS = 36.0
RATE = 48_000
PEAK = 0.8
HUMAN_MS = 3.0
"""Spread of the players about the beat."""
TAIL_S = 1.0


def main() -> int:
    """Exit code 0 when done."""
    sampler = Sampler()
    OUT.mkdir(parents=True, exist_ok=True)
    for number, style in enumerate(STYLES):
        audio, facts = played(style, sampler, np.random.default_rng(1000 + number))
        soundfile.write(OUT / f"{style.name}.ogg", audio, RATE, format="OGG", subtype="VORBIS", compression_level=0.9)
        (OUT / f"{style.name}.json").write_text(json.dumps(facts) + "\n", encoding="utf-8", newline="\n")
    sampler.close()
    return 0


def beats_of(style: Style, start_s: float) -> list[float]:
    """Times of the beats, in seconds."""
    times = [start_s]
    while times[-1] < SECONDS:
        times.append(times[-1] + 60 / style.bpm(times[-1]))
    return times


def played(style: Style, sampler: Sampler, random: np.random.Generator) -> tuple[np.ndarray, dict[str, list[float]]]:
    """The clip in mono, and its beats and the beginnings of its notes in seconds."""
    beats = beats_of(style, 0.4 + float(random.uniform(0, 0.5)))
    bars = (len(beats) - 1) // 4
    events = [Event(-1, n, "program_change", (p.channel, p.program)) for n, p in enumerate(PARTS.values())]
    onsets: set[float] = set()
    for bar in range(bars):
        root, third = style.chords[bar % len(style.chords)]
        for part_name, places, keys, velocity in style.rows:
            part = PARTS[part_name]
            for count, place in enumerate(places):
                at = float(np.interp(bar * 4 + place, range(len(beats)), beats)) + random.normal(0, HUMAN_MS) / 1000
                key = keys[count % len(keys)]
                chord = (root + 12, root + 12 + third, root + 19)
                wanted = chord if key == CHORD else (key if part.channel == 9 else root + key,)
                end = at + part.beats * 60 / style.bpm(at)
                for sounding in wanted:
                    touch = int(np.clip(velocity + random.normal(0, 5), 1, 127))
                    events.append(Event(at * RATE, 20, "noteon", (part.channel, sounding, touch)))
                    events.append(Event(end * RATE, 5, "noteoff", (part.channel, sounding)))
                onsets.add(round(at + part.attack_ms / 1000, 4))
    audio = sampler.render(events, int((beats[bars * 4] + TAIL_S) * RATE)).mean(axis=1)
    rounded = [round(time, 4) for time in beats[: bars * 4 + 1]]
    return audio / np.abs(audio).max() * PEAK, {"beats": rounded, "onsets": sorted(onsets)}


if __name__ == "__main__":
    sys.exit(main())
