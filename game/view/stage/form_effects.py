"""Effects at high form: steam off his shoulders, and children running along.

Steam rises every half beat and stays behind as he runs; children catch up with him, and fall back when the form drops.
"""

from math import pi, sin

from game.view.canvas.easing import smoother
from game.view.canvas.particles import Burst, Stuff
from game.view.exercise.children import BESIDE_HIM, Child, draw_child, from_the_back
from game.view.exercise.section_view import SectionView
from game.view.film.draw_context import DrawContext

STEAMS_FROM = 1.8
"""Warmth from which on he steams."""
MOST = 3.0
"""Warmth at which the effects are strongest."""
STEAM = Stuff(((255, 232, 196), (236, 214, 188)), 9, 24, 34, 1.2, -22, 1.0, (2, 5), 30)
"""A puff of steam: many thin grains that drift apart, for a few large ones would be discs."""
STEAM_BEATS = 0.5
"""Interval of puffs, in beats."""
STEAMS_SEEN = 4
"""Puffs drawn at once."""
PUFF_SCALE = 1 / 62
"""Size of a puff, for each px a metre of the place."""
SHOULDERS = 1.5
"""Height of the shoulders, as a factor of his body's middle."""
ASIDE_METRES = 0.17
"""Distance of the shoulders from the middle, metres."""
COMPANY = (
    Child(1, 0.0, 7.0, 0.0),
    Child(2, -47.0, 10.0, 0.31),
    Child(5, -82.0, 6.0, 0.62),
)
"""The children who run along: px behind the first of them, rows beyond his lane. An exercise says how many."""
COMES_FROM = 1.5
"""Warmth from which on the first child is visible."""
EACH_AFTER = 0.15
"""Warmth by which each is slower to come than the one before."""
CATCHES_UP = 0.9
"""Warmth in which a child catches up."""
BEHIND_PX = 70
"""Distance of the first child behind him, px."""
FAR_PX = 240
"""Additional distance before they have caught up, px."""
SWAY_PX = 7.0
"""Amplitude of a child's drift along the lane, px."""
SWAY_BEATS = 7
"""Period of the first child's drift, in beats; each has a longer one."""


def draw_steam(context: DrawContext, view: SectionView) -> None:
    """Draw the steam off his shoulders, behind him: none of it lies on his face."""
    strength = min(1.0, (context.warmth - STEAMS_FROM) / (MOST - STEAMS_FROM))
    if strength <= 0:
        return
    setting = view.setting
    up = SHOULDERS * view.middle_metres * setting.scale
    latest = int(context.now.beat // STEAM_BEATS)
    for number in range(latest, latest - STEAMS_SEEN, -1):
        beat = number * STEAM_BEATS
        age = (context.now.beat - beat) * context.now.us_per_beat / 1e6
        aside = ASIDE_METRES * setting.scale * (1 if number % 2 else -1)
        at = (round(setting.x_of(beat) + aside), round(setting.row - up))
        context.burst(STEAM, Burst(age, at, number, 0.5 + 0.5 * strength, lean=-0.2, scale=setting.scale * PUFF_SCALE))


def draw_company(context: DrawContext, view: SectionView) -> None:
    """Draw the children who run along, at most as many as his exercise has."""
    first = view.setting.x_of(context.now.beat) - BEHIND_PX
    here = [(child, _caught_up(context.warmth, place)) for place, child in enumerate(COMPANY[: view.company])]
    shares = {child: share for child, share in here if share > 0}
    for child in from_the_back(shares):
        swayed = SWAY_PX * sin(2 * pi * context.now.beat / (SWAY_BEATS + child.number) + child.number)
        x = first + child.across - FAR_PX * (1.0 - shares[child]) + swayed
        pose = child.doing("run", context.now.beat)
        draw_child(context, BESIDE_HIM, pose, (x, view.setting.row - child.beyond))


def _caught_up(warmth: float, place: int) -> float:
    """Return how far the child in a place of the company has caught up, 0 to 1."""
    return smoother((warmth - COMES_FROM - EACH_AFTER * place) / CATCHES_UP)
