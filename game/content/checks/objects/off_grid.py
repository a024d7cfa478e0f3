"""Checks that timed objects lie on the grid of 48ths of a beat, to which they are snapped."""

from collections.abc import Iterator
from fractions import Fraction

from game.content.finding import Finding, Severity
from game.content.level import Level
from game.content.schema import BEAT_GRID
from game.content.song.song import Song
from game.content.tiled.level_reader import is_note

TIMED = frozenset({"Section", "Cue", "Call", "Feint", "Lace", "Cut", "Trigger"})
"""Classes whose x is time."""


def find(level: Level, song: Song) -> Iterator[Finding]:
    """Return objects off the grid, with the nearest x and width that are on it."""
    step = Fraction(level.px_per_beat, BEAT_GRID)
    for layer in level.source.layers:
        for item in layer.objects:
            if item.kind not in TIMED or is_note(layer):
                continue
            edges = {"x": item.x, "width": item.width if item.shape == "rectangle" else 0.0}
            for name, value in edges.items():
                snapped = round(Fraction(value) / step) * step
                if snapped != Fraction(value):
                    what = f"its {name} {value:g} is off the beat grid"
                    mend = f"set {name} to {float(snapped):g}, or turn on View > Snapping > Snap to Grid"
                    yield Finding("off_grid", level.place_of(item), what, mend, Severity.WARNING)
