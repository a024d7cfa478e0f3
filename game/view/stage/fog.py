"""The air between the fighter and what is behind him: a bank of mist along the lane, and a cloud of haze about him.

Both lie behind him only, so that the eye finds him first on any ground.
"""

from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from math import tau

import numpy as np
import pygame

from game.content.look import ColorGrade, Mist
from game.view.canvas.easing import clamp, smoother
from game.view.canvas.lens import WIDTH
from game.view.canvas.light import haze_of
from game.view.exercise.section_view import SectionView
from game.view.film.draw_context import DrawContext
from game.view.place.place import Place

CLOUD_METRES, CLOUD_BELOW_FEET_PX, MOST_COVER = 1.7, 8, 0.88
LOST_IN_SHADE = 0.85
"""So much of the haze is gone where a wall or an arch keeps the light off."""
GONE_BEFORE_DARK = 3
"""Lit mist goes with the light, and faster: by this power of what is left of it."""
BANK_PX = 960
"""The bank repeats after so many columns; its waves are whole numbers of cycles over them."""
BANK_PARALLAX, BANK_DRIFT_PX = 0.94, -3.0
"""It stands a little behind the lane, and drifts so many pixels a beat."""
BANK_EDGE_METRES, BANK_FOOT_METRES = 0.9, 0.34
"""It thins out over so much at its top, and reaches so far before the feet over the ground."""
BANK_STEPS, OPACITY_STEPS = 12, 40
SLICE_PX = 8
BANK_END_PX = 320
"""A bank that ends thins out over so many pixels."""
_WAVES = ((3, 0.16, 0.0), (7, 0.10, 1.9), (11, 0.07, 4.1), (23, 0.04, 0.7))
"""Cycles over the bank, height in metres and phase of the waves of its top."""
_HIGHEST = sum(height for _, height, _ in _WAVES)


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a man stands in a place's pixels, how high his middle is in metres, and the px of a metre."""

    x: float
    row: float
    middle_metres: float
    scale: float


def draw_air(context: DrawContext, place: Place, view: SectionView) -> None:
    """Lay a view's own light, a place's mist and the fighter's haze on what is behind him."""
    view.light(context)
    x, row = view.x_at(context), view.setting.row
    if place.color_grade.mist is not None:
        light = (1.0 - view.darkness(context.now, context.log)) ** GONE_BEFORE_DARK
        draw_mist(context, place.color_grade.mist, row, place.scale, light)
    lit = view.haze_share * (1.0 - LOST_IN_SHADE * context.shade_at(x))
    draw_haze(context, place.color_grade, Standing(x, row, view.middle_metres, place.scale), lit)


def draw_near_air(context: DrawContext, place: Place, view: SectionView) -> None:
    """Lay a share of the haze over the people and things close behind him, so that he is told from them too."""
    if place.color_grade.near_haze > 0:
        x, row = view.feet_at(context)
        lit = view.haze_share * place.color_grade.near_haze * (1.0 - LOST_IN_SHADE * context.shade_at(x))
        draw_haze(context, place.color_grade, Standing(x, row, view.middle_metres, place.scale), lit)


def draw_haze(context: DrawContext, color_grade: ColorGrade, man: Standing, lit: float = 1.0) -> None:
    """Lay a cloud of a place's haze about a man, `lit` of its strength; it ends a little before his feet."""
    cover = round(255 * min(MOST_COVER, color_grade.haze_strength * lit))
    if cover <= 0:
        return
    cloud = haze_of(round(CLOUD_METRES * man.scale), color_grade.haze, cover)
    width, height = cloud.get_size()
    left = context.lens.column(man.x) - width // 2
    top = context.lens.row(man.row - man.middle_metres * man.scale) - height // 2
    above_ground = context.lens.row(man.row) + CLOUD_BELOW_FEET_PX - top
    context.target.blit(cloud, (left, top), (0, 0, width, above_ground))


def draw_mist(context: DrawContext, mist: Mist, feet: float, scale: float, light: float = 1.0) -> None:
    """Draw the bank slice by slice: only light makes mist seen, so each has the shade of its own stretch of lane.

    Slices that are equally thick are drawn together."""
    top = context.lens.row(feet) - round(mist.top * scale)
    moved = round(context.lens.x * BANK_PARALLAX - BANK_DRIFT_PX * context.now.beat)
    even = _is_even(context, mist)
    columns = (0,) if even else range(-(moved % SLICE_PX), WIDTH, SLICE_PX)
    for step, slices in groupby(columns, lambda column: _step_at(context, mist, column, light)):
        column, *rest = slices
        end = WIDTH if even else (rest[-1] if rest else column) + SLICE_PX
        bank = bank_of(mist, step, scale) if step > 0 else None
        while bank is not None and column < end:
            source = (column + moved) % BANK_PX
            width = min(end - column, BANK_PX - source)
            context.target.blit(bank, (column, top), (source, 0, width, bank.get_height()))
            column += width


def _is_even(context: DrawContext, mist: Mist) -> bool:
    """Whether the bank is equally thick in the whole picture: no shade in view, and its end far away."""
    left, right = context.lens.x - SLICE_PX, context.lens.x + WIDTH + SLICE_PX
    return right + BANK_END_PX < mist.ends and not any(end > left and start < right for start, end in context.shades)


def _step_at(context: DrawContext, mist: Mist, column: int, light: float) -> int:
    """Return how thick the slice at a column is, in `OPACITY_STEPS`."""
    x = column + SLICE_PX / 2 + context.lens.x
    left = clamp((mist.ends - x) / BANK_END_PX)
    return round(OPACITY_STEPS * mist.cover * light * left * (1.0 - smoother(context.depth_of_shade(x))))


@lru_cache(maxsize=64)
def bank_of(mist: Mist, step: int, scale: float) -> pygame.Surface:
    """Return a bank of mist from its top to before the feet, `step` of `OPACITY_STEPS` thick; `scale` px a metre."""
    thick = thickness_of(mist.top, scale)
    bank = pygame.Surface(thick.shape, pygame.SRCALPHA, 32)
    bank.fill(mist.color)
    alpha = pygame.surfarray.pixels_alpha(bank)
    alpha[:] = (thick * (255 * step / OPACITY_STEPS)).astype(np.uint8)
    del alpha
    return bank


@lru_cache(maxsize=8)
def thickness_of(top: float, scale: float) -> "np.ndarray[tuple[int, ...], np.dtype[np.float64]]":
    """Return how thick a bank `top` metres high is, 0 to 1, columns by rows: wavy, and thinning in steps."""
    xs = np.arange(BANK_PX) * tau / BANK_PX
    waves = sum(height * np.sin(cycles * xs + phase) for cycles, height, phase in _WAVES)
    rows = np.arange(round((top + BANK_FOOT_METRES) * scale)) + 0.5
    under_top = (rows / scale)[None, :] + np.asarray(waves)[:, None] - _HIGHEST
    over_foot = (top + BANK_FOOT_METRES - rows / scale)[None, :]
    thick = np.clip(np.minimum(under_top / BANK_EDGE_METRES, over_foot / BANK_FOOT_METRES * 1.6), 0.0, 1.0)
    steps: np.ndarray[tuple[int, ...], np.dtype[np.float64]] = np.round(thick * BANK_STEPS) / BANK_STEPS
    return steps
