"""Fog between the fighter and what is behind him: a bank of mist along the lane, and a cloud of haze about him.

Both lie behind him only, so that the eye finds him first on any ground.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import groupby
from math import inf, tau
from operator import itemgetter
from typing import TypeAlias

import numpy as np
import pygame

from game.content.look import ColorGrade, Mist
from game.view.canvas.color import Color
from game.view.canvas.easing import smoother, smoother_of
from game.view.canvas.lens import WIDTH
from game.view.canvas.levels import Levels, levels_of, looked_up, veil_table
from game.view.canvas.light import haze_above, haze_height
from game.view.exercise.section_view import SectionView
from game.view.film.draw_context import DrawContext
from game.view.place.place import Place

CLOUD_METRES = 2.2
"""Radius of the haze behind the fighter, metres."""
CLOUD_BELOW_FEET_PX = 14
"""Distance of its lower edge below his feet, px."""
MOST_COVER = 0.88
"""Largest share of the background that it covers."""
CLOUD_FOOT_PX = 13
"""Its foot is dithered away over so many rows."""
CLOUD_FOOT_STEPS = 5
"""Steps of the dithering."""
CLOUD_END_PX = 150.0
"""Towards the ends of a place the cloud thins out over so many pixels."""
BESIDE_WALL_PX = 48.0
"""Beside a wall that is nearer than the cloud, it thins out over so many pixels."""
LOST_IN_SHADE = 0.85
"""So much of the haze is gone where a wall or an arch keeps the light off."""
GONE_BEFORE_DARK = 3
"""Lit mist goes with the light, and faster: by this power of what is left of it."""
BANK_PX = 960
"""The bank repeats after so many columns; its waves are whole numbers of cycles over them."""
BANK_PARALLAX = 0.94
"""Parallax of the bank: a little behind the lane."""
BANK_DRIFT_PX = -3.0
"""Drift of the bank, px a beat."""
BANK_FEATHER_PX = 96
"""It thins out upwards over at least so many rows, more where it is higher."""
FEATHER_SHARE = 0.8
"""Share of its height over which it thins out upwards."""
BANK_FOOT_METRES = 0.34
"""It reaches so far before the feet over the ground, and is dithered away over that."""
BANK_STEPS = 12
"""Steps of the dithering of the bank."""
OPACITY_STEPS = 40
"""Steps of its opacity, so that few banks are cached."""
SLICE_PX = 8
"""Width of a slice of the bank, px."""
BANK_END_PX = 320
"""A bank that begins or ends thins out over so many pixels."""
_WAVES = ((3, 0.30, 0.0), (7, 0.16, 1.9), (11, 0.09, 4.1), (23, 0.04, 0.7))
"""Cycles over the bank, height in metres and phase of the waves of its top."""
_PATCHES = ((2, 0.12, 2.6), (5, 0.09, 0.4), (9, 0.05, 5.2))
"""Cycles over the bank, share and phase of the thinner and thicker parts of it."""
Field: TypeAlias = "np.ndarray[tuple[int, ...], np.dtype[np.float64]]"
Waves: TypeAlias = tuple[tuple[int, float, float], ...]
_BAYER = np.array(((0, 8, 2, 10), (12, 4, 14, 6), (3, 11, 1, 9), (15, 7, 13, 5))) / 16.0
"""Bayer matrix of ordered dithering."""
_HIGHEST = sum(height for _, height, _ in _WAVES)
"""Sum of the heights of all waves, metres."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a man stands in a place's pixels, how high his middle is in metres, the px of a metre, and where the air
    behind him begins: left of that a wall is nearer than the haze.
    """

    x: float
    row: float
    middle_metres: float
    scale: float
    air_begins: float = -inf


def draw_fog(context: DrawContext, place: Place, view: SectionView) -> None:
    """Lay a view's own light, a place's mist and the fighter's haze on what is behind him."""
    view.light(context)
    x, row = view.x_at(context), view.setting.row
    light = 1.0 - view.darkness(context.now, context.log)
    if place.color_grade.mist is not None:
        draw_mist(context, place.color_grade.mist, row, place.scale, light**GONE_BEFORE_DARK)
    air, lit = air_at(place.color_grade, context.shade_at(x))
    row = view.feet_at(context)[1]
    lit *= view.haze_share * light * _inside(place, x)
    begins = view.haze_begins if air is place.color_grade else -inf
    draw_haze(context, air, Standing(x, row, view.middle_metres, place.scale, begins), lit)


