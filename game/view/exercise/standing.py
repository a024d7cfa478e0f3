"""Base class of standing exercises: a performer at a station, sweat, contact shadows, and the hit effect."""

from game.sim.chart import Cue
from game.sim.events import Part
from game.timing.units import US_PER_SECOND, Micros
from game.view.canvas.event_log import EventLog
from game.view.canvas.particles import SWEAT, Burst
from game.view.canvas.timing_error import is_clean, is_missed
from game.view.exercise.blinds import Blinds
from game.view.exercise.daylight import SHAFTS, WALL, dim_windows
from game.view.exercise.hit_feedback import draw_reward
from game.view.exercise.section_view import SectionView, Setting, Staging, shadow
from game.view.figure.actor import Pose
from game.view.figure.performer import CueClips, Now, Performer
from game.view.film.draw_context import DrawContext
from game.view.place.map_layers import Layer

TOUCH_PX = 22
"""Height over the ground above which a foot or hand throws no contact shadow, px."""
TOUCH_WIDTH = 40
"""Width of a contact shadow on the ground, px."""
BLOW_KEPT_US = US_PER_SECOND
"""Duration for which a hit shakes the camera, in microseconds."""
BLINDS = "blinds.png"
"""Picture of what closes a room's windows on a poor run."""
REWARD_SCALE = 1.5
"""Size of the hit effect, as a factor: the fighter is framed larger."""


class StandingView(SectionView):
    """Base class of fighters at a station. Exercises name each cue's clips, and draw what is hit."""

    staging = Staging.STAND
    hint_at = (-116, 190)
    stands_on: tuple[str, ...] = ("left_foot", "right_foot")
    """Anchors that throw a contact shadow where they touch the ground."""
    lively: tuple[str, ...] = ("skipping-bag_work-shadow_boxing", "dust")
    blow_force = 0.0
    """Camera shake of a clean hit, 0 to 1."""

    def __init__(self, setting: Setting) -> None:
        super().__init__(setting)
        # By cue, not the method: a performer that held its view would keep it until the collector runs.
        moves = {cue.id: self.move(cue) for cue in self.cues}
        self._blinds = setting.derived.get(
            ("blinds", setting.place.folder), lambda: Blinds(setting.place, setting.pictures, BLINDS, WALL)
        )
        self._windows = setting.place.color_grade.windows
        self.performer = Performer(self.sheet, self.cues, lambda cue: moves[cue.id], setting.actors)

    def move(self, cue: Cue) -> CueClips:
        """Return the clips of a cue."""
        return CueClips("strike", "off", "miss")

    def pose(self, context: DrawContext) -> Pose:
        """Return the performer's pose, or the idle clip on the beat."""
        return self.performer.pose(context.now, context.log) or Pose("idle", context.now.beat, context.now.form)

    def over_layer(self, context: DrawContext, layer: Layer) -> None:
        """Let the day in the room be as late as the place says, and close its windows on a poor run."""
        if self._windows is not None:
            dim_windows(context, layer, self._windows)
        self._blinds.draw(context, layer)

    def empty_layers(self, context: DrawContext) -> tuple[str, ...]:
        """Return the layers that are not drawn: no shaft of sun comes in where the windows are dimmed."""
        return super().empty_layers(context) + (() if self._windows is None else (SHAFTS,))

    def body(self, context: DrawContext) -> None:
        """Draw the fighter and his contact shadows."""
        self.contacts(context)
        super().body(context)

    def contacts(self, context: DrawContext) -> None:
        """Draw a small shadow under each foot or hand on the ground; it fades as the limb is lifted."""
        sheet, pose = context.actors.sheets.get(self.sheet), self.pose(context)
        clip = None if sheet is None else sheet.clip(pose.action, pose.form)
        if sheet is None or clip is None:
            return
        sprite = sheet.frames[clip.frame_at(pose.beats)]
        for part in self.stands_on:
            across, down = sprite.anchors.get(part, (0, -TOUCH_PX))
            left, ground = sprite.origin
            share = 1.0 - (ground - down) / TOUCH_PX
            if share > 0:
                shadow(context, self.x_at(context) + across - left, self.setting.row + 1, round(TOUCH_WIDTH * share))

    def x_of_station(self) -> float:
        """Return the station's x in the place's pixels."""
        return self.setting.x_of(0.0)

    def contact_point(self, cue: Cue, form: str) -> tuple[float, float]:
        """Return where a cue's hand lands in the place: from its clip's anchors, else at arm's length."""
        move = self.move(cue)
        clip = self.setting.actors.clip(self.sheet, move.clean, form)
        sheet = self.setting.actors.sheets.get(self.sheet)
        x, row = self.x_of_station(), self.setting.row
        if clip is not None and sheet is not None and clip.contact is not None:
            frame = sheet.frames[clip.frame_at(clip.contact)]
            if move.hand in frame.anchors:
                hand = frame.anchors[move.hand]
                return x + hand[0] - frame.origin[0], row + hand[1] - frame.origin[1]
        return x + 0.72 * self.setting.scale, row - 1.3 * self.setting.scale

    def blows(self, now: Now, log: EventLog) -> list[tuple[Micros, float]]:
        """Return recent hits: clean ones at full force, early and late ones at half."""
        if not self.blow_force:
            return []
        felt: list[tuple[Micros, float]] = []
        for cue in self.near(now, 2, 1):
            judged = log.judged(cue.id, now.us)
            if judged is not None and not is_missed(judged) and now.us - judged.time_us < BLOW_KEPT_US:
                felt.append((judged.time_us, self.blow_force * (1.0 if is_clean(judged) else 0.5)))
        return felt

    def draw_hit(self, context: DrawContext, cue: Cue, at: tuple[float, float], part: Part = Part.PRESS) -> None:
        """Draw the hit effect of a perfect press or release, and sweat at a clean one on a warm fighter."""
        judged = context.judged(cue.id, part)
        if judged is None or is_missed(judged):
            return
        age = context.seconds_since(judged.time_us)
        draw_reward(context, judged, at, REWARD_SCALE)
        if is_clean(judged):
            head = (round(self.x_of_station()), round(self.setting.row - 1.62 * self.setting.scale))
            context.burst(SWEAT, Burst(age, head, cue.id + 23, 1.0, lean=-0.4, scale=1.4))
