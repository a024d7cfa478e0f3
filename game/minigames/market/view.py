"""View of the market: obstacles stand where they are reached (x is time), and an orange is caught."""

from math import pi, sin

from game.minigames.market.bulbs import Bulbs
from game.minigames.market.lit_air import draw_air
from game.minigames.market.oranges import ORANGE, draw_rim, draw_spilled
from game.minigames.market.people import PEOPLE, REACHED_BEATS, SLIP_DEPTH_PX, THROW_BEATS, People
from game.minigames.market.rack import draw_goods, draw_rack
from game.minigames.market.shutters import FOLK, Shutters
from game.minigames.market.vapour import Vapour
from game.sim.actions import Verb
from game.sim.chart import Cue
from game.sim.events import Judged
from game.view.canvas.particles import DUST, FIBRE, JUICE, Burst
from game.view.canvas.timing_error import is_clean, is_missed, timing_of
from game.view.exercise.children import BESIDE_HIM
from game.view.exercise.hit_feedback import draw_runner_reward
from game.view.exercise.props import Prop, ball, crate, draw_prop
from game.view.exercise.runner import Action, RunnerView
from game.view.exercise.section_view import SectionView, Setting, shadow
from game.view.film.draw_context import DrawContext
from game.view.place.map_layers import Layer

HOP_LAUNCH_BEATS = 0.25
"""Beats from the press (take-off) to the top of a hop."""
DUCK_LAUNCH_BEATS = 0.2
"""Beats from the press to the lowest point of a duck."""
SLIP_BEATS = 0.8
"""Duration of a slip, in beats."""
SLIP_SHARE = 0.6
"""Share of a slip's depth by which his feet move."""
SEEN_BEATS = (4.0, 6.0)
"""Beats after and before a cue within which its obstacle is drawn."""
ROCK_BEATS = 0.5
"""Duration of a crate's rocking after an early or late hop, in beats."""
ROCK_AFTER_BEATS = 0.1
"""Delay of the rocking after the press, in beats."""
BRUSHED_PX = 7.0
"""Displacement of goods and people that an early or late dodge touches, px."""
BRUSHED_BEATS = 1.5
"""Time in which they settle, in beats."""
SHIN_PX = 4
"""Distance of the shin ahead of his middle, px."""
HALF_CRATE_PX = 20
"""Half the width of a crate, px."""
CRATE_AIR = 2
"""Steps of lit air before a crate in the sun: it must be seen ahead."""
CRATE_FLIES_PX = 96.0
"""Distance that a missed crate is kicked ahead, px."""
CRATE_UP_PX = 15.0
"""Height of its flight, px."""
CRATE_FLIES_BEATS = 0.7
"""Duration of its flight, in beats."""
FUMBLE_BEATS = 0.5
"""Duration of a fumbled catch, in beats."""
FUMBLE_UP_PX = 20.0
"""Height that an early orange springs up, px."""
FUMBLE_DOWN_PX = 16.0
"""Depth from which a late orange is scooped up, px."""
HAND_PX = (24, 80)
"""Position of the catching hand: ahead of his middle and above the ground, px."""
HELD_BEATS = 0.45
"""Time for which a clean catch is shown in his hand, in beats."""


