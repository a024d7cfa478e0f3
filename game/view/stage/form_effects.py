"""Effects at high form: steam off his shoulders, and children running along.

Steam rises every half beat and stays behind as he runs; children catch up with him, and fall back when the form drops.
"""

from game.view.canvas.color import WHITE
from game.view.canvas.easing import smoother
from game.view.canvas.particles import Burst, Stuff
from game.view.exercise.section_view import SectionView
from game.view.figure.actor import Pose
from game.view.film.draw_context import DrawContext

STEAMS_FROM = 1.8
"""Warmth from which on he steams."""
MOST = 3.0
"""Warmth at which the effects are strongest."""
STEAM = Stuff(((255, 232, 196), (236, 214, 188)), 4, 16, 34, 1.2, -22, 1.0, (3, 9), 42)
"""A puff of steam."""
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
CHILDREN = "kids"
"""Sprite sheet of the children."""
CHILD_PX = 60.0
"""Height of a child, px."""
OTHER_COATS = (190, 262, 330)
"""Tint of the second group of children: greens and blues."""
COMES_FROM = 1.5
"""Warmth from which on the children are visible."""
HERE_AT = 2.6
"""Warmth at which they have caught up."""
BEHIND_PX = 92
"""Distance of the first group behind him, px."""
APART_PX = 74
"""Distance between groups, px."""
FAR_PX = 240
"""Additional distance before they have caught up, px."""
ROW_PX = 7
"""Rows by which they run beyond his lane."""
SWAY_PX = 5.0
"""Amplitude of the groups' drift, px."""
SWAY_BEATS = 8
"""Period of that drift, in beats."""
OUT_OF_STEP = 0.31
"""Beats by which the groups are out of step."""


def draw_steam(context: DrawContext, view: SectionView) -> None:
    """Draw the steam off his shoulders."""
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
    """Draw the groups of children, at most as many as his exercise has."""
    share = smoother((context.warmth - COMES_FROM) / (HERE_AT - COMES_FROM))
    for number in range(view.company if share > 0 else 0):
        beat = context.now.beat + OUT_OF_STEP * number
        near = view.setting.x_of(context.now.beat) - BEHIND_PX - APART_PX * number
        swayed = SWAY_PX * (smoother(abs(2 * (beat / SWAY_BEATS % 1.0) - 1)) - 0.5)
        x = near - FAR_PX * (1.0 - share) + swayed
        row = view.setting.row - ROW_PX - 2 * number
        pose = Pose("run", beat, coat=OTHER_COATS if number % 2 else WHITE)
        context.sprite(CHILDREN, pose, x, row, CHILD_PX)
