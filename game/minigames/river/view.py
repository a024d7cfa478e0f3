"""View of the river: strides that throw grit, a breath that is held and released, gusts announced two beats ahead by
flags and spray.
"""

from bisect import bisect_right
from math import cos, pi, sin

import pygame

from game.minigames.river import folk
from game.minigames.river.gust import draw_gust
from game.sim.actions import HANDS, Verb
from game.sim.chart import Cue
from game.sim.events import Judged, Part
from game.view.canvas.easing import clamp, smooth
from game.view.canvas.particles import FROST, GRIT, Burst, Stuff, chance
from game.view.canvas.timing_error import TimingError, is_clean, is_missed, timing_of
from game.view.exercise.children import BESIDE_HIM
from game.view.exercise.hit_feedback import draw_runner_reward
from game.view.exercise.runner import Action, RunnerView
from game.view.exercise.section_view import SectionView
from game.view.figure.actor import Pose
from game.view.film.draw_context import DrawContext

INHALE_BEATS = 1.0
"""Beats by which the inhaled air is ahead of a held breath (warning)."""
INHALE_WISPS = 14
"""Wisps of air."""
INHALE_REACH_PX = 46
"""Distance ahead of his mouth from which they come, px."""
INHALE_SPREAD_PX = 52
"""Height of the fan in which they come, at that distance, px."""
INHALE_TAIL = 0.24
"""Length of a wisp, as a share of that distance."""
UNSTEADY_BEATS = 0.5
"""Duration of the loss of balance after an early or late stride, in beats."""
MOUTH_PX = (16, 74)
"""Position of his mouth: ahead of his middle and above his feet, px."""
SHUT_S = 0.22
"""Duration of the ring that closes on his mouth, in seconds."""
SHUT_PX = 24.0
"""Radius of the ring at its start, px."""
SHUT_GRAINS = 12
"""Grains of the ring."""
LET_GO = Stuff(((252, 253, 255), (214, 226, 240)), 3, 74, -10, 2.4, 8, 0.8, (3, 6), 54)
"""Breath that is released: thin, so that puffs that overlap cover at most two fifths of what is behind."""
LET_GO_PX = (34, 60)
"""Where it begins: ahead of his middle and above his feet, px. It goes with him, and never over his head."""
COUGH = Stuff(((150, 154, 164), (104, 108, 122)), 7, 64, 6, 3.0, 120, 0.5, (3, 5), 210)
"""Cough after an early, late or missed breath."""
AIR = (255, 255, 255)
"""Color of cold air."""
AIR_EDGE = (206, 222, 240)
"""Color of its edge."""


GLINT_S = 0.14
"""Duration of a stride's glint on the planks, in seconds."""
GLINT_PX = 34
"""Length of the glint, px."""
CHANGES_FROM = 0.25
"""Beats after a cue at which the change of foot begins."""
CHANGED_BEFORE = 0.08
"""Beats before the next cue at which the change of foot is complete."""
SHOVED_BEATS = 1.1
"""Duration of the displacement by a gust, in beats."""
SHOVES_PX = {TimingError.CLEAN: 0.0, TimingError.EARLY: 8.0, TimingError.LATE: -12.0, TimingError.MISSED: -24.0}
"""Displacement by a gust, px, by timing."""
WALL_ENDS_PX = 182.0
"""Pixel of the place at which the plant's wall ends and the river is seen."""
PARTED_AHEAD_PX = 22
"""Distance ahead of his middle at which spray parts, px."""
PARTED_UP_PX = 54
"""Height at which spray parts, px."""
PARTED = Stuff(((255, 255, 252), (222, 234, 240)), 10, 150, 30, 3.0, 20, 0.34, (2, 1))
"""Spray that parts in front of him after a clean lean."""
DRENCHED = Stuff(((250, 252, 255), (150, 176, 200)), 12, 84, 40, 2.2, 220, 0.6, (3, 2))
"""Spray over the whole figure after a lean that was early, late or missed."""


