"""What is seen on the steps: cool shade and warm sun, the wet patch of a cue by every kind of sight, and a press."""

import json
from dataclasses import replace

import numpy as np
import pygame
import pytest

from game.commands.runs import autoplay_inputs
from game.minigames.manifest import MINIGAMES
from game.minigames.steps import meltwater, view
from game.minigames.steps.meltwater import GLINT, draw_meltwater
from game.sim.chart import Chart, Cue, Difficulty
from game.sim.options import RunOptions
from game.sim.session import Session
from game.storage.paths import assets_dir
from game.timing.units import ms
from game.view.canvas.lens import HEIGHT, WIDTH
from game.view.canvas.readability import Lightness, lightness_of
from tests import shipped
from tests.view.conftest import Screening

FRAME_US = 16_667
LEAST_CHANGED_PX = 500
LEAST_APART = 0.18
"""Difference of OKLab lightness by which a patch stands off the stone that it lies on."""
CHANGED = 8
"""Channel difference, of 255, above which a pixel belongs to a patch."""
SIGHT = {
    "full color": np.eye(3),
    "protanopia": np.array([[0.1523, 1.0526, -0.2049], [0.1145, 0.7863, 0.0992], [-0.0039, -0.0481, 1.0520]]),
    "deuteranopia": np.array([[0.3673, 0.8606, -0.2280], [0.2801, 0.6725, 0.0474], [-0.0118, 0.0429, 0.9689]]),
    "tritanopia": np.array([[1.2555, -0.0767, -0.1788], [-0.0784, 0.9308, 0.1476], [0.0047, 0.6914, 0.3039]]),
    "gray": np.tile([0.2126, 0.7152, 0.0722], (3, 1)),
}
"""Linear sRGB as it is seen, by kind of sight (Machado, Oliveira and Fernandes 2009)."""
PATCH_PX = 48
"""Width of the patch that is drawn alone, px."""
BESIDE_HIM = (slice(430, 560), slice(286, 350))
"""Stairs in the foreground, to the right of the lane."""
IN_THE_SHADE, IN_THE_SUN = 10, 40
CLIMBING = ("step_left.loose", "step_right.loose")
LEAST_LIT = 0.1
"""Difference of OKLab lightness between the outlines of his lit and his other side."""


@pytest.fixture(scope="module")
def chart() -> Chart:
    return shipped.chart(Difficulty.NORMAL)


def cues_of(chart: Chart) -> tuple[Cue, ...]:
    return next(section for section in chart.sections if section.minigame == "steps").cues


def seen(chart: Chart, time_us: int, without: Cue | None = None) -> "np.ndarray[tuple[int, ...], np.dtype[np.int64]]":
    """Return the picture of a moment, of a run in which everything but the presses of one cue is hit."""
    screening = Screening(chart)
    screening.session = Session(chart, RunOptions(), MINIGAMES)
    for event in autoplay_inputs(chart, RunOptions(), 0.0):
        if without is None or abs(event.time_us - without.time_us) > ms(60):
            screening.session.queue(replace(event))
    return pygame.surfarray.array3d(screening.look(time_us)).astype(np.int64)


@pytest.mark.parametrize("number", [IN_THE_SHADE, IN_THE_SUN])
def test_a_press_changes_the_very_next_frame(chart: Chart, number: int) -> None:
    cue = cues_of(chart)[number]
    pressed, not_pressed = (seen(chart, cue.time_us + FRAME_US, without) for without in (None, cue))

    assert (np.abs(pressed - not_pressed).max(axis=2) > 16).sum() >= LEAST_CHANGED_PX


def as_seen_by(picture: "np.ndarray[tuple[int, ...], np.dtype[np.int64]]", sight: str) -> Lightness:
    """Return the OKLab lightness of a picture for a kind of sight."""
    linear = np.clip((picture / 255.0) ** 2.2 @ SIGHT[sight].T, 0.0, 1.0)
    return lightness_of(np.rint(255.0 * linear ** (1 / 2.2)).astype(np.uint8))


def test_the_shade_is_cool_and_the_sun_is_warm(chart: Chart) -> None:
    moments = (cues_of(chart)[number].time_us for number in (IN_THE_SHADE, IN_THE_SUN))
    shade, sun = (seen(chart, time_us)[BESIDE_HIM].mean(axis=(0, 1)) for time_us in moments)

    assert shade[2] > shade[0] + 15 and sun[0] > sun[2] + 30


def test_the_sun_lights_his_left_side() -> None:
    data = json.loads((assets_dir() / "sprites" / "steps.json").read_text(encoding="utf-8"))
    sheet = with_alpha(pygame.image.load(assets_dir() / "sprites" / "steps.png"))
    frames = [data["frames"][number]["rect"] for name in CLIMBING for number in data["clips"][name]["frames"]]

    left, right = np.mean([outline_of(sheet.subsurface(rect)) for rect in frames], axis=0)

    assert left > right + LEAST_LIT


def with_alpha(picture: pygame.Surface) -> pygame.Surface:
    """Return a copy of a picture with a key color, transparent where that is."""
    copy = pygame.Surface(picture.get_size(), pygame.SRCALPHA, 32)
    copy.blit(picture, (0, 0))
    return copy


def outline_of(picture: pygame.Surface) -> tuple[float, float]:
    """Return the mean lightness of the first and of the last pixel of a figure's rows."""
    solid, light = pygame.surfarray.array_alpha(picture) > 0, lightness_of(pygame.surfarray.array3d(picture))
    rows = np.flatnonzero(solid.any(axis=0))
    first, last = solid.argmax(axis=0)[rows], solid.shape[0] - 1 - solid[::-1].argmax(axis=0)[rows]
    return float(light[first, rows].mean()), float(light[last, rows].mean())


@pytest.mark.parametrize("sight", list(SIGHT))
@pytest.mark.parametrize("number", [IN_THE_SHADE, IN_THE_SUN])
def test_a_pool_is_told_by_lightness_in_the_shade_and_in_the_sun_by_every_kind_of_sight(
    chart: Chart, monkeypatch: pytest.MonkeyPatch, number: int, sight: str
) -> None:
    before_us = cues_of(chart)[number].time_us - ms(150)
    monkeypatch.setattr(meltwater, "STAIN_COVER", 0.0)
    meltwater.wet_patch.cache_clear()
    wet = seen(chart, before_us)
    monkeypatch.setattr(view, "draw_meltwater", lambda *_: None)
    dry = seen(chart, before_us)
    meltwater.wet_patch.cache_clear()

    patches = np.abs(wet - dry).max(axis=2) > CHANGED
    assert patches.sum() > 200
    assert np.abs(as_seen_by(wet, sight) - as_seen_by(dry, sight))[patches].mean() >= LEAST_APART


def test_the_halves_of_the_glint_meet_on_the_beat() -> None:
    lit = [lit_columns(closed) for closed in (0.0, 0.5, 0.96, 1.0)]

    assert lit == sorted(lit) and lit[0] == 0
    assert lit[1] == pytest.approx(lit[3] / 2, abs=2) and lit[2] < lit[3]


def lit_columns(closed: float) -> int:
    """Return how many columns of a patch on black stone the glint covers."""
    target = pygame.Surface((WIDTH, HEIGHT), 0, 32)
    draw_meltwater(target, (100, 100), (PATCH_PX, 4), 10, closed)
    return int((pygame.surfarray.array3d(target) == GLINT).all(axis=2).any(axis=1).sum())
