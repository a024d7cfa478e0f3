"""View of the heavy bag: the trainer slaps it in four places, the fighter answers, and it swings by the place and
timing of the hit.
"""

from functools import partial

from game.sim.chart import Call, Cue
from game.sim.judge import MAX_POINTS
from game.view.canvas.particles import DUST, LEATHER, Burst
from game.view.canvas.timing_error import TimingError, is_clean, is_missed, timing_of
from game.view.exercise.pendulum import pendulum_angle, shudder, twist
from game.view.exercise.props import Prop, draw_swinging, heavy_bag
from game.view.exercise.section_view import SectionView, shadow
from game.view.exercise.standing import StandingView
from game.view.exercise.timing_feedback import graze
from game.view.figure.actor import Pose
from game.view.figure.performer import CueClips
from game.view.film.draw_context import DrawContext

MOVES = {
    "jab": CueClips("jab", "jab", "jab_miss", "left_hand"),
    "cross": CueClips("cross", "cross", "cross_miss", "right_hand"),
    "body": CueClips("body", "body", "body_miss", "left_hand"),
    "uppercut": CueClips("uppercut", "uppercut", "uppercut_miss", "right_hand"),
}
"""Clips by cue kind."""
CALLS = {
    "call_jab": ("call_high_left", 1.62),
    "call_cross": ("call_high_right", 1.5),
    "call_body": ("call_low", 1.0),
    "call_uppercut": ("call_under", 0.72),
}
"""Clip of each call, and the height in metres at which the trainer's palm hits."""
SWINGS = {"jab": 9.0, "cross": 14.0, "body": 8.0, "uppercut": -6.0}
"""Swing of the bag after a clean hit, degrees, by cue kind."""
MISTIMED = {TimingError.EARLY: (0.3, 2.4), TimingError.LATE: (0.6, 0.2)}
"""Swing and shudder as factors of a clean shot's, by timing."""
BAG_AHEAD_METRES = 0.98
"""Distance of the bag ahead of the station, metres."""
BAG_FOOT_METRES = 0.58
"""Height of the bag's foot over the floor, metres."""
BAG_LENGTH_PX = 168
"""Distance from its foot up to its hook, px."""
HALF_BAG_PX = 13
"""Half its width, px."""
LINK_PX = 5
"""Length of a chain link, px."""
LINK = (74, 70, 78)
"""Color of a link."""
LINK_LIT = (150, 140, 132)
"""Color of a link in the light."""
TRAINER_AHEAD_METRES = 1.72
"""Distance of the trainer ahead of the station, metres."""
CALL_CONTACT_BEATS = 0.25
"""Beats from a call clip's start to its slap."""
PHRASE_SHOTS = 3
"""Clean shots in a row after which the trainer nods."""
TURN_DEGREES = 40.0
"""Turn of the bag on its chain after a late shot, degrees."""
SQUASH_BEATS = 1 / 4
"""Duration of the dent, in beats."""


