"""View of the summit: the camera turns to the city; both arms go up, and the camera rises and pulls back; pictures of
every section of this run open and close over it, and the last chord stands in clear air.
"""

from dataclasses import replace
from itertools import product
from math import ceil, floor

import pygame

from game.minigames.summit.clear_air import clear_air, far_haze
from game.minigames.summit.cloud_puffs import lay_out, load_puffs
from game.minigames.summit.fighter import SummitFighter, draw_rim
from game.minigames.summit.measures import (
    BELL,
    BELL_AT,
    BELL_PARALLAX,
    BREAK_LIGHT,
    BREAK_RADIUS,
    BREAK_STEPS,
    CAMERA_X,
    CHEER,
    CHEER_BEATS,
    CHEER_BELOW_PX,
    CHILD_SHADOW_PX,
    CLEAR_BEATS,
    COLUMN_STONE,
    CROWD,
    EACH_LATER_BEATS,
    FEET,
    FIRST_MEMORY_BEAT,
    FLIGHT_BEATS,
    HEIGHT_PX,
    JAB_REWARD,
    LAST_CHORD_BEATS,
    MAN_METRES,
    MEMORY_BEATS,
    PERCH_AT,
    PERCH_ROW,
    PERCH_WIDTH,
    PERCHED,
    PUFF_BEATS,
    PULL_BACK_PX,
    RAISE_REWARD,
    RISE_BEATS,
    RISE_PX,
    SPEED_BEATS,
    SUN_GOES_BEATS,
    SUN_KEPT,
    TURN_BEATS,
)
from game.minigames.summit.memory_cloud import cloud_of, draw_memory
from game.minigames.summit.portico_column import COLUMN_PX, draw_column, load_column, run_floors_together
from game.minigames.summit.whip_pan import smear_from, smeared_at
from game.sim.actions import Verb
from game.sim.chart import Cue
from game.view.canvas.easing import smoother
from game.view.canvas.lens import VIEW_Y, WIDTH, Lens
from game.view.canvas.light import SUN_PARALLAX_Y, draw_lamp, draw_sun, glow_of
from game.view.canvas.options import Quality
from game.view.canvas.particles import STAR, Burst
from game.view.canvas.timing_error import timing_of
from game.view.exercise.children import AT_THE_TOP, coming, draw_child, from_the_back
from game.view.exercise.hit_feedback import GLOW, GLOW_PX, GLOW_STEPS
from game.view.exercise.pigeons import Flock, draw_flock
from game.view.exercise.section_view import BEFORE, SectionView, shadow
from game.view.film.draw_context import WARMTH_EASE_US, DrawContext
from game.view.place.color_grade import draw_grade
from game.view.stage.fog import draw_mist


