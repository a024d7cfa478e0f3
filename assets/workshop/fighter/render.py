"""From a shot to pixels: build the clay, march it (remembered on disk by content), tone it, paint the face."""
from __future__ import annotations

import hashlib
import os
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from .clay import Clay
from .clips import Clip, Sheet, Shot
from .face import paint_faces
from .head import build_head
from .lights import LIGHTS
from .limbs import build_limbs
from .march import Buffer, render
from .palette import weights
from .shading import Memory, Toned, ink, tones
from .skeleton import solve
from .space import turn_y, vec
from .steady import steady
from .torso import build_torso

GROUPS_A_FIGURE = 200
SPECK = 10  # px at 50 px a metre: a change this small for one frame is noise
PARTS = (("left_hand", "l_palm"), ("right_hand", "r_palm"), ("left_foot", "l_ball"), ("right_foot", "r_ball"),
         ("head", "head"))


@dataclass(frozen=True)
class Raw:
    """A marched shot: surface, faces, the ground point in px from the left and top, and anchors in px likewise."""

    buffer: Buffer
    eyes: list[dict]
    origin: tuple[int, int]
    anchors: dict[str, tuple[float, float]]
    planted: tuple[str, ...]


@dataclass(frozen=True)
class Picture:
    """A finished frame: H x W x 2 of (material, tone), -1 where empty, with its normals and anchors."""

    pixels: np.ndarray
    normal: np.ndarray
    origin: tuple[int, int]
    anchors: dict[str, tuple[float, float]]
    planted: tuple[str, ...]


def cache_folder() -> Path:
    """Return where marched frames are kept between runs (LACE_UP_CACHE, or the system's scratch folder)."""
    return Path(os.environ.get("LACE_UP_CACHE") or Path(tempfile.gettempdir()) / "lace-up-workshop")


def _build(shot: Shot, scale: float) -> tuple[Clay, dict]:
    view = turn_y(shot.yaw)
    clay = Clay(view)
    clay.stroke = 1.35 if scale < 1.3 else 0.8 if scale > 1.7 else 0.85
    first: dict = {}
    for number, figure in enumerate(shot.figures):
        clay.view, clay.place = view @ turn_y(figure.turn), turn_y(-figure.turn) @ vec(*figure.place)
        clay.group_shift, clay.size = number * GROUPS_A_FIGURE, figure.size
        joints = solve(figure.pose, figure.look.build, clay.view, scale * figure.size)
        build_torso(clay, joints, figure.pose, figure.look)
        build_head(clay, joints, figure.pose, figure.look)
        build_limbs(clay, joints, figure.pose, figure.look)
        for extra in figure.extras:
            extra(clay, joints)
        if not number:
            first = {name: clay.seen(joints[joint]) for name, joint in PARTS}
    clay.view, clay.place, clay.size, clay.group_shift = view, vec(0, 0, 0), 1.0, len(shot.figures) * GROUPS_A_FIGURE
    for prop in shot.props:
        prop(clay)
    return clay, first


def _march(rows: np.ndarray, boxes: np.ndarray, frame: tuple, key: np.ndarray) -> Buffer:
    code = (Path(__file__).parent / "march.py").read_bytes()
    digest = hashlib.sha256(code)
    for part in (np.round(rows, 6), np.round(boxes, 6), np.array(frame, float), key, weights()):
        digest.update(np.ascontiguousarray(part + 0.0).tobytes())
    path = cache_folder() / digest.hexdigest()[:2] / f"{digest.hexdigest()}.npz"
    if not path.exists():
        b = render((rows, boxes), frame, key, weights())
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished = path.with_suffix(f".{os.getpid()}.npz")
        np.savez_compressed(unfinished, mat=b.mat.astype(np.int8), part=b.part.astype(np.int8),
                            normal=np.round(b.normal * 127).astype(np.int8), depth=b.depth.astype(np.float32),
                            ao=np.round(b.ao * 255).astype(np.uint8), lit=np.round(b.lit * 255).astype(np.uint8))
        unfinished.replace(path)
    kept = np.load(path)
    return Buffer(kept["mat"].astype(np.int16), kept["part"].astype(np.int16), kept["normal"] / 127.0,
                  kept["depth"].astype(float), kept["ao"] / 255.0, kept["lit"] / 255.0)


def march_shot(shot: Shot, sheet: Sheet) -> Raw:
    """Build and march a shot at the sheet's scale; the picture is as large as the bodies need."""
    clay, first = _build(shot, sheet.scale)
    rows, boxes = clay.arrays()
    shaped = boxes[rows[:, 36] == 0]
    margin = 2
    left = int(np.floor(shaped[:, 0].min() * sheet.scale)) - margin
    right = int(np.ceil(shaped[:, 1].max() * sheet.scale)) + margin
    bottom = int(np.floor(shaped[:, 2].min() * sheet.scale)) - margin
    top = int(np.ceil(shaped[:, 3].max() * sheet.scale)) + margin
    pixel = 1.0 / sheet.scale
    frame = (right - left, top - bottom, left * pixel, top * pixel, pixel, sheet.samples)
    buffer = _march(rows, boxes, frame, LIGHTS[sheet.light].to_key())
    anchors = {n: (float(p[0] * sheet.scale - left), float(top - p[1] * sheet.scale)) for n, p in first.items()}
    return Raw(buffer, clay.eyes, (-left, top - 1), anchors, shot.planted)


def draw_clip(clip: Clip, sheet: Sheet) -> list[Picture]:
    """Return the clip's finished pictures. A loop is toned twice round, so that its seam does not flicker."""
    light = LIGHTS[sheet.light]
    raws = [march_shot(shot, sheet) for shot in clip.shots]
    last: tuple[Toned, Raw] | None = None
    toned: list[Toned] = []
    for _ in range(2 if clip.loop else 1):
        toned = []
        for raw in raws:
            now = tones(raw.buffer, light, sheet.scale, None if last is None else _memory(last, raw, clip.hold))
            last = (now, raw)
            toned.append(now)
    pictures = [_finish(raw, tone, sheet) for raw, tone in zip(raws, toned, strict=True)]
    whole = range(len(raws)) if clip.loop else range(1, len(raws) - 1)
    frames = [(picture.pixels, raw.buffer.part, raw.origin) for picture, raw in zip(pictures, raws, strict=True)]
    calm = steady(frames, int(SPECK * sheet.scale), whole) if len(raws) > 2 else [f[0] for f in frames]
    return [replace(picture, pixels=pixels) for picture, pixels in zip(pictures, calm, strict=True)]


def _memory(last: tuple[Toned, Raw], raw: Raw, hold: float) -> Memory:
    tone, before = last
    body = (raw.origin[0] - before.origin[0], raw.origin[1] - before.origin[1])
    head = body
    if "head" in raw.anchors and "head" in before.anchors:
        old, new = before.anchors["head"], raw.anchors["head"]
        head = (round(new[0] - old[0]), round(new[1] - old[1]))
    return Memory(tone, body, head, hold)


def _finish(raw: Raw, toned: Toned, sheet: Sheet) -> Picture:
    mat, tone = ink(toned, raw.buffer, LIGHTS[sheet.light], (sheet.scale, sheet.far_down))
    pixels = np.stack([mat.astype(np.int16), tone.astype(np.int16)], 2)
    scale = sheet.scale
    paint_faces(pixels, raw.buffer, raw.eyes, (-raw.origin[0] / scale, (raw.origin[1] + 1) / scale, scale))
    return Picture(pixels, raw.buffer.normal, raw.origin, raw.anchors, raw.planted)
