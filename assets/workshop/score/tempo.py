"""The tempo map: where every beat falls, read once from `assets/music/song.toml`. It refuses a map that does not
add up to the song's own duration."""

from __future__ import annotations

import bisect
import tomllib
from dataclasses import dataclass
from pathlib import Path

SAMPLE_RATE = 48_000
SONG_FILE = Path("assets/music/song.toml")


@dataclass(frozen=True)
class Span:
    """One section of the song: `start_beat` and `beats` in beats, `start_us` and `us_per_beat` in microseconds."""

    id: str
    start_beat: int
    beats: int
    start_us: int
    us_per_beat: int


@dataclass(frozen=True)
class TempoMap:
    """Sections in playing order. `rate` above 1 plays faster: every time is divided by it."""

    spans: tuple[Span, ...]
    rate: float = 1.0

    def seconds(self, beat: float) -> float:
        """Time of a beat in seconds. Beats before zero run at the first section's tempo (the lead-in)."""
        starts = [span.start_beat for span in self.spans]
        span = self.spans[max(0, bisect.bisect_right(starts, beat) - 1)]
        return (span.start_us + (beat - span.start_beat) * span.us_per_beat) / 1e6 / self.rate

    def samples(self) -> int:
        """Length of the song in samples, rounded to a whole one."""
        last = self.spans[-1]
        return round(self.seconds(last.start_beat + last.beats) * SAMPLE_RATE)

    def span(self, section: str) -> Span:
        """The section of that id; KeyError with the known ids if there is none."""
        for span in self.spans:
            if span.id == section:
                return span
        raise KeyError(f"{section}: no such section; known: {', '.join(s.id for s in self.spans)}")


def load(rate: float = 1.0, path: Path = SONG_FILE) -> TempoMap:
    """Read the tempo map. ValueError if the sections do not fill the song's duration."""
    song = tomllib.loads(path.read_text(encoding="utf-8"))
    spans, beat, now = [], 0, 0
    for entry in song["sections"]:
        beats = entry["bars"] * song["beats_per_bar"]
        spans.append(Span(entry["id"], beat, beats, now, entry["us_per_beat"]))
        beat, now = beat + beats, now + beats * entry["us_per_beat"]
    if now != song["duration_us"]:
        raise ValueError(f"{path}: sections last {now} us, duration_us says {song['duration_us']}; mend either")
    return TempoMap(tuple(spans), rate)