def air_at(color_grade: ColorGrade, shade: float) -> tuple[ColorGrade, float]:
    """Return the grade whose haze is about a man at a depth of shade of 0 to 1, and how much of it is seen: lit haze
    goes with the light, but where a place has a haze of the shade too, one gives way to the other.
    """
    if color_grade.shade_haze is None or shade < 0.5:
        return color_grade, sunlit_share(color_grade, shade)
    return in_shade(color_grade), 2.0 * shade - 1.0


def sunlit_share(color_grade: ColorGrade, shade: float) -> float:
    """Return how much of the lit haze is left at a depth of shade of 0 to 1."""
    return 1.0 - LOST_IN_SHADE * shade if color_grade.shade_haze is None else max(0.0, 1.0 - 2.0 * shade)


@lru_cache(maxsize=16)
def in_shade(color_grade: ColorGrade) -> ColorGrade:
    """Return a grade whose haze is that of the shade."""
    return replace(color_grade, haze=color_grade.shade_haze or color_grade.haze)


def draw_near_haze(context: DrawContext, place: Place, view: SectionView) -> None:
    """Lay a share of the haze over the people and things close behind him, so that he stands out from them too."""
    if place.color_grade.near_haze > 0:
        x, row = view.feet_at(context)
        lit = view.haze_share * place.color_grade.near_haze * _inside(place, x)
        lit *= sunlit_share(place.color_grade, context.shade_at(x))
        man = Standing(x, row, view.middle_metres, place.scale, view.haze_begins)
        draw_haze(context, place.color_grade, man, lit)


def draw_haze(context: DrawContext, color_grade: ColorGrade, man: Standing, lit: float = 1.0) -> None:
    """Lay a cloud of a place's haze about a man, `lit` of its strength; it ends a little before his feet."""
    cover = round(255 * min(MOST_COVER, color_grade.haze_strength * lit))
    if cover <= 0:
        return
    under_middle = round(man.middle_metres * man.scale) + CLOUD_BELOW_FEET_PX
    cloud = standing_cloud(round(CLOUD_METRES * man.scale), color_grade.haze, cover, under_middle)
    left = context.lens.column(man.x) - cloud.get_width() // 2
    top = context.lens.row(man.row) + CLOUD_BELOW_FEET_PX - cloud.get_height()
    if man.x - cloud.get_width() < man.air_begins:
        cloud = behind_wall(cloud, context.lens.column(man.air_begins) - left)
    context.target.blit(cloud, (left, top))


def behind_wall(cloud: pygame.Surface, columns: int) -> pygame.Surface:
    """Return a cloud of which a wall hides so many columns; beside the wall it begins without an edge."""
    seen = cloud.copy()
    alpha = pygame.surfarray.pixels_alpha(seen)
    alpha[:] = alpha * smoother_of((np.arange(seen.get_width()) - columns) / BESIDE_WALL_PX)[:, None]
    del alpha
    return seen


