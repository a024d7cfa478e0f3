"""View of the steps: the runner from behind, so that left is left; the camera climbs with him, the stairs are in true
perspective.

A building's shadow lies over the lower stairs; its edge sweeps down to him, and he runs out into the light on a beat.
"""

from math import pi, sin
from pathlib import Path

from game.errors import ContentError
from game.minigames.steps.answers import ANSWERED_BEATS, LEAP_BEATS, STEP_CONTACT, answer_of
from game.minigames.steps.building_shadow import PASSES_HIM_BEAT
from game.minigames.steps.climb import Eye, read_climb
from game.minigames.steps.climb_picture import ClimbPicture
from game.minigames.steps.companions import draw_children
from game.minigames.steps.footwork import Footwork
from game.minigames.steps.meltwater import draw_meltwater
from game.minigames.steps.rim_light import IN_THE_SUN, RIM, rim_at
from game.minigames.steps.stairs import RUN_UP_BEATS, Way, stairs_at, way_at
from game.minigames.steps.step_particles import draw_step_particles
from game.sim.actions import Verb
from game.sim.chart import Cue
from game.view.canvas.easing import clamp
from game.view.canvas.lens import VIEW_Y, WIDTH
from game.view.canvas.pictures import Pictures
from game.view.canvas.timing_error import is_missed, timing_of
from game.view.exercise.children import ON_THE_STEPS
from game.view.exercise.pigeons import Flock, draw_flock
from game.view.exercise.section_view import SectionView, Setting, Staging, shadow
from game.view.figure.actor import Body, Pose
from game.view.figure.sun_rim import RIM_STEPS, draw_sun_rim
from game.view.film.draw_context import DrawContext
from game.view.place.color_grade import draw_grade
from game.view.stage.wind import draw_rush

FEET = 323
"""Screen row of his feet."""
HEIGHT_PX = 120.0
"""Height of the runner, px."""
MAN_METRES = 1.76
"""Height of the runner, metres."""
RUN_UNTIL_BEATS = 0.5
"""Beats before the first stair at which the run up (a step a beat) becomes the climb."""
LEAP_PX = 20.0
"""Height that a leap adds to its clip's own, px."""
SHADE = (378, 388, 436)
"""Light factor of the runner in the building's shadow (256: as painted): he stays readable; children are darker."""
SUNLIGHT = (270, 252, 232)
"""Light factor of the runner in the sun."""
EASE_METRES = 0.5
"""Metres before and after the shadow's edge over which he passes out of it."""

PIGEONS = 5
"""Pigeons in each flock."""
PIGEONS_WIDTH = 60
"""Width of a flock, px."""
PIGEONS_ASIDE_PX = 92
"""Distance of the flocks from the middle, px."""
PIGEONS_UP_PX = 42
"""Height of the flocks over the feet, px."""
TURN_SEEN_BEATS = 3.0
"""Beats before the turn's section from which its pigeons are drawn (warning)."""
TURN_FLOCK = 14
"""Pigeons of the turn's flock."""
TURN_FLOCK_WIDTH = 120
"""Width of that flock, px."""
TURN_FLOCK_METRES = (6.4, 16.0)
"""Distance of that flock from the middle of the terrace and from its edge, metres."""
WET_AHEAD_BEATS = 2.0
"""Beats ahead of a cue that its meltwater is drawn (warning)."""
WET_GONE_BEATS = 0.4
"""Beats after a cue that its meltwater is drawn."""
WET_METRES = 0.76
"""Width of the meltwater on a stair, metres."""
WET_APART_METRES = 0.77
"""Distance of the meltwater's middle from the middle of the stairs, to the side of the wanted foot, metres: his
legs must not hide it.
"""
WET_DEEPEST_PX = 5
"""Rows of the meltwater on a tread at most: on a landing it lies along the edge, px."""
GLINT_BEATS = 1.0
"""Beats over which the halves of the glint come together, to meet on the cue's beat."""
WET_NEAREST_METRES = 3.0
"""Distance from the camera within which meltwater is not drawn, metres."""


