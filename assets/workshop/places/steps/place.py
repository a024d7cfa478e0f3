"""The museum steps: not a strip but a climb. Builds its parts (sky, far pictures, stair textures, cards), climb.json.

`steps_preview` draws the climb from exactly these parts and is the reference for the game's view.
"""

import json
from pathlib import Path

import numpy as np
from PIL import Image

from ..export import KEY
from ..paint.colour import Array, blend, gradient, to_srgb
from ..paint.film import develop
from ..paint.noise import fbm
from ..paint.palette import palette_of, quantise
from ..stage import Painted, Place, Plane, Window
from .cards import FLAG_FRAMES, SHADY, SIZES, SUNNY, kinds, sizes, stand
from .cast import degrees_at, hidden
from .far import LOOK, build, crest, picture, stops
from .geometry import (
    APPROACH,
    BEHIND,
    EYE,
    FEET,
    FLIGHT,
    FOCAL,
    GOING,
    HALF_WIDTH,
    HORIZON,
    LANDING,
    RISE,
    STAIRS,
    TEMPLE_Z,
    TERRACE_END,
    TOP_Y,
    TOP_Z,
    eye,
    profile,
    stair_z,
)
from .shade import (
    BEGINS,
    CORNER,
    DITHER,
    ENTRIES,
    SLOPE,
    degrees,
    half,
    mips,
    palette,
    profile_of_edge,
    tone_indices,
    tones_of,
)
from .stairs import PPM, SPAN, Grid, grid

SKY_H = 300


def sky(window: Window) -> Painted:
    """High winter blue over the temple, long clouds lit from the left."""
    h, w = SKY_H, window.width
    yy = np.mgrid[0:h, 0:w][0].astype(np.float32)
    rgb = gradient([(0, "#2a4c78"), (0.35, "#4a759a"), (0.62, "#82a4b4"), (0.85, "#c4c4b8"), (1, "#ecd6b4")], yy / 250)
    # Long bent noise alone looks like marble: small clouds gather where it is dense, and break it up.
    warp = (fbm(h, w, 220, 80, 7, 2) - 0.5) * 16
    rows = np.clip(yy + warp, 0, h - 1).astype(int)
    gathered = fbm(h, w, 340, 46, 14, 3, 0.5)[rows, np.mgrid[0:h, 0:w][1]]
    puffs = fbm(h, w, 46, 13, 15, 5, 0.55)
    d = 0.62 * gathered + 0.38 * puffs
    cover = np.clip((d - 0.535) * 7.0, 0, 1) * np.clip(1.15 - yy / 260, 0, 1)
    edge = np.clip(cover - np.roll(np.roll(cover, 4, 0), 3, 1), -1, 1)
    lit = gradient([(0, "#8699b4"), (0.45, "#d4cabc"), (1, "#fff4dc")], np.clip(0.5 + edge * 1.4 + cover * 0.25, 0, 1))
    out = blend(rgb, lit, np.round(np.clip(cover * 1.3, 0, 0.94) * 8) / 8)
    img = np.zeros((384, w, 3), np.float32)
    img[:h] = develop(out.astype(np.float32) * 1.0, LOOK)
    return Painted(img, np.broadcast_to(np.arange(384)[:, None] < h, (384, w)).copy())


def _table(pal: Array) -> list[int]:
    return [v for entry in [KEY, *(tuple(int(v) for v in row) for row in np.round(to_srgb(pal) * 255))] for v in entry]


def _save(path: Path, index: np.ndarray, pal: Array) -> None:
    img = Image.fromarray(index.astype(np.uint8), "P")
    img.putpalette(_table(pal))
    img.save(path, optimize=True, transparency=0)


def write_stairs(folder: Path) -> None:
    """stairs-0.png to -3.png: one palette; beyond the banks the far pictures show, so those texels are holes."""
    g = grid()
    pictures = degrees(g)
    holes = [_holes(g, PPM / 2**k, w) for k, w in enumerate((pictures[0].shape[1] >> k) for k in range(4))]
    few = (slice(None, None, 3), slice(None, None, 4))
    seen = ~holes[0][few]
    tones = tones_of(pictures[0][few][seen], pictures[-1][few][seen])
    pal, share = None, hidden(g)
    for k, (sun, shade) in enumerate(zip(mips(pictures[0]), mips(pictures[-1]), strict=True)):
        index = tone_indices(sun, shade, tones, DITHER if k == 0 else 0)
        if pal is None:
            pal = palette(index[few], seen, [picture[few] for picture in pictures])
        _save(folder / f"stairs-{k}.png", np.where(holes[k], 0, index + 1 + degrees_at(share) * ENTRIES), pal)
        share = half(share)


def _holes(g: Grid, ppm: float, columns: int) -> np.ndarray:
    """Which texels of a texture are holes."""
    x, z = np.abs((np.arange(columns) + 0.5) / ppm - SPAN)[None], g.z
    return ((z > 16) & (z < TOP_Z) & (x > 17.5)) | ((z > TOP_Z + 3) & (x > 14.5))


