"""What running exercises share: legs on the beat, actions entered by beat phase, feet that kick up what they run on."""

from dataclasses import dataclass
from math import pi, sin

from game.sim.actions import Verb
from game.sim.chart import Cue
from game.sim.events import Judged
from game.view.canvas.particles import BREATH, DUST, Burst, Stuff
from game.view.canvas.timing_error import TimingError, is_clean, is_missed, timing_of
from game.view.exercise.props import Ice, ice_patch
from game.view.exercise.section_view import SectionView, Setting, shadow
from game.view.exercise.timing_feedback import scuff
from game.view.figure.actor import Pose
from game.view.figure.sprite_sheet import Clip
from game.view.film.draw_context import DrawContext

LOOK_BACK_BEATS = 2.0
LOOK_AHEAD_BEATS = 1.0
FALLBACK_CONTACT, FALLBACK_AFTER = 0.25, 0.5
ANSWER_BEATS = 0.27
STUMBLE_BEATS, STEADY_BEATS = 1.0, 0.12
"""A stumble is seen for up to a beat, but he is steady again just before the next cue."""
PATCH_APART_PX, PATCH_AHEAD_PX = 5, 10
"""How far to either side of the lane a patch lies, and how far ahead of the runner's middle his foot falls."""
FOOTFALLS_PER_BEAT = 2
FOOTFALLS_SEEN = 3
KEPT_AHEAD = 0.35
"""What an early foot throws ahead falls behind him by so much of the ground he covers."""
LURCH_PX = {TimingError.CLEAN: 0.0, TimingError.EARLY: 8.0, TimingError.LATE: -10.0, TimingError.MISSED: -12.0}
LURCH_BEATS = 0.7
"""An early step throws him so far ahead of the beat's place, a late or a lost one behind it; then he is back in it."""
TRODDEN = {TimingError.CLEAN: Ice.BROKEN, TimingError.EARLY: Ice.CRACKED_BEFORE, TimingError.LATE: Ice.CRACKED_BEHIND}


@dataclass(frozen=True, slots=True)
class Action:
    """The clips of a cue kind. `waits`: before the press only the run is seen (a lift has nothing to wind up)."""

    clean: str
    early: str
    late: str
    miss: str = "stumble"
    hand: str = ""
    waits: bool = False
    launch: float = 0.0
    """Above 0 the press is the take-off: the clip is entered so many beats ahead of its contact, and the legs catch
    up with the beat after the landing; where it was late, by the latter half of a stumble."""