@lru_cache(maxsize=32)
def standing_cloud(radius: int, color: Color, cover: int, under_middle: int) -> pygame.Surface:
    """Return a cloud of haze that ends so many rows under its middle, dithered away at its foot."""
    whole = haze_height(radius)
    cloud = haze_above(min(whole, whole // 2 + under_middle), radius, color, cover)
    foot = pygame.surfarray.pixels_alpha(cloud)[:, -CLOUD_FOOT_PX:]
    foot[:] = foot * _cloud_foot(cloud.get_size())
    del foot
    return cloud


@lru_cache(maxsize=8)
def _cloud_foot(size: tuple[int, int]) -> Field:
    """Return how much of a cloud of this size is left at its dithered foot, 0 to 1, columns by rows: above it, all."""
    columns, rows = np.arange(size[0]), np.arange(max(0, size[1] - CLOUD_FOOT_PX), size[1])
    foot = np.clip((size[1] - rows - 0.5) / CLOUD_FOOT_PX, 0.0, 1.0)[None, :]
    steps = np.floor(foot * CLOUD_FOOT_STEPS + _BAYER[columns % 4][:, rows % 4]) / CLOUD_FOOT_STEPS
    left: Field = np.minimum(1.0, steps)
    return left


def _inside(place: Place, x: float) -> float:
    """Return 1.0 well inside a place, 0.0 at its ends, where the next one has a haze of its own."""
    return 1.0 if not place.length else smoother(min(x, place.length - x) / CLOUD_END_PX)


def draw_mist(context: DrawContext, mist: Mist, feet: float, scale: float, light: float = 1.0) -> None:
    """Draw the bank slice by slice: only light makes mist seen, so each has the shade of its own part of the lane.

    Slices that are equally thick are drawn together."""
    if round(OPACITY_STEPS * mist.cover * light) <= 0 or not mist.begins - WIDTH < context.lens.x < mist.ends:
        return
    top = context.lens.row(feet) - round(mist.top * scale)
    moved = round(context.lens.x * BANK_PARALLAX - BANK_DRIFT_PX * context.now.beat)
    columns, steps = [0], [round(OPACITY_STEPS * mist.cover * light)]
    even = _is_even(context, mist)
    if not even:
        columns = list(range(-(moved % SLICE_PX), WIDTH, SLICE_PX))
        steps = _steps_at(context, mist, columns, light)
    for step, slices in groupby(zip(columns, steps, strict=True), itemgetter(1)):
        (column, _), *rest = slices
        end = WIDTH if even else (rest[-1][0] if rest else column) + SLICE_PX
        bank = bank_of(mist, step, scale) if step > 0 else None
        while bank is not None and column < end:
            source = (column + moved) % BANK_PX
            width = min(end - column, BANK_PX - source)
            context.target.blit(bank, (column, top), (source, 0, width, bank.get_height()))
            column += width


def _is_even(context: DrawContext, mist: Mist) -> bool:
    """Whether the bank is equally thick in the whole picture: no shade in view, and its ends far away."""
    left, right = context.lens.x - SLICE_PX, context.lens.x + WIDTH + SLICE_PX
    whole = left - BANK_END_PX > mist.begins and right + BANK_END_PX < mist.ends
    return whole and not any(end > left and start < right for start, end in context.shades)


def _steps_at(context: DrawContext, mist: Mist, columns: Sequence[int], light: float) -> list[int]:
    """Return how thick the slices at these columns are, in `OPACITY_STEPS`."""
    x = np.array(columns, np.float64) + (SLICE_PX / 2 + context.lens.x)
    inside = smoother_of(np.minimum(x - mist.begins, mist.ends - x) / BANK_END_PX)
    cover = OPACITY_STEPS * mist.cover * light
    steps: list[int] = np.rint(cover * inside * (1.0 - smoother_of(context.depths_of_shade(x)))).astype(int).tolist()
    return steps


@lru_cache(maxsize=160)
def bank_of(mist: Mist, step: int, scale: float) -> pygame.Surface:
    """Return a bank of mist from its top to before the feet, `step` of `OPACITY_STEPS` thick; `scale` px a metre."""
    table = veil_table(mist.color, 255 * step / OPACITY_STEPS, BANK_STEPS)
    return looked_up(_bank_levels(mist.top, scale), table, pygame.SRCALPHA)


@lru_cache(maxsize=8)
def _bank_levels(top: float, scale: float) -> Levels:
    """Return how thick a bank is, rows by columns."""
    return levels_of(thickness_of(top, scale).T, BANK_STEPS)


def thickness_of(top: float, scale: float) -> Field:
    """Return how thick a bank `top` metres high is, 0 to 1, columns by rows: wavy, patchy, and thinning upwards and at
    its foot in dithered steps.
    """
    columns, rows = np.arange(BANK_PX), np.arange(round((top + BANK_FOOT_METRES) * scale))
    under_top = (rows + 0.5)[None, :] + scale * (_waves(columns, _WAVES) - _HIGHEST)[:, None]
    over_foot = ((top + BANK_FOOT_METRES) * scale - rows - 0.5)[None, :]
    feather = max(float(BANK_FEATHER_PX), FEATHER_SHARE * top * scale)
    rising = np.clip(under_top / feather, 0.0, 1.0)
    foot = np.clip(over_foot / (BANK_FOOT_METRES * scale), 0.0, 1.0)
    patches = 1.0 + _waves(columns, _PATCHES)[:, None]
    thick = np.clip(rising * rising * (3.0 - 2.0 * rising) * foot * patches, 0.0, 1.0)
    bayer = _BAYER[columns % 4][:, rows % 4]
    steps: Field = np.clip(np.floor(thick * BANK_STEPS + bayer) / BANK_STEPS, 0.0, 1.0)
    return steps


def _waves(columns: "np.ndarray[tuple[int, ...], np.dtype[np.int64]]", waves: Waves) -> Field:
    """Return the sum of sines over the bank: whole numbers of cycles, so that it repeats without a seam."""
    xs = columns * tau / BANK_PX
    summed: Field = np.sum([height * np.sin(cycles * xs + phase) for cycles, height, phase in waves], axis=0)
    return summed
