"""View of the bridge: the frame narrows to the runner, and he steps only when the player presses.

No lamp, drip or arch moves in tempo here: in the silence nothing on screen may give the beat away.
"""

from math import exp, pi, sin

import pygame

from game.minigames.bridge.cage_lamps import CageLamps
from game.minigames.bridge.dim_light import draw_dim_light, draw_sunlit_ripples
from game.minigames.bridge.exit_light import draw_exit_light, draw_pools, load_pools
from game.minigames.bridge.gratings import draw_gratings, load_gratings
from game.minigames.bridge.near_wall import NearWall
from game.minigames.bridge.own_pace import draw_own_pace
from game.sim.actions import Verb
from game.sim.chart import Cue
from game.view.canvas.easing import clamp, smooth
from game.view.canvas.event_log import EventLog
from game.view.canvas.particles import BREATH, SPLASH, Burst, Stuff
from game.view.canvas.timing_error import TimingError, is_clean, timing_of
from game.view.exercise.hit_feedback import draw_reward
from game.view.exercise.pigeons import Flock, draw_flock
from game.view.exercise.runner import BREATH_PX, RunnerView
from game.view.exercise.section_view import SectionView, Setting, shadow
from game.view.exercise.timing_feedback import scuff
from game.view.figure.actor import Pose
from game.view.figure.performer import Now
from game.view.film.draw_context import WARMTH_EASE_US, DrawContext
from game.view.place.map_layers import Layer

STRIDE_BEATS = 1.0
"""Duration of a stride's clip, in beats."""
LANDING_BEATS = 0.45
"""Duration of a step's landing and push-off, in beats."""
POISED_BEATS = 1.7
"""Duration of the pose that waits for the next step, in beats; then he stands."""
LAG_PX = 64
"""Distance that he falls behind while waiting for a step that does not come, px."""
STEP_CONTACT = 0.25
"""Beat of a stride's clip at which the foot lands."""
JOIN = "join"
"""Cue kind of the join."""
SCUFF_SCALE = 1.8
"""Size of the join's dust, as a factor."""
STAR_UP_PX = 44
"""Height of the join's star, px."""
JOIN_REWARD_SCALE = 2.4
"""Size of the join's hit effect, as a factor."""
LOST_LIGHT = 0.5
"""Share of the light that is missing after a missed join."""
LOST_LIGHT_BEATS = 2.0
"""Beats for which it is missing."""
TIGHTER_BY = 1.1
"""Narrowing of the frame on a poor run, as a factor."""
WIDER_BY = 0.84
"""Narrowing of the frame on a great run, as a factor."""
WARM_BREATH = Stuff(((255, 226, 186), (240, 206, 168)), 8, 46, 14, 2.2, -16, 1.15, (2, 5), 22)
"""Breath on a great run."""
DIP_BEATS = 0.8
"""Duration of the knee's dip after a miss, in beats."""
DIP_PX = 7.0
"""Depth of the dip, px."""
FLOCK = 9
"""Pigeons in each flock."""
FLOCK_PX = 70
"""Width of a flock, px."""
FLOCK_ASIDE_PX = 44
"""Distance of the flocks to either side, px."""
FLOCK_AHEAD_PX = 60
"""Distance of the flocks ahead of the join, px."""
FLOCK_UP_PX = 12
"""Height of the flocks over the ground, px."""
RIPPLE_S = 0.45
"""Duration of a ring on the wet stones, in seconds."""
RIPPLE_PX = (5, 30)
"""Radius of a ring at its start and end, px."""
SECOND_RING_S = 0.09
"""Delay of the second ring of a perfect step, in seconds: its only hit effect here."""
RIPPLE = ((236, 226, 196), (70, 66, 62))
"""Color of a ring at its start and at its end."""


