"""View of the medicine ball: the height of the partner's lift shows when the ball falls; at a feint he freezes and
keeps the ball.
"""

from math import pi, sin

import pygame

from game.sim.chart import Cue
from game.sim.events import Flinched
from game.timing.units import US_PER_SECOND
from game.view.canvas.particles import DUST, SWEAT, Burst
from game.view.canvas.timing_error import TimingError, is_missed, timing_of
from game.view.exercise.props import Prop, ball, draw_swinging
from game.view.exercise.section_view import SectionView, shadow
from game.view.exercise.standing import StandingView
from game.view.exercise.timing_feedback import graze
from game.view.figure.actor import Pose
from game.view.figure.performer import CueClips
from game.view.film.draw_context import DrawContext

PARTNER_METRES = 1.45
"""Distance of the partner ahead of the station, metres."""
APRON_ROWS = 80
"""Rows from the apron down to the floor on which the partner stands."""
APRON_BELOW_ROW = 300
"""A station at a smaller map row than this is on the apron."""
HOP_BEATS = 0.5
"""Duration of the partner's hop while he cannot gather the ball (warning of a chest throw), in beats."""
HOP_PX = 7.0
"""Height of the hop, px."""
SQUASH_BEATS = 1 / 6
"""Duration of the ball's squash at the impact, in beats."""
FLIGHT_BEATS = 1 / 3
"""Duration of the ball's flight before the impact, in beats."""
BELLY_METRES = (0.12, 0.34)
"""Position of the impact: ahead of the station and above the floor, metres."""
FEINT_LEAD_BEATS = 2.0
"""Beats from a feint's start to its announced impact."""
FREEZE_BEATS = 0.75
"""Duration of a feint's freeze before its announced impact, and again after it, in beats."""
REBOUND_BEATS = 5 / 12
"""Beats from the impact until the partner has the ball again."""
LIFT_BEATS = 0.25
"""Duration of the partner's lift from the chest to overhead, in beats."""
BEFORE_PALMS_PX = 5.0
"""Distance of the ball's middle before the partner's palms, px."""
REBOUND_PX = 60.0
"""Height of the rebound off a clean brace, px."""
REBOUND_OFF_PX = 48.0
"""Sideways distance of the rebound after a late brace, px."""


