"""The fighter's pose after a cue of the climb that is not a plain clean step: the leap, the early or late step, the
stumble.
"""

from game.sim.actions import Verb
from game.sim.chart import Cue
from game.view.canvas.timing_error import is_missed, timing_of
from game.view.figure.actor import Pose
from game.view.film.draw_context import DrawContext

SHEET = "steps"
"""Sprite sheet of the climb."""
STEP_CONTACT = 0.25
"""Beats from a clip's start to its press."""
LEAP_BEATS = 0.5
"""Beats from a leap's press to its landing."""
LANDED_BEATS = 0.22
"""Duration of a leap's landing, in beats."""
CROUCHED_BEATS = 0.04
"""Beats before the press up to which the crouch is shown."""
STUMBLE_BEATS = 0.9
"""Duration of a stumble, in beats."""
FALLEN_BEATS = 0.1
"""Beat of the stumble's clip at which it is entered: a miss is known late."""
SEEN_BEATS = 0.28
"""Least time in beats that an early, late or missed step is shown, even if the next step is already due."""
ANSWERED_BEATS = STUMBLE_BEATS + 0.3
"""Beats back within which cues are looked at."""


def answer_of(context: DrawContext, cues: list[Cue]) -> Pose | None:
    """Return the pose of the last cue's answer (cues from `ANSWERED_BEATS` ago), or None for plain climbing."""
    return _fallen(context, cues) or _leap(context, cues) or _off(context, cues)


def _leap(context: DrawContext, cues: list[Cue]) -> Pose | None:
    """Return the leap: a crouch before the press, a landing two stairs later."""
    for cue in cues:
        judged = context.judged(cue.id) if cue.name == "leap" else None
        if cue.name != "leap" or (judged is not None and is_missed(judged)):
            continue
        if judged is None:
            crouch = STEP_CONTACT + min(context.now.beat - float(cue.beat), -CROUCHED_BEATS)
            return Pose("leap", crouch, context.now.form)
        since = context.beats_since(judged.time_us)
        if since < LEAP_BEATS + LANDED_BEATS:
            action = context.actors.either(SHEET, f"leap{timing_of(judged).ending}", "leap")
            return Pose(action, STEP_CONTACT + since, context.now.form)
    return None


def _off(context: DrawContext, cues: list[Cue]) -> Pose | None:
    """Return the early or late step while it is shown."""
    for cue in reversed(cues):
        judged = context.judged(cue.id) if cue.name == "step" else None
        since = SEEN_BEATS if judged is None else context.beats_since(judged.time_us)
        if judged is not None and timing_of(judged).side and 0 <= since < SEEN_BEATS:
            foot = "left" if judged.verb is Verb.LEFT else "right"
            action = context.actors.either(SHEET, f"step_{foot}{timing_of(judged).ending}", f"step_{foot}")
            return Pose(action, STEP_CONTACT + since, context.now.form)
    return None


def _fallen(context: DrawContext, cues: list[Cue]) -> Pose | None:
    """Return the stumble over a missed stair, until the next is taken, but at least for `SEEN_BEATS`."""
    later = False
    for cue in reversed(cues):
        judged = context.judged(cue.id)
        if judged is None:
            continue
        since = context.beats_since(judged.time_us)
        if is_missed(judged) and since < (SEEN_BEATS if later else STUMBLE_BEATS):
            if cue.name == "leap" and context.actors.clip(SHEET, "leap_miss") is not None:
                return Pose("leap_miss", STEP_CONTACT - CROUCHED_BEATS + since, context.now.form)
            return Pose("stumble", FALLEN_BEATS + since, context.now.form)
        later = True
    return None
