"""The yard: bricks go up with the hand that is pressed, rails are hopped, frost and clinks of light where a lift is
clean.

The rail ahead is the picture of its warning: it begins to shiver and shine two beats before it is reached.
"""

from math import cos, exp, pi, sin

from game.sim.actions import Verb
from game.sim.chart import Cue
from game.sim.events import Judged
from game.view.canvas.particles import BREATH, FROST, GRIT, STAR, Burst
from game.view.canvas.timing_error import is_clean, is_missed, timing_of
from game.view.exercise.hit_feedback import draw_reward
from game.view.exercise.props import Prop, brick, draw_prop, rail
from game.view.exercise.runner import Action, RunnerView
from game.view.exercise.section_view import SectionView
from game.view.figure.actor import Pose
from game.view.film.draw_context import DrawContext

HOP_LAUNCH_BEATS = 0.25
"""The press is the take-off: the obstacle stands where the top of the hop is, so far behind the cue."""
LIFTED_HAND = (18, -78)
OVERHEAD_PX, OVERHEAD_UP_PX = (-12, 12), 104
"""Where the two bricks of a press are, beside his middle and above his feet."""
LACE_BEATS, RISE_BEATS = 4.0, 1.0
"""The lead-in: he laces from its beginning, and rises in its last beat."""
SHIVER_PX, CLIPPED_PX = 1.0, 3.0
RAIL_PX, RAIL_HEAD_PX, SHINE_PX, SHINE = 46, 22, 14, (255, 252, 236)
"""A ringing rail shines: light runs along its head from end to end and back, twice a beat."""
HANDS = {Verb.LEFT: "left", Verb.RIGHT: "right"}


class YardView(RunnerView):
    """Running with a brick in each hand."""

    sheet = "yard"
    cast = ("start", "brick")
    ground = GRIT

    def action(self, cue: Cue, judged: Judged | None) -> Action | None:
        """Return the lift of the hand that did it, the press of both, or the hop."""
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
        """Before the first downbeat he laces his shoes and rises; then he runs."""
        beat = context.now.beat
        if beat < 0.0 and self.setting.section.start_beat == 0:
            return Pose("lace", beat + LACE_BEATS) if beat < -RISE_BEATS else Pose("rise", beat + RISE_BEATS)
        return super().pose(context)

    def body(self, context: DrawContext) -> None:
        """Draw him; the start has a sheet of its own."""
        pose = self.pose(context)
        if pose.action in ("lace", "rise"):
            context.fighter("start", pose, self.x_at(context), self.setting.row, self.height)
        else:
            super().body(context)

    def back(self, context: DrawContext) -> None:
        """Draw the rails ahead, and the frost that he lifts over."""
        for cue in self.near(context.now, 5, 8):
            if cue.name == "rail":
                self._rail(context, cue)
            elif cue.name == "lift":
                self.patch(context, cue)

    def front(self, context: DrawContext) -> None:
        """Draw frost off the bricks, and what the feet kick up."""
        super().front(context)
        for cue in self.near(context.now, 2, 0.5):
            judged = context.judged(cue.id)
            if judged is None or is_missed(judged):
                continue
            age = context.seconds_since(judged.time_us)
            x = self.setting.x_of(context.now.beat - context.beats_since(judged.time_us))
            if cue.name == "rail":
                draw_reward(context, judged, (x + 6, self.setting.row - 8))
                continue
            at = (round(x) + LIFTED_HAND[0], round(self.setting.row) + LIFTED_HAND[1])
            if cue.name == "press":
                self._pressed(context, judged, round(x))
            elif is_clean(judged):
                context.burst(FROST, Burst(age, at, cue.id, 1.0, lean=0.5))
            draw_reward(context, judged, at)
        self._drop_bricks(context)

    def _pressed(self, context: DrawContext, judged: Judged, x: int) -> None:
        """Draw what falls off two bricks: a crown of frost overhead, or crumbs in his face early, on his back late."""
        age, side = context.seconds_since(judged.time_us), timing_of(judged).side
        for number, across in enumerate(OVERHEAD_PX):
            at = (x + across, round(self.setting.row) - OVERHEAD_UP_PX)
            if side:
                context.burst(GRIT, Burst(age, at, judged.cue_id + number, 1.8, lean=-0.9 * side, scale=1.3))
            else:
                context.burst(FROST, Burst(age, at, judged.cue_id + number, 1.8, lean=0.3, scale=1.4))

    def breath(self, context: DrawContext, every_beats: int = 2) -> None:
        """Draw his breath, which goes in tempo: a beat ahead of each lift, twice as deep ahead of a press."""
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
        """Return how far the rail still jumps from a foot that clipped it: forward early, back late."""
        judged = context.judged(cue.id)
        side = 0 if judged is None else timing_of(judged).side
        since = -1.0 if judged is None else context.beats_since(judged.time_us) - HOP_LAUNCH_BEATS
        return -side * CLIPPED_PX * abs(cos(since * 6 * pi)) * exp(-4 * since) if since >= 0 else 0.0

    def _drop_bricks(self, context: DrawContext) -> None:
        """The bricks fly off behind him as he leaves the yard."""
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
