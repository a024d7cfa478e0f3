"""View of the side of beef: a carcass on a pendulum that is back on the beat, its deformation when hit, frost falling
from the rail, and the echoes.
"""

from functools import partial
from math import pi, radians, sin

from game.minigames.meat import hall
from game.minigames.meat.neighbours import CHAIN, NEIGHBOURS, draw_neighbour
from game.sim.actions import Verb
from game.sim.chart import Cue
from game.sim.events import Echoed, Flinched, Judged, Part
from game.sim.judge import MAX_POINTS, Grade
from game.timing.units import US_PER_SECOND, Micros
from game.view.canvas.event_log import EventLog
from game.view.canvas.particles import ICE, STAR, Burst, Stuff
from game.view.canvas.timing_error import TimingError, is_clean, is_missed, timing_of
from game.view.exercise.foreshadow import ASIDE_PX, Foreshadow, draw_foreshadow
from game.view.exercise.pendulum import pendulum_angle, shudder, twist
from game.view.exercise.props import Prop, draw_swinging, side_of_beef
from game.view.exercise.section_view import SectionView, shadow
from game.view.exercise.standing import StandingView
from game.view.exercise.timing_feedback import KNUCKLE, graze, scuff
from game.view.figure.actor import Pose
from game.view.figure.performer import CueClips, Now
from game.view.film.draw_context import DrawContext
from game.view.place.map_layers import Layer

BEEF_AHEAD_METRES = 1.14
"""Distance of the beef ahead of the fighter's station, metres."""
HOOK_METRES = 3.05
"""Height of the ceiling hook, metres."""
BEEF_FOOT_METRES = 0.5
"""Height of the beef's lowest point over the floor, metres."""
BEEF_LENGTH_PX = 231
"""Distance from its lowest point up to its hook, px."""
HALF_BEEF_PX = 23
"""Distance from the beef's struck edge to below its hook, px: a fist at its full reach just presses into it."""
BEEF_SHADE_PX = 74
"""Width of the shadow of the beef on the floor, px."""
SWING_DEGREES = {"straight": 7.0, "hook": 12.0}
"""Amplitude of the swing after a clean hit, degrees, by cue kind."""
COMING_DEGREES = 8.0
"""Amplitude in degrees of the swing that warns of a cue: it starts a beat ahead and is back on the cue."""
REDDEST = 8
"""Number of sloppy hits at which the wraps have their full redness."""
SHADOW_UP_PX = 30
"""Height of a hook's shadow over the lane, px."""
DOOR_LIGHT = (150, 206, 204)
"""Color of the light that it falls into."""
HURT_US = US_PER_SECOND // 2
"""Duration of shaking out a hurt hand, in microseconds."""
RIPPLE_BEATS = 1 / 2
"""Duration of the ripple after a clean hit, in beats."""
TWIST_DEGREES = 44.0
"""Twist of the beef after an early or late hit, degrees."""
GLANCING = 0.45
"""Swing after an early or late hit, as a share of a clean hit's."""
LURCH_PX = 5.0
"""Displacement of the fighter after an early (backward) or late (forward) hit, px."""
LURCH_BEATS = 0.6
"""Duration of that displacement, in beats."""
COLD_BREATH = Stuff(((196, 216, 222), (168, 198, 208)), 7, 30, 6, 2.0, -10, 1.1, (2, 7), 30)
"""His breath in the cold of the hall: thin, so that puffs that overlap make a cloud and no disc."""
MOUTH_METRES = (0.3, 1.55)
"""Where it begins, ahead of his station and above the floor, metres."""
BRACED_METRES = 0.3
"""Distance of the bracing foot from the fighter's middle, metres."""
SCUFF_SCALE = 1.7
"""Size of its dust, as a factor."""


