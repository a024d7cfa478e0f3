"""Particles of the feet on stone: meltwater and a glint when clean, dust at the toe when early, at the heel
when late.
"""

from collections.abc import Iterable

from game.sim.actions import Verb
from game.sim.chart import Cue
from game.sim.events import Judged
from game.view.canvas.particles import DUST, Burst, Stuff
from game.view.canvas.timing_error import TimingError, is_missed, timing_of
from game.view.exercise.hit_feedback import draw_runner_reward
from game.view.exercise.timing_feedback import KNUCKLE, SCRAPE
from game.view.film.draw_context import DrawContext

FOOT_APART_PX = 11
"""Distance of each foot from the middle, px."""
TOE_PX = 10
"""Height of the toe over the feet, px."""
HEEL_PX = 6
"""Depth of the heel below the feet, px."""
LEFT_BEHIND = 58
"""Speed at which a point on the stairs sinks as he climbs, px a second."""
MELT = Stuff(((250, 252, 255), (150, 190, 236)), 14, 92, 66, 2.0, 250, 0.42, (2, 1))
"""Meltwater that a clean step throws to both sides."""
GLINT_S = 0.12
"""Duration of the glint, in seconds; it is visible on the very next frame, before any particle has moved."""
GLINT_PX = 38
"""Length of the glint, px."""
GLINT = (250, 252, 255)
"""Color of the glint."""


def draw_step_particles(context: DrawContext, cues: Iterable[Cue], feet: tuple[float, float]) -> None:
    """Draw the particles of these cues' steps at a place's pixel between his feet."""
    for cue in cues:
        judged = context.judged(cue.id)
        if judged is None or is_missed(judged):
            continue
        age = context.seconds_since(judged.time_us)
        for side in (-FOOT_APART_PX, FOOT_APART_PX):
            if cue.kind.chord or (side < 0) == (judged.verb is Verb.LEFT):
                at = (round(feet[0]) + side, round(feet[1]) + round(LEFT_BEHIND * age))
                _beside(context, judged, at)
                draw_runner_reward(context, judged, at)


def _beside(context: DrawContext, judged: Judged, at: tuple[int, int]) -> None:
    age, timing = context.seconds_since(judged.time_us), timing_of(judged)
    match timing:
        case TimingError.EARLY:
            context.burst(KNUCKLE, Burst(age, (at[0], at[1] - TOE_PX), judged.cue_id, 1.4, scale=1.3))
        case TimingError.LATE:
            context.burst(SCRAPE, Burst(age, (at[0], at[1] + HEEL_PX), judged.cue_id, 2.4, scale=2.2))
        case _:
            width = round(GLINT_PX * (1.0 - age / GLINT_S))
            if width > 0:
                spot = (context.lens.column(at[0]) - width // 2, context.lens.row(at[1]), width, 2)
                context.target.fill(GLINT, spot)
            context.burst(DUST, Burst(age, at, judged.cue_id, 0.9, scale=1.1))
            context.burst(MELT, Burst(age, at, judged.cue_id + 5))
