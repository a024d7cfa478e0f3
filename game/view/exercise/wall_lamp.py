"""A lamp that swings before a wall: where it hangs, the light that it throws on bare wall alone, and the shadow in it.

Bright panes keep the light that they have: the wall's own picture says where they are.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from math import sin, tau
from typing import TypeAlias

import numpy as np
import numpy.typing as npt
import pygame

from game.view.canvas.color import Color
from game.view.canvas.light import glow_of
from game.view.canvas.pictures import cached_by_picture
from game.view.exercise.foreshadow import AFTER_BEATS, Foreshadow, cast_shadow
from game.view.film.draw_context import DrawContext
from game.view.place.map_layers import ImageLayer, Layer, hung_at
from game.view.place.place import Place

Shares: TypeAlias = npt.NDArray[np.float64]
WALL = "wall"
"""Layer of a place that is its wall."""
OVER = "back"
"""Layer after which the light is drawn: what stands before that, men and bags, is not lit."""
HALF_PX = 86
"""Half the width of the light at its widest, px."""
MOUTH_PX, SPREAD = 14.0, 0.52
"""Half the width of the light under the shade, px, and how much wider it is for every px further down."""
SOFT_PX = 26.0
"""Width of its edge, px."""
REACH_PX = 190.0
"""Distance at which it has a half of its strength, px."""
FOOT_SHARE = 0.45
"""Share of its height over which it ends at the foot."""
LIGHT_STEPS = 9
"""Steps of its strength, dithered."""
LIGHT: Color = (246, 190, 112)
"""Color of the light."""
LIGHT_OPACITY = 240
"""Its opacity under the lamp, 0 to 255."""
FADE_STEPS = 6
"""Steps in which it is lit and goes out."""
SWAY_PX, SWAY_STEP_PX, SWAY_BEATS = 9.0, 2.4, 4.0
"""How far the lamp swings to either side, px, in what steps, and the length of a swing there and back, in beats."""
LIGHT_SWAY = 1.6
"""How far the light moves for every px of the lamp's swing, px."""
SHADOW_SWAY = -0.5
"""How far the shadow moves for every px of the lamp's swing, px: the other way."""
PANE_FROM = 118
"""Brightness from which the wall's picture shows a pane, 0 to 255."""
BARE_PX = 4
"""Width over which bare wall ends, px."""
BULB, BULB_OFF = (255, 232, 176), (94, 78, 58)
"""Color of the bulb, lit and unlit."""
SHADE, SHADE_EDGE, SHADE_LIT = (24, 32, 30), (64, 70, 62), (236, 178, 104)
"""Colors of the tin shade, of its edge in the room's light, and of its rim while the bulb is lit."""
GLOW_PX, GLOW_STEP = 22, 12
"""Radius of the glow about the lit bulb, px, and its strength in sixteenths."""
CORD = (18, 15, 16)
"""Color of the cord."""
BAYER = np.array([[0, 8, 2, 10], [12, 4, 14, 6], [3, 11, 1, 9], [15, 7, 13, 5]]) / 16.0 + 1 / 32
"""Thresholds of the dither."""


@dataclass(frozen=True, slots=True)
class WallLamp:
    """A lamp before a wall: column of the wall's picture under its hook, map row of its bulb."""

    x: int
    row: int
    bare: tuple[int, int]
    """Columns of the wall's picture between which the wall is bare."""
    tall: int = 208
    """Height of the light, px."""
    ahead: float = 0.0
    """Share of a swing by which it is ahead of the beat."""


def is_lit_wall(place: Place) -> bool:
    """Return whether the place has a wall before which a lamp can hang."""
    names = {layer.facts.name for layer in place.layers if isinstance(layer, ImageLayer)}
    return {WALL, OVER} <= names


def wall_of(place: Place, drawn: Layer) -> ImageLayer | None:
    """Return the place's wall when the layer is `drawn` after which its light is; None after any other."""
    if drawn.facts.name != OVER or not is_lit_wall(place):
        return None
    return next(layer for layer in place.layers if isinstance(layer, ImageLayer) and layer.facts.name == WALL)


