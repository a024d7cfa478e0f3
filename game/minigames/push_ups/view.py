"""View of the push-ups: the arm bends while the verb is held; chalk strokes on a slate show the count,
without digits.
"""

from functools import lru_cache

import pygame

from game.minigames.push_ups.lamp import draw_ring_lamp, load_ring_lamp
from game.minigames.push_ups.rules import REPS_BEFORE, SHAKES_FROM
from game.sim.actions import Verb
from game.sim.chart import Cue
from game.sim.events import Part
from game.view.canvas.easing import clamp, smoother
from game.view.canvas.event_log import EventLog
from game.view.canvas.particles import DUST, Burst, Stuff, chance
from game.view.canvas.timing_error import TimingError, is_missed, timing_of
from game.view.exercise.advance import draw_stick
from game.view.exercise.section_view import SectionView, shadow
from game.view.exercise.standing import StandingView
from game.view.exercise.timing_feedback import scuff
from game.view.figure.actor import Pose
from game.view.figure.performer import Now
from game.view.figure.sprite_sheet import SpriteFrame
from game.view.film.draw_context import DrawContext

DOWN_BEATS = 0.42
"""Duration of going down, in beats."""
UP_BEATS = 0.42
"""Duration of coming up, in beats."""
UNLOCKED = 0.16
"""Share of the way down shown at the press itself, so that the press is visible at once."""
CLAP_BEATS = 0.45
"""Duration of a clap, in beats."""
CLAP_UP_PX = 34
"""Height of the hands at a clap, px."""
SPRINGS_PX = {TimingError.CLEAN: 5.0, TimingError.EARLY: 2.0, TimingError.LATE: 2.0}
"""Height that a clap throws him up, px, by timing."""
CLAPS = {
    TimingError.CLEAN: "clap",
    TimingError.EARLY: "clap_early",
    TimingError.LATE: "clap_late",
    TimingError.MISSED: "clap_miss",
}
"""Clips of a clap by timing."""
CLAP_DUST = 2.4
"""Amount of chalk dust of a clean clap, as a factor."""
CLAP_DUST_SCALE = 2.2
"""Size of its puffs, as a factor."""
MISTIMED = {TimingError.EARLY: (0.45, 1.0), TimingError.LATE: (1.0, 0.72)}
"""Duration and depth of going down as factors of a clean one's, by timing."""
SCUFF_SCALE = 1.7
"""Size of the dust under a mistimed hand, as a factor."""
PALM_METRES = {Verb.LEFT: 0.45, Verb.RIGHT: 0.37}
"""Distance of the planted hand ahead of his middle, metres, by arm."""
TRAINER_METRES = -1.52
"""Position of the trainer from the station, metres (behind him)."""
PARTNER_METRES = -0.66
"""Position of the partner from the station, metres (behind him)."""
STICK_HAND = "right_hand"
"""The trainer's hand that holds the stick."""
STICK_PX = 54
"""Length of the stick, px."""
SLATE_METRES = (2.25, 1.5)
"""Position of the slate's middle: ahead of the station and above the floor, metres."""
STROKE_STEP = 4
"""Distance between strokes, px."""
STROKE_HIGH = 13
"""Height of a stroke, px."""
GROUP_STEP = 23
"""Distance between groups of five, px."""
ROW_STEP = 21
"""Distance between rows, px."""
SLATE_SIZE = (132, 60)
"""Width and height of the slate, px."""
CHALK = (226, 220, 204)
"""Color of the strokes."""
CHALKED = Stuff(((236, 232, 220), (200, 192, 176)), 6, 70, 50, 3.4, 30, 0.5, (2, 6), 120, radial=True)
"""Chalk dust from between his hands in a clap."""
LAMP_METRES = 1.0
"""Distance from his middle within which a lamp of the place hangs over him, metres."""
LEAN_FROM_REPS = 40
"""Count from which on the picture narrows."""
LEAN = 0.30
"""How far it narrows, 0 to 1."""