class MeatView(StandingView):
    """Draws straights and hooks at the side of beef."""

    hint_at = (-150, 186)
    sheet = "meat"
    cast = ("beef", hall.SHEET)
    lively = (hall.BARE_RAIL,)
    blow_force = 1.0
    wetness = 84

    def move(self, cue: Cue) -> CueClips:
        """Return the straight of the cue's hand."""
        hand = "left" if cue.verbs[0] is Verb.LEFT else "right"
        return CueClips(f"straight_{hand}", f"straight_{hand}", f"straight_{hand}_miss", f"{hand}_hand")

    def pose(self, context: DrawContext) -> Pose:
        """Wind up while a hook is held, punch on its release; shake the hand out while the knuckles hurt."""
        hurt = context.log.recent(Flinched, context.now.us, HURT_US)
        if hurt:
            return Pose("hurt", context.beats_since(hurt[-1].time_us), context.now.form)
        for cue in reversed([cue for cue in self.near(context.now, 4, 0.5) if cue.is_hold]):
            hook = self._hook(context, cue)
            if hook is not None and not self._is_over(context, cue):
                return hook
        return super().pose(context)

    def body(self, context: DrawContext) -> None:
        """Draw the fighter, with wraps reddened by the number of sloppy hits."""
        super().body(context)
        at = (context.lens.column(self.x_at(context)), context.lens.row(self.setting.row))
        context.actors.stain(context.target, self.sheet, self.pose(context), at, self._redness(context) / REDDEST)

    def _redness(self, context: DrawContext) -> int:
        """Return the redness of the wraps, 0 to 1, from the sloppy hits in the event log: it holds at any time."""
        hits = (self._hit(context, cue) for cue in self.cues)
        return sum(hit is not None and hit.grade is Grade.SLOPPY for hit in hits)

    def over_layer(self, context: DrawContext, layer: Layer) -> None:
        """Draw the men of the hall, and its light."""
        hall.draw_hall(context, layer, context.now.beat - float(self.setting.section.start_beat))

    def back(self, context: DrawContext) -> None:
        """Draw the fighter's reflection in the wet floor, the side of beef on its hook, and his breath."""
        self.reflection(context)
        scale = self.setting.scale
        for verb in NEIGHBOURS:
            draw_neighbour(context, self, verb, self.setting.row - BEEF_FOOT_METRES * scale - BEEF_LENGTH_PX)
        for cue in self.near(context.now, 3, 2.1):
            if cue.is_hold:
                self._foreshadow(context, cue)
        sheet = context.actors.sheets.get(self.sheet)
        reach = BEEF_AHEAD_METRES * scale if sheet is None else float(sheet.facts.get("reach", 82)) + HALF_BEEF_PX
        x = context.lens.column(self.x_of_station() + reach)
        top = context.lens.row(self.setting.row - BEEF_FOOT_METRES * scale - BEEF_LENGTH_PX)
        hook = self.setting.place.marks.get("meat.hook")
        rail = 0 if hook is None else context.lens.row(hook.row)
        context.target.fill(CHAIN, (x - 1, rail, 2, max(0, top + 4 - rail)))
        angle, jolt = self._swing(context)
        prop = self._carcass(context)
        foot = self.x_of_station() + reach + BEEF_LENGTH_PX * sin(radians(angle))
        shadow(context, foot, self.setting.row + 2, BEEF_SHADE_PX)
        draw_swinging(context, prop, (x + round(jolt), top), angle, partial(side_of_beef, 78, BEEF_LENGTH_PX))
        self._breathe(context)

    def _breathe(self, context: DrawContext) -> None:
        """Draw his breath before the beef and behind him: wherever he leans, none of it lies on his face."""
        number = int(context.now.beat // 2)
        age = (context.now.beat - number * 2 - 0.5) * context.now.us_per_beat / US_PER_SECOND
        ahead, up = (metres * self.setting.scale for metres in MOUTH_METRES)
        at = (round(self.x_of_station() + ahead), round(self.setting.row - up))
        context.burst(COLD_BREATH, Burst(age, at, number, lean=0.9, scale=1.6))

    def _foreshadow(self, context: DrawContext, cue: Cue) -> None:
        """Draw a partner's shadow in the light from the door, which winds up and throws the hook a beat ahead."""
        ahead = context.now.beat + float(cue.kind.lead)
        pressed, length = ahead - float(cue.beat), (cue.end_us - cue.time_us) / context.now.us_per_beat
        hand = "left" if cue.verbs[0] is Verb.LEFT else "right"
        thrown = pressed - length
        action = f"wind_{hand}" if thrown < 0 else f"hook_{hand}"
        clip = self.setting.actors.clip(self.sheet, action, context.now.form)
        contact = 0.0 if clip is None else clip.contact or 0.0
        pose = Pose(action, max(0.0, pressed if thrown < 0 else contact + thrown), context.now.form)
        since = min(0.0, pressed) if thrown < 0 else thrown
        x, row = self.x_of_station() + ASIDE_PX[cue.verbs[0]], self.setting.row - SHADOW_UP_PX
        draw_foreshadow(context, Foreshadow(self.sheet, pose, x, row, light=DOOR_LIGHT), since)

    def front(self, context: DrawContext) -> None:
        """Draw frost from the rail, and the rings of the echoes."""
        scale = self.setting.scale
        for cue in self.near(context.now, 3, 0.5):
            self._braced(context, cue)
            hit = self._hit(context, cue)
            if hit is None:
                continue
            age = context.seconds_since(hit.time_us)
            x, row = self.contact_point(cue, context.now.form)
            if is_clean(hit):
                top = (round(x), round(self.setting.row - HOOK_METRES * scale) + 8)
                context.burst(ICE, Burst(age, top, cue.id, 1.4, scale=1.6))
                context.burst(ICE, Burst(age, (round(x), round(row)), cue.id + 5, 0.6, 0.4))
            graze(context, hit, (round(x), round(row)), KNUCKLE)
            self.draw_hit(context, cue, (x, row), Part.RELEASE if cue.is_hold else Part.PRESS)
        self._echoes(context)

    def _braced(self, context: DrawContext, cue: Cue) -> None:
        """Draw the foot that braces for a hook: planted when clean, sliding ahead when early, dragging when late."""
        judged = context.judged(cue.id) if cue.is_hold else None
        if judged is None or is_missed(judged):
            return
        at = (round(self.x_of_station() + BRACED_METRES * self.setting.scale), round(self.setting.row) - 2)
        scuff(context, judged, at, SCUFF_SCALE)
        if is_clean(judged):
            context.burst(ICE, Burst(context.seconds_since(judged.time_us), at, cue.id + 13, 0.8, scale=1.4))

    def _is_over(self, context: DrawContext, hook: Cue) -> bool:
        """Whether a straight has been thrown since a hook was released."""
        gone = context.judged(hook.id, Part.RELEASE)
        later = (context.judged(cue.id) for cue in self.near(context.now, 2, 0.5) if not cue.is_hold)
        return gone is not None and any(judged is not None and judged.time_us > gone.time_us for judged in later)

    def _hook(self, context: DrawContext, cue: Cue) -> Pose | None:
        pressed = context.log.pressed_us(cue.id, context.now.us)
        if pressed is None:
            return None
        hand = "left" if cue.verbs[0] is Verb.LEFT else "right"
        released = context.judged(cue.id, Part.RELEASE)
        if released is None:
            begun = context.judged(cue.id)
            wound = f"wind_{hand}"
            action = (
                wound if begun is None else context.actors.either(self.sheet, wound + timing_of(begun).ending, wound)
            )
            return Pose(action, context.beats_since(pressed), context.now.form, f"{hand}_hand")
        since = context.beats_since(released.time_us)
        action = self.setting.actors.either(self.sheet, f"hook_{hand}{timing_of(released).ending}", f"hook_{hand}")
        clip = self.setting.actors.clip(self.sheet, action, context.now.form)
        contact = 0.25 if clip is None else clip.contact or 0.0
        after = 0.6 if clip is None else clip.after_contact
        return Pose(action, contact + since, context.now.form, f"{hand}_hand") if since < after else None

    def x_at(self, context: DrawContext) -> float:
        """Return the station's x plus the displacement after an early or late hit."""
        hit = self._last_hit(context)
        into = 1.0 if hit is None else context.beats_since(hit.time_us) / LURCH_BEATS
        push = LURCH_PX * sin(pi * into) if 0 <= into < 1 else 0.0
        return super().x_at(context) + (0.0 if hit is None else push * timing_of(hit).side)

    def _hit(self, context: DrawContext, cue: Cue) -> Judged | None:
        judged = context.judged(cue.id, Part.PRESS)
        return None if judged is None or is_missed(judged) else judged

    def _last_hit(self, context: DrawContext) -> Judged | None:
        hits = [hit for cue in self.near(context.now, 3, 0.5) if (hit := self._hit(context, cue)) is not None]
        return max(hits, key=lambda hit: hit.time_us, default=None)

    def _carcass(self, context: DrawContext) -> Prop:
        """Return the beef's picture after the last hit: rippling when clean, twisted on its chain otherwise."""
        hit = self._last_hit(context)
        if hit is None:
            return Prop("beef", "swing_a")
        since, timing = context.beats_since(hit.time_us), timing_of(hit)
        if timing is TimingError.CLEAN:
            return Prop("beef", "ripple_a", since) if since < RIPPLE_BEATS else Prop("beef", "swing_a")
        return Prop("beef", "swing_a", turn=twist(since, TWIST_DEGREES))

    def _swing(self, context: DrawContext) -> tuple[float, float]:
        angle, jolt = 0.9 * sin(pi * context.now.beat / 2), 0.0
        for cue in self.near(context.now, 6, 1.1):
            judged = context.judged(cue.id, Part.PRESS)
            if judged is None:
                due = cue.end_us if cue.is_hold else cue.time_us
                into = 1.0 + context.beats_since(due) / float(cue.kind.lead)
                angle += COMING_DEGREES * sin(pi * into) if 0 < into < 1 else 0.0
                continue
            if is_missed(judged):
                continue
            force = (0.35 + 0.65 * judged.points / MAX_POINTS) * (1.0 if is_clean(judged) else GLANCING)
            angle += pendulum_angle(context.beats_since(judged.time_us), SWING_DEGREES.get(cue.name, 7.0) * force)
            jolt += shudder(context.seconds_since(judged.time_us), 2.4 * force)
        return max(-16.0, min(20.0, angle)), jolt

    def _echoes(self, context: DrawContext) -> None:
        """Draw the echoes: frost shaken from the rails behind, in the rhythm of the hits."""
        for echo in context.log.recent(Echoed, context.now.us, US_PER_SECOND):
            age = context.seconds_since(echo.time_us)
            for index, ahead in enumerate((2.2, 3.1, 4.2)):
                x = self.x_of_station() + ahead * self.setting.scale
                at = (round(x), round(self.setting.row - 2.7 * self.setting.scale))
                context.burst(ICE, Burst(age - 0.05 * index, at, echo.cue_id * 3 + index, 0.8))
                context.burst(STAR, Burst(age - 0.05 * index, at, echo.cue_id * 3 + index, 0.5))

    def blows(self, now: Now, log: EventLog) -> list[tuple[Micros, float]]:
        """Return recent hits; a hook counts at its release."""
        felt = []
        for cue in self.near(now, 4, 1):
            judged = log.judged(cue.id, now.us, Part.PRESS)
            if judged is not None and not is_missed(judged):
                felt.append((judged.time_us, 1.0 if cue.is_hold else 0.6))
        return felt


VIEW: type[SectionView] = MeatView
