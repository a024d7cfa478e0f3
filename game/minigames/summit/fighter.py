"""The fighter on the summit: the turn, the jabs, the raise, the arms held; his breath, and what a cue leaves at his
fists and heels.
"""

from game.minigames.summit.measures import (
    ANSWER_BEATS,
    FEET,
    FIST_ACROSS_PX,
    FIST_UP_PX,
    GATHER_BEATS,
    GATHERED,
    HALF_UP_BEATS,
    HALF_UP_FORM,
    HEEL_SCALE,
    HEIGHT_PX,
    JAB_REWARD,
    LAUNCHED,
    RAISE_REWARD,
    RUNG_OUT_BEATS,
    SLOW_RAISE_BEATS,
    SUN_RIM,
)
from game.sim.chart import Cue
from game.view.canvas.lens import VIEW_Y, WIDTH
from game.view.canvas.particles import BREATH, Burst
from game.view.canvas.timing_error import TimingError, is_missed, timing_of
from game.view.exercise.hit_feedback import draw_reward
from game.view.exercise.section_view import SectionView, Staging, shadow
from game.view.exercise.timing_feedback import KNUCKLE, graze, scuff
from game.view.figure.actor import Pose
from game.view.figure.sprite_sheet import SpriteFrame
from game.view.figure.sun_rim import RIM_STEPS, draw_sun_rim
from game.view.film.draw_context import DrawContext


def draw_rim(context: DrawContext, frame: SpriteFrame | None, feet: tuple[float, float], sunlit: float) -> None:
    """Draw the sun's light along a body that was drawn with its feet at a pixel; `sunlit` is 0 to 1."""
    if frame is not None:
        corner = (context.lens.column(feet[0]) - frame.origin[0], context.lens.row(feet[1]) - frame.origin[1])
        draw_sun_rim(context.target, frame.picture, corner, SUN_RIM, round(RIM_STEPS * sunlit))