def write_far(folder: Path) -> list[dict]:
    """far-NN.png, one a stop, in one palette, cut to the rows that are ever seen; returns where each lies."""
    scene, pictures, out = build(), [], []
    for climbed, approach in stops():
        at = eye(climbed, approach)
        rgb, hit = picture(scene, at)
        rows = min(rgb.shape[0], HORIZON + 24)
        pictures.append((climbed, approach, rgb[:rows], hit[:rows]))
    sample = np.concatenate([p[2][::2, ::3] for p in pictures[::7]], 0)
    mask = np.concatenate([p[3][::2, ::3] for p in pictures[::7]], 0)
    pal = palette_of(sample, mask, 128)
    for i, (climbed, approach, rgb, hit) in enumerate(pictures):
        used = np.flatnonzero(hit.any(1))
        top, end = int(used[0]), int(used[-1]) + 1
        _save(folder / f"far-{i:02}.png", np.where(hit, quantise(rgb, hit, pal, 0) + 1, 0)[top:end], pal)
        out.append({"image": f"far-{i:02}.png", "climbed": climbed, "approach": approach, "y": top})
    return out


def write_cards(folder: Path) -> dict:
    """cards.png and its rectangles: kind -> light -> sizes, each with px a metre."""
    entries, pictures, x, y, high = {}, [], 0, 0, 0
    for name, (relief, ppm) in kinds().items():
        entries[name] = {}
        for light, day in (("sun", SUNNY), ("shade", SHADY)):
            entries[name][light] = []
            for k, (rgb, solid) in enumerate(sizes(relief, day)):
                h, w = solid.shape
                if x + w > 1024:
                    x, y, high = 0, y + high + 1, 0
                pictures.append((x, y, rgb, solid))
                entries[name][light].append({"rect": [x, y, w, h], "ppm": round(ppm * 0.75**k, 3)})
                x, high = x + w + 1, max(high, h)
    sheet, mask = np.zeros((y + high, 1024, 3), np.float32), np.zeros((y + high, 1024), bool)
    for px, py, rgb, solid in pictures:
        (
            sheet[py : py + solid.shape[0], px : px + solid.shape[1]],
            mask[py : py + solid.shape[0], px : px + solid.shape[1]],
        ) = rgb, solid
    pal = palette_of(sheet, mask, 96)
    _save(folder / "cards.png", np.where(mask, quantise(sheet, mask, pal, 0) + 1, 0), pal)
    return entries


def shadow() -> dict:
    """The building's shadow, as the game moves it."""
    return {
        "corner": list(CORNER),
        "slope": round(SLOPE, 4),
        "profile": profile_of_edge(),
        "begins": list(BEGINS),
        "tones": ENTRIES,
        "meaning": "metres: at x it ends at z = corner z + slope * (x - corner x) + profile; a texel's index grows by "
        "`tones` for each of `begins` metres that it is inside, and stays where it is in a deeper shadow already; the "
        "slope falls as the sun goes round the corner",
    }


def write_parts(folder: Path) -> None:
    """Everything but the sky, and climb.json."""
    write_stairs(folder)
    data = {
        "format": 1,
        "stairs": STAIRS,
        "flight": FLIGHT,
        "rise": RISE,
        "going": GOING,
        "landing": LANDING,
        "half_width": HALF_WIDTH,
        "approach": APPROACH,
        "top": {"y": round(TOP_Y, 3), "z": round(TOP_Z, 3)},
        "temple_z": TEMPLE_Z,
        "terrace_end": TERRACE_END,
        "camera": {
            "focal": FOCAL,
            "behind": BEHIND,
            "eye": EYE,
            "horizon": HORIZON,
            "feet_y": FEET,
            "meaning": "y = climbed * rise + eye; z = approach + climbed * top.z / stairs - behind - 0.65; view pixels",
        },
        "risers_z": [round(stair_z(k), 3) for k in range(1, STAIRS + 1)],
        "faces": [[f.kind, f.z0, round(f.y0, 4), round(f.z1, 3), round(f.y1, 4), f.texels] for f in profile()],
        "textures": {
            "images": [f"stairs-{k}.png" for k in range(4)],
            "ppm": PPM,
            "span": SPAN,
            "meaning": "texel rows follow faces, near and lower first; columns x from -span to span; images halve",
        },
        "far": write_far(folder),
        "cards": {
            "image": "cards.png",
            "sizes": SIZES,
            "kinds": write_cards(folder),
            "stand": stand(),
            "frames": {"flag": FLAG_FRAMES},
            "frame_beats": "1/2",
        },
        "rails": {
            "x": [-5.2, 5.2],
            "height": 0.92,
            "posts_every": 3,
            "dark": "#2c2018",
            "bright": "#c89858",
            "meaning": "bronze handrails from riser 1 up: dark 2 px line, bright 1 px over it, posts down to the tread",
        },
        "sky": {"image": "sky.png", "drift": -36},
        "shadow": shadow(),
        "crest": [[k, round(crest(eye(k)), 1)] for k in range(0, STAIRS + 1, 6)],
    }
    (folder / "climb.json").write_text(json.dumps(data) + "\n", encoding="utf-8")


PLACE = Place(
    "steps",
    256,
    (Plane("sky", 0.0, sky, colours=60, note="behind everything; drifts down as he climbs"),),
    {
        "climb": "climb.json",
        "sun_direction": [-0.80, 0.44, -0.30],
        "grade": {"shadow": "#1c3464", "light": "#ffe4b8", "vignette": 0.30},
    },
    write_parts,
)
