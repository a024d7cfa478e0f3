"""Base class of running exercises: strides on the beat, actions entered by beat phase, dust and splashes of
the feet.
"""

from dataclasses import dataclass
from math import pi, sin

from game.sim.actions import Verb
from game.sim.chart import Cue
from game.sim.events import Judged
from game.timing.units import Micros
from game.view.canvas.easing import clamp
from game.view.canvas.event_log import EventLog
from game.view.canvas.particles import BREATH, DUST, Burst, Stuff
from game.view.canvas.timing_error import TimingError, is_clean, is_missed, timing_of
from game.view.exercise.props import Ice, ice_patch
from game.view.exercise.section_view import SectionView, Setting, shadow
from game.view.exercise.timing_feedback import scuff
from game.view.figure.actor import Pose
from game.view.figure.sprite_sheet import Clip
from game.view.film.draw_context import DrawContext

LOOK_BACK_BEATS = 2.0
"""Beats back within which cues are considered for the pose."""
LOOK_AHEAD_BEATS = 1.0
"""Beats ahead within which cues are considered for the pose."""
FALLBACK_CONTACT = 0.25
"""Beat of contact of a clip that the sheet lacks."""
FALLBACK_AFTER = 0.5
"""Beats from the contact to the end of such a clip."""
ANSWER_BEATS = 0.27
"""Beats for which an answer keeps precedence over the next cue's wind-up."""
STUMBLE_BEATS = 1.0
"""Longest duration of a stumble, in beats."""
REJOINED_BEATS = 0.72
"""Beats from a take-off to where the run goes on; the clip of a leap loops, and takes off again from three quarters."""
STEADY_BEATS = 0.12
"""Beats before the next cue at which a stumble ends."""
PATCH_APART_PX = 5
"""Distance of a patch from the lane to either side, px."""
PATCH_AHEAD_PX = 10
"""Distance ahead of the runner's middle at which his foot lands, px."""
SHADOW_PX = 46
"""Width of his contact shadow, px."""
HIGH_PX = 28
"""Height of his lower foot over the ground at which that shadow is smallest and faintest, px."""
STAND_IN_LANDED = 0.55
"""What is left of it in a leap of the stand-in."""
FOOTFALLS_PER_BEAT = 2
"""Footfalls a beat."""
FOOTFALLS_SEEN = 3
"""Footfalls whose particles are drawn."""
BREATH_PX = (28, 68)
"""Where his breath shows: ahead of his middle and above his feet, px. It goes with him, never over his head."""
KEPT_AHEAD = 0.35
"""Share of the runner's speed at which dust thrown ahead by an early foot falls behind."""
LURCH_PX = {TimingError.CLEAN: 0.0, TimingError.EARLY: 8.0, TimingError.LATE: -10.0, TimingError.MISSED: -12.0}
"""Displacement of the runner after a step, px, by timing."""
LURCH_BEATS = 0.7
"""Duration of that displacement, in beats: ahead when early, behind when late or missed."""
TRODDEN = {TimingError.CLEAN: Ice.BROKEN, TimingError.EARLY: Ice.CRACKED_BEFORE, TimingError.LATE: Ice.CRACKED_BEHIND}
"""State of a patch of ice after a step, by timing."""


@dataclass(frozen=True, slots=True)
class Action:
    """The clips of a cue kind. `waits`: before the press only the run is shown (a lift has no wind-up)."""

    clean: str
    early: str
    late: str
    miss: str = "stumble"
    hand: str = ""
    waits: bool = False
    launch: float = 0.0
    """Above 0 the press is the take-off: the clip is entered this many beats before its contact, and the strides rejoin
    the beat after the landing; when late, by the second half of a stumble.
    """