class MedicineBallView(StandingView):
    """Draws the throws, the brace and the feints."""

    sheet = "medicine_ball"
    middle_metres = 0.36
    haze_share = 1.15
    cast = ("partner", "ball")
    stand_mark, stand_offset = "apron.right", -70.0
    framed_ahead = 62.0
    blow_force = 0.8

    def move(self, cue: Cue) -> CueClips:
        """Return the brace's clips: weakened when early, folded when missed."""
        return CueClips("brace", "flinch", "fold")

    def pose(self, context: DrawContext) -> Pose:
        """Return a flinch while a feint has fooled him."""
        fooled = context.log.recent(Flinched, context.now.us, US_PER_SECOND // 2)
        if fooled:
            return Pose("flinch", context.beats_since(fooled[-1].time_us), context.now.form)
        return super().pose(context)

    def back(self, context: DrawContext) -> None:
        """Draw the partner, on the floor beyond the apron."""
        x, row = self._partner_x(), self._partner_row()
        shadow(context, x, row, 70)
        context.sprite("partner", self._partner(context), x, row - self._hop(context), 1.8 * self.setting.scale)

    def front(self, context: DrawContext) -> None:
        """Draw the ball in the air, and the dust of the impact."""
        for cue in self.near(context.now, 1.5, 2.5):
            self._ball(context, cue)
            judged = context.judged(cue.id)
            if judged is None:
                continue
            age, (x, row) = context.seconds_since(cue.time_us), self._belly()
            if is_missed(judged):
                context.burst(SWEAT, Burst(age, (round(x), round(row)), cue.id, 2.0, scale=1.8))
            elif timing_of(judged) is TimingError.CLEAN:
                context.burst(DUST, Burst(age, (round(x), round(row)), cue.id, 1.0, -0.2, scale=1.5))
            else:
                graze(context, judged, (round(x), round(row)))
            self.draw_hit(context, cue, (x, row))

    # -- the partner

    def _partner_x(self) -> float:
        return self.x_of_station() + PARTNER_METRES * self.setting.scale

    def _partner_row(self) -> float:
        return self.setting.row + (APRON_ROWS if self.setting.row < APRON_BELOW_ROW else 0)

    def _partner(self, context: DrawContext) -> Pose:
        """Return the partner's throw or lift; a lift ends the freeze of an earlier feint."""
        return (
            self._throwing(context)
            or self._feinting(context)
            or self._lifting(context)
            or Pose("ball_chest", context.now.beat)
        )

    def _throwing(self, context: DrawContext) -> Pose | None:
        """Return the latest throw, until the ball is back in his hands."""
        for cue in reversed(self.near(context.now, 1, 1)):
            action = _throw_of(cue)
            since = context.now.beat - float(cue.beat) + FLIGHT_BEATS + self._release_beats(action)
            if 0 <= since < self._length(action):
                return Pose(action, since)
        return None

    def _lifting(self, context: DrawContext) -> Pose | None:
        for cue in self.near(context.now, 0, 2.1):
            since = context.now.beat - float(cue.beat) + float(cue.kind.lead)
            if since >= 0:
                return Pose("gather", since) if cue.kind.lead <= 1 else self._lifted(context, since)
        return None

    def _feinting(self, context: DrawContext) -> Pose | None:
        for call in self.setting.section.calls:
            into = context.now.beat - float(call.beat)
            if -FEINT_LEAD_BEATS <= into < -FREEZE_BEATS:
                return self._lifted(context, into + FEINT_LEAD_BEATS)
            if -FREEZE_BEATS <= into < FREEZE_BEATS:
                return Pose("freeze", into + FREEZE_BEATS)
        return None

    def _lifted(self, context: DrawContext, since: float) -> Pose:
        """Return a lift that was due `since` beats ago: no sooner than the last throw's end."""
        for cue in self.near(context.now, since + 1, 0):
            action = _throw_of(cue)
            busy = self._length(action) - FLIGHT_BEATS - self._release_beats(action)
            since = min(since, context.now.beat - float(cue.beat) - busy)
        return Pose("lift", since) if since < LIFT_BEATS else Pose("ball_overhead", since - LIFT_BEATS)

    def _hop(self, context: DrawContext) -> float:
        """Return the partner's hop in px: the warning of a throw from the chest while the ball is still on its way, or
        while a feint has frozen him.
        """
        if self._throwing(context) is None and self._feinting(context) is None:
            return 0.0
        for cue in self.near(context.now, 0.5, 1.1):
            into = context.now.beat - float(cue.beat) + float(cue.kind.lead)
            if cue.kind.lead <= 1 and 0 <= into < HOP_BEATS:
                return HOP_PX * sin(pi * into / HOP_BEATS)
        return 0.0

    def _release_beats(self, action: str) -> float:
        clip = self.setting.actors.clip("partner", action)
        return 0.25 if clip is None else clip.contact or 0.0

    def _length(self, action: str) -> float:
        clip = self.setting.actors.clip("partner", action)
        return 1.0 if clip is None else clip.length

    def _hands(self, action: str, beats: float) -> tuple[float, float]:
        """Return the middle of the ball between the partner's hands, `beats` into a throw."""
        sheet, clip = self.setting.actors.sheets.get("partner"), self.setting.actors.clip("partner", action)
        x, row = self._partner_x(), self._partner_row()
        if sheet is not None and clip is not None:
            sprite = sheet.frames[clip.frame_at(beats)]
            hands = [sprite.anchors[name] for name in ("left_hand", "right_hand") if name in sprite.anchors]
            if hands:
                across = sum(hand[0] for hand in hands) / len(hands) - sprite.origin[0]
                down = sum(hand[1] for hand in hands) / len(hands) - sprite.origin[1]
                return x + across - BEFORE_PALMS_PX, row + down
        return x - 0.4 * self.setting.scale, row - 1.5 * self.setting.scale

    def _belly(self) -> tuple[float, float]:
        scale = self.setting.scale
        return self.x_of_station() + BELLY_METRES[0] * scale, self.setting.row - BELLY_METRES[1] * scale

    # -- the ball

    def _ball(self, context: DrawContext, cue: Cue) -> None:
        into, action = context.now.beat - float(cue.beat), _throw_of(cue)
        release = self._release_beats(action)
        caught = release + FLIGHT_BEATS + REBOUND_BEATS
        (hx, hy), (bx, by) = self._hands(action, release if into < 0 else caught), self._belly()
        if -FLIGHT_BEATS <= into < 0:
            share = (into + FLIGHT_BEATS) / FLIGHT_BEATS
            self._draw_ball(context, hx + (bx - hx) * share, hy + (by - hy) * share - 10 * sin(pi * share), "spin")
        elif 0 <= into < SQUASH_BEATS:
            self._draw_ball(context, bx, by, "squash")
        elif 0 <= into < REBOUND_BEATS:
            share = (into - SQUASH_BEATS) / (REBOUND_BEATS - SQUASH_BEATS)
            rise = self._rebound(context, cue) * sin(pi * min(1.0, share * 0.8))
            self._draw_ball(
                context, bx + (hx - bx) * share, by + (hy - by) * share * share - rise * (1 - share), "spin"
            )

    def _rebound(self, context: DrawContext, cue: Cue) -> float:
        """Return the rebound's height: high off a clean brace, low off an early one, sideways off a late one."""
        judged = context.judged(cue.id)
        return REBOUND_PX + (0 if judged is None else timing_of(judged).side) * REBOUND_OFF_PX

    def _draw_ball(self, context: DrawContext, x: float, row: float, clip: str) -> None:
        def plain() -> pygame.Surface:
            return ball(15, (122, 70, 44), (206, 150, 96))

        draw_swinging(
            context,
            Prop("ball", clip, context.now.beat % 1.0),
            (context.lens.column(x), context.lens.row(row)),
            0.0,
            plain,
        )


def _throw_of(cue: Cue) -> str:
    """Return the partner's clip of a cue's throw: from overhead, or from the chest."""
    return "throw" if cue.kind.lead > 1 else "push"


VIEW: type[SectionView] = MedicineBallView