class RiverView(RunnerView):
    """Draws the sprint, the held breath and the gusts."""

    sheet = "river"
    run = "sprint"
    ground = GRIT
    cast = (BESIDE_HIM, folk.SHEET)
    company = 3
    haze_begins = WALL_ENDS_PX
    lively = ("crew", "streamer", "dressing", "flag-flag-2")

    def action(self, cue: Cue, judged: Judged | None) -> Action | None:
        """Return the lean of a gust, or the stumble of a missed stride; clean strides are the sprint itself."""
        if cue.name == "gust":
            return Action("gust", "gust", "gust", waits=True)
        if cue.name == "stride" and judged is not None and is_missed(judged):
            return Action("sprint", "sprint", "sprint")
        return None

    def pose(self, context: DrawContext) -> Pose:
        """Return the held breath while it is held; an early or late stride keeps him off balance until the next."""
        for cue in reversed(self.near(context.now, 3, 0.5)):
            judged = context.judged(cue.id)
            timing = TimingError.CLEAN if judged is None else timing_of(judged)
            pressed = context.log.pressed_us(cue.id, context.now.us) if cue.name == "breath" else None
            if pressed is not None and context.log.let_go_us(cue.id, context.now.us) is None:
                return Pose(self._ended("breath", timing), context.now.beat, context.now.form)
            if cue.name == "stride" and judged is not None:
                if timing.side and context.beats_since(judged.time_us) < UNSTEADY_BEATS:
                    return Pose(self._ended("sprint", timing), self.gait(context), context.now.form)
                break
        return super().pose(context)

    def gait(self, context: DrawContext) -> float:
        """Return the beat of the sprint's clip: half a step is inserted between two runs that begin on
        different feet.
        """
        passed = bisect_right(self.cues, context.now.beat, key=_beat_of)
        before = self.cues[passed - 1] if passed else None
        after = self.cues[passed] if passed < len(self.cues) else None
        if before is None or after is None:
            only = after if before is None else before
            return context.now.beat + (0.0 if only is None else self._half_step(context, only))
        here, there = self._half_step(context, before), self._half_step(context, after)
        begin, end = float(before.beat) + CHANGES_FROM, float(after.beat) - CHANGED_BEFORE
        share = smooth(clamp((context.now.beat - begin) / max(0.05, end - begin)))
        return context.now.beat + here + (there - here) % 1.0 * share

    def _half_step(self, context: DrawContext, cue: Cue) -> float:
        """Return the beats by which the sprint has to be shifted for the right foot to land on a cue: half a beat or
        none.
        """
        if cue.name != "stride":
            return 0.0
        judged = context.judged(cue.id)
        verb = cue.verbs[0] if judged is None or judged.verb not in HANDS else judged.verb
        return (-float(cue.beat) + (0.0 if verb is Verb.LEFT else 0.5)) % 1.0

    def _ended(self, action: str, timing: TimingError) -> str:
        """Return the clip of an action for a timing, if the sheet has one."""
        return self.setting.actors.either(self.sheet, action + timing.ending, action)

    def x_at(self, context: DrawContext) -> float:
        """Return the path's x and the displacement by a gust: back when he leans late or not at all, ahead
        when early.
        """
        shoved = 0.0
        for cue in self.near(context.now, SHOVED_BEATS, 0.5):
            judged = context.judged(cue.id) if cue.name == "gust" else None
            into = 1.0 if judged is None else context.beats_since(judged.time_us) / SHOVED_BEATS
            if judged is not None and 0 <= into < 1:
                shoved += SHOVES_PX[timing_of(judged)] * sin(pi * into**0.6) ** 2
        return super().x_at(context) + shoved

    def beyond(self, context: DrawContext) -> None:
        """Draw the people of the quay."""
        folk.draw_folk(context, self.setting.row)

    def back(self, context: DrawContext) -> None:
        """Draw the ice on the quay, a patch for each stride."""
        for cue in self.near(context.now, 2, 4):
            if cue.name == "stride":
                self.patch(context, cue)

    def front(self, context: DrawContext) -> None:
        """Draw grit, the released breath, and the gusts."""
        self.footfalls(context)
        self.scuffs(context)
        for cue in self.near(context.now, 3, 4):
            if cue.name == "gust":
                draw_gust(context, cue)
                self._met(context, cue)
            elif cue.name == "breath":
                self._inhale(context, cue)
                self._held(context, cue)
                self._let_go(context, cue)
            else:
                self._stride(context, cue)

    def _stride(self, context: DrawContext, cue: Cue) -> None:
        judged = context.judged(cue.id)
        if judged is None or not is_clean(judged):
            return
        x = round(self.setting.x_of(context.now.beat - context.beats_since(judged.time_us)))
        age = context.seconds_since(judged.time_us)
        context.burst(FROST, Burst(age, (x + 4, round(self.setting.row) - 2), cue.id, 1.8, lean=-0.8, scale=1.8))
        self._glint(context, age, x)
        draw_runner_reward(context, judged, (x + 4, self.setting.row - 6))

    def _glint(self, context: DrawContext, age: float, x: int) -> None:
        """Draw the glint of a perfect stride on the wet planks, visible on the very next frame."""
        if 0 <= age < GLINT_S:
            width = round(GLINT_PX * (1.0 - age / GLINT_S))
            left, row = context.lens.column(x + 4) - width // 2, context.lens.row(self.setting.row)
            context.target.fill(AIR, (left, row, width, 2))
            context.target.fill(AIR_EDGE, (left - 4, row + 2, width + 8, 1))

    def _inhale(self, context: DrawContext, cue: Cue) -> None:
        """Draw the cold air drawn in to his mouth (warning), denser toward the cue."""
        into = context.now.beat - float(cue.beat) + INHALE_BEATS
        if not 0 <= into < INHALE_BEATS:
            return
        x, row = context.lens.column(self.x_at(context) + MOUTH_PX[0]), context.lens.row(self.setting.row - MOUTH_PX[1])
        for wisp in range(round(INHALE_WISPS * (0.5 + 0.5 * into))):
            a, b = chance(cue.id, wisp, 1), chance(cue.id, wisp, 2)
            away = 1.0 - (into * 3.0 + a) % 1.0
            head, tail = (
                (round(x + INHALE_REACH_PX * far), round(row + (b - 0.5) * INHALE_SPREAD_PX * far - 6 * far))
                for far in (away, away + INHALE_TAIL)
            )
            pygame.draw.line(context.target, AIR_EDGE, (head[0], head[1] + 1), (tail[0], tail[1] + 1), 2)
            pygame.draw.line(context.target, AIR, head, tail)

    def _let_go(self, context: DrawContext, cue: Cue) -> None:
        gone = context.log.let_go_us(cue.id, context.now.us)
        if gone is None:
            return
        released = context.judged(cue.id, Part.RELEASE)
        clean = released is None or is_clean(released)
        x, row = round(self.x_at(context)), round(self.setting.row)
        for puff in range(3 if clean else 1):
            at = (x + LET_GO_PX[0] + 9 * puff, row - LET_GO_PX[1] + 3 * puff)
            force, scale = (1.0, 1.4) if clean else (0.7, 0.8)
            context.burst(LET_GO, Burst(context.seconds_since(gone), at, cue.id + puff, force, 0.9, scale))
        if released is not None:
            draw_runner_reward(context, released, (x + MOUTH_PX[0], self.setting.row - MOUTH_PX[1]))

    def _held(self, context: DrawContext, cue: Cue) -> None:
        """Draw the start of a held breath: a ring that closes on his mouth when clean, else a cough."""
        judged = context.judged(cue.id)
        if judged is None:
            return
        age = context.seconds_since(judged.time_us)
        at = (round(self.x_at(context)) + MOUTH_PX[0], round(self.setting.row) - MOUTH_PX[1])
        draw_runner_reward(context, judged, at)
        if not is_clean(judged):
            # Early it bursts out ahead of him, late it trails back over his shoulder, missed he coughs three times.
            missed = is_missed(judged)
            for cough in range(3 if missed else 1):
                lean = 0.4 if missed else -1.3 * timing_of(judged).side
                context.burst(COUGH, Burst(age - 0.16 * cough, at, cue.id + 9 + cough, 1.5, lean, scale=1.6))
        elif age < SHUT_S:
            away = SHUT_PX * (1.0 - age / SHUT_S)
            for grain in range(SHUT_GRAINS):
                turn = 2 * pi * grain / SHUT_GRAINS
                x, row = context.lens.column(at[0] + away * cos(turn)), context.lens.row(at[1] + away * sin(turn))
                context.target.fill(AIR_EDGE, (x - 1, row - 1, 4, 4))
                context.target.fill(AIR, (x, row, 2, 2))

    def _met(self, context: DrawContext, cue: Cue) -> None:
        """Draw the effect of a gust on him: spray parts when he leans in time, else covers him."""
        judged = context.judged(cue.id)
        if judged is None:
            return
        age, timing = context.seconds_since(judged.time_us), timing_of(judged)
        at = (round(self.x_at(context)) + PARTED_AHEAD_PX, round(self.setting.row) - PARTED_UP_PX)
        draw_runner_reward(context, judged, at, 1.3)
        if timing is TimingError.CLEAN:
            for number, high in enumerate((-26, 0, 26)):
                context.burst(PARTED, Burst(age, (at[0], at[1] + high), cue.id + number, 1.0, -1.0, scale=1.4))
        elif timing is TimingError.EARLY:
            context.burst(PARTED, Burst(age, (at[0] - 30, at[1] + 44), cue.id, 0.7, 0.8))
        else:
            force = 2.2 if timing is TimingError.MISSED else 1.3
            context.burst(DRENCHED, Burst(age, at, cue.id, force, -1.2, scale=1.5))


def _beat_of(cue: Cue) -> float:
    return float(cue.beat)


VIEW: type[SectionView] = RiverView
