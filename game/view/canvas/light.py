"""Dynamic light: lamps that pulse on the beat or bar, the sun's glow and lens flare, lit haze.

Glows are computed once for each size, color and one of sixteen strengths, and added.
"""

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from math import exp, sin, tau

import numpy as np
import pygame

from game.view.canvas.color import Color
from game.view.canvas.lens import HEIGHT, WIDTH, Lens
from game.view.canvas.levels import Levels, levels_of, light_table, looked_up, veil_table
from game.view.canvas.particles import chance

STEPS = 16
"""Steps of a glow's strength."""
SUN_STEP = 4
"""Step of the sun's strength, in sixteenths: its glow is large, so fewer are cached."""
HAZE_STEPS = 16
"""Steps in which a cloud of haze thins outwards."""
HAZE_TALL = 1.1
"""Height of a cloud of haze, as a factor of its width."""
SUN_PARALLAX_Y = 0.3
"""Share of the camera's way up and down that moves the sun."""


class Pulse(StrEnum):
    """What a lamp's strength follows."""

    NONE = "none"
    BEAT = "beat"
    BAR = "bar"


@dataclass(frozen=True, slots=True)
class Lamp:
    """A round glow at a place's pixel. `pulse_depth` and `flicker` are shares of its strength, below flash limits."""

    x: float
    row: float
    radius: int
    color: Color
    parallax: float = 1.0
    pulse: Pulse = Pulse.NONE
    flicker: float = 0.0
    from_beat: float = -1e9
    to_beat: float = 1e9


@dataclass(frozen=True, slots=True)
class Sun:
    """A sun in the sky: its screen position when the camera is at the place's first beat, and its parallax."""

    x: float
    row: float
    color: Color
    parallax: float = 0.02
    radius: int = 150
    flare: float = 1.0


FLARE_SWING_PX = 58.0
"""Amplitude by which the axis of the flare's ghosts swings as the camera travels, px."""
FLARE_SWING_EVERY_PX = 1100.0
"""Camera travel of a full swing, px."""
FLARE_TILT = 0.35
"""Vertical part of the swing, as a share of the horizontal."""
PULSE_DEPTH = 0.22
"""Depth of a lamp's pulse, as a share of its strength."""
FLICKERS_PER_BEAT = 6
"""Changes of a flickering lamp a beat."""


def draw_lamp(target: pygame.Surface, lamp: Lamp, lens: Lens, beat: float, calm: float = 1.0) -> None:
    """Add one lamp's glow; `calm` scales its pulse and flicker (0: steady)."""
    x, y = lens.column(lamp.x, lamp.parallax), lens.row(lamp.row)
    if not -lamp.radius < x < WIDTH + lamp.radius or not lamp.from_beat <= beat < lamp.to_beat:
        return
    glow = glow_of(lamp.radius, lamp.color, max(1, round(strength_of(lamp, beat, calm) * STEPS)))
    target.blit(glow, (x - lamp.radius, y - lamp.radius), special_flags=pygame.BLEND_RGB_ADD)


def strength_of(lamp: Lamp, beat: float, calm: float = 1.0) -> float:
    """Return a lamp's strength at a beat, 0.0 to 1.0."""
    if not lamp.from_beat <= beat < lamp.to_beat:
        return 0.0
    strength = 1.0 - PULSE_DEPTH * calm + PULSE_DEPTH * calm * _pulse(lamp.pulse, beat)
    if lamp.flicker:
        slot = int(beat * FLICKERS_PER_BEAT)
        strength *= 1.0 - lamp.flicker * calm * chance(round(lamp.x), slot, 3)
    return strength


def _pulse(pulse: Pulse, beat: float) -> float:
    match pulse:
        case Pulse.NONE:
            return 1.0
        case Pulse.BEAT:
            return exp(-3.0 * (beat % 1.0))
        case Pulse.BAR:
            return exp(-1.2 * (beat % 4.0))


@lru_cache(maxsize=256)
def glow_of(radius: int, color: Color, step: int) -> pygame.Surface:
    """Return a round glow with the falloff of light in haze, at `step` sixteenths of its strength."""
    return looked_up(glow_levels(radius), light_table(color, step / STEPS))


@lru_cache(maxsize=32)
def glow_levels(radius: int) -> Levels:
    """Return how strong a glow is, rows by columns."""
    side = np.arange(radius) + 0.5
    quarter = levels_of(np.clip(1.0 - np.hypot(side[:, None], side[None, :]) / radius, 0.0, 1.0) ** 2.2)
    half = np.hstack((quarter[:, ::-1], quarter))
    return np.vstack((half[::-1], half))


