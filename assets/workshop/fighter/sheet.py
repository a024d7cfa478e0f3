"""The sheet exporter: pictures to a packed indexed PNG, its normal map and the JSON the game reads."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import numpy as np
from PIL import Image

from .clips import Clip, Sheet
from .lights import LIGHTS
from .palette import MAT
from .render import Picture, draw_clip

FORMAT = 1
WIDTH = 2048
GAP = 1
NORMAL_COUNT = 48
MOST_COLOURS = 254  # the picture's 0 is empty, and its last place is the game's, for wet skin
PIXELS_PER_METRE = 50
CORE = ("curves", "space", "skeleton", "clay", "march", "palette", "lights", "shading", "steady", "face", "torso",
        "limbs", "head",
        "wardrobe", "clips", "render", "sheet", "form", "props")


@dataclass(frozen=True)
class Packed:
    """A trimmed picture with its place on the sheet."""

    picture: Picture
    crop: tuple[int, int, int, int]
    at: tuple[int, int]


def source_hash(sheet: Sheet) -> str:
    """Return a hash of every source this sheet is made from."""
    here, digest = Path(__file__).parent, hashlib.sha256()
    for name in (*CORE, *sheet.sources):
        path = here / f"{name}.py"
        digest.update(path.read_bytes() if path.exists() else b"")
    return digest.hexdigest()[:16]


def up_to_date(sheet: Sheet, folder: Path) -> bool:
    """Return whether the built sheet was made from the sources as they are now."""
    data = folder / f"{sheet.name}.json"
    if not data.exists() or not (folder / f"{sheet.name}.png").exists():
        return False
    return json.loads(data.read_text())["source"] == source_hash(sheet)


def _crop(picture: Picture) -> tuple[int, int, int, int]:
    ys, xs = np.nonzero(picture.pixels[..., 0] >= 0)
    return int(xs.min()), int(ys.min()), int(xs.max()) + 1, int(ys.max()) + 1


def _pack(pictures: list[Picture]) -> tuple[list[Packed], tuple[int, int]]:
    """Shelf-pack, tallest first; the order is stable, so that the same pictures give the same sheet."""
    crops = [_crop(p) for p in pictures]
    order = sorted(range(len(pictures)), key=lambda i: (-(crops[i][3] - crops[i][1]), i))
    places: dict[int, tuple[int, int]] = {}
    x = y = shelf = 0
    for i in order:
        w, h = crops[i][2] - crops[i][0], crops[i][3] - crops[i][1]
        if x + w > WIDTH:
            x, y, shelf = 0, y + shelf + GAP, 0
        places[i] = (x, y)
        x, shelf = x + w + GAP, max(shelf, h)
    width = max(places[i][0] + crops[i][2] - crops[i][0] for i in order)
    return [Packed(p, crops[i], places[i]) for i, p in enumerate(pictures)], (width, y + shelf)


def _directions() -> np.ndarray:
    """Return evenly spread unit normals of the half sphere toward the viewer."""
    i = np.arange(NORMAL_COUNT) + 0.5
    z = 1 - i / NORMAL_COUNT
    angle = np.pi * (1 + 5**0.5) * i
    r = np.sqrt(1 - z * z)
    return np.stack([r * np.cos(angle), r * np.sin(angle), z], 1)


def _save(path: Path, index: np.ndarray, colours: np.ndarray) -> None:
    image = Image.fromarray(index.astype(np.uint8), "P")
    table = np.zeros((256, 3), np.uint8)  # a full table keeps the picture at eight bits, however few its colours
    table[1:len(colours) + 1] = colours
    image.putpalette(table.reshape(-1).tolist())
    image.save(path, optimize=True, transparency=0)


def _colour_sheet(packed: list[Packed], size: tuple[int, int], sheet: Sheet, path: Path) -> dict[str, object]:
    """Write the picture; return where its palette has the skin's lightest tone and rim, if it has them."""
    palette = LIGHTS[sheet.light].palette()
    rgb = np.full((size[1], size[0]), -1, np.int64)
    for item in packed:
        x0, y0, x1, y1 = item.crop
        cut = item.picture.pixels[y0:y1, x0:x1]
        colour = palette[np.maximum(cut[..., 0], 0), cut[..., 1]].astype(np.int64)
        value = colour[..., 0] * 65536 + colour[..., 1] * 256 + colour[..., 2]
        rgb[item.at[1]:item.at[1] + y1 - y0, item.at[0]:item.at[0] + x1 - x0] = np.where(cut[..., 0] >= 0, value, -1)
    used = np.unique(rgb[rgb >= 0])
    if len(used) > MOST_COLOURS:
        raise ValueError(f"sheet {sheet.name}: {len(used)} colours; use fewer materials ({MOST_COLOURS} is the most)")
    index = np.where(rgb >= 0, np.searchsorted(used, rgb) + 1, 0)
    _save(path, index, np.stack([used // 65536, used // 256 % 256, used % 256], 1))
    lit = [int(red) * 65536 + int(green) * 256 + int(blue) for red, green, blue in palette[MAT["SKIN"], 4:6]]
    return {"skin": [int(np.searchsorted(used, value)) + 1 for value in lit]} if np.isin(lit, used).all() else {}


def _normal_sheet(packed: list[Packed], size: tuple[int, int], path: Path) -> None:
    directions = _directions()
    index = np.zeros((size[1], size[0]), np.int64)
    for item in packed:
        x0, y0, x1, y1 = item.crop
        cut, solid = item.picture.normal[y0:y1, x0:x1], item.picture.pixels[y0:y1, x0:x1, 0] >= 0
        nearest = np.argmax(cut @ directions.T, 2) + 1
        index[item.at[1]:item.at[1] + y1 - y0, item.at[0]:item.at[0] + x1 - x0] = np.where(solid, nearest, 0)
    _save(path, index, np.round((directions * 0.5 + 0.5) * 255).astype(np.uint8))


def _pixel(at: float) -> int:
    """Return the pixel that a point lies in; the head's is whole but for its last bit, which differs by machine."""
    return int(np.floor(at + 1e-6))


def _frame_entry(item: Packed) -> dict:
    (x0, y0, x1, y1), picture = item.crop, item.picture
    entry = {"rect": [*item.at, x1 - x0, y1 - y0], "origin": [picture.origin[0] - x0, picture.origin[1] - y0],
             "anchors": {n: [_pixel(a[0]) - x0, _pixel(a[1]) - y0] for n, a in picture.anchors.items()}}
    if picture.planted:
        entry["planted"] = list(picture.planted)
    return entry


def _clip_entry(clip: Clip, numbers: list[int]) -> dict:
    entry = {"frames": numbers, "beats": [str(b) for b in clip.beats], "loop": clip.loop,
             "contact": None if clip.contact is None else str(Fraction(clip.contact)),
             "contacts": [{"beat": str(Fraction(b)), "part": part} for b, part in clip.contacts]}
    return entry | dict(clip.facts)


def _fingerprint(picture: Picture) -> bytes:
    x0, y0, x1, y1 = _crop(picture)
    facts = repr((picture.origin[0] - x0, picture.origin[1] - y0, picture.planted,
                  {n: (round(a[0] - x0), round(a[1] - y0)) for n, a in picture.anchors.items()}))
    return hashlib.sha256(picture.pixels[y0:y1, x0:x1].tobytes() + facts.encode()).digest()


def build_sheet(sheet: Sheet, folder: Path) -> int:
    """Render and write one sheet; return how many different frames it holds."""
    pictures: list[Picture] = []
    numbers: dict[bytes, int] = {}
    clips: dict[str, dict] = {}
    for clip in sheet.clips():
        frames = []
        for picture in draw_clip(clip, sheet):
            mark = _fingerprint(picture)
            if mark not in numbers:
                numbers[mark] = len(pictures)
                pictures.append(picture)
            frames.append(numbers[mark])
        clips[clip.name] = _clip_entry(clip, frames)
    packed, size = _pack(pictures)
    folder.mkdir(parents=True, exist_ok=True)
    found = _colour_sheet(packed, size, sheet, folder / f"{sheet.name}.png")
    if sheet.normals:
        _normal_sheet(packed, size, folder / f"{sheet.name}.normal.png")
    data = {"format": FORMAT, "sheet": sheet.name, "pixels_per_metre": round(PIXELS_PER_METRE * sheet.scale, 3),
            "light": sheet.light, "source": source_hash(sheet), "ground_speed": sheet.ground_speed, **sheet.facts,
            **found, "frames": [_frame_entry(item) for item in packed], "clips": clips}
    (folder / f"{sheet.name}.json").write_text(_compact(data))
    return len(pictures)


def _compact(data: dict) -> str:
    """Return JSON with one frame and one clip a line, so that a diff can be read."""
    head = {k: v for k, v in data.items() if k not in ("frames", "clips")}
    lines = [json.dumps(head)[:-1] + ',', '"frames": [']
    lines.append(",\n".join("  " + json.dumps(f) for f in data["frames"]))
    lines.append('],\n"clips": {')
    lines.append(",\n".join(f"  {json.dumps(n)}: {json.dumps(c)}" for n, c in data["clips"].items()))
    return "\n".join(lines) + "\n}}\n"
