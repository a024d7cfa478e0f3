"""View of the yard: bricks lifted with the pressed hand, rails hopped, frost and sparks on clean lifts.

The rail ahead shows its own warning: it shakes and gleams from two beats before it is reached.
"""

from math import cos, exp, pi, sin

from game.sim.actions import Verb
from game.sim.chart import Cue
from game.sim.events import Judged
from game.view.canvas.particles import BREATH, FROST, GRIT, STAR, Burst
from game.view.canvas.timing_error import is_clean, is_missed, timing_of
from game.view.exercise.advance import draw_glint, share_of_lead
from game.view.exercise.hit_feedback import draw_runner_reward
from game.view.exercise.props import Prop, brick, draw_prop, rail
from game.view.exercise.runner import Action, RunnerView
from game.view.exercise.section_view import SectionView
from game.view.figure.actor import Pose
from game.view.film.draw_context import DrawContext

HOP_LAUNCH_BEATS = 0.25
"""Beats from the press (take-off) to the top of the hop, where the obstacle stands."""
LIFTED_HAND = (18, -78)
"""Fallback position of a lifted hand from the feet, px right and up (negative)."""
OVERHEAD_PX = (-12, 12)
"""Columns of the two bricks of a press, from the fighter's middle, px."""
OVERHEAD_UP_PX = 104
"""Height of the bricks over his feet, px."""
LACE_BEATS = 4.0
"""Duration of lacing the shoes from the start of the lead-in, in beats."""
RISE_BEATS = 1.0
"""Duration of standing up at its end, in beats."""
SHIVER_PX = 1.0
"""Amplitude of the shaking of a rail that warns, px."""
CLIPPED_PX = 3.0
"""Amplitude of the shaking of a rail that a foot clipped, px."""
RAIL_PX = 46
"""Length of the rail, px."""
RAIL_HEAD_PX = 22
"""Height of the rail's head over the ground, px."""
SHINE_PX = 14
"""Length of the highlight that moves along the rail, twice a beat, px."""
SHINE = (255, 252, 236)
"""Color of the highlight."""
HUT_LIGHT = "hut-light"
"""Name of the layer that lights the windows of the hut by the tracks."""
HUT_IN_SIGHT_BEAT = 16.0
"""Beat of the section at which the hut is about to come into the picture."""
HUT_LIT_FROM = 0.72
"""Share of the section's points by then from which on somebody has lit it."""
HANDS = {Verb.LEFT: "left", Verb.RIGHT: "right"}
"""Names of hands in sheets, by verb."""


