"""Measure built sheets and lay out contact sheets: `python -m assets.workshop.fighter.measure WHAT [SHEET...]`.

WHAT is `slide` (planted hands and feet, px), `flicker` (A-B-A, per cent), `head` (changed px, per cent), `table` (all
three, a line a sheet; it ends with 1 where a sheet is over its limits), or `sheets FOLDER` (contact sheets at 1x,
4x and in pure black). It reads only the committed PNG and JSON.
"""
from __future__ import annotations

import argparse
import json
from fractions import Fraction
from pathlib import Path

import numpy as np
from PIL import Image

SPRITES = Path(__file__).parents[2] / "sprites"
HEAD_WINDOW = (5, 6, 9, 3)  # px left, right, above and below the head's middle: cap and face, no hood
RUNS = ("yard", "market", "bridge", "river", "steps", "kids", "kids_steps", "dog")
MOST_FLICKER = {True: 4.0, False: 3.0}  # per cent, on the run and else
MOST_SLIDE = 2.0
COLUMNS = 16
BACKGROUND = (70, 72, 88)


class Built:
    """A built sheet: its data, and its frames as index pictures aligned by their origins."""

    def __init__(self, name: str, folder: Path = SPRITES) -> None:
        self.name = name
        self.data = json.loads((folder / f"{name}.json").read_text())
        image = Image.open(folder / f"{name}.png")
        self.index = np.array(image)
        self.rgba = np.array(image.convert("RGBA"))

    def aligned(self, numbers: list[int], picture: np.ndarray | None = None) -> np.ndarray:
        """Return the frames as one array, N x H x W (x channels), their origins at the same place."""
        frames = [self.data["frames"][n] for n in numbers]
        left = max(f["origin"][0] for f in frames)
        top = max(f["origin"][1] for f in frames)
        width = left + max(f["rect"][2] - f["origin"][0] for f in frames)
        height = top + max(f["rect"][3] - f["origin"][1] for f in frames)
        source = self.index if picture is None else picture
        out = np.zeros((len(frames), height, width, *source.shape[2:]), source.dtype)
        for n, f in enumerate(frames):
            x, y, w, h = f["rect"]
            b, a = top - f["origin"][1], left - f["origin"][0]
            out[n, b:b + h, a:a + w] = source[y:y + h, x:x + w]
        return out


def slide(built: Built, clip: dict) -> float:
    """Return how far, in px, any planted hand or foot moves against the ground while it is planted."""
    speed, worst, time = float(clip.get("ground_speed", built.data.get("ground_speed", 0))), 0.0, Fraction(0)
    tracks: dict[str, list[float]] = {}
    for number, beats in zip(clip["frames"], clip["beats"], strict=True):
        frame = built.data["frames"][number]
        feet = frame.get("planted", [])
        for part in list(tracks):
            if part not in feet:
                del tracks[part]
        for part in feet:
            x = frame["anchors"][part][0] - frame["origin"][0] + speed * float(time)
            tracks.setdefault(part, []).append(x)
            worst = max(worst, max(tracks[part]) - min(tracks[part]))
        time += Fraction(beats)
    return worst


def flicker(built: Built, clip: dict) -> float:
    """Return the share of pixels, per cent, that change and change back over three successive frames."""
    frames = built.aligned(clip["frames"])
    count = len(frames)
    changed = total = 0
    for n in range(count if clip["loop"] else count - 2):
        a, b, c = frames[n], frames[(n + 1) % count], frames[(n + 2) % count]
        solid = (a > 0) & (b > 0) & (c > 0)
        changed += int(((a == c) & (a != b) & solid).sum())
        total += int(solid.sum())
    return 100 * changed / max(total, 1)