class StepsView(SectionView):
    """Draws the climb."""

    staging = Staging.OWN
    sheet = "steps"
    cast = (ON_THE_STEPS,)

    def __init__(self, setting: Setting) -> None:
        super().__init__(setting)
        self._footwork = Footwork(self.cues, float(setting.section.start_beat))
        folder = setting.place.folder
        self._art = setting.derived.get(folder, lambda: _climb_picture(folder, setting.pictures))

    def load(self) -> None:
        """Read the distant pictures too."""
        super().load()
        if self._art is not None:
            self._art.load()

    def whole(self, context: DrawContext) -> None:
        """Draw the climb, the children and the runner."""
        way = way_at(self._beat(context))
        self._climb(context, way)
        if self._art is not None:
            eye = self._eye(self._art, context, way)
            context.composite.seal()
            draw_rush(context, self.setting.place.color_grade.key)
            draw_children(context, self.setting.section.start_us, eye, way)
        x, row = self._feet(context, way)
        self._light(context, (x, row), way)
        self._wet(context, way)
        manned = context.derive(lens=context.composite.enter_at(context.lens, x, row))
        self._man(manned, (x, row), way)
        draw_step_particles(manned, self.near(context.now, 1.5, 0.2), (x, row))
        still = context.derive(lens=context.composite.enter(context.lens, WIDTH / 2))
        self._pigeons(still)
        self._turn_ahead(still, way)
        context.composite.seal()
        draw_grade(context.target, self.setting.place.color_grade, context.warmth)

    def scenery(self, context: DrawContext) -> None:
        """Draw the climb in its light, without the runner."""
        way = way_at(self._beat(context))
        self._climb(context, way)
        context.composite.seal()
        self._turn_ahead(context, way)
        draw_grade(context.target, self.setting.place.color_grade, context.warmth)

    def _climb(self, context: DrawContext, way: Way) -> None:
        if self._art is None:
            context.target.fill(self.setting.place.color_grade.edge)
        else:
            self._art.draw(context, way, self._eye(self._art, context, way), self._beat(context))

    def _feet(self, context: DrawContext, way: Way) -> tuple[float, float]:
        """Return the position of his feet in the picture's pixels, without sway."""
        if self._art is None:
            return self.feet_at(context)
        eye, (y, z) = self._eye(self._art, context, way), self._art.facts.feet(way)
        return eye.column(0.0, z) + context.lens.x, eye.row(y, z) + VIEW_Y + context.lens.y

    def _eye(self, art: ClimbPicture, context: DrawContext, way: Way) -> Eye:
        return art.facts.eye(way, (context.lens.x, context.lens.y))

    def feet_at(self, context: DrawContext) -> tuple[float, float]:
        """Return the approximate position of his feet in the picture."""
        return WIDTH / 2, FEET + VIEW_Y

    def pose(self, context: DrawContext) -> Pose:
        """Return the run up to the stairs, then a step for each stair, on the pressed foot, and a stumble for a missed
        one.
        """
        beat, own = self._beat(context), answer_of(context, self.near(context.now, ANSWERED_BEATS, STEP_CONTACT))
        if own is not None:
            return own
        stride = self._footwork.at(beat, lambda cue: context.judged(cue.id), lambda us: beat - context.beats_since(us))
        if stride is None or beat < RUN_UP_BEATS - RUN_UNTIL_BEATS:
            return Pose("run", (beat - 1.0) / 2, context.now.form)
        judged = None if stride.cue is None else context.judged(stride.cue.id)
        step = f"step_{'left' if stride.verb is Verb.LEFT else 'right'}"
        action = step if judged is None else context.actors.either(self.sheet, step + timing_of(judged).ending, step)
        return Pose(action, STEP_CONTACT * stride.share, context.now.form)

    def _light(self, context: DrawContext, feet: tuple[float, float], way: Way) -> None:
        """Draw his shadow."""
        context.composite.seal()
        sunlit = self._sunlit(context, way)
        context.cast_shadow(self.sheet, self.pose(context), *feet, lit=sunlit)
        shadow(context, *feet, 48, 1.0 - 0.5 * self._off_the_stone(context) / max(1.0, LEAP_PX))

    def _man(self, context: DrawContext, feet: tuple[float, float], way: Way) -> None:
        """Draw the runner, in the shadow or in the sun."""
        level = round(self._sunlit(context, way) * 4) / 4
        red, green, blue = (round(shade + (sun - shade) * level) for shade, sun in zip(SHADE, SUNLIGHT, strict=True))
        at = (context.lens.column(feet[0]), context.lens.row(feet[1] - self._off_the_stone(context)))
        body = Body(self.sheet, HEIGHT_PX, (red, green, blue))
        frame = context.actors.draw(context.target, body, self.pose(context), at)
        rim = rim_at(self._beat(context) - PASSES_HIM_BEAT)
        if frame is not None and self.sheet not in context.actors.unseen:
            corner = (at[0] - frame.origin[0], at[1] - frame.origin[1])
            draw_sun_rim(context.target, frame.picture, corner, IN_THE_SUN, round(RIM_STEPS * level) - rim)
            draw_sun_rim(context.target, frame.picture, corner, RIM, rim)

    def _sunlit(self, context: DrawContext, way: Way) -> float:
        """Return how far he is in the sun, 0 to 1."""
        if self._art is None:
            return 1.0
        inside = self._art.shadow.edge_at(self._beat(context)) - self._art.facts.feet(way)[1]
        return clamp(0.5 - inside / (2 * EASE_METRES))

    def _off_the_stone(self, context: DrawContext) -> float:
        """Return the height in px of a pressed leap over the stairs that it takes."""
        for cue in self.near(context.now, LEAP_BEATS, 0.3):
            judged = context.judged(cue.id) if cue.name == "leap" else None
            into = LEAP_BEATS if judged is None or is_missed(judged) else context.beats_since(judged.time_us)
            if 0 <= into < LEAP_BEATS:
                return LEAP_PX * sin(pi * into / LEAP_BEATS)
        return 0.0

    def _pigeons(self, context: DrawContext) -> None:
        """Draw the pigeons that fly up on either side a beat ahead of each leap (warning)."""
        for cue in self.near(context.now, 1.5, 1.1):
            if cue.name != "leap":
                continue
            into = context.now.beat - float(cue.beat) + float(cue.kind.lead)
            row = context.lens.row(FEET - PIGEONS_UP_PX + VIEW_Y)
            for side in (-1, 1) if into >= 0 else ():
                at = (context.lens.column(WIDTH / 2 + side * PIGEONS_ASIDE_PX), row)
                draw_flock(context, Flock(at, PIGEONS_WIDTH, PIGEONS, cue.id + side, side), into)

    def _turn_ahead(self, context: DrawContext, way: Way) -> None:
        """Draw the warning of the turn at the top, before its section has begun: a beat ahead the pigeons on that side
        fly up.
        """
        cue = next(iter(self.setting.upcoming), None)
        if cue is None or cue.name != "turn" or self._art is None:
            return
        eye, top, (aside, beyond) = self._art.facts.eye(way), self._art.facts.data["top"], TURN_FLOCK_METRES
        row = context.lens.row(eye.row(top["y"], top["z"] + beyond) + VIEW_Y)
        into = context.now.beat - float(cue.beat - cue.kind.lead)
        for verb, side in ((Verb.LEFT, -1), (Verb.RIGHT, 1)) if into > -TURN_SEEN_BEATS else ():
            at = (context.lens.column(eye.column(side * aside, top["z"] + beyond)), row)
            flown = into if verb is cue.verbs[0] else min(into, -1.0)
            draw_flock(context, Flock(at, TURN_FLOCK_WIDTH, TURN_FLOCK, cue.id, side), flown)

    def _wet(self, context: DrawContext, way: Way) -> None:
        """Draw meltwater on each stair that has a cue, on the side of the wanted foot (warning)."""
        if self._art is None:
            return
        eye = self._eye(self._art, context, way)
        rise, risers = self._art.facts.data["rise"], self._art.facts.data["risers_z"]
        for cue in reversed(self.near(context.now, WET_GONE_BEATS, WET_AHEAD_BEATS)):
            stair = self._stairs_of(cue)[0]
            if cue.name != "step" or context.judged(cue.id) is not None or not 0 < stair < len(risers):
                continue
            z, y = risers[stair - 1], stair * rise
            if z - eye.z < WET_NEAREST_METRES:
                continue
            side = -1 if cue.verbs[0] is Verb.LEFT else 1
            centre, width = eye.column(side * WET_APART_METRES, z), eye.scale(z) * WET_METRES
            tread = (eye.row(y, risers[stair]), eye.row(y, z))
            drip = eye.row(y - rise, z) - tread[1]
            deep = min(WET_DEEPEST_PX, max(2, round(tread[1] - tread[0])))
            corner, size = (round(centre - width / 2), round(tread[1]) - deep), (round(width), deep)
            closed = clamp(1.0 + (context.now.beat - float(cue.beat)) / GLINT_BEATS)
            draw_meltwater(context.target, corner, size, max(2, round(drip)), closed)

    def _beat(self, context: DrawContext) -> float:
        return context.now.beat - float(self.setting.section.start_beat)

    def _stairs_of(self, cue: Cue) -> list[int]:
        stair = round(stairs_at(float(cue.beat - self.setting.section.start_beat)))
        return list(range(stair, stair + max(1, cue.reps)))


def _climb_picture(folder: Path, pictures: Pictures) -> ClimbPicture | None:
    """Return the climb's picture from the files in a folder; where one is missing, report it and return None."""
    try:
        return ClimbPicture(read_climb(folder), pictures)
    except ContentError as error:
        pictures.problems.append(str(error))
        return None


VIEW: type[SectionView] = StepsView
