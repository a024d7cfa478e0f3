"""What he does where he did not simply step: the leap, the step beside its moment, the fall over a stair."""

from game.sim.actions import Verb
from game.sim.chart import Cue
from game.view.canvas.timing_error import is_missed, timing_of
from game.view.figure.actor import Pose
from game.view.film.draw_context import DrawContext

SHEET = "steps"
STEP_CONTACT, LEAP_BEATS = 0.25, 0.5
"""Beats from a clip's start to its press, and from a leap's press to its landing."""
LANDED_BEATS, CROUCHED_BEATS = 0.22, 0.04
"""A leap's landing is seen so long, its crouch until so long before the press."""
STUMBLE_BEATS, FALLEN_BEATS = 0.9, 0.1
"""A stumble lasts so long, and begins so far into its clip: it is late enough when it is known."""
SEEN_BEATS = 0.28
"""In a burst the next step is already due: what went wrong is seen for so long all the same."""
ANSWERED_BEATS = STUMBLE_BEATS + 0.3


def answer_of(context: DrawContext, cues: list[Cue]) -> Pose | None:
    """Return how the cues about now (from `ANSWERED_BEATS` ago) were answered, or None where he simply climbs."""
    return _fallen(context, cues) or _leap(context, cues) or _off(context, cues)


def _leap(context: DrawContext, cues: list[Cue]) -> Pose | None:
    """Return the leap: he crouches for it before the press, and two stairs on he lands."""
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
    """Return the step beside its moment for as long as it takes to be seen."""
    for cue in reversed(cues):
        judged = context.judged(cue.id) if cue.name == "step" else None
        since = SEEN_BEATS if judged is None else context.beats_since(judged.time_us)
        if judged is not None and timing_of(judged).side and 0 <= since < SEEN_BEATS:
            foot = "left" if judged.verb is Verb.LEFT else "right"
            action = context.actors.either(SHEET, f"step_{foot}{timing_of(judged).ending}", f"step_{foot}")
            return Pose(action, STEP_CONTACT + since, context.now.form)
    return None


def _fallen(context: DrawContext, cues: list[Cue]) -> Pose | None:
    """Return the fall over a stair that was missed, until the next is taken, but long enough to be seen."""
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
