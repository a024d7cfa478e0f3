"""The medicine ball: how high the partner lifts it says when it falls; a feint freezes, and the ball stays in his
hands."""

from math import pi, sin

from game.sim.chart import Call, Cue
from game.sim.events import Flinched
from game.sim.judge import Grade
from game.timing.units import US_PER_SECOND
from game.view.actor import Pose
from game.view.frame import Frame
from game.view.particles import DUST, SWEAT, Burst
from game.view.performer import Move
from game.view.props import ball, prop_picture
from game.view.section_view import SectionView, shadow
from game.view.standing import StandingView

PARTNER_METRES = 1.75
FLIGHT_BEATS = 0.34
"""The ball leaves his hands so long before the blow."""
BELLY_METRES = (0.30, 1.02)
CHEST_METRES, OVERHEAD_METRES = 1.25, 2.05
FEINT_LEAD_BEATS = 2.0
FREEZE_BEATS = 0.75
"""The partner freezes so long before the blow would be, and stays so as long after."""
REBOUND_BEATS = 0.5


class MedicineBallView(StandingView):
    """The blow."""

    sheet = "medicine_ball"
    blow_force = 0.8

    def move(self, cue: Cue) -> Move:
        """Return the brace: early it softens and hurts, missed he folds."""
        return Move("brace", "flinch", "fold")

    def pose(self, frame: Frame) -> Pose:
        """Flinch where a feint fooled him."""
        fooled = frame.heard.recent(Flinched, frame.now.us, US_PER_SECOND // 2)
        if fooled:
            return Pose("flinch", frame.beats_since(fooled[-1].time_us), frame.now.form)
        return super().pose(frame)

    def back(self, frame: Frame) -> None:
        """Draw the partner with the ball."""
        x = self._partner_x()
        shadow(frame, x, self.setting.row, 70)
        frame.sprite("cast", self._partner(frame), x, self.setting.row, 1.8 * self.setting.scale)

    def front(self, frame: Frame) -> None:
        """Draw the ball, its shadow on the floor, and the dust of the blow."""
        for cue in self.near(frame.now, 1.5, 2.5):
            self._ball(frame, cue)
            judged = frame.judged(cue.id)
            if judged is None:
                continue
            age, x, row = frame.seconds_since(cue.time_us), self._belly()[0], self._belly()[1]
            if judged.grade is Grade.MISS:
                frame.burst(SWEAT, Burst(age, (round(x), round(row)), cue.id, 2.0, scale=1.8))
            else:
                frame.burst(DUST, Burst(age, (round(x), round(row)), cue.id, 1.0, -0.2, scale=1.5))
            self.reward(frame, cue, (x, row))
        for call in self.setting.section.calls:
            self._held_ball(frame, call)

    def _partner_x(self) -> float:
        return self.x_of_station() + PARTNER_METRES * self.setting.scale

    def _belly(self) -> tuple[float, float]:
        scale = self.setting.scale
        return self.x_of_station() + BELLY_METRES[0] * scale, self.setting.row - BELLY_METRES[1] * scale

    def _partner(self, frame: Frame) -> Pose:
        for call in self.setting.section.calls:
            into = frame.now.beat - float(call.beat)
            if -FEINT_LEAD_BEATS <= into < -FREEZE_BEATS:
                return Pose("partner.ball_overhead", into + FEINT_LEAD_BEATS)
            if -FREEZE_BEATS <= into < FREEZE_BEATS:
                return Pose("partner.freeze", into + FREEZE_BEATS)
        for cue in self.near(frame.now, 1, 2.1):
            lead, into = float(cue.kind.lead), frame.now.beat - float(cue.beat)
            if -lead <= into < -FLIGHT_BEATS:
                return Pose("partner.ball_overhead" if lead > 1 else "partner.ball_chest", into + lead)
            if -FLIGHT_BEATS <= into < 0.5:
                return Pose("partner.throw", into + FLIGHT_BEATS)
        return Pose("partner.idle", frame.now.beat)

    def _ball(self, frame: Frame, cue: Cue) -> None:
        lead, into = float(cue.kind.lead), frame.now.beat - float(cue.beat)
        if not -lead <= into < REBOUND_BEATS:
            return
        scale, (bx, by) = self.setting.scale, self._belly()
        high = OVERHEAD_METRES if lead > 1 else CHEST_METRES
        hx, hy = self._partner_x() - 0.25 * scale, self.setting.row - high * scale
        if into < -FLIGHT_BEATS:
            lift = min(1.0, (into + lead) / (0.5 * lead))
            self._draw_ball(frame, hx, self.setting.row - (0.9 + (high - 0.9) * lift) * scale)
        elif into < 0:
            share = (into + FLIGHT_BEATS) / FLIGHT_BEATS
            self._draw_ball(frame, hx + (bx - hx) * share, hy + (by - hy) * share - 14 * sin(pi * share))
        else:
            share = into / REBOUND_BEATS
            self._draw_ball(frame, bx + 46 * share, by + (self.setting.row - 14 - by) * share * share)

    def _held_ball(self, frame: Frame, call: Call) -> None:
        into = frame.now.beat - float(call.beat) + FEINT_LEAD_BEATS
        if 0 <= into < FEINT_LEAD_BEATS + FREEZE_BEATS:
            lift = min(1.0, into / (0.5 * FEINT_LEAD_BEATS))
            height = (0.9 + (OVERHEAD_METRES - 0.9) * lift) * self.setting.scale
            self._draw_ball(frame, self._partner_x() - 0.25 * self.setting.scale, self.setting.row - height)

    def _draw_ball(self, frame: Frame, x: float, row: float) -> None:
        shadow(frame, x, self.setting.row, 30, 0.5)
        found = prop_picture(frame, "ball")
        picture = found[0] if found is not None else ball(15, (122, 70, 44), (206, 150, 96))
        at = (frame.lens.column(x) - picture.get_width() // 2, frame.lens.row(row) - picture.get_height() // 2)
        frame.target.blit(picture, at)


VIEW: type[SectionView] = MedicineBallView