class YardView(RunnerView):
    """Draws running with a brick in each hand."""

    sheet = "yard"
    cast = ("start", "brick")
    ground = GRIT
    lively = ("people", HUT_LIGHT)

    def action(self, cue: Cue, judged: Judged | None) -> Action | None:
        """Return the lift with the pressed hand, the press of both, or the hop."""
        match cue.name:
            case "lift":
                hand = HANDS[judged.verb if judged is not None and judged.verb in HANDS else cue.verbs[0]]
                lift = f"lift_{hand}"
                return Action(lift, f"{lift}_early", f"{lift}_late", hand=f"{hand}_hand")
            case "press":
                return Action("press", "press", "press", hand="right_hand")
            case "rail":
                return Action("hop", "hop", "hop", launch=HOP_LAUNCH_BEATS)
            case _:
                return None

    def pose(self, context: DrawContext) -> Pose:
        """Return lacing the shoes and standing up in the lead-in, then the run."""
        beat = context.now.beat
        if beat < 0.0 and self.setting.section.start_beat == 0:
            return Pose("lace", beat + LACE_BEATS) if beat < -RISE_BEATS else Pose("rise", beat + RISE_BEATS)
        return super().pose(context)

    def body(self, context: DrawContext) -> None:
        """Draw the fighter; the start has a sheet of its own."""
        pose = self.pose(context)
        if pose.action in ("lace", "rise"):
            context.fighter("start", pose, self.x_at(context), self.setting.row, self.height)
        else:
            super().body(context)

    def empty_layers(self, context: DrawContext) -> tuple[str, ...]:
        """Return nobody on a poor run; nobody lights the hut for one that has lost much by the time it comes in sight:
        form itself stands still in the first section.
        """
        past = max(0.0, context.now.beat - HUT_IN_SIGHT_BEAT - float(self.setting.section.start_beat))
        in_sight_us = context.now.us - round(past * context.now.us_per_beat)
        dark = context.log.quality(self.setting.section.index, in_sight_us) < HUT_LIT_FROM
        return (*super().empty_layers(context), HUT_LIGHT) if dark else super().empty_layers(context)

    def back(self, context: DrawContext) -> None:
        """Draw the rails ahead, and the frost on the bricks."""
        for cue in self.near(context.now, 5, 8):
            if cue.name == "rail":
                self._rail(context, cue)
            elif cue.name == "lift":
                self.patch(context, cue)

    def front(self, context: DrawContext) -> None:
        """Draw frost off the bricks, and dust off the feet."""
        super().front(context)
        for cue in self.near(context.now, 2, 0.5):
            judged = context.judged(cue.id)
            if judged is None or is_missed(judged):
                continue
            age = context.seconds_since(judged.time_us)
            x = self.setting.x_of(context.now.beat - context.beats_since(judged.time_us))
            if cue.name == "rail":
                draw_runner_reward(context, judged, (x + 6, self.setting.row - 8))
                continue
            at = (round(x) + LIFTED_HAND[0], round(self.setting.row) + LIFTED_HAND[1])
            if cue.name == "press":
                self._pressed(context, judged, round(x))
            elif is_clean(judged):
                context.burst(FROST, Burst(age, at, cue.id, 1.0, lean=0.5))
            draw_runner_reward(context, judged, at)
        self._glints(context)
        self._drop_bricks(context)

    def _glints(self, context: DrawContext) -> None:
        """Draw the glint on the brick that is lifted next, on both ahead of a press (warning)."""
        for cue in self.near(context.now, 0, 1.1):
            if cue.name == "rail" or context.judged(cue.id) is not None:
                continue
            for verb in cue.verbs:
                hand = self.hand_at(context, f"{HANDS[verb]}_hand")
                if hand is not None:
                    draw_glint(context, hand, share_of_lead(context, cue))
            break

    def _pressed(self, context: DrawContext, judged: Judged, x: int) -> None:
        """Draw the particles of a two-brick press: a crown of frost when clean, crumbs in front when early, behind when
        late.
        """
        age, side = context.seconds_since(judged.time_us), timing_of(judged).side
        for number, across in enumerate(OVERHEAD_PX):
            at = (x + across, round(self.setting.row) - OVERHEAD_UP_PX)
            if side:
                context.burst(GRIT, Burst(age, at, judged.cue_id + number, 1.8, lean=-0.9 * side, scale=1.3))
            else:
                context.burst(FROST, Burst(age, at, judged.cue_id + number, 1.8, lean=0.3, scale=1.4))

    def breath(self, context: DrawContext, every_beats: int = 2) -> None:
        """Draw the breath, a beat ahead of each lift and twice as large ahead of a press: an additional warning."""
        for cue in self.near(context.now, 1, 1.1):
            if cue.name == "rail":
                continue
            out = float(cue.beat) - float(cue.kind.lead)
            age = (context.now.beat - out) * context.now.us_per_beat / 1e6
            at = (round(self.setting.x_of(out)) + 20, round(self.setting.row) - 74)
            context.burst(BREATH, Burst(age, at, cue.id, 1.0 if cue.name == "lift" else 2.4, lean=0.5))

    def _rail(self, context: DrawContext, cue: Cue) -> None:
        ahead = float(cue.beat) - context.now.beat
        lead = float(cue.kind.lead)
        x = self.setting.cue_x(float(cue.beat) + HOP_LAUNCH_BEATS)
        ringing = 0 < ahead < lead
        shiver = SHIVER_PX * sin(context.now.beat * 24 * pi) if ringing else 0.0
        clipped = self._clipped(context, cue)
        draw_prop(context, Prop(""), x + clipped, self.setting.row + 1 + shiver - abs(clipped), rail)
        if ringing:
            left, head = (
                context.lens.column(x) - RAIL_PX // 2,
                context.lens.row(self.setting.row + shiver) - RAIL_HEAD_PX,
            )
            swept = round((RAIL_PX - SHINE_PX) * (0.5 - 0.5 * cos(4 * pi * ahead)))
            context.target.fill(SHINE, (left + swept, head - 1, SHINE_PX, 3))
            for number in range(2):
                age = (context.now.beat * 4 + number) % 1 * 0.3
                context.burst(STAR, Burst(age, (round(x), round(self.setting.row) - 22), cue.id * 9 + number, 0.9))

    def _clipped(self, context: DrawContext, cue: Cue) -> float:
        """Return the displacement of a rail that a foot clipped: forward when early, back when late."""
        judged = context.judged(cue.id)
        side = 0 if judged is None else timing_of(judged).side
        since = -1.0 if judged is None else context.beats_since(judged.time_us) - HOP_LAUNCH_BEATS
        return -side * CLIPPED_PX * abs(cos(since * 6 * pi)) * exp(-4 * since) if since >= 0 else 0.0

    def _drop_bricks(self, context: DrawContext) -> None:
        """Draw the bricks flying off behind him at the end of the section."""
        gone = context.now.beat - float(self.setting.section.end_beat)
        if not 0 <= gone < 2:
            return
        seconds = gone * context.now.us_per_beat / 1e6
        x0 = self.setting.x_of(float(self.setting.section.end_beat))
        for index, (vx, vy) in enumerate(((70.0, 120.0), (30.0, 150.0))):
            height = max(0.0, 44 + vy * seconds - 260 * seconds * seconds)
            x = x0 + 10 + vx * min(seconds, 0.9) + index * 6
            draw_prop(context, Prop("brick"), x, self.setting.row - height, brick)


VIEW: type[SectionView] = YardView