class PushUpView(StandingView):
    """Draws push-ups and the tally."""

    hint_at = (36, 88)
    sheet = "push_ups"
    middle_metres = 0.42
    haze_share = 1.5
    cast = ("trainer", "partner")
    stands_on = ("left_foot", "right_foot", "left_hand", "right_hand")

    def load(self) -> None:
        """Read all pictures, and compute the light of the lamp over the ring."""
        super().load()
        load_ring_lamp()

    def pose(self, context: DrawContext) -> Pose:
        """Return which arm bends and how far, or the change of arms and the clap between."""
        form = context.now.form
        clap = self._clap(context)
        if clap is not None:
            return clap
        cue = self._current(context)
        if cue is None:
            return Pose("left", 0.0, form)
        judged = context.judged(cue.id)
        arm = "right" if (judged.verb if judged else cue.verbs[0]) is Verb.RIGHT else "left"
        if judged is not None and is_missed(judged) and context.beats_since(judged.time_us) < 1.0:
            return Pose("miss", context.beats_since(judged.time_us), form)
        depth = self._depth(context, cue)
        if depth > 0.02 and self._reps(context.now, context.log) >= SHAKES_FROM:
            depth = clamp(depth + 0.10 * (chance(round(context.now.beat * 16), cue.id, 1) - 0.5))
        ending = "" if judged is None else timing_of(judged).ending
        action = self.setting.actors.either(self.sheet, arm + ending, arm)
        clip = self.setting.actors.clip(self.sheet, action, form)
        length = 1.0 if clip is None else clip.length
        return Pose(action, depth * length * 0.999, form, f"{arm}_hand")

    def back(self, context: DrawContext) -> None:
        """Draw the lamp's light, the slate with its strokes, the trainer who counts, and the partner who claps."""
        scale, row, x = self.setting.scale, self.setting.row, self.x_of_station()
        for lamp in self.setting.place.lamps:
            if abs(lamp.x - x) < LAMP_METRES * scale:
                draw_ring_lamp(context, lamp)
        mark = self.setting.place.marks.get("tally")
        if mark is not None:
            at = (context.lens.column(mark.x, mark.parallax), context.lens.row(mark.row))
        else:
            left, top = x + SLATE_METRES[0] * scale, row - SLATE_METRES[1] * scale
            at = (context.lens.column(left) - SLATE_SIZE[0] // 2, context.lens.row(top) - SLATE_SIZE[1] // 2)
            context.target.blit(slate(), at)
        self._tally(context, at)
        counts, claps = self._counted(context, Verb.RIGHT), self._counted(context, Verb.LEFT)
        trainer = x + TRAINER_METRES * scale
        counting = Pose("kneel_count", counts, facing=-1)
        counted = context.sprite("trainer", counting, trainer, row - 6, 1.2 * scale)
        context.sprite("partner", Pose("kneel_clap", claps), x + PARTNER_METRES * scale, row - 6, 1.2 * scale)
        if counted is not None:
            self._draw_stick(context, counted, trainer)

    def _draw_stick(self, context: DrawContext, trainer: SpriteFrame, x: float) -> None:
        """Draw the trainer's stick: it rises ahead of a push-up, stays up while it is held and is down at its end
        (warning)."""
        if STICK_HAND in trainer.anchors:
            (across, down), (left, top) = trainer.anchors[STICK_HAND], trainer.origin
            cues = self.near(context.now, 3, 1.1)
            draw_stick(context, (x + left - across, self.setting.row - 6 + down - top), cues, STICK_PX)

    def _counted(self, context: DrawContext, arm: Verb) -> float:
        """Return the phase of a counting person: hands meet a beat ahead of each push-up of the arm on that side
        (warning).
        """
        for cue in self.near(context.now, 0.1, 1.6):
            into = context.now.beat - float(cue.beat) + float(cue.kind.lead)
            if -0.5 <= into < 0.5 and (arm in cue.verbs or cue.name == "clap"):
                return into
        return 0.5

    def front(self, context: DrawContext) -> None:
        """Draw chalk dust and the hit effect."""
        for cue in self.near(context.now, 2, 0.5):
            pressed = context.log.pressed_us(cue.id, context.now.us)
            if pressed is not None:
                palm = PALM_METRES.get(cue.verbs[0], PALM_METRES[Verb.RIGHT])
                up = CLAP_UP_PX if cue.name == "clap" else 2
                at = (round(self.x_of_station() + palm * self.setting.scale), round(self.setting.row) - up)
                judged = context.judged(cue.id)
                if judged is not None and timing_of(judged).side:
                    scuff(context, judged, at, SCUFF_SCALE)
                elif cue.name == "clap":
                    context.burst(
                        CHALKED, Burst(context.seconds_since(pressed), at, cue.id, CLAP_DUST, 0, CLAP_DUST_SCALE)
                    )
                else:
                    context.burst(DUST, Burst(context.seconds_since(pressed), at, cue.id, 0.7, scale=1.3))
                for part in Part:
                    self.draw_hit(context, cue, (at[0], at[1] - 6), part)

    def tightness(self, now: Now, log: EventLog) -> float:
        """Narrow the picture past forty, whatever the map's triggers say."""
        return LEAN * clamp((self._reps(now, log) - LEAN_FROM_REPS) / 6)

    def _current(self, context: DrawContext) -> Cue | None:
        lowers = [cue for cue in self.near(context.now, 4, 0.3) if cue.name == "lower"]
        begun = [cue for cue in lowers if context.judged(cue.id) or context.log.pressed_us(cue.id, context.now.us)]
        return begun[-1] if begun else (lowers[-1] if lowers else None)

    def _depth(self, context: DrawContext, cue: Cue) -> float:
        pressed = context.log.pressed_us(cue.id, context.now.us)
        if pressed is None:
            return 0.0
        judged = context.judged(cue.id)
        share, deepest = MISTIMED.get(TimingError.CLEAN if judged is None else timing_of(judged), (1.0, 1.0))
        fallen = smoother(context.beats_since(pressed) / (DOWN_BEATS * share))
        going_down = deepest * (UNLOCKED + (1.0 - UNLOCKED) * fallen)
        let_go = context.log.let_go_us(cue.id, context.now.us)
        if let_go is None:
            return going_down
        return going_down * (1 - smoother(context.beats_since(let_go) / UP_BEATS))

    def _clap(self, context: DrawContext) -> Pose | None:
        for cue in self.near(context.now, 1, 0.5):
            judged = context.judged(cue.id) if cue.name == "clap" else None
            if judged is None or not (since := context.beats_since(judged.time_us)) < CLAP_BEATS:
                continue
            timing = timing_of(judged)
            other = "miss" if timing is TimingError.MISSED else "clap"
            action = self.setting.actors.either(self.sheet, CLAPS[timing], other)
            clip = self.setting.actors.clip(self.sheet, action, context.now.form)
            contact = 0.0 if clip is None or timing is TimingError.MISSED else clip.contact or 0.0
            return Pose(action, contact + since, context.now.form)
        return None

    def body(self, context: DrawContext) -> None:
        """Draw the fighter, above the ground during a clap."""
        x, up = self.x_at(context), self._sprung(context)
        self.contacts(context)
        shadow(context, x, self.setting.row, round(44 * self.setting.scale / 50), 0.6 if up > 2 else 1.0)
        context.fighter(self.sheet, self.pose(context), x, self.setting.row - up, self.height)

    def _sprung(self, context: DrawContext) -> float:
        """Return the height of a clap's jump in px: highest and longest when clean."""
        for cue in self.near(context.now, 1, 0.5):
            judged = context.judged(cue.id) if cue.name == "clap" else None
            into = 1.0 if judged is None else context.beats_since(judged.time_us) / CLAP_BEATS
            if judged is not None and 0 <= into < 1:
                return SPRINGS_PX.get(timing_of(judged), 0.0) * (1.0 - into**2)
        return 0.0

    def _reps(self, now: Now, log: EventLog) -> int:
        """Return the count: every push-up whose time has passed, as the rules keep it."""
        done = 0
        for cue in self.cues:
            if cue.time_us > now.us:
                break
            closed = log.let_go_us(cue.id, now.us) or log.judged(cue.id, now.us, Part.RELEASE)
            missed = log.judged(cue.id, now.us)
            if closed or (missed is not None and (is_missed(missed) or not cue.is_hold)):
                done += cue.reps
        return REPS_BEFORE + done

    def _tally(self, context: DrawContext, at: tuple[int, int]) -> None:
        for number in range(self._reps(context.now, context.log)):
            group, button_event = divmod(number, 5)
            x = at[0] + 9 + group % 5 * GROUP_STEP
            y = at[1] + 10 + group // 5 * ROW_STEP
            wobble = round(chance(number, 3, 1) * 1.6)
            if button_event < 4:
                context.target.fill(CHALK, (x + button_event * STROKE_STEP, y + wobble, 2, STROKE_HIGH - wobble))
            else:
                pygame.draw.line(context.target, CHALK, (x - 3, y + STROKE_HIGH - 2), (x + 15, y + 2), 2)


@lru_cache(maxsize=1)
def slate() -> pygame.Surface:
    """Return the slate in its wooden frame."""
    board = pygame.Surface(SLATE_SIZE, 0, 32)
    board.fill((92, 60, 38))
    board.fill((150, 104, 62), (0, 0, SLATE_SIZE[0], 1))
    board.fill((40, 24, 20), (0, SLATE_SIZE[1] - 1, SLATE_SIZE[0], 1))
    board.fill((28, 32, 34), (4, 4, SLATE_SIZE[0] - 8, SLATE_SIZE[1] - 8))
    for streak in range(12):
        x, y = 6 + round(chance(streak, 1, 1) * 100), 6 + round(chance(streak, 2, 1) * 46)
        board.fill((36, 41, 43), (x, y, 10 + round(chance(streak, 3, 1) * 14), 2))
    return board


VIEW: type[SectionView] = PushUpView
