"""What running exercises share: legs on the beat, actions entered by beat phase, feet that kick up what they run on."""

from dataclasses import dataclass
from math import pi, sin

from game.sim.actions import Verb
from game.sim.chart import Cue
from game.sim.events import Judged
from game.view.canvas.particles import BREATH, DUST, Burst, Stuff
from game.view.exercise.props import Ice, ice_patch
from game.view.exercise.section_view import SectionView, Setting, shadow
from game.view.exercise.timing_feedback import TimingError, scuff, timing_of
from game.view.figure.actor import Pose
from game.view.figure.sprite_sheet import Clip
from game.view.film.draw_context import Frame, is_clean, is_early, is_missed

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

    def x_at(self, frame: Frame) -> float:
        """Return the path, and how far he is off it: ahead of the beat where he came early, behind it late."""
        done = [judged for cue in self.near(frame.now, LURCH_BEATS, 0.5) if (judged := frame.judged(cue.id))]
        last = max(done, key=lambda judged: judged.time_us, default=None)
        into = 1.0 if last is None else frame.beats_since(last.time_us) / LURCH_BEATS
        lurch = 0.0 if last is None or into >= 1 else LURCH_PX[timing_of(last)] * sin(pi * into**0.6) ** 2
        return super().x_at(frame) + lurch

    def action(self, cue: Cue, judged: Judged | None) -> Action | None:
        """Return the clips of a cue, or None where the run itself is all there is."""
        return None

    def pose(self, frame: Frame) -> Pose:
        """Return the run, or the action that a cue calls for now."""
        for cue in reversed(self.near(frame.now, LOOK_BACK_BEATS, LOOK_AHEAD_BEATS)):
            acting = None if self._stumbles_into(frame, cue) else self._acting(frame, cue)
            if acting is not None:
                return acting
        return Pose(self.run, self.gait(frame), frame.now.form)

    def gait(self, frame: Frame) -> float:
        """Return the beat of the run's clip: its left foot falls on whole ones, its right half a beat later."""
        return frame.now.beat

    def body(self, frame: Frame) -> None:
        """Draw the runner over his shadow."""
        x, row, pose = self.x_at(frame), self.row_at(frame), self.pose(frame)
        shadow(frame, x, row, 46, 0.55 if pose.action.startswith(("hop", "leap")) else 1.0)
        frame.fighter(self.sheet, pose, x, row, self.height)

    def row_at(self, frame: Frame) -> float:
        """Return the map row of his feet."""
        return self.setting.row

    def feet_at(self, frame: Frame) -> tuple[float, float]:
        """Return where his feet are, a slip to either side included."""
        return self.x_at(frame), self.row_at(frame)

    def front(self, frame: Frame) -> None:
        """Draw the dust of the last footfalls and his breath."""
        self.footfalls(frame)
        self.scuffs(frame)
        self.breath(frame)

    def scuffs(self, frame: Frame) -> None:
        """Draw what feet beside their moment kicked up: ahead of him early, behind him late."""
        for cue in self.near(frame.now, 2, 0.5):
            judged = frame.judged(cue.id)
            if judged is not None:
                kept = KEPT_AHEAD if timing_of(judged) is TimingError.EARLY else 1.0
                x = self.setting.x_of(frame.now.beat - kept * frame.beats_since(judged.time_us))
                scuff(frame, judged, (round(x) + 6, round(self.setting.row) - 2), 1.4)

    def patch(self, frame: Frame, cue: Cue) -> None:
        """Draw the patch of ice or frost that lies where a cue is reached: far side for the left, near side for the
        right.

        It is whole until it is trodden on, gone to splinters where the hit was clean, and else cracked at the end
        that the foot caught.
        """
        judged = frame.judged(cue.id)
        side = -PATCH_APART_PX if cue.verbs[0] is Verb.LEFT else PATCH_APART_PX
        ahead = self._beats[cue.id] - frame.now.beat
        glint = 0 <= ahead < float(cue.kind.lead) and int(ahead * 8) % 2 == 0
        row = self.setting.row + side
        whole = Ice.GLINTING if glint else Ice.DULL
        picture = ice_patch(whole if judged is None else TRODDEN.get(timing_of(judged), whole))
        x = self.setting.cue_x(self._beats[cue.id]) + PATCH_AHEAD_PX
        frame.target.blit(picture, (frame.lens.column(x) - picture.get_width() // 2, frame.lens.row(row) - 2))

    def footfalls(self, frame: Frame) -> None:
        """Draw what the last footfalls kicked up, where they fell."""
        latest = int(frame.now.beat * FOOTFALLS_PER_BEAT // 1)
        for number in range(latest, latest - FOOTFALLS_SEEN, -1):
            beat = number / FOOTFALLS_PER_BEAT
            age = (frame.now.beat - beat) * frame.now.us_per_beat / 1e6
            at = (round(self.setting.x_of(beat)) + 6, round(self.setting.row) - 1)
            frame.burst(self.ground, Burst(age, at, number, 0.7, lean=-0.6))

    def breath(self, frame: Frame, every_beats: int = 2) -> None:
        """Draw the breath in the cold, let go on the beat."""
        number = int(frame.now.beat // every_beats)
        for puff in (number, number - 1):
            beat = puff * every_beats + 0.5
            age = (frame.now.beat - beat) * frame.now.us_per_beat / 1e6
            x = self.setting.x_of(beat) + 20
            frame.burst(BREATH, Burst(age, (round(x), round(self.setting.row) - 74), puff, lean=0.5))

    def clip(self, action: str, form: str) -> Clip | None:
        """Return a clip of this exercise's sheet."""
        return self.setting.actors.clip(self.sheet, action, form)

    def hand_at(self, frame: Frame, hand: str) -> tuple[float, float] | None:
        """Return where a hand of the picture that is shown now is, or None for the stand-in."""
        pose, sheet = self.pose(frame), self.setting.actors.sheets.get(self.sheet)
        clip = self.clip(pose.action, pose.form)
        sprite = None if sheet is None or clip is None else sheet.frames[clip.frame_at(pose.beats)]
        if sprite is None or hand not in sprite.anchors:
            return None
        (across, down), (left, top) = sprite.anchors[hand], sprite.origin
        return self.x_at(frame) + across - left, self.row_at(frame) + down - top

    def _acting(self, frame: Frame, cue: Cue) -> Pose | None:
        judged = frame.judged(cue.id)
        action = self.action(cue, judged)
        if action is None:
            return None
        if judged is not None and is_missed(judged):
            return self._since(frame, self._named(action, "_miss", action.miss), frame.beats_since(judged.time_us))
        off = ("_early", action.early) if judged is not None and is_early(judged) else ("_late", action.late)
        name = action.clean if judged is None or is_clean(judged) else self._named(action, *off)
        clip = self.clip(name, frame.now.form)
        contact = FALLBACK_CONTACT if clip is None else clip.contact or 0.0
        after = FALLBACK_AFTER if clip is None else clip.after_contact
        if action.launch:
            return None if judged is None else self._launched(frame, name, action, judged)
        lead, after = (0.5, 0.5) if clip is not None and clip.loops else (contact, after)
        off_beat = frame.now.beat - self._beats[cue.id]
        if judged is None:
            seen = -lead <= off_beat < 0 and not action.waits and not self._just_answered(frame)
            return Pose(name, contact + off_beat, frame.now.form, action.hand) if seen else None
        off_beat = max(off_beat, 0.0)
        return Pose(name, contact + off_beat, frame.now.form, action.hand) if off_beat < after else None

    def _named(self, action: Action, ending: str, else_: str) -> str:
        """Return the clip of the action's name and an ending, or another where the sheet has none."""
        return self.setting.actors.either(self.sheet, action.clean + ending, else_)

    def _just_answered(self, frame: Frame) -> bool:
        """Whether the last answer is so fresh that its own hand has to be seen before the next one's wind-up."""
        done = [judged for cue in self.near(frame.now, 1, 0.5) if (judged := frame.judged(cue.id))]
        return any(frame.beats_since(judged.time_us) < ANSWER_BEATS and not is_missed(judged) for judged in done)

    def _stumbles_into(self, frame: Frame, cue: Cue) -> bool:
        """Whether a cue that is still to come has to wait for its picture, for he stumbles over the one before."""
        if frame.judged(cue.id) is not None or self._beats[cue.id] - frame.now.beat < STEADY_BEATS:
            return False
        done = [judged for other in self.near(frame.now, STUMBLE_BEATS, 0) if (judged := frame.judged(other.id))]
        return bool(done) and is_missed(done[-1]) and frame.beats_since(done[-1].time_us) < STUMBLE_BEATS

    def _launched(self, frame: Frame, name: str, action: Action, judged: Judged) -> Pose | None:
        launch, since = action.launch, frame.beats_since(judged.time_us)
        if since >= 1.0:
            return None
        airborne = 2 * launch
        if since >= airborne and timing_of(judged) is TimingError.LATE:
            clip = self.clip(action.miss, frame.now.form)
            return None if clip is None else Pose(action.miss, since * clip.length, frame.now.form)
        # The clip began `launch` ahead of its contact; after the landing it runs faster until it meets the beat again.
        catching_up = launch + (since - airborne) * (1 - launch) / (1 - airborne)
        return Pose(name, since - launch if since < airborne else catching_up, frame.now.form)

    def _since(self, frame: Frame, action: str, beats: float) -> Pose | None:
        clip = self.clip(action, frame.now.form)
        length = 1.0 if clip is None else clip.length
        return Pose(action, beats, frame.now.form) if beats < length else None