class SummitView(SummitFighter):
    """Draws the turn, the city, the raise and the pictures of the run."""

    cast = (AT_THE_TOP,)

    def load(self) -> None:
        """Read all pictures, and compute the light and the clouds that come only with his answers."""
        super().load()
        load_puffs()
        load_column(COLUMN_STONE)
        for step in range(1, BREAK_STEPS + 1):
            glow_of(BREAK_RADIUS, BREAK_LIGHT, step)
        for scale, step in product((JAB_REWARD, RAISE_REWARD), range(1, GLOW_STEPS + 1)):
            glow_of(round(GLOW_PX * scale), GLOW, step)

    def whole(self, context: DrawContext) -> None:
        """Draw the city as the camera turns to it, the run's pictures over it, and the fighter in front."""
        share = _turned(self._beat(context))
        swung = WIDTH * (1.0 - share)
        lens, composite = Lens(CAMERA_X + context.lens.x, context.lens.y), context.composite
        self._city(context, lens, swung)
        composite.seal()
        self._mist(context, swung)
        if swung:
            self._coming(context, composite.enter(Lens(lens.x, lens.y, swung), 0.0))
            composite.seal()
            smear_from(context.target, floor(swung + 0.5), self._turning(context))
            run_floors_together(context.target, floor(swung + 0.5))
        self._memory(context)
        if swung:
            # The column comes from outside the picture and leaves it; all the while it stands before the seam.
            middle = swung + COLUMN_PX * (0.5 - share)
            composite.hang(middle, 0.0)
            draw_column(context.target, floor(middle + 0.5), COLUMN_STONE)
        fixed = context.derive(lens=composite.enter(context.lens, 0.0))
        self._triggered(fixed)
        if not swung:
            self._coming(context, composite.enter(lens, 0.0))
        fixed = context.derive(lens=composite.enter(context.lens, 0.0))
        self.body(fixed)
        if not swung:
            self._frame(context, lens)
        self.front(context.derive(lens=composite.enter(context.lens, 0.0)))
        composite.seal()
        draw_grade(context.target, self.setting.place.color_grade, context.warmth)
        clear_air(context.target, share_of(LAST_CHORD_BEATS, self._beat(context)) * _fine(context))

    def sunlit(self, context: DrawContext) -> float:
        """Return how far the camera has turned toward the sun, 0 to 1."""
        return _turned(self._beat(context))

    def _city(self, context: DrawContext, lens: Lens, swung: float) -> None:
        """Draw the city; while the camera is turning it is shifted `swung` columns to the right."""
        place, target, edge = self.setting.place, context.target, floor(swung + 0.5)
        before = self.setting.recall(BEFORE, context) if swung else None
        if before is not None:
            passing = smeared_at(before.picture, self._turning(context))
            target.blit(passing, (edge - WIDTH, 0))
            context.composite.paste((swung - WIDTH, 0.0), passing)
        turned = Lens(lens.x, lens.y, swung)
        target.set_clip((edge, 0, WIDTH - edge, target.get_height()))
        if not place.layers:
            target.fill(place.color_grade.edge)
        for layer in place.layers:
            if not layer.facts.front:
                seen = self._from_below(context, turned, layer.facts.parallax)
                place.draw_layer(target, context.composite, layer, (seen, context.now.beat))
        context.composite.seal()
        for lamp in place.lamps:
            draw_lamp(target, lamp, turned, context.now.beat)
        if place.sun is not None and context.options.quality is Quality.FULL:
            draw_sun(target, place.sun, self._from_below(context, turned, place.sun.parallax, SUN_PARALLAX_Y), 0.5)
        target.set_clip(None)

    def _turning(self, context: DrawContext) -> float:
        """Return the speed of the turn, px a beat."""
        beat = self._beat(context)
        return WIDTH * (_turned(beat + SPEED_BEATS / 2) - _turned(beat - SPEED_BEATS / 2)) / SPEED_BEATS

    def _frame(self, context: DrawContext, lens: Lens) -> None:
        """Draw the foreground: its left and right half come in from the sides as the camera pulls back."""
        target, out = context.target, PULL_BACK_PX * (1.0 - self._risen(context))
        for side in (-1, 1):
            target.set_clip((WIDTH // 2 if side > 0 else 0, 0, WIDTH // 2, target.get_height()))
            for layer in self.setting.place.layers:
                if layer.facts.front:
                    seen = self._from_below(context, lens.drifted(side * out), layer.facts.parallax)
                    self.setting.place.draw_layer(target, context.composite, layer, (seen, context.now.beat))
        target.set_clip(None)

    def _risen(self, context: DrawContext) -> float:
        """Return how far the camera has risen, 0 to 1; with reduced motion it is up from the first."""
        if context.options.reduced_motion:
            return 1.0
        return share_of(RISE_BEATS, self._beat(context))

    def _from_below(self, context: DrawContext, lens: Lens, parallax: float, parallax_y: float = 1.0) -> Lens:
        """Return the lens for a layer while the camera is still below: what is far lies lower then, by the horizon's
        way; the terrace stays.
        """
        lower = RISE_PX * (1.0 - self._risen(context)) * (1.0 - parallax)
        return replace(lens, y=lens.y - lower / parallax_y)

    def _triggered(self, context: DrawContext) -> None:
        """Draw the effects of the map's triggers: light on the tower, the cheering children."""
        for happening in self.setting.happenings:
            into = context.now.beat - happening.beat
            if into < 0:
                continue
            if happening.action == BELL and into < happening.beats:
                age = into % 1.0 * context.now.us_per_beat / 1e6
                seen = self._from_below(context, context.lens, BELL_PARALLAX)
                at = (round(BELL_AT[0]), seen.row(BELL_AT[1]) + VIEW_Y)
                context.burst(STAR, Burst(age, at, int(into), 0.6, scale=1.2))
            elif happening.action == CHEER:
                self._cheer(context, into)

    def _coming(self, context: DrawContext, lens: Lens) -> None:
        """Draw the warnings, a beat ahead: a fist's pigeons fly up on its side; for the raise all of them, and the sun
        comes out.
        """
        row = lens.row(PERCH_ROW)
        for cue in self.cues:
            into = context.now.beat - float(cue.beat - cue.kind.lead)
            if cue.name == "jab":
                side = -1 if cue.verbs[0] is Verb.LEFT else 1
                draw_flock(context, Flock((lens.column(PERCH_AT[side]), row), PERCH_WIDTH, PERCHED, cue.id, side), into)
            elif cue.name == "raise":
                for side, x in PERCH_AT.items():
                    draw_flock(context, Flock((lens.column(x), row), PERCH_WIDTH, 2 * PERCHED, cue.id + side, 0), into)
                self._sunbreak(context, cue, into)
                if context.log.pressed_us(cue.id, context.now.us) is not None:
                    self._flights(context, lens)

    def _flights(self, context: DrawContext, lens: Lens) -> None:
        """Draw birds that come up from below the terrace while the last chord rings out."""
        for number, beat in enumerate(FLIGHT_BEATS):
            side, into = 1 if number % 2 else -1, self._beat(context) - beat
            if into >= 0:
                at = (lens.column(PERCH_AT[side]), lens.row(PERCH_ROW))
                draw_flock(context, Flock(at, PERCH_WIDTH, PERCHED, number, side), into)

    def _sunbreak(self, context: DrawContext, cue: Cue, into: float) -> None:
        """Draw the sun's glow: it stays after a clean raise, half of it after an early or late one, none
        after a miss.
        """
        sun, judged = self.setting.place.sun, context.judged(cue.id)
        kept = 1.0 if judged is None else SUN_KEPT[timing_of(judged)]
        gone = 0.0 if judged is None else smoother(context.beats_since(judged.time_us) / SUN_GOES_BEATS)
        step = round(BREAK_STEPS * smoother(into) * (1.0 - gone * (1.0 - kept)))
        if sun is not None and step > 0:
            lens = self._from_below(context, context.lens, sun.parallax, SUN_PARALLAX_Y)
            at = (lens.column(sun.x, sun.parallax), lens.row(sun.row, SUN_PARALLAX_Y))
            glow = glow_of(BREAK_RADIUS, BREAK_LIGHT, step)
            corner = (at[0] - BREAK_RADIUS, at[1] - BREAK_RADIUS)
            context.target.blit(glow, corner, special_flags=pygame.BLEND_RGB_ADD)

    def _cheer(self, context: DrawContext, into: float) -> None:
        """Draw the children who come up the last stairs behind him and cheer: as many as the run was good when they
        came, after a poor one nobody.
        """
        came_us = context.now.us - round(into * context.now.us_per_beat)
        crowd = coming(CROWD, context.log.warmth(came_us, WARMTH_EASE_US))
        for child in from_the_back(crowd):
            late = EACH_LATER_BEATS * CROWD.index(child)
            below = CHEER_BELOW_PX * (1.0 - smoother((into - late) / CHEER_BEATS))
            at = (WIDTH / 2 + child.across, FEET + VIEW_Y + below - child.beyond)
            shadow(context, *at, CHILD_SHADOW_PX)
            frame = draw_child(context, AT_THE_TOP, child.doing("cheer_back", context.now.beat), at)
            draw_rim(context, frame, at, self.sunlit(context))

    def _memory(self, context: DrawContext) -> None:
        """Draw the picture of a section over sky and city for each beat that the arms are held, to the left and right
        of the fighter in turn; its size and color follow the section's score. Its cloud is laid out half a beat ahead,
        in a picture that has nothing else to compute.
        """
        beat = self._beat(context) - FIRST_MEMORY_BEAT
        coming = floor(beat + 0.5)
        memory = self.setting.recall(coming, context) if coming >= 0 else None
        if memory is not None:
            lay_out(cloud_of(memory, coming))
        raised = next((cue for cue in self.cues if cue.name == "raise"), None)
        if raised is None or context.log.pressed_us(raised.id, context.now.us) is None:
            return
        for number in range(max(0, ceil(beat - MEMORY_BEATS - PUFF_BEATS)), floor(beat) + 1):
            memory = self.setting.recall(number, context)
            if memory is not None:
                draw_memory(context.target, memory, number, beat - number)

    def _mist(self, context: DrawContext, swung: float) -> None:
        """Draw haze over the city and the avenue; the fighter is drawn in front. It lifts for the last chord."""
        mist, cleared = self.setting.place.color_grade.mist, share_of(CLEAR_BEATS, self._beat(context))
        edge = floor(swung + 0.5)
        if edge >= WIDTH:  # an empty clip would let a fill through
            return
        context.target.set_clip((edge, 0, WIDTH - edge, context.target.get_height()))
        if mist is not None and cleared < 1:
            draw_mist(context, mist, FEET + VIEW_Y, HEIGHT_PX / MAN_METRES, 1.0 - cleared)
        last = share_of(LAST_CHORD_BEATS, self._beat(context))
        far_haze(context.target, 1.0 - (0.4 * cleared + 0.6 * last) * _fine(context))
        context.target.set_clip(None)

    def _beat(self, context: DrawContext) -> float:
        return context.now.beat - float(self.setting.section.start_beat)


def share_of(beats: tuple[float, float], beat: float) -> float:
    """Return how much of what lasts from one beat of the section to another is over, 0 to 1, eased."""
    return smoother((beat - beats[0]) / (beats[1] - beats[0]))


def _turned(beat: float) -> float:
    """Return how far the camera has turned at a beat of the section, 0 to 1."""
    return share_of(TURN_BEATS, beat)


def _fine(context: DrawContext) -> float:
    """Return how clear the air gets: the better the run, the more."""
    return min(1.0, context.warmth / 2.0)


VIEW: type[SectionView] = SummitView