class MarketView(RunnerView):
    """Draws obstacles, dodges and catches."""

    sheet = "market"
    cast = (*PEOPLE, "crate", "orange", "dog", BESIDE_HIM)
    company = 2
    lively = (FOLK,)
    ground = DUST

    def __init__(self, setting: Setting) -> None:
        super().__init__(setting)
        self._shutters = setting.derived.get(
            ("shutters", setting.place.folder), lambda: Shutters(setting.place, setting.pictures)
        )
        self._bulbs = setting.derived.get(("bulbs", setting.place.folder), lambda: Bulbs(setting.place))
        self._vapour = Vapour(setting.place)
        self._people = People(setting, self.cues)
        self._racks = {cue.id: turn for turn, cue in enumerate(cue for cue in self.cues if cue.name == "hanging")}

    def action(self, cue: Cue, judged: Judged | None) -> Action | None:
        """Return the clips of a cue's dodge."""
        match cue.name:
            case "crate":
                return Action("hop", "hop", "hop", launch=HOP_LAUNCH_BEATS)
            case "hanging":
                return Action("duck", "duck", "duck", launch=DUCK_LAUNCH_BEATS)
            case "slip_left" | "slip_right":
                return Action(cue.name, cue.name, cue.name, launch=REACHED_BEATS)
            case "catch":
                side = "left" if cue.verbs[0] is Verb.LEFT else "right"
                return Action(f"catch_{side}", f"catch_{side}", f"catch_{side}", hand=f"{side}_hand")
            case _:
                return None

    def row_at(self, context: DrawContext) -> float:
        """Return the row of his feet, moved by a slip."""
        shift = 0.0
        for cue in self.near(context.now, 1.5, 0.5):
            judged = context.judged(cue.id) if cue.name in SLIP_DEPTH_PX else None
            if judged is not None and not is_missed(judged):
                into = context.beats_since(judged.time_us)
                if into < SLIP_BEATS:
                    shift += SLIP_DEPTH_PX[cue.name] * SLIP_SHARE * sin(pi * into / SLIP_BEATS) ** 2
        return self.setting.row + shift

    def over_layer(self, context: DrawContext, layer: Layer) -> None:
        """Close the shops and put out the bulbs on a poor run; draw the vapour of the gratings."""
        self._shutters.draw(context, layer)
        self._bulbs.draw(context, layer)
        self._vapour.draw(context, layer)

    def back(self, context: DrawContext) -> None:
        """Draw what is behind him: crates, racks, and people on the far side of the lane."""
        for cue in self.near(context.now, *SEEN_BEATS):
            if cue.name == "crate":
                self._crate(context, cue)
            elif cue.name == "hanging":
                draw_rack(context, self._racks[cue.id], self._hung_at(cue), self.setting.row)
            elif cue.name == "slip_right":
                self._people.passer(context, cue, self._brushed(context, cue))
            elif cue.name == "catch" and cue.verbs[0] is Verb.LEFT:
                self._people.thrower(context, cue)

    def front(self, context: DrawContext) -> None:
        """Draw what is in front of him: hanging goods, people on the near side, the orange."""
        for cue in self.near(context.now, *SEEN_BEATS):
            if cue.name == "hanging":
                self._hanging(context, cue)
            elif cue.name == "slip_left":
                self._people.passer(context, cue, self._brushed(context, cue))
            elif cue.name == "catch":
                if cue.verbs[0] is Verb.RIGHT:
                    self._people.thrower(context, cue)
                self._orange(context, cue)
        super().front(context)
        self._answers(context)

    # -- things in the way

    def _crate(self, context: DrawContext, cue: Cue) -> None:
        x = self.setting.cue_x(float(cue.beat) + HOP_LAUNCH_BEATS)
        judged, pushed = context.judged(cue.id), self._pushed(context, cue, x)
        since = (
            ROCK_BEATS if judged is None or is_clean(judged) else context.beats_since(judged.time_us) - ROCK_AFTER_BEATS
        )
        rocks = 0 <= since < ROCK_BEATS or (pushed > 0 and judged is None)
        prop = Prop("crate", "rock" if rocks else "idle", max(0.0, since) if judged is not None and rocks else 0.1)
        up = 0.0
        if judged is not None and is_missed(judged):
            up = CRATE_UP_PX * sin(pi * min(1.0, context.beats_since(judged.time_us) / CRATE_FLIES_BEATS))
            draw_spilled(context, judged, (x + pushed, self.setting.row))
        at = (x + pushed + self._rattle(context, cue), self.setting.row + 1 - up)
        shadow(context, x + pushed, self.setting.row, 40)
        draw_prop(context, prop, *at, crate)
        clip = context.actors.clip(prop.sheet, prop.clip)
        sheet = context.actors.sheets.get(prop.sheet)
        if sheet is not None and clip is not None:
            draw_air(context, sheet.frames[clip.frame_at(prop.beats)], *at, CRATE_AIR)

    def _hung_at(self, cue: Cue) -> float:
        """Return the place's pixel of the middle of a rack."""
        return self.setting.cue_x(float(cue.beat) + DUCK_LAUNCH_BEATS)

    def _hanging(self, context: DrawContext, cue: Cue) -> None:
        swayed = 1.6 * self._rattle(context, cue) + self._brushed(context, cue)
        draw_goods(context, self._racks[cue.id], (self._hung_at(cue), self.setting.row), swayed)

    def _orange(self, context: DrawContext, cue: Cue) -> None:
        share = (context.now.beat - float(cue.beat)) / THROW_BEATS + 1.0
        judged = context.judged(cue.id)
        caught = judged is not None and not is_missed(judged)
        if judged is not None and caught:
            self._fumbled(context, judged)
            self._held(context, cue, judged)
        if not 0 <= share < 1.9 or caught:
            return
        x0 = self._people.thrown_from(cue)[0] - 12
        x1 = self.setting.x_of(float(cue.beat)) + HAND_PX[0]
        fall = max(0.0, share - 1.0)
        thrown = self._people.thrown_from(cue)[1] - 62
        caught_at = self.setting.row - HAND_PX[1]
        row = thrown + (caught_at - thrown) * min(1.0, share) - 34 * sin(pi * min(1.0, share))
        row = min(self.setting.row - 4, row + 210 * fall * fall)
        x = x0 + (x1 - x0) * share
        draw_rim(context, x, row)
        draw_prop(context, Prop("orange", "spin", share % 0.5), x, row, lambda: ball(4, *ORANGE))

    def _fumbled(self, context: DrawContext, judged: Judged) -> None:
        """Draw the orange around his hand after an early or late catch."""
        side, into = timing_of(judged).side, context.beats_since(judged.time_us) / FUMBLE_BEATS
        if side and 0 <= into < 1:
            off = sin(pi * into) * (-FUMBLE_UP_PX if side < 0 else FUMBLE_DOWN_PX)
            x, row = self.x_at(context) + HAND_PX[0], self.setting.row - HAND_PX[1] + off
            draw_prop(context, Prop("orange", "spin", into * 0.5), x, row, lambda: ball(4, *ORANGE))

    def _held(self, context: DrawContext, cue: Cue, judged: Judged) -> None:
        """Draw the orange in the hand that caught it cleanly."""
        hand = self.hand_at(context, f"{'left' if cue.verbs[0] is Verb.LEFT else 'right'}_hand")
        if hand is not None and is_clean(judged) and context.beats_since(judged.time_us) < HELD_BEATS:
            draw_prop(context, Prop("orange"), hand[0] + 2, hand[1], lambda: ball(4, *ORANGE))

    def _brushed(self, context: DrawContext, cue: Cue) -> float:
        """Return the displacement in px of an obstacle that he touched: ahead when early, backward when late."""
        judged = context.judged(cue.id)
        side = 0 if judged is None else timing_of(judged).side
        into = 1.0 if judged is None else context.beats_since(judged.time_us) / BRUSHED_BEATS
        return BRUSHED_PX * (1.0 + 0.6 * side) * sin(3 * pi * into) * (1 - into) if side and 0 <= into < 1 else 0.0

    def _rattle(self, context: DrawContext, cue: Cue) -> float:
        """Return the shaking in px of an obstacle from one beat before its cue (warning)."""
        ahead = float(cue.beat) - context.now.beat
        return 1.2 * sin(context.now.beat * 16 * pi) if 0 < ahead < float(cue.kind.lead) else 0.0

    def _pushed(self, context: DrawContext, cue: Cue, x: float) -> float:
        """Return the displacement in px of a crate at `x` that he ran into."""
        judged, reach = context.judged(cue.id), SHIN_PX + HALF_CRATE_PX
        if judged is None:
            return max(0.0, self.x_at(context) + reach - x)
        if not is_missed(judged):
            return 0.0
        since = context.beats_since(judged.time_us)
        met = self.setting.x_of(context.now.beat - since) + reach
        return max(0.0, met - x) + CRATE_FLIES_PX * (1.0 - (1.0 - min(1.0, since / CRATE_FLIES_BEATS)) ** 2)

    # -- what becomes of it

    def _answers(self, context: DrawContext) -> None:
        for cue in self.near(context.now, 2, 0.5):
            judged = context.judged(cue.id)
            if judged is None:
                continue
            age = context.seconds_since(judged.time_us)
            x = round(self.setting.x_of(context.now.beat - context.beats_since(judged.time_us)))
            row = round(self.setting.row)
            if is_missed(judged):
                context.burst(FIBRE, Burst(age, (x + 20, row - 30), cue.id, lean=0.6))
            elif cue.name == "catch" and is_clean(judged):
                context.burst(JUICE, Burst(age, (x + HAND_PX[0], row - HAND_PX[1]), cue.id, lean=0.4))
            elif cue.name == "crate" and is_clean(judged):
                context.burst(DUST, Burst(age, (x, row), cue.id))
            at = (x + HAND_PX[0], row - HAND_PX[1]) if cue.name == "catch" else (x + 10, row - 60)
            draw_runner_reward(context, judged, at)


VIEW: type[SectionView] = MarketView