def head(built: Built, clip: dict) -> float:
    """Return the share of the head's pixels, per cent, that differ from the frame before."""
    scale = built.data["pixels_per_metre"] / 50
    left, right, up, down = (round(n * scale) for n in HEAD_WINDOW)
    changes, last = [], None
    for number in clip["frames"]:
        frame = built.data["frames"][number]
        (rx, ry, rw, rh), (hx, hy) = frame["rect"], frame["anchors"]["head"]
        patch = np.zeros((up + down, left + right), np.int64)
        for row in range(up + down):
            y, x0, x1 = hy - up + row, max(0, hx - left), min(rw, hx + right)
            if 0 <= y < rh and x1 > x0:
                patch[row, x0 - hx + left:x1 - hx + left] = built.index[ry + y, rx + x0:rx + x1]
        if last is not None:
            solid = (patch > 0) & (last > 0)
            changes.append(100 * float(((patch != last) & solid).sum()) / max(1, int(solid.sum())))
        last = patch
    return float(np.mean(changes)) if changes else 0.0


def lay_out(built: Built, folder: Path) -> None:
    """Write the contact sheets of every clip."""
    rows = []
    for clip in built.data["clips"].values():
        frames = built.aligned(clip["frames"], built.rgba)
        for start in range(0, len(frames), COLUMNS):
            rows.append(np.concatenate(list(frames[start:start + COLUMNS]), 1))
    width, height = max(r.shape[1] for r in rows), sum(r.shape[0] + 2 for r in rows)
    sheet = np.zeros((height, width, 3), np.uint8)
    sheet[:] = BACKGROUND
    black = np.full_like(sheet, 214)
    y = 0
    for row in rows:
        solid = row[..., 3] > 0
        sheet[y:y + row.shape[0], :row.shape[1]][solid] = row[..., :3][solid]
        black[y:y + row.shape[0], :row.shape[1]][solid] = 0
        y += row.shape[0] + 2
    folder.mkdir(parents=True, exist_ok=True)
    picture = Image.fromarray(sheet)
    picture.save(folder / f"{built.name}-1x.png")
    picture.resize((width * 4, height * 4), Image.Resampling.NEAREST).save(folder / f"{built.name}-4x.png")
    Image.fromarray(black).save(folder / f"{built.name}-black.png")


def table(names: list[str]) -> bool:
    """Print the worst of each measure, a line a sheet; return whether all sheets keep their limits."""
    kept = True
    print(f"{'sheet':14} clips  flicker % worst (mean)                slide px  head %")
    for name in names:
        built = Built(name)
        clips = built.data["clips"]
        crawls = {clip: flicker(built, data) for clip, data in clips.items()}
        slides = {clip: slide(built, data) for clip, data in clips.items()}
        heads = [head(built, data) for data in clips.values()
                 if "head" in built.data["frames"][data["frames"][0]]["anchors"]]
        worst = max(crawls, key=lambda clip: crawls[clip])
        fine = crawls[worst] < MOST_FLICKER[name in RUNS] and max(slides.values()) <= MOST_SLIDE
        kept = kept and fine
        print(f"{name:14} {len(clips):5}  {crawls[worst]:5.2f} {worst:22} ({np.mean(list(crawls.values())):.2f})"
              f"  {max(slides.values()):8.2f}  {max(heads, default=0.0):6.2f}{'' if fine else '  OVER ITS LIMIT'}")
    return kept


def main() -> None:
    """Parse the command line and measure."""
    parser = argparse.ArgumentParser(prog="assets.workshop.fighter.measure")
    parser.add_argument("what", choices=("slide", "flicker", "head", "table", "sheets"))
    parser.add_argument("sheets", nargs="*", help="for `sheets`, the first word is the folder to write to")
    options = parser.parse_args()
    words = list(options.sheets)
    folder = Path(words.pop(0)) if options.what == "sheets" else Path()
    names = words or sorted(path.stem for path in SPRITES.glob("*.json"))
    if options.what == "table":
        raise SystemExit(0 if table(names) else 1)
    for name in names:
        built = Built(name)
        if options.what == "sheets":
            lay_out(built, folder)
            continue
        measure = {"slide": slide, "flicker": flicker, "head": head}[options.what]
        for clip_name, clip in built.data["clips"].items():
            if options.what != "head" or "head" in built.data["frames"][clip["frames"][0]]["anchors"]:
                print(f"{name:14} {clip_name:22} {measure(built, clip):6.2f}")


if __name__ == "__main__":
    main()
