"""Planes to files: indexed PNGs with one key colour for holes, veils as RGBA, and layers.json."""

import json
from dataclasses import asdict
from pathlib import Path

import numpy as np
from PIL import Image

from .paint.colour import to_srgb
from .paint.palette import palette_of, quantise
from .stage import FEET, HEIGHT, LEAD, VIEW_Y, Painted, Place, Plane, Window

KEY = (255, 0, 255)
MEANING = (
    "screen_x = x - camera * parallax, where camera is the left edge of the view on the plane of the lane, in px from "
    "the first beat; y is in map rows (the 360 px view rests at row view_y). Back to front; pixels are opaque or "
    'absent (palette entry 0, transparent), except layers with a "veil": these have alpha, mixed or added. In Tiled x '
    "is the layer's offset when the map has parallaxoriginx 320."
)


def save_indexed(path: Path, img: np.ndarray, mask: np.ndarray, colours: int, dither: float) -> None:
    """An 8-bit PNG: entry 0 is the transparent key, the rest at most `colours` (<= 255) of the picture's own."""
    pal = palette_of(img, mask, min(colours, 255)) if mask.any() else np.zeros((1, 3), np.float32)
    index = np.where(mask, quantise(img, mask, pal, dither) + 1, 0).astype(np.uint8)
    table = [KEY, *(tuple(int(v) for v in row) for row in np.round(to_srgb(pal) * 255))]
    out = Image.fromarray(index, "P")
    out.putpalette([v for entry in table for v in entry])
    extra = {} if mask.all() else {"transparency": 0}
    out.save(path, optimize=True, **extra)


def save_veil(path: Path, painted: Painted) -> None:
    """RGBA for haze and shafts."""
    rgba = np.dstack([to_srgb(np.clip(painted.rgb, 0, 1)), np.clip(painted.alpha, 0, 1)])
    Image.fromarray((rgba * 255 + 0.5).astype(np.uint8), "RGBA").save(path, optimize=True)


def write_plane(folder: Path, plane: Plane, window: Window) -> dict:
    """Paint and save one plane, cut to the rows it uses; returns its entry for layers.json."""
    painted = plane.paint(window)
    used = painted.mask if painted.alpha is None else painted.alpha > 0
    rows = np.flatnonzero(used.any(1))
    y0, y1 = (int(rows[0]), int(rows[-1]) + 1) if len(rows) else (0, HEIGHT)
    path = folder / f"{plane.name}.png"
    if painted.alpha is None:
        save_indexed(path, painted.rgb[y0:y1], painted.mask[y0:y1], plane.colours, plane.dither)
    else:
        save_veil(path, Painted(painted.rgb[y0:y1], painted.mask[y0:y1], painted.alpha[y0:y1]))
    entry = {
        "image": path.name,
        "parallax": round(plane.factor, 4),
        "x": window.left,
        "y": y0 - plane.above,
        "group": plane.group,
        "size": [window.width, y1 - y0],
        "note": plane.note,
    }
    if plane.top is not None:
        entry["parallax_top"] = plane.top
    return entry | ({"veil": plane.veil} if plane.veil else {})


def write_facts(folder: Path, place: Place, entries: dict[str, dict], sources: str) -> None:
    """layers.json: the planes in the place's order, then lights, props, grade, sun, seams."""
    data = {
        "format": 1,
        "place": place.name,
        "length": place.length,
        "lead": LEAD,
        "view_y": VIEW_Y,
        "feet_y": FEET,
        "meaning": MEANING,
        "sources": sources,
        "layers": [entries[p.name] for p in place.planes if p.name in entries],
        **place.facts,
    }
    text = json.dumps(data, indent=1, default=asdict)
    (folder / "layers.json").write_text(text + "\n", encoding="utf-8")
