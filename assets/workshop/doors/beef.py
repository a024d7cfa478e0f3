"""Two great sides of beef close before the lens, one split, one under its fat, and others in the dark behind them.

They are sculpted as the side that he strikes is; here each surface is painted as well: fibres, marbling, cracked fat.
"""

from dataclasses import dataclass

import numpy as np
from PIL import Image
from scipy import ndimage as ndi

from ..fighter.carcass import beef
from ..fighter.clips import Sheet, Shot
from ..fighter.march import Buffer
from ..fighter.palette import NAMES
from ..fighter.render import march_shot
from ..places.paint.colour import Array, colour, smooth, to_srgb
from ..places.paint.film import develop
from ..places.paint.noise import fbm
from ..places.paint.palette import palette_of, quantise
from ..places.plant.air import LOOK
from .sheet import HEIGHT, WIDTH

COLOURS = 120
KEY = (255, 0, 255)


@dataclass(frozen=True)
class Side:
    """A hanging side: its cut, how far it swings and is turned (degrees), px a unit, the column below its hook, the
    row of the hook, how much light reaches it, and whether it is seen the other way round.
    """

    cut: int
    swing: float
    yaw: float
    scale: float
    column: float
    row: float
    light: float
    mirrored: bool = False


SIDES = (
    Side(1, 2, -30, 5.6, 128, -96, 0.20, True),
    Side(2, -1, -16, 5.4, 492, -110, 0.24),
    Side(0, 1, -20, 5.6, 850, -84, 0.26, True),
    Side(0, 3, -26, 8.3, 300, -404, 0.66),
    Side(1, -2, -18, 8.9, 668, -292, 0.74),
)
"""Back to front. The camera passes them from left to right."""
ALBEDO = {
    "MEAT": ("#7c1a16", "#cc4630"),
    "MEATDARK": ("#4a0a0e", "#8c201e"),
    "BLOOD": ("#5c0e12", "#962820"),
    "STAIN": ("#7a3430", "#9c5448"),
    "FAT": ("#b89470", "#f0d8b0"),
    "BONE": ("#b8a888", "#efe6cc"),
    "LIP": ("#3c2a5c", "#5a4080"),
    "TAPE": ("#7c7a6c", "#b4b09c"),
    "CANVAS": ("#5c4a30", "#8a7048"),
    "METAL": ("#3a444a", "#8a989c"),
}
"""Dark and light of each material."""
COLD, WARM = colour("#b8dfe8") * 1.45, colour("#8c7cb8") * 0.5
"""Light of the room that he comes into, from the right behind, and of the one he leaves, from the left."""
TO_COLD, TO_WARM = (0.86, 0.36, -0.34), (-0.9, 0.2, -0.3)
FILL, FILL_FROM = colour("#8ca0a4") * 0.7, (-0.25, 0.55, 0.8)
DEPTH = colour("#08161c")
"""What is between them."""


def paint_beef() -> Image.Image:
    """Return the picture, indexed, its first entry transparent."""
    lin, mask = np.zeros((HEIGHT, WIDTH, 3), np.float32), np.zeros((HEIGHT, WIDTH), bool)
    first, last = round(SIDES[0].column), round(SIDES[2].column)
    lin[:, first:last], mask[:, first:last] = DEPTH * 0.5, True
    for number, side in enumerate(SIDES):
        _hang(lin, mask, side, number)
    image = develop(lin, LOOK)
    palette = palette_of(image, mask, COLOURS)
    index = np.where(mask, quantise(image, mask, palette, 0.6) + 1, 0).astype(np.uint8)
    out = Image.fromarray(index, "P")
    table = [KEY, *(tuple(int(v) for v in row) for row in np.round(to_srgb(palette) * 255))]
    out.putpalette([value for entry in table for value in entry])
    out.info["transparency"] = 0
    return out


def _hang(lin: Array, mask: np.ndarray, side: Side, seed: int) -> None:
    sheet = Sheet("door_beef", "plant", list, side.scale, 2, far_down=False, normals=False)
    raw = march_shot(Shot((), side.yaw, (beef(side.swing, side.cut),)), sheet)
    lit = _lit(raw.buffer, side, seed)
    solid, across = raw.buffer.mat >= 0, raw.origin[0]
    if side.mirrored:
        lit, solid, across = lit[:, ::-1], solid[:, ::-1], solid.shape[1] - across
    left, top = round(side.column - across), round(side.row - raw.origin[1])
    x0, x1 = max(0, left), min(WIDTH, left + solid.shape[1])
    y0, y1 = max(0, top), min(HEIGHT, top + solid.shape[0])
    cut = np.s_[y0 - top : y1 - top, x0 - left : x1 - left]
    here = solid[cut]
    lin[y0:y1, x0:x1][here] = lit[cut][here]
    mask[y0:y1, x0:x1] |= here