def draw_lamplit(context: DrawContext, wall: ImageLayer, lamp: WallLamp, cast: Foreshadow, since: float) -> None:
    """Draw a lamp, and while it is lit its light and the shadow of `cast` in it, `since` beats after the shadow's
    strike. The shadow's column is one of the wall's picture.
    """
    step = min(FADE_STEPS, round(2 * FADE_STEPS * (1.0 - abs(since) / AFTER_BEATS)))
    if step > 0:
        sway, picture = _sway(context, lamp), wall.picture()
        if picture is not None:
            left = hung_at(wall.facts, context.lens, lamp.bare[0], 0.0)[0]
            light = light_on(picture, lamp, lamp.row - round(wall.facts.y), round(sway * LIGHT_SWAY / SWAY_STEP_PX))
            light.set_alpha(255 * step // FADE_STEPS)
            context.target.blit(light, (round(left), context.lens.row(lamp.row, wall.facts.parallax_y)))
        _draw_shadow(context, wall, cast, sway)
    _draw_lamp(context, wall, lamp, max(0, step))


def prepare_light(place: Place, lamps: Iterable[WallLamp]) -> None:
    """Compute ahead the light of lamps before a place's wall, wherever they swing."""
    for wall in (layer for layer in place.layers if isinstance(layer, ImageLayer) and layer.facts.name == WALL):
        picture, furthest = wall.picture(), round(SWAY_PX * LIGHT_SWAY / SWAY_STEP_PX)
        if picture is None:
            return
        for lamp in lamps:
            for sway in range(-furthest, furthest + 1):
                light_on(picture, lamp, lamp.row - round(wall.facts.y), sway)


def _draw_shadow(context: DrawContext, layer: ImageLayer, cast: Foreshadow, sway: float) -> None:
    sheet = context.actors.sheets.get(cast.sheet)
    clip = context.actors.clip(cast.sheet, cast.pose.action, cast.pose.form)
    if sheet is None or clip is None:
        return
    sprite = sheet.frames[clip.frame_at(cast.pose.beats)]
    across = hung_at(layer.facts, context.lens, cast.x, 0.0)[0] + sway * SHADOW_SWAY
    row = context.lens.row(cast.row, layer.facts.parallax_y)
    context.target.blit(cast_shadow(sprite.picture), (round(across) - sprite.origin[0], row - sprite.origin[1]))


def _draw_lamp(context: DrawContext, layer: ImageLayer, lamp: WallLamp, lit: int) -> None:
    """Draw the cord, the shade and the bulb; the shade tips as it swings."""
    hook = round(hung_at(layer.facts, context.lens, lamp.x, 0.0)[0])
    row, sway = context.lens.row(lamp.row, layer.facts.parallax_y), _sway(context, lamp)
    x, tip, target = hook + round(sway), round(sway / 4), context.target
    pygame.draw.line(target, CORD, (hook, 0), (x - tip, row - 9))
    outline = [(x - tip - 2, row - 9), (x - tip + 2, row - 9), (x + 10, row + tip), (x - 10, row - tip)]
    if lit:
        glow = glow_of(GLOW_PX, LIGHT, round(GLOW_STEP * lit / FADE_STEPS))
        target.blit(glow, (x - GLOW_PX, row + 1 - GLOW_PX), special_flags=pygame.BLEND_RGB_ADD)
        pygame.draw.circle(target, BULB, (x, row + 1), 3)
    else:
        pygame.draw.circle(target, BULB_OFF, (x, row + 1), 2)
    pygame.draw.polygon(target, SHADE, outline)
    pygame.draw.line(target, SHADE_EDGE, outline[0], outline[3])
    pygame.draw.line(target, SHADE_LIT if lit > FADE_STEPS // 2 else SHADE_EDGE, outline[3], outline[2])


def _sway(context: DrawContext, lamp: WallLamp) -> float:
    """Return how far the lamp hangs to the right of its hook, px."""
    if context.options.reduced_motion:
        return 0.0
    return SWAY_PX * sin(tau * (context.now.beat / SWAY_BEATS + lamp.ahead))


@cached_by_picture(maxsize=96)
def light_on(wall: pygame.Surface, lamp: WallLamp, top: int, sway: int) -> pygame.Surface:
    """Return a lamp's light on bare wall, from row `top` of the wall's picture on, `sway` steps to the right."""
    size = (lamp.bare[1] - lamp.bare[0], lamp.tall)
    cover = lit_shares(lamp, sway) * bare_shares(wall, pygame.Rect((lamp.bare[0], top), size))
    dither = np.tile(BAYER, (size[0] // 4 + 1, size[1] // 4 + 1))[: size[0], : size[1]]
    light = pygame.Surface(size, pygame.SRCALPHA, 32)
    light.fill(LIGHT)
    alpha = pygame.surfarray.pixels_alpha(light)
    alpha[:] = (np.floor(cover * LIGHT_STEPS + dither) / LIGHT_STEPS * LIGHT_OPACITY).astype(np.uint8)
    del alpha
    return light


@lru_cache(maxsize=32)
def lit_shares(lamp: WallLamp, sway: int) -> Shares:
    """Return how strong the light is on the bare columns, 0 to 1, columns by rows: a cone with soft ends."""
    across = np.abs(np.arange(*lamp.bare)[:, None] + 0.5 - lamp.x - sway * SWAY_STEP_PX)
    down = np.arange(lamp.tall)[None, :] + 0.5
    side = np.clip((MOUTH_PX + SPREAD * down - across) / SOFT_PX + 0.5, 0.0, 1.0)
    foot = np.clip((lamp.tall - down) / (FOOT_SHARE * lamp.tall), 0.0, 1.0)
    ends = np.clip((HALF_PX - across) / SOFT_PX, 0.0, 1.0)
    near = 1.0 / (1.0 + (down / REACH_PX) ** 2)
    shares: Shares = _eased(side) * _eased(foot) * _eased(ends) * near
    return shares


def bare_shares(wall: pygame.Surface, area: pygame.Rect) -> Shares:
    """Return where an area of the wall's picture shows bare wall, 0 to 1, columns by rows."""
    shown = area.clip(wall.get_rect())
    plain = np.zeros(area.size, np.bool_)
    if shown:
        bright = pygame.surfarray.array3d(wall.subsurface(shown)).mean(axis=2) >= PANE_FROM
        plain[shown.x - area.x : shown.right - area.x, shown.y - area.y : shown.bottom - area.y] = ~bright
    return _softened(plain)


def _softened(bare: npt.NDArray[np.bool_]) -> Shares:
    """Return a mask with edges that are soft inwards: the mean about each pixel of it, from a half on."""
    mean = bare.astype(np.float64)
    for axis in (0, 1):
        padded = np.pad(mean, [(BARE_PX, BARE_PX) if axis == side else (0, 0) for side in (0, 1)])
        total = np.cumsum(np.insert(padded, 0, 0.0, axis=axis), axis=axis)
        window = 2 * BARE_PX + 1
        upper = np.take(total, range(window, total.shape[axis]), axis=axis)
        mean = (upper - np.take(total, range(total.shape[axis] - window), axis=axis)) / window
    return np.where(bare, np.clip(2.0 * mean - 1.0, 0.0, 1.0), 0.0)


def _eased(shares: Shares) -> Shares:
    eased: Shares = shares * shares * (3.0 - 2.0 * shares)
    return eased
