"""The list of all exercises, those of the montage first, in its order. The only list: folders are not searched."""

from types import MappingProxyType

from game.minigames.bridge.rules import MINIGAME as BRIDGE
from game.minigames.cuts.rules import MINIGAME as CUTS
from game.minigames.heavy_bag.rules import MINIGAME as HEAVY_BAG
from game.minigames.market.rules import MINIGAME as MARKET
from game.minigames.meat.rules import MINIGAME as MEAT
from game.minigames.medicine_ball.rules import MINIGAME as MEDICINE_BALL
from game.minigames.push_ups.rules import MINIGAME as PUSH_UPS
from game.minigames.river.rules import MINIGAME as RIVER
from game.minigames.sit_ups.rules import MINIGAME as SIT_UPS
from game.minigames.speed_bag.rules import MINIGAME as SPEED_BAG
from game.minigames.steps.rules import MINIGAME as STEPS
from game.minigames.summit.rules import MINIGAME as SUMMIT
from game.minigames.yard.rules import MINIGAME as YARD
from game.sim.rules import Minigame, Registry
from game.sim.spec import CueKind

_IN_ORDER: tuple[Minigame, ...] = (
    YARD,
    MARKET,
    BRIDGE,
    SPEED_BAG,
    HEAVY_BAG,
    SIT_UPS,
    PUSH_UPS,
    MEDICINE_BALL,
    MEAT,
    RIVER,
    CUTS,
    STEPS,
    SUMMIT,
)
"""The exercises in order."""

MINIGAMES: Registry = MappingProxyType({minigame.spec.id: minigame for minigame in _IN_ORDER})
"""Exercises by id, in the order of the list above."""


def cue_kind(minigame_id: str, name: str) -> CueKind | None:
    """Return the cue kind `name` of an exercise, or None. A borrowing exercise writes `id.kind`."""
    minigame = MINIGAMES.get(minigame_id)
    if minigame is None:
        return None
    if minigame.spec.borrows:
        lender, _, kind = name.partition(".")
        return None if lender not in MINIGAMES or MINIGAMES[lender].spec.borrows else MINIGAMES[lender].spec.cue(kind)
    return minigame.spec.cue(name)