def _lit(buffer: Buffer, side: Side, seed: int) -> Array:
    """Return a side in the light of both rooms, linear."""
    albedo, bump, wet = _surface(buffer.mat, seed, side.scale)
    dy, dx = np.gradient(ndi.gaussian_filter(bump, 0.8))
    normal = buffer.normal + np.dstack([-dx, dy, np.zeros_like(dx)])
    normal /= np.maximum(np.linalg.norm(normal, axis=2, keepdims=True), 1e-6)
    flip = np.array([-1.0 if side.mirrored else 1.0, 1.0, 1.0])
    shade = buffer.ao[..., None] ** 1.6
    light = np.zeros((*buffer.mat.shape, 3), np.float32)
    for to, tint, wrap in ((TO_COLD, COLD, 0.30), (TO_WARM, WARM, 0.20), (FILL_FROM, FILL, 0.25)):
        to_light = np.array(to) * flip / np.linalg.norm(to)
        facing = np.clip((normal @ to_light + wrap) / (1 + wrap), 0, 1)[..., None]
        half = to_light + np.array([0, 0, 1.0])
        gleam = np.clip(normal @ (half / np.linalg.norm(half)), 0, 1)[..., None] ** 26 * wet[..., None]
        light += tint * (facing * shade * albedo + gleam * shade * 0.5)
    rim = (1 - np.clip(normal[..., 2], 0, 1)) ** 3
    right = np.clip(normal[..., 0] * flip[0], 0, 1)
    return (light + COLD * (rim * right * 1.1)[..., None]) * side.light


def _surface(mat: np.ndarray, seed: int, scale: float) -> tuple[Array, Array, Array]:
    """Return albedo, height in px and wetness: fibres run down the muscle, fat lies in cracked lumps, bone is dry."""
    h, w = mat.shape
    k = scale / 8
    fibre = fbm(h, w, 5 * k, 60 * k, seed * 7 + 1, 4, 0.6)
    lump = fbm(h, w, 26 * k, 20 * k, seed * 7 + 2, 4, 0.55)
    vein = 1 - np.abs(fbm(h, w, 16 * k, 90 * k, seed * 7 + 3, 3, 0.5) * 2 - 1)
    seam = 1 - np.abs(fbm(h, w, 30 * k, 130 * k, seed * 7 + 4, 3, 0.5) * 2 - 1)
    albedo = np.zeros((h, w, 3), np.float32)
    bump, wet = np.zeros((h, w), np.float32), np.zeros((h, w), np.float32)
    for name, (dark, light) in ALBEDO.items():
        here = mat == NAMES.index(name)
        grain = fibre if name.startswith(("MEAT", "BLOOD", "STAIN")) else lump
        tone = np.clip((grain - 0.5) * 1.9 + 0.5, 0, 1)[..., None]
        albedo[here] = (colour(dark) + (colour(light) - colour(dark)) * tone)[here]
        bump[here] = (grain * (2.6 if grain is fibre else 4.0) * k)[here]
        wet[here] = {"FAT": 0.16, "BONE": 0.12, "TAPE": 0.0, "CANVAS": 0.0}.get(name, 0.34)
    muscle = mat == NAMES.index("MEAT")
    marbled = (smooth(0.94, 0.99, vein) * muscle * 0.5)[..., None]
    albedo += (colour("#d8b898") - albedo) * marbled
    fat = mat == NAMES.index("FAT")
    albedo *= 1 - (smooth(0.95, 0.995, seam) * fat * 0.22)[..., None]
    pink = (smooth(0.50, 0.72, fibre) * fat * 0.5)[..., None]
    albedo += (colour("#bc6650") - albedo) * pink
    return _stamped(albedo, mat, k), bump - smooth(0.95, 0.995, seam) * fat * 0.9 * k, wet


def _stamped(albedo: Array, mat: np.ndarray, k: float) -> Array:
    """Return the albedo with the inspector's ink: a ring and bars, worn where the fat is uneven."""
    ink = mat == NAMES.index("LIP")
    ring = ink & ~ndi.binary_erosion(ink, iterations=max(1, round(2.4 * k)))
    inner = ndi.binary_erosion(ink, iterations=max(1, round(4.4 * k)))
    rows = np.arange(mat.shape[0])[:, None]
    worn = fbm(*mat.shape, 5 * k, 5 * k, 91, 3) > 0.40
    printed = (ring | (inner & (rows % max(3, round(7 * k)) < round(3.4 * k)))) & worn
    fat = colour("#dcc4a0") * np.ones_like(albedo)
    bare = np.where((ink & ~printed)[..., None], fat, albedo)
    return np.where(printed[..., None], colour("#4a3478"), bare)