class HeavyBagView(StandingView):
    """Draws the trainer's calls and the fighter's answers."""

    sheet = "heavy_bag"
    haze_share = 0.9
    cast = ("trainer", "bag_heavy")
    blow_force = 1.0

    def move(self, cue: Cue) -> CueClips:
        """Return the clips of a cue."""
        return MOVES.get(cue.name, MOVES["jab"])

    def back(self, context: DrawContext) -> None:
        """Draw the trainer behind the bag, then the bag on its chain."""
        scale = self.setting.scale
        x = self.x_of_station() + TRAINER_AHEAD_METRES * scale
        if context.has_trainer(x):
            shadow(context, x, self.setting.row - 4, 70)
            context.sprite("trainer", self._trainer(context), x, self.setting.row - 4, 1.72 * scale)
        self._bag(context)

    def front(self, context: DrawContext) -> None:
        """Draw the slap of a call where it lands, and the particles of the fighter's own shots."""
        for call in self.setting.section.calls:
            self._slap(context, call)
        for cue in self.near(context.now, 2, 0.5):
            judged = context.judged(cue.id)
            if judged is None or is_missed(judged):
                continue
            x, row = self.contact_point(cue, context.now.form)
            age, at = context.seconds_since(judged.time_us), (round(x), round(row))
            if is_clean(judged):
                force = judged.points / MAX_POINTS
                context.burst(LEATHER, Burst(age, at, cue.id, force, 0.6, scale=1.3))
                context.burst(DUST, Burst(age, (at[0] + 24, at[1] - 30), cue.id + 3, force, 0.3, scale=1.4))
            graze(context, judged, at)
            self.draw_hit(context, cue, (x, row))

    def _trainer(self, context: DrawContext) -> Pose:
        for call in self.setting.section.calls:
            into = context.now.beat - float(call.beat)
            if -CALL_CONTACT_BEATS <= into < 0.6:
                action = CALLS.get(call.kind, CALLS["call_jab"])[0]
                clip = self.setting.actors.clip("trainer", action)
                contact = CALL_CONTACT_BEATS if clip is None or clip.contact is None else clip.contact
                return Pose(action, contact + into)
        return self._content(context) or Pose("idle", context.now.beat)

    def _content(self, context: DrawContext) -> Pose | None:
        """Return the trainer's nod after a phrase of clean shots only, or None."""
        answers = [judged for cue in self.near(context.now, 5, 0.2) if (judged := context.judged(cue.id)) is not None]
        if len(answers) < PHRASE_SHOTS or not all(is_clean(judged) for judged in answers[-PHRASE_SHOTS:]):
            return None
        since = context.beats_since(answers[-1].time_us) - 0.5
        return Pose("nod", since) if 0 <= since < 2 else None

    def _bag(self, context: DrawContext) -> None:
        scale, sheet = self.setting.scale, context.actors.sheets.get(self.sheet)
        reach = BAG_AHEAD_METRES * scale if sheet is None else float(sheet.facts.get("reach", 82)) + HALF_BAG_PX
        x = context.lens.column(self.x_of_station() + reach)
        top = context.lens.row(self.setting.row - BAG_FOOT_METRES * scale - BAG_LENGTH_PX)
        beam = self.setting.place.marks.get("heavy_bag.hook")
        if beam is not None:
            self._chain(context, (context.lens.column(beam.x), context.lens.row(beam.row)), (x, top))
        angle, jolt = self._swing(context)
        struck = self._struck(context)
        prop = Prop("bag_heavy", "swing", turn=self._turn(context)) if struck is None else struck
        bag = partial(heavy_bag, round(0.40 * scale), round(1.95 * scale))
        draw_swinging(context, prop, (x + round(jolt), top), angle, bag)

    def _chain(self, context: DrawContext, beam: tuple[int, int], hook: tuple[int, int]) -> None:
        """Draw the chain from the painted hook in the beam to the bag's own."""
        for row in range(beam[1], hook[1], LINK_PX):
            share = (row - beam[1]) / max(1, hook[1] - beam[1])
            x = round(beam[0] + (hook[0] - beam[0]) * share)
            wide = 3 if (row - beam[1]) // LINK_PX % 2 else 1
            context.target.fill(LINK, (x - wide // 2, row, wide, LINK_PX - 1))
            context.target.fill(LINK_LIT, (x - wide // 2, row, 1, LINK_PX - 2))

    def _struck(self, context: DrawContext) -> Prop | None:
        """Return the bag's picture, dented for a moment after each clean shot."""
        for cue in self.near(context.now, 1, 0.5):
            judged = context.judged(cue.id)
            if judged is not None and is_clean(judged):
                since = context.beats_since(judged.time_us)
                if since < SQUASH_BEATS:
                    return Prop("bag_heavy", "squash_low" if cue.name == "body" else "squash_high", since)
        return None

    def _turn(self, context: DrawContext) -> float:
        """Return the bag's turn on its chain in degrees after a late shot."""
        late = [
            judged.time_us
            for cue in self.near(context.now, 2, 0.5)
            if (judged := context.judged(cue.id)) is not None and timing_of(judged) is TimingError.LATE
        ]
        return twist(context.beats_since(late[-1]), TURN_DEGREES) if late else 0.0

    def _swing(self, context: DrawContext) -> tuple[float, float]:
        angle, jolt = 0.0, 0.0
        for cue in self.near(context.now, 6, 0.5):
            judged = context.judged(cue.id)
            if judged is not None and not is_missed(judged):
                force = 0.4 + 0.6 * judged.points / MAX_POINTS
                swung, shaken = MISTIMED.get(timing_of(judged), (1.0, 1.0))
                angle += pendulum_angle(context.beats_since(judged.time_us), SWINGS.get(cue.name, 9.0) * force * swung)
                jolt += shudder(context.seconds_since(judged.time_us), 3.0 * force * shaken)
        for call in self.setting.section.calls:
            jolt += shudder(context.seconds_since(call.time_us), 1.6)
        return max(-18.0, min(22.0, angle)), jolt

    def _slap(self, context: DrawContext, call: Call) -> None:
        age = context.seconds_since(call.time_us)
        if not 0 <= age < 0.3:
            return
        height = CALLS.get(call.kind, CALLS["call_jab"])[1]
        x = self.x_of_station() + (BAG_AHEAD_METRES + 0.05) * self.setting.scale
        at = (round(x), round(self.setting.row - height * self.setting.scale))
        context.burst(LEATHER, Burst(age, at, round(call.time_us) % 9973, 1.6, -0.2, scale=1.2))


VIEW: type[SectionView] = HeavyBagView