def draw_sun(target: pygame.Surface, sun: Sun, lens: Lens, strength: float) -> None:
    """Add the sun's bloom, its horizontal streak, and the ghosts mirrored through the picture's middle."""
    x, y = lens.column(sun.x, sun.parallax), lens.row(sun.row, SUN_PARALLAX_Y)
    if not -sun.radius < x < WIDTH + sun.radius:
        return
    step = max(SUN_STEP, SUN_STEP * round(strength * STEPS / SUN_STEP))
    bloom = glow_of(sun.radius, tuple_scaled(sun.color, 0.42), step)
    target.blit(bloom, (x - sun.radius, y - sun.radius), special_flags=pygame.BLEND_RGB_ADD)
    if sun.flare <= 0:
        return
    streak = streak_of(sun.color, step)
    target.blit(streak, (x - streak.get_width() // 2, y - streak.get_height() // 2), special_flags=pygame.BLEND_RGB_ADD)
    swing = FLARE_SWING_PX * sin(tau * lens.x / FLARE_SWING_EVERY_PX)
    axis_x, axis_y = WIDTH / 2 + swing, HEIGHT / 2 - FLARE_TILT * swing
    for share, radius, color in _GHOSTS:
        gx, gy = x + (axis_x - x) * share, y + (axis_y - y) * share
        ghost = ghost_of(radius, tuple_scaled(color, sun.flare), step)
        target.blit(ghost, (round(gx) - radius, round(gy) - radius), special_flags=pygame.BLEND_RGB_ADD)


_GHOSTS: tuple[tuple[float, int, Color], ...] = (
    (0.45, 12, (26, 16, 8)),
    (0.8, 7, (16, 18, 10)),
    (1.35, 22, (16, 12, 14)),
    (1.62, 9, (20, 14, 22)),
    (1.95, 32, (14, 9, 6)),
)
"""Ghosts of the flare: position on the axis, radius in px, color."""


@lru_cache(maxsize=96)
def ghost_of(radius: int, color: Color, step: int) -> pygame.Surface:
    """Return a lens flare ghost: a flat disc with a brighter edge, the aperture's image."""
    side = np.arange(2 * radius) - radius + 0.5
    xs, ys = np.meshgrid(side, side, indexing="ij")
    turned = np.arctan2(ys, xs) % (np.pi / 3) - np.pi / 6
    distance = np.hypot(xs, ys) * np.cos(turned) / (radius * np.cos(np.pi / 6))
    light = np.where(distance < 1, 0.55 + 0.45 * (distance > 0.82), 0.0) * step / STEPS
    return _surface(light, color)


@lru_cache(maxsize=8)
def haze_of(radius: int, color: Color, opacity: int) -> pygame.Surface:
    """Return a whole cloud of lit haze."""
    return haze_above(haze_height(radius), radius, color, opacity)


def haze_height(radius: int) -> int:
    """Return the height of a cloud of lit haze, px."""
    return round(2.0 * HAZE_TALL * radius)


def haze_above(end: int, radius: int, color: Color, opacity: int) -> pygame.Surface:
    """Return the rows up to `end` of a cloud of lit haze, `opacity` 0 to 255 in its middle."""
    return looked_up(_haze_levels(radius)[:end], veil_table(color, opacity, HAZE_STEPS), pygame.SRCALPHA)


@lru_cache(maxsize=8)
def _haze_levels(radius: int) -> Levels:
    """Return how dense a cloud of haze is, rows by columns: taller than wide, thinning outwards in sixteen steps."""
    xs = (np.arange(2 * radius) - radius + 0.5) / radius
    tall = HAZE_TALL * radius
    ys = (np.arange(haze_height(radius)) - tall + 0.5) / tall
    thin = np.clip(1.0 - np.hypot(xs[None, :], ys[:, None]), 0.0, 1.0)
    full = np.clip(thin * 1.7, 0.0, 1.0)
    return levels_of(full * full * (3.0 - 2.0 * full), HAZE_STEPS)


@lru_cache(maxsize=32)
def streak_of(color: Color, step: int) -> pygame.Surface:
    """Return the anamorphic streak of a bright sun."""
    xs = np.abs(np.arange(560) - 279.5) / 280
    ys = np.abs(np.arange(7) - 3) / 3.5
    light = (np.clip(1 - xs, 0, 1) ** 2.4)[:, None] * (np.clip(1 - ys, 0, 1) ** 1.6)[None, :] * 0.30 * step / STEPS
    return _surface(light, color)


def tuple_scaled(color: Color, share: float) -> Color:
    """Return a color times a share, held to what a surface can show: 0 to 255."""
    red, green, blue = (max(0, min(255, round(part * share))) for part in color)
    return red, green, blue


def _surface(light: "np.ndarray[tuple[int, ...], np.dtype[np.float64]]", color: Color) -> pygame.Surface:
    surface = pygame.Surface(light.shape, 0, 32)
    pixels = pygame.surfarray.pixels3d(surface)
    # A channel at a time: six times as fast as triples.
    for channel, part in enumerate(color):
        pixels[:, :, channel] = light * part
    del pixels
    return surface
