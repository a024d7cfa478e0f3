"""The carcasses beside the one that he strikes: the one on a hand's side sways before that hand's next cue."""

from math import pi, sin

from game.sim.actions import Verb
from game.timing.units import US_PER_SECOND
from game.view.canvas.particles import ICE, Burst
from game.view.exercise.props import narrowed
from game.view.exercise.standing import StandingView
from game.view.figure.tint import tinted
from game.view.film.draw_context import DrawContext

CHAIN = (96, 108, 112)
"""Color of a chain."""
NEIGHBOURS = {Verb.LEFT: (-128.0, "swing_c"), Verb.RIGHT: (214.0, "swing_b")}
"""Offset from the fighter, px, and clip of the carcass on a hand's side: it sways ahead of a cue, turns for a hook."""
NEIGHBOUR_UP_PX = 14
"""Height of the neighbours above the lane, px."""
NEIGHBOUR_DEGREES = 13.0
"""Amplitude of a neighbour's sway, degrees."""
NARROWED_BY = 0.45
"""Share of its width that a neighbour loses as it turns for a hook."""
NEIGHBOUR_SWINGS = 2.0
"""Half swings of a neighbour a beat."""
FROZEN = (92, 134, 150)
"""Tint of a neighbour: it hangs in the cold light behind the lane."""


def draw_neighbour(context: DrawContext, view: StandingView, verb: Verb, hook_row: float) -> None:
    """Draw the neighbouring carcass on a hand's side, which warns of that hand's next cue; `hook_row` is the map row
    of the hook of the beef that is struck.
    """
    setting = view.setting
    aside, name = NEIGHBOURS[verb]
    x, row = view.x_of_station() + aside, hook_row - NEIGHBOUR_UP_PX
    at = (context.lens.column(x), context.lens.row(row))
    hook = setting.place.marks.get("meat.hook")
    rail = row if hook is None else hook.row
    angle, turn = 0.0, 0.0
    for cue in view.near(context.now, 0.1, float(max((cue.kind.lead for cue in view.cues), default=0)) + 0.1):
        into = context.now.beat - float(cue.beat - cue.kind.lead)
        if cue.verbs[0] is not verb or not 0 <= into < 1:
            continue
        sway = sin(NEIGHBOUR_SWINGS * pi * into) * (1 - 0.5 * into)
        angle += (-1 if verb is Verb.LEFT else 1) * NEIGHBOUR_DEGREES * sway
        turn = round(4 * sin(pi * into)) / 4 if cue.name == "hook" else turn
        age = context.seconds_since(cue.time_us) + float(cue.kind.lead) * context.now.us_per_beat / US_PER_SECOND
        context.burst(ICE, Burst(age, (round(x), round(rail) + 6), cue.id, 2.0, scale=1.8))
    context.target.fill(CHAIN, (at[0] - 1, context.lens.row(rail), 2, max(0, at[1] + 4 - context.lens.row(rail))))
    sheet = context.actors.sheets.get("beef")
    clip = None if sheet is None else sheet.clip(name)
    if sheet is not None and clip is not None:
        sprite = sheet.frames[clip.frame_of(max(-16.0, min(16.0, angle)))]
        share = 1.0 - NARROWED_BY * abs(turn)
        picture = narrowed(tinted(sprite.picture, FROZEN), share)
        context.target.blit(picture, (at[0] - round(sprite.origin[0] * share), at[1] - sprite.origin[1]))