class BridgeView(RunnerView):
    """Draws one step for each press, and none without."""

    sheet = "bridge"
    ground = SPLASH
    lively = ("far-windows", "scull", "people")
    narrowest = 0.86
    darkest = 0.76

    def __init__(self, setting: Setting) -> None:
        super().__init__(setting)
        self._wall, self._lamps = setting.derived.get(("under the bridge", setting.place.folder), self._lit)

    def load(self) -> None:
        """Read all pictures, and compute the light that falls through the gratings and into the arches."""
        super().load()
        load_gratings(self.setting.place, self.setting.row)
        load_pools()

    def _lit(self) -> tuple[NearWall, CageLamps]:
        wall = NearWall(self.setting.place, self.setting.pictures)
        return wall, CageLamps(self.setting.place, wall)

    def pose(self, context: DrawContext) -> Pose:
        """Return the stride of the last step: landing, push-off, then waiting on one leg.

        Before the first step and after the last he runs by himself.
        """
        last, form = self._last_step(context), context.now.form
        joined = self._joined(context)
        if joined is not None:
            return joined
        if last is None or self._is_over(context):
            return Pose("run", context.now.beat, form)
        verb, since, ending = last
        this, other = ("left", "right") if verb is Verb.LEFT else ("right", "left")
        landing = self.setting.actors.either(self.sheet, f"step_{this}{ending}", f"step_{this}")
        clip = self.clip(landing, form)
        contact = STEP_CONTACT if clip is None else clip.contact or 0.0
        after = STEP_CONTACT if clip is None else clip.after_contact
        if since < LANDING_BEATS:
            return Pose(landing, contact + after * since / LANDING_BEATS * 0.999, form)
        if since < POISED_BEATS:
            swung = min(1.0, (since - LANDING_BEATS) / (STRIDE_BEATS - LANDING_BEATS))
            swing = self.clip(f"step_{other}", form)
            lands = STEP_CONTACT if swing is None else swing.contact or 0.0
            return Pose(f"step_{other}", lands * swung * 0.95, form)
        return Pose("stand", context.now.beat, form)

    def x_at(self, context: DrawContext) -> float:
        """Return the path's x less the distance he has fallen behind."""
        last = self._last_step(context)
        waited = 0.0 if last is None or self._is_over(context) else max(0.0, last[1] - STRIDE_BEATS)
        return self.setting.x_of(context.now.beat) - LAG_PX * (1 - exp(-1.4 * waited))

    def darkness(self, now: Now, log: EventLog) -> float:
        """Return the map's darkness; after a missed join half of it stays for half a bar."""
        cue = self.cues[-1] if self.cues else None
        judged = None if cue is None or cue.name != JOIN else log.judged(cue.id, now.us)
        lost = 0.0
        if judged is not None and timing_of(judged) is TimingError.MISSED:
            lost = LOST_LIGHT * (1.0 - smooth(min(1.0, (now.us - judged.time_us) / now.us_per_beat / LOST_LIGHT_BEATS)))
        return max(lost, super().darkness(now, log))

    def _joined(self, context: DrawContext) -> Pose | None:
        """Return the pose of the join: chest open when clean, off balance when early or late, tripping when missed."""
        cue = self.cues[-1] if self.cues else None
        judged = None if cue is None or cue.name != JOIN else context.judged(cue.id)
        if judged is None:
            return None
        action, since = JOIN + timing_of(judged).ending, context.beats_since(judged.time_us)
        clip = self.clip(action, context.now.form)
        if clip is None or since >= clip.length:
            return None
        # The clip begins on the left foot.
        other_foot = clip.length / 2 if clip.loops and judged.verb is Verb.RIGHT else 0.0
        return Pose(action, since + other_foot, context.now.form)

    def _is_over(self, context: DrawContext) -> bool:
        return not self.cues or context.now.beat > float(self.cues[-1].beat) + LANDING_BEATS

    def over_layer(self, context: DrawContext, layer: Layer) -> None:
        """Add the glare behind the great arch, and the river's reflections to the stone of the near wall."""
        draw_exit_light(context, self.setting.place, layer)
        if self._wall.is_drawn_by(layer):
            left = 1.0 - self.darkness(context.now, context.log) / self.darkest
            draw_sunlit_ripples(context, self.setting.pictures, self._wall, left)

    def breath(self, context: DrawContext, every_beats: int = 2) -> None:
        """Draw the breath: large and lit on a great run, hardly visible on a poor one."""
        number = int(context.now.beat // every_beats)
        share = context.warmth / 3.0
        for puff in (number, number - 1):
            beat = puff * every_beats + 0.5
            age = (context.now.beat - beat) * context.now.us_per_beat / 1e6
            at = (round(self.x_at(context)) + BREATH_PX[0], round(self.setting.row) - BREATH_PX[1])
            context.burst(WARM_BREATH if share > 0.5 else BREATH, Burst(age, at, puff, 0.5 + share, 0.6, 0.8 + share))

    def back(self, context: DrawContext) -> None:
        """Draw the pigeons at the join (all fly up when clean, those ahead when early, those behind when late, none
        when missed) and, in the dark, the reflections of the river.
        """
        left = self.darkness(context.now, context.log) / self.darkest
        draw_dim_light(context, self.setting.pictures, self._wall, self.setting.row, left)
        draw_pools(context, self.setting.place, self.setting.row, 1.0 - left)
        self._lamps.draw(context, self.setting.row)
        draw_gratings(context, self.setting.place, self.setting.row, left)
        for cue in self.near(context.now, 4, 6):
            if cue.name != JOIN:
                continue
            judged = context.judged(cue.id)
            timing = None if judged is None else timing_of(judged)
            since = -1.0 if judged is None else context.beats_since(judged.time_us)
            x, row = context.lens.column(self.setting.cue_x(float(cue.beat))), context.lens.row(self.setting.row)
            for side in (-1, 1):
                at = (x + FLOCK_AHEAD_PX + side * FLOCK_ASIDE_PX, row - FLOCK_UP_PX)
                flown = since if timing is TimingError.CLEAN or (timing is not None and timing.side == -side) else -1.0
                draw_flock(context, Flock(at, FLOCK_PX, FLOCK, cue.id + side, side, 1.0 - self.darkest * left), flown)

    def body(self, context: DrawContext) -> None:
        """Draw the fighter over his shadow."""
        x = self.x_at(context)
        if context.options.see_silence:
            draw_own_pace(context, self.cues, (x, self.setting.row))
        shadow(context, x, self.setting.row, 46)
        context.fighter(self.sheet, self.pose(context), x, self.setting.row + self._dip(context), self.height)

    def _dip(self, context: DrawContext) -> float:
        """Return the dip of his knee in px after a missed step."""
        for cue in self.near(context.now, DIP_BEATS, 0):
            judged = context.judged(cue.id)
            into = 1.0 if judged is None else context.beats_since(judged.time_us) / DIP_BEATS
            if judged is not None and timing_of(judged) is TimingError.MISSED and 0 <= into < 1:
                return DIP_PX * sin(pi * into) ** 2
        return 0.0

    def footfalls(self, context: DrawContext) -> None:
        """Draw the rings and splashes of the player's own steps."""
        for cue in self.near(context.now, 2, 0.5):
            pressed = context.log.pressed_us(cue.id, context.now.us)
            if pressed is not None:
                x = self.setting.x_of(context.now.beat - context.beats_since(pressed))
                at = (round(x) + 8, round(self.setting.row) - 1)
                judged = context.judged(cue.id)
                side = 0 if judged is None else timing_of(judged).side
                # Early the water flies ahead of the foot, late it is dragged behind: no other sign of time down here.
                age = context.seconds_since(pressed)
                context.burst(SPLASH, Burst(age, at, cue.id, 1.0 + 0.4 * abs(side), -1.1 * side, scale=1.6))
                draw_ripple(context, at, age, side)
                if judged is not None and judged.dead_on and cue.name != JOIN:
                    draw_ripple(context, at, age - SECOND_RING_S, 0)

    def scuffs(self, context: DrawContext) -> None:
        """Draw dust at the join only: in the silence the splashes already show the timing."""
        cue = self.cues[-1] if self.cues else None
        judged = None if cue is None or cue.name != JOIN else context.judged(cue.id)
        if cue is None or judged is None:
            return
        x = self.setting.x_of(context.now.beat - context.beats_since(judged.time_us)) + 8
        at, age = (round(x), round(self.setting.row) - 2), context.seconds_since(judged.time_us)
        scuff(context, judged, at, SCUFF_SCALE)
        if is_clean(judged):
            context.burst(SPLASH, Burst(age, at, cue.id + 3, 2.0, scale=2.2))
        draw_reward(context, judged, (at[0], at[1] - STAR_UP_PX), JOIN_REWARD_SCALE)

    def tightness(self, now: Now, log: EventLog) -> float:
        """Narrow the frame as the music stops and widen it at the join, as the map's triggers say; more on a poor run,
        less on a great one.
        """
        open_by = TIGHTER_BY - (TIGHTER_BY - WIDER_BY) * log.warmth(now.us, WARMTH_EASE_US) / 3.0
        if self.setting.squeezes:
            return min(1.0, super().tightness(now, log) * open_by)
        start, end = float(self.setting.section.start_beat), float(self.setting.section.end_beat)
        closing = smooth(clamp((now.beat - start - 1) / 7))
        opening = smooth(clamp((now.beat - (end - 1.05)) / 0.6))
        return min(1.0, self.narrowest * closing * (1 - opening) * open_by)

    def _last_step(self, context: DrawContext) -> tuple[Verb, float, str] | None:
        """Return the foot of the last step (pressed, or stumbled after a miss), the beats since, and the ending of its
        clip.
        """
        done = [step for cue in self.near(context.now, 6, 0.5) if (step := self._step(context, cue)) is not None]
        return min(done, key=lambda step: step[1], default=None)

    def _step(self, context: DrawContext, cue: Cue) -> tuple[Verb, float, str] | None:
        judged = context.judged(cue.id)
        if judged is None:
            return None
        foot = judged.verb if judged.verb in (Verb.LEFT, Verb.RIGHT) else cue.verbs[0]
        return foot, context.beats_since(judged.time_us), timing_of(judged).ending


def draw_ripple(context: DrawContext, at: tuple[int, int], age: float, side: int) -> None:
    """Draw a step's ring on the wet stones at a place's pixel: whole, or only the half on the side of the error."""
    if not 0 <= age < RIPPLE_S:
        return
    share = age / RIPPLE_S
    across = round(RIPPLE_PX[0] + (RIPPLE_PX[1] - RIPPLE_PX[0]) * (1 - (1 - share) ** 2))
    down = max(2, across // 4)
    x, row = context.lens.column(at[0]), context.lens.row(at[1])
    red, green, blue = (round(lit + (dark - lit) * share) for lit, dark in zip(*RIPPLE, strict=True))
    clip = context.target.get_clip()
    left = x if side < 0 else x - across
    half = pygame.Rect(left, row - down, across if side else 2 * across, 2 * down)
    context.target.set_clip(half.clip(clip))
    pygame.draw.ellipse(context.target, (red, green, blue), (x - across, row - down, 2 * across, 2 * down), 1)
    context.target.set_clip(clip)


VIEW: type[SectionView] = BridgeView
