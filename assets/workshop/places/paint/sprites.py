"""Animated strips: frames side by side in one PNG with a json of rectangles and how long a frame lasts, in beats."""

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from PIL import Image

from .colour import Array, to_srgb
from .palette import palette_of, quantise

Frame = tuple[Array, np.ndarray]  # display-linear rgb, mask


def write_strip(folder: Path, name: str, frames: Sequence[Frame], beats: str, colours: int = 32) -> None:
    """Save frames (all of one size) with hard edges as <folder>/props/<name>.png and .json."""
    (folder / "props").mkdir(parents=True, exist_ok=True)
    img, mask = np.concatenate([f[0] for f in frames], 1), np.concatenate([f[1] for f in frames], 1)
    pal = palette_of(img, mask, colours)
    index = quantise(img, mask, pal, 0)
    rgba = np.dstack([np.round(to_srgb(pal) * 255).astype(np.uint8)[index], np.where(mask, 255, 0).astype(np.uint8)])
    Image.fromarray(rgba, "RGBA").save(folder / "props" / f"{name}.png", optimize=True)
    w, h = frames[0][1].shape[1], frames[0][1].shape[0]
    data = {"frames": [[i * w, 0, w, h] for i in range(len(frames))], "beats": beats}
    (folder / "props" / f"{name}.json").write_text(json.dumps(data) + "\n", encoding="utf-8")
