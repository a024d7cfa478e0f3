"""The people met in the market: who stands by the way points and whistles as a warning, and some throw an orange."""

from game.minigames.market.lit_air import draw_air
from game.sim.actions import Verb
from game.sim.chart import Cue
from game.view.exercise.children import NOBODY_UP_TO
from game.view.exercise.section_view import Setting, shadow
from game.view.figure.actor import Pose
from game.view.film.draw_context import DrawContext

PEOPLE = ("vendor_a", "vendor_f", "vendor_c", "vendor_b", "vendor_g", "vendor_d", "vendor_h", "vendor_e")
"""Sheets of the people of the market, one after another: none comes twice in a view."""
COATS = ((255, 255, 255), (232, 248, 286), (286, 246, 224))
"""Tints of their coats: when one comes again, it is in another."""
SLIP_DEPTH_PX = {"slip_left": -20, "slip_right": 20}
"""Rows by which a slip moves him away from the viewer (negative) or toward the viewer; the vendor is on the
other side.
"""
MEETINGS = (*SLIP_DEPTH_PX, "catch")
"""Names of the cues at which somebody stands by the way."""
REACHED_BEATS = 0.2
"""Beats after a cue at which he passes whoever stands there."""
PASSED_SHARE = 0.6
"""Share of a slip's depth by which whoever is passed stands off the lane."""
THROW_BEATS = 1.0
"""Duration of an orange's flight, in beats."""
THROWER_PX = 130
"""Distance of the thrower ahead of the catch, px: no more, or he would be outside of the picture two beats ahead."""
WITHIN_PX = 36
"""Least distance of a thrower from the place's end, px: beyond it nobody is drawn."""
THROWER_ROWS = {Verb.LEFT: -22, Verb.RIGHT: 20}
"""Row of the thrower from the fighter's: a catch with the left hand comes from behind the lane, one with the right from
before it.
"""
WALLED_PX = 470
"""Length of the wall close behind the lane at the end of a place that has one, px."""
WALL_ROW = -7
"""Row of that wall's foot from the fighter's: nobody stands beyond it."""
DOG_EVERY = len(PEOPLE)
"""One of so many people has a dog: no dog comes twice in a view either."""
DOG_PX = 34
"""Distance of the dog beyond its master, px."""


class People:
    """Everybody who is met in a section: in the order of the cues, each in turn."""

    def __init__(self, setting: Setting, cues: tuple[Cue, ...]) -> None:
        self._setting = setting
        met = [cue for cue in cues if cue.name in MEETINGS]
        self._turns = {cue.id: turn for turn, cue in enumerate(met)}

    def passer(self, context: DrawContext, cue: Cue, brushed: float) -> None:
        """Draw who is passed at a cue, moved by `brushed` px, and a dog."""
        x = self._setting.cue_x(float(cue.beat) + REACHED_BEATS)
        row = self._row(x, -SLIP_DEPTH_PX[cue.name] * PASSED_SHARE)
        waves = -float(cue.kind.lead) < context.now.beat - float(cue.beat) < 0.5
        shadow(context, x, row, 40)
        if self._turns[cue.id] % DOG_EVERY == 1 and context.warmth > NOBODY_UP_TO:
            shadow(context, x + DOG_PX, row, 30)
            context.sprite("dog", Pose("sit", context.now.beat), x + DOG_PX, row)
        who, pose = self._person(cue, "wave" if waves else "idle", context.now.beat)
        self._stand(context, (who, pose), x + brushed, row)

    def thrower(self, context: DrawContext, cue: Cue) -> None:
        """Draw who throws the orange of a cue."""
        x, row = self.thrown_from(cue)
        into = context.now.beat - float(cue.beat) + THROW_BEATS
        action = "throw_orange" if -0.5 < into < 1 else "idle"
        shadow(context, x, row, 40)
        beats = into + 0.5 if action != "idle" else context.now.beat
        self._stand(context, self._person(cue, action, beats), x, row)

    def thrown_from(self, cue: Cue) -> tuple[float, float]:
        """Return where a thrower stands: ahead of the catch, and still within the place."""
        ahead, length = self._setting.cue_x(float(cue.beat)) + THROWER_PX, self._setting.place.length
        x = min(ahead, length - WITHIN_PX) if length else ahead
        return x, self._row(x, THROWER_ROWS[cue.verbs[0]])

    def _stand(self, context: DrawContext, somebody: tuple[str, Pose], x: float, row: float) -> None:
        """Draw somebody with the feet at a place's pixel: beyond the lane behind the air that the sun lights."""
        frame = context.sprite(*somebody, x, row)
        if row < self._setting.row:
            draw_air(context, frame, x, row)

    def _row(self, x: float, off: float) -> float:
        place = self._setting.place
        before_wall = place.walled[1] and x > place.length - WALLED_PX
        return self._setting.row + (max(off, WALL_ROW) if before_wall else off)

    def _person(self, cue: Cue, action: str, beats: float) -> tuple[str, Pose]:
        """Return who is met at a cue, and the pose of an action."""
        turn = self._turns[cue.id]
        return PEOPLE[turn % len(PEOPLE)], Pose(action, beats, coat=COATS[turn // len(PEOPLE) % len(COATS)])
