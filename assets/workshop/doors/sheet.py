"""A picture as a sheet of one frame: a PNG and the data that the game reads."""

import json
from pathlib import Path

import numpy as np
from PIL import Image

WIDTH, HEIGHT = 980, 360
"""Size of what passes, px: the width is the game's DOOR_PX."""
CLIP = {"frames": [0], "beats": ["1"], "loop": False, "contact": None, "contacts": []}


def write_sheet(folder: Path, name: str, picture: Image.Image) -> Path:
    """Write `name`.png and `name`.json; return the picture's path."""
    frame = {"rect": [0, 0, *picture.size], "origin": [0, 0], "anchors": {}}
    head = {"format": 1, "sheet": name, "pixels_per_metre": 100.0, "ground_speed": 0.0}
    data = {**head, "frames": [frame], "clips": {"pass": CLIP}}
    (folder / f"{name}.json").write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")
    path = folder / f"{name}.png"
    picture.save(path, optimize=True)
    return path


def rows_and_columns(height: int, width: int) -> tuple[np.ndarray, np.ndarray]:
    """Return the row and the column of every pixel, as floats."""
    rows, columns = np.mgrid[0:height, 0:width].astype(np.float32)
    return rows, columns
