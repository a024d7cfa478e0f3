"""View of the speed bag: three rebounds a strike, tilted and spinning after an early or late one, at rest
after a miss.
"""

from dataclasses import replace

from game.sim.actions import Verb
from game.sim.chart import Cue
from game.sim.events import Judged
from game.view.canvas.particles import LEATHER, Burst
from game.view.canvas.timing_error import is_clean, is_missed, timing_of
from game.view.exercise.advance import draw_glint, share_of_lead
from game.view.exercise.foreshadow import ASIDE_PX, Foreshadow, draw_foreshadow
from game.view.exercise.pendulum import shudder, speed_bag_angle, twist
from game.view.exercise.props import Prop, draw_swinging, leather_bag
from game.view.exercise.section_view import SectionView, Setting
from game.view.exercise.standing import StandingView
from game.view.exercise.timing_feedback import graze
from game.view.exercise.wall_lamp import WallLamp, draw_lamplit, is_lit_wall, prepare_light, wall_of
from game.view.figure.actor import Pose
from game.view.figure.performer import CueClips
from game.view.film.draw_context import DrawContext
from game.view.place.map_layers import ImageLayer, Layer

FIST_TO_SWIVEL_PX = 8
"""Distance of the swivel beyond the fist, px, so that a clean strike lands on the bag's belly."""
CORD_PX = 9
"""Length of the cord below the board, px."""
BOARD_METRES = 0.34
"""Half the width of the board, metres."""
WOBBLE_PX = 4.0
"""Amplitude of the swivel's shake after an early or late strike, px."""
GLANCED = 0.55
"""Swing after an early or late strike, as a share of a clean one's."""
CROOKED_DEGREES = 12.0
"""Tilt of the bag after an early or late strike, degrees."""
SPIN_DEGREES = 44.0
"""Spin about its cord for a beat after an early or late strike, degrees."""
STRUCK_BEATS = 0.12
"""Beats after a strike for which its own hand stays lit."""
SQUASH_BEATS = 1 / 6
"""Duration of the bag's squash at a strike, in beats."""
SHADOW_LEAD_BEATS = 1.0
"""Beats by which the fighter's shadow is ahead of him (warning)."""
UNLIT_BEATS = 9.0
"""Beats from any strike at which a lamp is dark."""
LAMPS = {Verb.LEFT: WallLamp(419, 114, (379, 461)), Verb.RIGHT: WallLamp(586, 114, (555, 618), ahead=0.3)}
"""The lamps before the bare wall on either side of the mirror, by hand."""
SHADOW_UP_PX = 26
"""Height of the shadow over the lane, px."""
CHAIN = (132, 124, 120)
"""Color of the chain."""
BOARD = (46, 30, 24)
"""Color of the board."""
BOARD_EDGE = (128, 88, 54)
"""Color of the board's edge."""
IRON = (24, 18, 20)
"""Color of the iron swivel."""


