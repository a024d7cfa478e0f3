"""View of the sit-ups: up while the verb is held, down when it is released, a twist at the top."""

from math import pi, sin

from game.sim.actions import Verb
from game.sim.chart import Cue
from game.sim.events import Part
from game.timing.units import Micros
from game.view.canvas.particles import BREATH, SWEAT, Burst
from game.view.canvas.timing_error import is_clean, is_missed, timing_of
from game.view.exercise.advance import draw_stick, raised
from game.view.exercise.foreshadow import Foreshadow, draw_foreshadow
from game.view.exercise.section_view import SectionView, shadow
from game.view.exercise.standing import StandingView
from game.view.exercise.timing_feedback import PUFF
from game.view.exercise.wall_lamp import WallLamp, draw_lamplit, is_lit_wall, prepare_light, wall_of
from game.view.figure.actor import Pose
from game.view.film.draw_context import DrawContext
from game.view.place.map_layers import Layer

TRAINER_AHEAD_METRES = -1.5
"""Position of the trainer from the station, metres (negative: behind him)."""
APRON_ROWS = 80
"""Rows from the apron down to the floor on which the trainer stands."""
APRON_BELOW_ROW = 300
"""A station at a smaller map row than this is on the apron."""
RAISING = "call_high_left"
"""The trainer's clip in which an arm goes up."""
RAISING_HAND = "left_hand"
"""That arm's hand."""
LEAST_RAISED = 0.02
"""Height of the stick from which he is drawn raising it."""
STICK_PX = 58
"""Length of the stick, px."""
LONGEST_HOLD_BEATS = 6.0
"""Beats back within which a hold may have begun that still goes on."""
UNLIT_BEATS = 9.0
"""Beats from any twist at which a lamp is dark."""
TWIST_LEAD_BEATS = 1.0
"""Beats by which the shadow twists ahead of a cue (warning)."""
TWIST_AT = {Verb.LEFT: -52, Verb.RIGHT: 176}
"""Column of the shadow from the station, px, by verb."""
TWIST_UP_PX = 34
"""Height of the shadow over the lane, px: a left falls on the wall behind him, a right over the ring."""
TWIST_LAMPS = {
    Verb.LEFT: WallLamp(1092, 104, (1056, 1204), 128),
    Verb.RIGHT: WallLamp(1366, 112, (1318, 1440), 140, 0.3),
}
"""The lamps before the wall, by verb."""
TWIST_BESIDE_PX = {Verb.LEFT: -3, Verb.RIGHT: -21}
"""Column of the shadow's edge of the apron from under its lamp, px, by verb."""
TWIST_LIGHT_UP_PX = 52
"""Height of the middle of its light, px."""
MISS_BEATS = 1.0
"""Duration of the reaction to a miss, in beats."""
SUNK_BEATS = 0.85
"""Duration of sinking after a missed twist, in beats."""
SUNK_SHARE = 0.6
"""Depth of sinking, as a share of the way down."""
APRON_DUST_PX = 22
"""Distance of the apron's dust to the side of the error, px."""
DROP_S = 0.12
"""Delay of a late release's dust, in seconds: he has to come down first."""
BELLY_PX = (-2, -38)
"""Position of his belly from the station, px right and down."""
MOUTH_PX = (0, -72)
"""Position of his mouth at the top, from the station, px right and down."""
TOP_S = 0.16
"""Delay of the top of the movement after the press, in seconds."""