class RunnerView(SectionView):
    """A fighter who runs along the map. Exercises name their actions and draw what is in the way."""

    run = "run"
    ground: Stuff = DUST

    def __init__(self, setting: Setting) -> None:
        super().__init__(setting)
        self._beats = {cue.id: float(cue.beat) for cue in self.cues}

    def x_at(self, context: DrawContext) -> float:
        """Return the path, and how far he is off it: ahead of the beat where he came early, behind it late."""
        done = [judged for cue in self.near(context.now, LURCH_BEATS, 0.5) if (judged := context.judged(cue.id))]
        last = max(done, key=lambda judged: judged.time_us, default=None)
        into = 1.0 if last is None else context.beats_since(last.time_us) / LURCH_BEATS
        lurch = 0.0 if last is None or into >= 1 else LURCH_PX[timing_of(last)] * sin(pi * into**0.6) ** 2
        return super().x_at(context) + lurch

    def action(self, cue: Cue, judged: Judged | None) -> Action | None:
        """Return the clips of a cue, or None where the run itself is all there is."""
        return None

    def pose(self, context: DrawContext) -> Pose:
        """Return the run, or the action that a cue calls for now."""
        for cue in reversed(self.near(context.now, LOOK_BACK_BEATS, LOOK_AHEAD_BEATS)):
            acting = None if self._stumbles_into(context, cue) else self._acting(context, cue)
            if acting is not None:
                return acting
        return Pose(self.run, self.gait(context), context.now.form)

    def gait(self, context: DrawContext) -> float:
        """Return the beat of the run's clip: its left foot falls on whole ones, its right half a beat later."""
        return context.now.beat

    def body(self, context: DrawContext) -> None:
        """Draw the runner over his shadow."""
        x, row, pose = self.x_at(context), self.row_at(context), self.pose(context)
        shadow(context, x, row, 46, 0.55 if pose.action.startswith(("hop", "leap")) else 1.0)
        context.fighter(self.sheet, pose, x, row, self.height)

    def row_at(self, context: DrawContext) -> float:
        """Return the map row of his feet."""
        return self.setting.row

    def feet_at(self, context: DrawContext) -> tuple[float, float]:
        """Return where his feet are, a slip to either side included."""
        return self.x_at(context), self.row_at(context)

    def front(self, context: DrawContext) -> None:
        """Draw the dust of the last footfalls and his breath."""
        self.footfalls(context)
        self.scuffs(context)
        self.breath(context)

    def scuffs(self, context: DrawContext) -> None:
        """Draw what feet beside their moment kicked up: ahead of him early, behind him late."""
        for cue in self.near(context.now, 2, 0.5):
            judged = context.judged(cue.id)
            if judged is not None:
                kept = KEPT_AHEAD if timing_of(judged) is TimingError.EARLY else 1.0
                x = self.setting.x_of(context.now.beat - kept * context.beats_since(judged.time_us))
                scuff(context, judged, (round(x) + 6, round(self.setting.row) - 2), 1.4)

    def patch(self, context: DrawContext, cue: Cue) -> None:
        """Draw the patch of ice or frost that lies where a cue is reached: far side for the left, near side for the
        right.

        It is whole until it is trodden on, gone to splinters where the hit was clean, and else cracked at the end
        that the foot caught.
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
        """Draw what the last footfalls kicked up, where they fell."""
        latest = int(context.now.beat * FOOTFALLS_PER_BEAT // 1)
        for number in range(latest, latest - FOOTFALLS_SEEN, -1):
            beat = number / FOOTFALLS_PER_BEAT
            age = (context.now.beat - beat) * context.now.us_per_beat / 1e6
            at = (round(self.setting.x_of(beat)) + 6, round(self.setting.row) - 1)
            context.burst(self.ground, Burst(age, at, number, 0.7, lean=-0.6))

    def breath(self, context: DrawContext, every_beats: int = 2) -> None:
        """Draw the breath in the cold, let go on the beat."""
        number = int(context.now.beat // every_beats)
        for puff in (number, number - 1):
            beat = puff * every_beats + 0.5
            age = (context.now.beat - beat) * context.now.us_per_beat / 1e6
            x = self.setting.x_of(beat) + 20
            context.burst(BREATH, Burst(age, (round(x), round(self.setting.row) - 74), puff, lean=0.5))

    def clip(self, action: str, form: str) -> Clip | None:
        """Return a clip of this exercise's sheet."""
        return self.setting.actors.clip(self.sheet, action, form)

    def hand_at(self, context: DrawContext, hand: str) -> tuple[float, float] | None:
        """Return where a hand of the picture that is shown now is, or None for the stand-in."""
        pose, sheet = self.pose(context), self.setting.actors.sheets.get(self.sheet)
        clip = self.clip(pose.action, pose.form)
        sprite = None if sheet is None or clip is None else sheet.frames[clip.frame_at(pose.beats)]
        if sprite is None or hand not in sprite.anchors:
            return None
        (across, down), (left, top) = sprite.anchors[hand], sprite.origin
        return self.x_at(context) + across - left, self.row_at(context) + down - top

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
        """Return the clip of the action's name and an ending, or another where the sheet has none."""
        return self.setting.actors.either(self.sheet, action.clean + ending, else_)

    def _just_answered(self, context: DrawContext) -> bool:
        """Whether the last answer is so fresh that its own hand has to be seen before the next one's wind-up."""
        done = [judged for cue in self.near(context.now, 1, 0.5) if (judged := context.judged(cue.id))]
        return any(context.beats_since(judged.time_us) < ANSWER_BEATS and not is_missed(judged) for judged in done)

    def _stumbles_into(self, context: DrawContext, cue: Cue) -> bool:
        """Whether a cue that is still to come has to wait for its picture, for he stumbles over the one before."""
        if context.judged(cue.id) is not None or self._beats[cue.id] - context.now.beat < STEADY_BEATS:
            return False
        done = [judged for other in self.near(context.now, STUMBLE_BEATS, 0) if (judged := context.judged(other.id))]
        return bool(done) and is_missed(done[-1]) and context.beats_since(done[-1].time_us) < STUMBLE_BEATS

    def _launched(self, context: DrawContext, name: str, action: Action, judged: Judged) -> Pose | None:
        launch, since = action.launch, context.beats_since(judged.time_us)
        if since >= 1.0:
            return None
        airborne = 2 * launch
        if since >= airborne and timing_of(judged) is TimingError.LATE:
            clip = self.clip(action.miss, context.now.form)
            return None if clip is None else Pose(action.miss, since * clip.length, context.now.form)
        # The clip began `launch` ahead of its contact; after the landing it runs faster until it meets the beat again.
        catching_up = launch + (since - airborne) * (1 - launch) / (1 - airborne)
        return Pose(name, since - launch if since < airborne else catching_up, context.now.form)

    def _since(self, context: DrawContext, action: str, beats: float) -> Pose | None:
        clip = self.clip(action, context.now.form)
        length = 1.0 if clip is None else clip.length
        return Pose(action, beats, context.now.form) if beats < length else None