class SpeedBagView(StandingView):
    """Draws strikes at the speed bag."""

    sheet = "speed_bag"
    haze_share = 0.5
    cast = ("bag_speed",)

    def __init__(self, setting: Setting) -> None:
        super().__init__(setting)
        self._longest_lead = float(max((cue.kind.lead for cue in self.cues), default=0))

    def move(self, cue: Cue) -> CueClips:
        """Return the strike of the cue's hand."""
        hand = "left" if cue.verbs[0] is Verb.LEFT else "right"
        return CueClips(f"strike_{hand}", f"strike_{hand}", "miss", f"{hand}_hand")

    def pose(self, context: DrawContext) -> Pose:
        """Return the performer's pose, with the next hand lit as soon as the last strike was seen."""
        pose, cue, last = super().pose(context), self._next(context), self._last(context)
        seen = last is None or context.beats_since(last.time_us) >= STRUCK_BEATS
        return replace(pose, hand=self.move(cue).hand) if cue is not None and seen else pose

    def _next(self, context: DrawContext) -> Cue | None:
        """Return the next strike, once it is within its lead."""
        coming = self.near(context.now, 0, self._longest_lead)
        return next((cue for cue in coming if context.judged(cue.id) is None), None)

    def load(self) -> None:
        """Read all pictures, and compute the light on the wall."""
        super().load()
        prepare_light(self.setting.place, LAMPS.values())

    def over_layer(self, context: DrawContext, layer: Layer) -> None:
        """Draw the shadows on the wall, behind all that stands before it."""
        super().over_layer(context, layer)
        wall = wall_of(self.setting.place, layer)
        for verb in LAMPS if wall is not None else ():
            self._shadow(context, verb, wall)

    def back(self, context: DrawContext) -> None:
        """Draw the board, the bag behind the fists, and the shadow where no wall is."""
        for verb in ASIDE_PX if not is_lit_wall(self.setting.place) else ():
            self._shadow(context, verb, None)
        x, row = self._hook(context)
        at = (context.lens.column(x), context.lens.row(row))
        context.target.fill(CHAIN, (at[0] - 1, at[1] - 1, 2, CORD_PX + 4))
        if "speed_bag.swivel" not in self.setting.place.marks:
            self._board(context, at)
        last = self._last(context)
        since = SQUASH_BEATS if last is None or not is_clean(last) else context.beats_since(last.time_us)
        prop = Prop("bag_speed", "squash", since) if since < SQUASH_BEATS else self._crooked(context, last)
        swivel = (at[0] + round(self._wobble(context)), at[1] + CORD_PX)
        draw_swinging(context, prop, swivel, self._angle(context), lambda: leather_bag(18, 27))

    def front(self, context: DrawContext) -> None:
        """Draw the strike's particles and the hit effect, and the glint on the next fist (warning)."""
        cue = self._next(context)
        fist = None if cue is None else self.hand_at(context, self.move(cue).hand)
        if cue is not None and fist is not None:
            draw_glint(context, fist, share_of_lead(context, cue))
        for cue in self.near(context.now, 2, 0.5):
            judged = context.judged(cue.id)
            if judged is None or is_missed(judged):
                continue
            x, row = self.contact_point(cue, context.now.form)
            at = (round(x), round(row))
            if is_clean(judged):
                context.burst(LEATHER, Burst(context.seconds_since(judged.time_us), at, cue.id, 1.0, 0.5))
            graze(context, judged, at)
            self.draw_hit(context, cue, (x, row))

    def _shadow(self, context: DrawContext, verb: Verb, wall: ImageLayer | None) -> None:
        """Draw the shadow of a strike with this hand in the light of a lamp, a beat ahead."""
        cues = [cue for cue in self.near(context.now, 0.5, 2.0) if cue.verbs[0] is verb]
        nearest = min(cues, key=lambda cue: abs(self._struck(context, cue)), default=None)
        since = UNLIT_BEATS if nearest is None else self._struck(context, nearest)
        action = "" if nearest is None else self.move(nearest).clean
        clip = self.setting.actors.clip(self.sheet, action, context.now.form)
        contact = 0.25 if clip is None else clip.contact or 0.0
        pose, row = Pose(action, max(0.0, contact + since), context.now.form), self.setting.row - SHADOW_UP_PX
        if wall is not None:
            draw_lamplit(context, wall, LAMPS[verb], Foreshadow(self.sheet, pose, LAMPS[verb].x, row), since)
        elif nearest is not None:
            x = self.x_of_station() + ASIDE_PX[verb]
            draw_foreshadow(context, Foreshadow(self.sheet, pose, x, row), since)

    def _struck(self, context: DrawContext, cue: Cue) -> float:
        """Return the beats since the shadow's strike for a cue."""
        return context.now.beat - float(cue.beat) + SHADOW_LEAD_BEATS

    def _hook(self, context: DrawContext) -> tuple[float, float]:
        """Return the screen position of the bag's swivel: under the painted board, where a fist just
        reaches the bag.
        """
        sheet = context.actors.sheets.get(self.sheet)
        ahead, above = (65, 184) if sheet is None else sheet.facts.get("swivel", (65, 184))
        x, row = self.x_of_station() + float(ahead), self.setting.row - float(above)
        swivel = self.setting.place.marks.get("speed_bag.swivel")
        fists = [self.contact_point(cue, "loose")[0] for cue in self.cues[:8]]
        return (min(fists) + FIST_TO_SWIVEL_PX if fists else x), (row if swivel is None else swivel.row)

    def _crooked(self, context: DrawContext, last: Judged | None) -> Prop:
        """Return the bag's picture; after an early or late strike it spins about its cord."""
        spun = last is not None and timing_of(last).side != 0
        return Prop(
            "bag_speed", "swing", turn=twist(context.beats_since(last.time_us), SPIN_DEGREES) if last and spun else 0
        )

    def _last(self, context: DrawContext) -> Judged | None:
        done = [judged for cue in self.near(context.now, 6, 0.5) if (judged := context.judged(cue.id)) is not None]
        return max(done, key=lambda judged: judged.time_us, default=None)

    def _angle(self, context: DrawContext) -> float:
        last = self._last(context)
        if last is None or is_missed(last):
            return 0.0
        angle = speed_bag_angle(context.beats_since(last.time_us), 1.0 if is_clean(last) else GLANCED)
        return angle + CROOKED_DEGREES * timing_of(last).side * max(0.0, 1.0 - context.beats_since(last.time_us))

    def _wobble(self, context: DrawContext) -> float:
        """Return the horizontal shake of the swivel in px: toward the fighter when early, away when late."""
        last = self._last(context)
        side = 0 if last is None else timing_of(last).side
        return 0.0 if last is None else shudder(context.seconds_since(last.time_us), side * WOBBLE_PX, 6.0, 0.25)

    def _board(self, context: DrawContext, at: tuple[int, int]) -> None:
        half, target = round(BOARD_METRES * self.setting.scale), context.target
        target.fill(IRON, (at[0] - 3, 0, 6, max(0, at[1] - 6)))
        target.fill(BOARD, (at[0] - half, at[1] - 8, 2 * half, 8))
        target.fill(BOARD_EDGE, (at[0] - half, at[1] - 8, 2 * half, 1))
        target.fill((20, 12, 12), (at[0] - half, at[1], 2 * half, 2))
        target.fill(IRON, (at[0] - 2, at[1], 4, 5))


VIEW: type[SectionView] = SpeedBagView
