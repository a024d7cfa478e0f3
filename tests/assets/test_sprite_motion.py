"""The built sheets move cleanly: nothing crawls, what is planted does not slide, heads are steady."""

from __future__ import annotations

import json
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pygame
import pytest

SPRITES = Path(__file__).parents[2] / "assets" / "sprites"
SHEETS = sorted(path.stem for path in SPRITES.glob("*.json"))
RUNS = ("yard", "market", "bridge", "river", "steps", "kids", "kids_steps", "dog")
MOST_FLICKER = {True: 4.0, False: 3.0}
"""Pixels, per cent, that change and change back over three frames: on the run and else."""
MOST_SLIDE_PX = 2.0
MOST_JITTER_PX = 3
"""How far the head of a man who stands and idles may go from frame to frame."""

Pictures = npt.NDArray[np.uint8]


class Built:
    """A built sheet: its data and its picture as color numbers, rows by columns; 0 is empty."""

    def __init__(self, name: str) -> None:
        self.data: dict[str, Any] = json.loads((SPRITES / f"{name}.json").read_text())
        self.picture: Pictures = pygame.surfarray.array2d(pygame.image.load(SPRITES / f"{name}.png")).T.astype(np.uint8)

    def frames(self, clip: dict[str, Any]) -> list[dict[str, Any]]:
        """Return a clip's frames in order."""
        return [self.data["frames"][number] for number in clip["frames"]]

    def laid_over(self, clip: dict[str, Any]) -> Pictures:
        """Return a clip's pictures, frames x rows x columns, their ground points at the same place."""
        frames = self.frames(clip)
        left, top = (max(frame["origin"][axis] for frame in frames) for axis in (0, 1))
        wide, high = (max(f["rect"][axis + 2] - f["origin"][axis] for f in frames) for axis in (0, 1))
        laid: Pictures = np.zeros((len(frames), top + high, left + wide), np.uint8)
        for number, frame in enumerate(frames):
            (x, y, w, h), (ox, oy) = frame["rect"], frame["origin"]
            laid[number, top - oy : top - oy + h, left - ox : left - ox + w] = self.picture[y : y + h, x : x + w]
        return laid


def flicker_percent(pictures: Pictures, loops: bool) -> float:
    """Return how many of the pixels that are the man's in three successive frames change and change back."""
    count = len(pictures)
    changed = seen = 0
    for number in range(count if loops else count - 2):
        before, now, after = (pictures[(number + step) % count] for step in range(3))
        solid = (before > 0) & (now > 0) & (after > 0)
        changed += int(((before == after) & (before != now) & solid).sum())
        seen += int(solid.sum())
    return 100 * changed / max(1, seen)


def slides(frames: list[dict[str, Any]], beats: list[Fraction], speed: float) -> float:
    """Return how far, in px, a hand or foot moves against the ground while it is planted."""
    worst, time = 0.0, Fraction(0)
    tracks: dict[str, list[float]] = {}
    for frame, beat in zip(frames, beats, strict=True):
        planted = frame.get("planted", [])
        tracks = {part: track for part, track in tracks.items() if part in planted}
        for part in planted:
            at = frame["anchors"][part][0] - frame["origin"][0] + speed * float(time)
            tracks.setdefault(part, []).append(at)
            worst = max(worst, max(tracks[part]) - min(tracks[part]))
        time += beat
    return worst


@pytest.mark.parametrize("sheet", SHEETS)
def test_no_clip_crawls(sheet: str) -> None:
    built = Built(sheet)
    most = MOST_FLICKER[sheet in RUNS]
    found = {name: flicker_percent(built.laid_over(clip), clip["loop"]) for name, clip in built.data["clips"].items()}
    assert {name: round(share, 2) for name, share in found.items() if share >= most} == {}


@pytest.mark.parametrize("sheet", SHEETS)
def test_what_is_planted_does_not_slide(sheet: str) -> None:
    built = Built(sheet)
    found = {}
    for name, clip in built.data["clips"].items():
        speed = float(clip.get("ground_speed", built.data["ground_speed"]))
        found[name] = slides(built.frames(clip), [Fraction(beat) for beat in clip["beats"]], speed)
    assert {name: slid for name, slid in found.items() if slid > MOST_SLIDE_PX} == {}


@pytest.mark.parametrize("sheet", [name for name in SHEETS if name not in RUNS])
def test_a_head_is_steady_while_he_idles(sheet: str) -> None:
    built = Built(sheet)
    for name, clip in built.data["clips"].items():
        frames = built.frames(clip)
        if not name.startswith("idle") or "head" not in frames[0]["anchors"]:
            continue
        heads = [[f["anchors"]["head"][axis] - f["origin"][axis] for axis in (0, 1)] for f in [*frames, frames[0]]]
        assert np.abs(np.diff(np.array(heads), axis=0)).max() <= MOST_JITTER_PX, name


def test_a_pixel_that_changes_and_changes_back_is_counted() -> None:
    still = np.ones((4, 10, 10), np.uint8)
    crawling = still.copy()
    crawling[1, 0, :] = 2
    assert flicker_percent(still, loops=True) == 0
    assert flicker_percent(crawling, loops=False) == pytest.approx(5.0)