class RunnerView(SectionView):
    """Base class of runners along the map. Exercises name their actions and draw the obstacles."""

    leans = True
    run = "run"
    ground: Stuff = DUST

    def __init__(self, setting: Setting) -> None:
        super().__init__(setting)
        self._beats = {cue.id: float(cue.beat) for cue in self.cues}
        self._lurched: tuple[EventLog, Micros, float] | None = None
        """His displacement at the moment that was asked for last: a picture asks for it several times."""

    def x_at(self, context: DrawContext) -> float:
        """Return the path's x plus the displacement after an early, late or missed step."""
        known = self._lurched
        if known is None or known[0] is not context.log or known[1] != context.now.us:
            known = self._lurched = context.log, context.now.us, self._lurch(context)
        return super().x_at(context) + known[2]

    def _lurch(self, context: DrawContext) -> float:
        done = [judged for cue in self.near(context.now, LURCH_BEATS, 0.5) if (judged := context.judged(cue.id))]
        last = max(done, key=lambda judged: judged.time_us, default=None)
        into = 1.0 if last is None else context.beats_since(last.time_us) / LURCH_BEATS
        return 0.0 if last is None or into >= 1 else LURCH_PX[timing_of(last)] * sin(pi * into**0.6) ** 2

    def action(self, cue: Cue, judged: Judged | None) -> Action | None:
        """Return the clips of a cue, or None where the run itself is shown."""
        return None

    def pose(self, context: DrawContext) -> Pose:
        """Return the run, or the action of the current cue."""
        for cue in reversed(self.near(context.now, LOOK_BACK_BEATS, LOOK_AHEAD_BEATS)):
            acting = None if self._stumbles_into(context, cue) else self._acting(context, cue)
            if acting is not None:
                return acting
        return Pose(self.run, self.gait(context), context.now.form)

    def gait(self, context: DrawContext) -> float:
        """Return the beat of the run's clip: the left foot lands on whole beats, the right half a beat later."""
        return context.now.beat

    def body(self, context: DrawContext) -> None:
        """Draw the runner over his shadow."""
        x, row, pose = self.x_at(context), self.row_at(context), self.pose(context)
        shadow(context, x, row, SHADOW_PX, self._landed(pose) if pose.action.startswith(("hop", "leap")) else 1.0)
        context.fighter(self.sheet, pose, x, row, self.height)

    def _landed(self, pose: Pose) -> float:
        """Return how near the ground a leap's picture is: 1.0 on it, 0.0 at `HIGH_PX` and above."""
        sheet, clip = self.setting.actors.sheets.get(self.sheet), self.clip(pose.action, pose.form)
        if sheet is None or clip is None:
            return STAND_IN_LANDED
        frame = sheet.frames[clip.frame_at(pose.beats)]
        return clamp(1.0 - (frame.origin[1] - frame.picture.get_height()) / HIGH_PX)

    def row_at(self, context: DrawContext) -> float:
        """Return the map row of his feet."""
        return self.setting.row

    def feet_at(self, context: DrawContext) -> tuple[float, float]:
        """Return the position of his feet, including a slip to either side."""
        return self.x_at(context), self.row_at(context)

    def front(self, context: DrawContext) -> None:
        """Draw the dust of the last footfalls, and his breath."""
        self.footfalls(context)
        self.scuffs(context)
        self.breath(context)

    def scuffs(self, context: DrawContext) -> None:
        """Draw the dust of early and late steps: ahead of him when early, behind when late."""
        for cue in self.near(context.now, 2, 0.5):
            judged = context.judged(cue.id)
            if judged is not None:
                kept = KEPT_AHEAD if timing_of(judged) is TimingError.EARLY else 1.0
                x = self.setting.x_of(context.now.beat - kept * context.beats_since(judged.time_us))
                scuff(context, judged, (round(x) + 6, round(self.setting.row) - 2), 1.4)

    def patch(self, context: DrawContext, cue: Cue) -> None:
        """Draw the patch of ice or frost at a cue's position: far side for the left, near side for the right.

        It is whole until it is stepped on, broken after a clean step, and cracked at one end after an early or late
        one.
        """
        judged = context.judged(cue.id)
        side = -PATCH_APART_PX if cue.verbs[0] is Verb.LEFT else PATCH_APART_PX
        ahead = self._beats[cue.id] - context.now.beat
        glint = 0 <= ahead < float(cue.kind.lead) and int(ahead * 8) % 2 == 0
        row = self.setting.row + side
        whole = Ice.GLINTING if glint else Ice.DULL
        picture = ice_patch(whole if judged is None else TRODDEN.get(timing_of(judged), whole))
        x = self.setting.cue_x(self._beats[cue.id]) + PATCH_AHEAD_PX
        context.target.blit(picture, (context.lens.column(x) - picture.get_width() // 2, context.lens.row(row) - 2))

    def footfalls(self, context: DrawContext) -> None:
        """Draw the particles of the last footfalls, at their positions."""
        latest = int(context.now.beat * FOOTFALLS_PER_BEAT // 1)
        for number in range(latest, latest - FOOTFALLS_SEEN, -1):
            beat = number / FOOTFALLS_PER_BEAT
            age = (context.now.beat - beat) * context.now.us_per_beat / 1e6
            at = (round(self.setting.x_of(beat)) + 6, round(self.setting.row) - 1)
            context.burst(self.ground, Burst(age, at, number, 0.7, lean=-0.6))

    def breath(self, context: DrawContext, every_beats: int = 2) -> None:
        """Draw the breath in cold air, on the beat."""
        number = int(context.now.beat // every_beats)
        for puff in (number, number - 1):
            beat = puff * every_beats + 0.5
            age = (context.now.beat - beat) * context.now.us_per_beat / 1e6
            x, row = self.x_at(context) + BREATH_PX[0], self.setting.row - BREATH_PX[1]
            context.burst(BREATH, Burst(age, (round(x), round(row)), puff, lean=0.6))

    def clip(self, action: str, form: str) -> Clip | None:
        """Return a clip of this exercise's sheet, or None."""
        return self.setting.actors.clip(self.sheet, action, form)

    def _acting(self, context: DrawContext, cue: Cue) -> Pose | None:
        judged = context.judged(cue.id)
        action = self.action(cue, judged)
        if action is None:
            return None
        if judged is not None and is_missed(judged):
            return self._since(context, self._named(action, "_miss", action.miss), context.beats_since(judged.time_us))
        early = judged is not None and timing_of(judged) is TimingError.EARLY
        off = ("_early", action.early) if early else ("_late", action.late)
        name = action.clean if judged is None or is_clean(judged) else self._named(action, *off)
        clip = self.clip(name, context.now.form)
        contact = FALLBACK_CONTACT if clip is None else clip.contact or 0.0
        after = FALLBACK_AFTER if clip is None else clip.after_contact
        if action.launch:
            return None if judged is None else self._launched(context, name, action, judged)
        lead, after = (0.5, 0.5) if clip is not None and clip.loops else (contact, after)
        off_beat = context.now.beat - self._beats[cue.id]
        if judged is None:
            seen = -lead <= off_beat < 0 and not action.waits and not self._just_answered(context)
            return Pose(name, contact + off_beat, context.now.form, action.hand) if seen else None
        off_beat = max(off_beat, 0.0)
        return Pose(name, contact + off_beat, context.now.form, action.hand) if off_beat < after else None

    def _named(self, action: Action, ending: str, else_: str) -> str:
        """Return the clip of the action's name with an ending, or another where the sheet has none."""
        return self.setting.actors.either(self.sheet, action.clean + ending, else_)

    def _just_answered(self, context: DrawContext) -> bool:
        """Whether the last answer is so recent that it takes precedence over the next cue's wind-up."""
        done = [judged for cue in self.near(context.now, 1, 0.5) if (judged := context.judged(cue.id))]
        return any(context.beats_since(judged.time_us) < ANSWER_BEATS and not is_missed(judged) for judged in done)

    def _stumbles_into(self, context: DrawContext, cue: Cue) -> bool:
        """Whether a coming cue's picture has to wait, because the stumble over the previous cue is still shown."""
        if context.judged(cue.id) is not None or self._beats[cue.id] - context.now.beat < STEADY_BEATS:
            return False
        done = [judged for other in self.near(context.now, STUMBLE_BEATS, 0) if (judged := context.judged(other.id))]
        return bool(done) and is_missed(done[-1]) and context.beats_since(done[-1].time_us) < STUMBLE_BEATS

    def _launched(self, context: DrawContext, name: str, action: Action, judged: Judged) -> Pose | None:
        launch, since = action.launch, context.beats_since(judged.time_us)
        airborne, late = 2 * launch, timing_of(judged) is TimingError.LATE
        if since >= (1.0 if late else REJOINED_BEATS):
            return None
        if since >= airborne and late:
            clip = self.clip(action.miss, context.now.form)
            return None if clip is None else Pose(action.miss, since * clip.length, context.now.form)
        # The clip began `launch` ahead of its contact; after the landing it runs faster until it meets the stride of
        # the beat, before it would take off once more.
        catching_up = launch + (since - airborne) * (REJOINED_BEATS - launch) / (REJOINED_BEATS - airborne)
        return Pose(name, since - launch if since < airborne else catching_up, context.now.form)

    def _since(self, context: DrawContext, action: str, beats: float) -> Pose | None:
        clip = self.clip(action, context.now.form)
        length = 1.0 if clip is None else clip.length
        return Pose(action, beats, context.now.form) if beats < length else None