class SitUpView(StandingView):
    """Draws sit-ups; a held verb is a fighter held up."""

    hint_at = (110, 130)
    sheet = "sit_ups"
    middle_metres = 0.38
    haze_share = 0.9
    cast = ("trainer",)
    stand_mark = "apron.left"

    def pose(self, context: DrawContext) -> Pose:
        """Return the phase of the movement."""
        form = context.now.form
        twist = self._twist(context)
        if twist is not None:
            return twist
        for cue in reversed([cue for cue in self.near(context.now, 6, 1) if cue.name == "sit_up"]):
            found = self._sit_up(context, cue)
            if found is not None:
                return found
        return Pose("hang", context.now.beat, form)

    def back(self, context: DrawContext) -> None:
        """Draw the trainer, whose stick goes up one beat ahead of each cue."""
        for cue in self._twists(context) if not is_lit_wall(self.setting.place) else ():
            self._foreshadow(context, cue)
        x = self.x_of_station() + TRAINER_AHEAD_METRES * self.setting.scale
        row = self.setting.row + (APRON_ROWS if self.setting.row < APRON_BELOW_ROW else 0)
        if context.has_trainer(x):
            shadow(context, x, row, 70)
            self._draw_trainer(context, (x, row))

    def front(self, context: DrawContext) -> None:
        """Draw the breath at the top."""
        for cue in self.near(context.now, 3, 0.5):
            pressed = context.log.pressed_us(cue.id, context.now.us)
            if pressed is not None:
                x, row = self.x_of_station(), self.setting.row
                self._breath(context, cue, pressed)
                for part in Part:
                    self.draw_hit(context, cue, (x + BELLY_PX[0], row + BELLY_PX[1]), part)
            self._thrown(context, cue)

    def load(self) -> None:
        """Read all pictures, and compute the light on the wall."""
        super().load()
        prepare_light(self.setting.place, TWIST_LAMPS.values())

    def over_layer(self, context: DrawContext, layer: Layer) -> None:
        """Draw the lamps before the wall, and the shadow in their light that twists ahead of him."""
        super().over_layer(context, layer)
        wall = wall_of(self.setting.place, layer)
        if wall is None:
            return
        for verb, lamp in TWIST_LAMPS.items():
            cues = [cue for cue in self._twists(context) if cue.verbs[0] is verb]
            nearest = min(cues, key=lambda cue: abs(self._twisted(context, cue)), default=None)
            since = UNLIT_BEATS if nearest is None else self._twisted(context, nearest)
            pose = self._shadow_pose(context, verb, since)
            cast = Foreshadow(self.sheet, pose, lamp.x + TWIST_BESIDE_PX[verb], self.setting.row - TWIST_UP_PX)
            draw_lamplit(context, wall, lamp, cast, since)

    def _twists(self, context: DrawContext) -> list[Cue]:
        return [cue for cue in self.near(context.now, 0.5, 2.0) if cue.name == "twist"]

    def _twisted(self, context: DrawContext, cue: Cue) -> float:
        """Return the beats since the shadow's twist for a cue."""
        return context.now.beat - float(cue.beat) + TWIST_LEAD_BEATS

    def _shadow_pose(self, context: DrawContext, verb: Verb, since: float) -> Pose:
        action = f"twist_{verb.name.lower()}"
        clip = self.setting.actors.clip(self.sheet, action, context.now.form)
        contact = 0.0 if clip is None else clip.contact or 0.0
        return Pose(action, max(0.0, contact + since), context.now.form)

    def _foreshadow(self, context: DrawContext, cue: Cue) -> None:
        """Draw the shadow where no wall is."""
        since, verb = self._twisted(context, cue), cue.verbs[0]
        x, row = self.x_of_station() + TWIST_AT[verb], self.setting.row - TWIST_UP_PX
        cast = Foreshadow(self.sheet, self._shadow_pose(context, verb, since), x, row, TWIST_LIGHT_UP_PX)
        draw_foreshadow(context, cast, since)

    def _breath(self, context: DrawContext, cue: Cue, pressed_us: Micros) -> None:
        """Draw a steady breath at the top when the press was clean, sweat to one side when it was early or late."""
        judged = context.judged(cue.id)
        side = 0 if judged is None else timing_of(judged).side
        age, x, row = context.seconds_since(pressed_us), self.x_of_station(), self.setting.row
        if side:
            at = (round(x + BELLY_PX[0]), round(row + BELLY_PX[1]))
            context.burst(SWEAT, Burst(age, at, cue.id, 3.2, lean=side * 1.4, scale=2.4))
        else:
            at = (round(x + MOUTH_PX[0]), round(row + MOUTH_PX[1]))
            context.burst(BREATH, Burst(age - TOP_S, at, cue.id, scale=1.3, lean=0.4))

    def _thrown(self, context: DrawContext, cue: Cue) -> None:
        """Draw the dust of an early or late release: thrown up when early, falling when late."""
        released = context.judged(cue.id, Part.RELEASE)
        side = 0 if released is None else timing_of(released).side
        if released is not None and side:
            x, row = self.x_of_station() + side * APRON_DUST_PX, self.setting.row
            age = context.seconds_since(released.time_us) - (DROP_S if side > 0 else 0.0)
            context.burst(PUFF, Burst(age, (round(x), round(row)), cue.id + 3, 0.8 + 0.5 * side, 0.7 * side, scale=1.4))

    def _sit_up(self, context: DrawContext, cue: Cue) -> Pose | None:
        form = context.now.form
        judged = context.judged(cue.id)
        if judged is not None and is_missed(judged):
            since = context.beats_since(judged.time_us)
            return Pose("miss", since, form) if since < MISS_BEATS else None
        pressed = context.log.pressed_us(cue.id, context.now.us)
        if pressed is None:
            return None
        let_go = self._let_go(context, cue)
        if let_go is None:
            return self._rising(context, pressed, "" if judged is None else timing_of(judged).ending)
        at_us, action = let_go
        clip = self.setting.actors.clip(self.sheet, action, form)
        since = context.beats_since(at_us)
        return Pose(action, since, form) if since < (1.0 if clip is None else clip.length) else None

    def _rising(self, context: DrawContext, pressed_us: Micros, ending: str) -> Pose:
        action = self.setting.actors.either(self.sheet, f"up{ending}", "up")
        clip = self.setting.actors.clip(self.sheet, action, context.now.form)
        length = 0.5 if clip is None else clip.length
        since = context.beats_since(pressed_us)
        return (
            Pose(action, since, context.now.form) if since < length else Pose("top", context.now.beat, context.now.form)
        )

    def _let_go(self, context: DrawContext, cue: Cue) -> tuple[Micros, str] | None:
        released = context.judged(cue.id, Part.RELEASE)
        if released is not None:
            early = self.setting.actors.either(self.sheet, "drop_early", "drop")
            off = early if timing_of(released).side < 0 else "drop"
            return released.time_us, "down" if is_clean(released) else off
        at_us = context.log.let_go_us(cue.id, context.now.us)
        return None if at_us is None else (at_us, "down")

    def _twist(self, context: DrawContext) -> Pose | None:
        for cue in self.near(context.now, 1, 0.5):
            judged = context.judged(cue.id) if cue.name == "twist" else None
            if judged is None:
                continue
            clean = f"twist_{judged.verb.name.lower()}"
            if is_missed(judged):
                missed = self._untwisted(context, context.beats_since(judged.time_us), f"{clean}_miss")
                if missed is not None:
                    return missed
                continue
            action = self.setting.actors.either(self.sheet, clean + timing_of(judged).ending, clean)
            clip = self.setting.actors.clip(self.sheet, action, context.now.form)
            contact = 0.0 if clip is None else clip.contact or 0.0
            since = context.beats_since(judged.time_us)
            if since < (0.6 if clip is None else clip.after_contact):
                return Pose(action, contact + since, context.now.form, f"{judged.verb.name.lower()}_hand")
        return None

    def _untwisted(self, context: DrawContext, since: float, named: str) -> Pose | None:
        """Return the pose of a missed twist: he sinks half-way down and comes up again."""
        own = self.setting.actors.clip(self.sheet, named, context.now.form)
        if own is not None:
            return Pose(named, since, context.now.form) if since < own.length else None
        clip = self.setting.actors.clip(self.sheet, "up", context.now.form)
        if clip is None or not since < SUNK_BEATS:
            return None
        sunk = SUNK_SHARE * sin(pi * since / SUNK_BEATS)
        return Pose("up", clip.length * (1.0 - sunk) * 0.999, context.now.form)

    def _draw_trainer(self, context: DrawContext, at: tuple[float, float]) -> None:
        """Draw the trainer: his stick rises ahead of a cue, stays up for as long as it is held and is down at its end
        (warning)."""
        cues = [cue for cue in self.near(context.now, LONGEST_HOLD_BEATS, 1.1) if cue.name == "sit_up"]
        height, clip = raised(context, cues), self.setting.actors.clip("trainer", RAISING, context.now.form)
        tall = 1.72 * self.setting.scale
        if height < LEAST_RAISED or clip is None:
            context.sprite("trainer", Pose("idle", context.now.beat, facing=-1), *at, tall)
            return
        pose = Pose(RAISING, float(clip.contact or 0.0) * height, facing=-1)
        sprite = context.sprite("trainer", pose, *at, tall)
        if sprite is not None and RAISING_HAND in sprite.anchors:
            (across, down), (left, top) = sprite.anchors[RAISING_HAND], sprite.origin
            draw_stick(context, (at[0] + left - across, at[1] + down - top), cues, STICK_PX)


VIEW: type[SectionView] = SitUpView
