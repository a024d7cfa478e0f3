"""What a great run brings with it: he steams, and is not alone any more.

Warm puffs rise off his shoulders every half beat and are left behind where he runs; children catch up with him and run
along, and fall back when it is over.
"""

from game.view.canvas.color import WHITE
from game.view.canvas.easing import smoother
from game.view.canvas.particles import Burst, Stuff
from game.view.exercise.section_view import SectionView
from game.view.figure.actor import Pose
from game.view.film.draw_context import DrawContext

STEAMS_FROM, MOST = 1.8, 3.0
"""From this warmth on, and most of all at this one."""
STEAM = Stuff(((255, 232, 196), (236, 214, 188)), 4, 16, 34, 1.2, -22, 1.0, (3, 9), 42)
STEAM_BEATS, STEAMS_SEEN, PUFF_SCALE = 0.5, 4, 1 / 62
SHOULDERS, ASIDE_METRES = 1.5, 0.17
"""How high they are, in middles of the body, and how far to either side of it."""
CHILDREN, CHILD_PX = "kids", 60.0
OTHER_COATS = (190, 262, 330)
"""What a second group of the same children is dyed with: greens and blues."""
COMES_FROM, HERE_AT = 1.5, 2.6
"""From this warmth on they are seen coming, and at this one they are with him."""
BEHIND_PX, APART_PX, FAR_PX, ROW_PX = 92, 74, 240, 7
SWAY_PX, SWAY_BEATS, OUT_OF_STEP = 5.0, 8, 0.31


def draw_steam(context: DrawContext, view: SectionView) -> None:
    """Draw what rises off him now."""
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
    """Draw the groups that run along with him: as many as his exercise has at most."""
    share = smoother((context.warmth - COMES_FROM) / (HERE_AT - COMES_FROM))
    for number in range(view.company if share > 0 else 0):
        beat = context.now.beat + OUT_OF_STEP * number
        near = view.setting.x_of(context.now.beat) - BEHIND_PX - APART_PX * number
        swayed = SWAY_PX * (smoother(abs(2 * (beat / SWAY_BEATS % 1.0) - 1)) - 0.5)
        x = near - FAR_PX * (1.0 - share) + swayed
        row = view.setting.row - ROW_PX - 2 * number
        pose = Pose("run", beat, coat=OTHER_COATS if number % 2 else WHITE)
        context.sprite(CHILDREN, pose, x, row, CHILD_PX)