class SummitFighter(SectionView):
    """Draws him in the middle of the picture, from behind."""

    staging = Staging.OWN
    hint_at = (-150, 170)
    sheet = "summit"

    def body(self, context: DrawContext) -> None:
        """Draw the fighter in the middle of the picture, from behind."""
        x, row = self.feet_at(context)
        shadow(context, x, row, 58)
        frame = context.fighter(self.sheet, self.pose(context), x, row, HEIGHT_PX)
        if self.sheet not in context.actors.unseen:
            draw_rim(context, frame, (x, row), self.sunlit(context))

    def sunlit(self, context: DrawContext) -> float:
        """Return how much of the city's sun is on him, 0 to 1."""
        return 1.0

    def feet_at(self, context: DrawContext) -> tuple[float, float]:
        """Return the position of his feet in the picture."""
        return WIDTH / 2, FEET + VIEW_Y

    def pose(self, context: DrawContext) -> Pose:
        """Return his pose: the turn, a jab, the raise, the arms held, also while the last chord rings out. Arms that
        went up late are lowered at its end.
        """
        form = context.now.form
        for cue in reversed(self.near(context.now, RUNG_OUT_BEATS, 0.4)):
            pressed = context.log.pressed_us(cue.id, context.now.us)
            judged = context.judged(cue.id)
            if judged is not None and is_missed(judged):
                over = context.beats_since(cue.end_us)
                found = self._missed(cue, (context.beats_since(judged.time_us), over), form)
            elif pressed is not None:
                found = self._after(
                    cue, context.beats_since(pressed), form, timing_of(judged) if judged else TimingError.CLEAN
                )
            else:
                found = self._before(context, cue, context.now.beat - float(cue.beat))
            if found is not None:
                return found
        return Pose("idle", context.now.beat, form)

    def front(self, context: DrawContext) -> None:
        """Draw his breath, the hit effect of a perfect fist or heel, and the particles of an early or late one."""
        number = int(context.now.beat // 2)
        age = (context.now.beat - number * 2 - 0.5) * context.now.us_per_beat / 1e6
        at = (WIDTH // 2 + 6, FEET - 104 + VIEW_Y)
        context.burst(BREATH, Burst(age, at, number, 1.0, 0.4))
        for cue in self.cues:
            judged = context.judged(cue.id)
            if judged is None:
                continue
            across = 0 if cue.kind.chord else FIST_ACROSS_PX.get(judged.verb, 0)
            middle = WIDTH // 2
            felt = (middle, FEET + VIEW_Y) if cue.name == "turn" else (middle + across, at[1] - FIST_UP_PX)
            if timing_of(judged).side:
                if cue.name == "turn":
                    scuff(context, judged, felt, HEEL_SCALE)
                else:
                    graze(context, judged, felt, KNUCKLE)
                gasp = Burst(context.seconds_since(judged.time_us), at, cue.id, 1.6, 1.4 * timing_of(judged).side)
                context.burst(BREATH, gasp)
            draw_reward(context, judged, felt, RAISE_REWARD if cue.kind.chord else JAB_REWARD)

    def _before(self, context: DrawContext, cue: Cue, into: float) -> Pose | None:
        """Return the crouch just before the raise; his pose shows no other warning."""
        if cue.name != "raise" or into < -GATHER_BEATS or self._answers(context):
            return None
        return Pose("raise", min(GATHER_BEATS + into, GATHERED), context.now.form)

    def _answers(self, context: DrawContext) -> bool:
        """Whether an early, late or missed answer is still shown: it takes precedence over the next cue's pose."""
        done = [judged for cue in self.near(context.now, 2, 0.4) if (judged := context.judged(cue.id)) is not None]
        return any(
            timing_of(it) is not TimingError.CLEAN and context.beats_since(it.time_us) < ANSWER_BEATS for it in done
        )

    def _after(self, cue: Cue, since: float, form: str, timing: TimingError) -> Pose | None:
        if cue.name == "raise":
            # The press shows the fists at his ears at once, and the arms straight a twentieth of a second later.
            action = self.setting.actors.either(self.sheet, f"raise{timing.ending}", "raise")
            into, length = LAUNCHED + since, self._length(action, form)
            return Pose(action, into, form) if into < length else Pose("held", into - length, form)
        clean = "turn" if cue.name == "turn" else f"jab_{cue.verbs[0].name.lower()}"
        action = self.setting.actors.either(self.sheet, clean + timing.ending, clean)
        clip = self.setting.actors.clip(self.sheet, action, form)
        contact = 0.0 if clip is None else clip.contact or 0.0
        return Pose(action, contact + since, form) if contact + since < self._length(action, form) else None

    def _missed(self, cue: Cue, beats: tuple[float, float], form: str) -> Pose | None:
        """Return the pose of a miss, `beats` since it was judged and since the cue was over: a slump for a fist, arms
        that go up late and slowly for the raise, and come down with a breath when the chord is over.
        """
        since, over = beats
        if cue.name == "raise":
            if over > 0:
                lowered = over + (HALF_UP_BEATS if form == HALF_UP_FORM else 0.0)
                return Pose("lower_breath", lowered, form) if lowered < self._length("lower_breath", form) else None
            sunk, length = self._length("raise_miss", form), self._length("raise", form)
            if since < sunk:
                return Pose("raise_miss", since, form)
            share = (since - sunk) / SLOW_RAISE_BEATS
            return Pose("raise", share * length * 0.999, form) if share < 1 else Pose("held", since, form)
        if cue.name == "turn":
            return self._after(cue, since, form, TimingError.MISSED)
        named = f"jab_{cue.verbs[0].name.lower()}_miss"
        return Pose(named, since, form) if since < self._length(named, form) else None

    def _length(self, action: str, form: str) -> float:
        clip = self.setting.actors.clip(self.sheet, action, form)
        return 1.0 if clip is None else clip.length
