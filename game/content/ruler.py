"""Writes a designer's note layer into a map: the song's waveform, and its beats and bars, at their x.

The rest of the file stays as it is, byte by byte, but for the numbers of the next layer and object.
"""

import re
from collections.abc import Sequence

from game.content.level import Level
from game.timing.tempo import BEATS_PER_BAR

LAYER = "//ruler"
"""Name of the layer; the game ignores it."""
PX_PER_POINT = 4
"""Distance of two points of the waveform, px."""
MIDDLE_Y = 228
"""Map row of silence, px: below the rows of cues."""
HALF_PX = 40
"""Height of the loudest sample above it, px."""
OLD = re.compile(rf' <objectgroup[^>]* name="{LAYER}".*?</objectgroup>\n', re.DOTALL)


def points_of(level: Level) -> int:
    """Return how many points the waveform of a map has, from its left edge to its right."""
    return level.width // PX_PER_POINT + 1


def ruled(text: str, level: Level, peaks: Sequence[float]) -> str:
    """Return a map's text with the layer, in place of an older one. `peaks` are the loudness (0 to 1) at each point."""
    text = OLD.sub("", text)
    layer_id, first = _next(text, "nextlayerid"), _next(text, "nextobjectid")
    wave = " ".join(f"{place * PX_PER_POINT},{-round(peak * HALF_PX)}" for place, peak in enumerate(peaks))
    rows = [_line(first, "song", 0, MIDDLE_Y, wave)]
    for beat in range(int(level.end_beat - level.start_beat) + 1):
        is_bar = beat % BEATS_PER_BAR == 0
        name = f"bar {beat // BEATS_PER_BAR + 1}" if is_bar else ""
        height = HALF_PX if is_bar else HALF_PX // 4
        rows.append(_line(first + len(rows), name, beat * level.px_per_beat, MIDDLE_Y, f"0,0 0,{height}"))
    layer = f' <objectgroup color="#95a5a6" id="{layer_id}" name="{LAYER}" locked="1" opacity="0.6">\n'
    text = _numbered(_numbered(text, "nextlayerid", layer_id + 1), "nextobjectid", first + len(rows))
    head, tail = text.rsplit("</map>", 1)
    return f"{head}{layer}{''.join(rows)} </objectgroup>\n</map>{tail}"


def _line(number: int, name: str, x: int, y: int, points: str) -> str:
    named = f' name="{name}"' if name else ""
    return f'  <object id="{number}"{named} x="{x}" y="{y}">\n   <polyline points="{points}"/>\n  </object>\n'


def _next(text: str, name: str) -> int:
    found = re.search(rf' {name}="(\d+)"', text)
    return int(found.group(1)) if found else 1


def _numbered(text: str, name: str, number: int) -> str:
    return re.sub(rf' {name}="\d+"', f' {name}="{number}"', text, count=1)
