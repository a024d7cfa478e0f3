"""All sounds there are: who makes them, how many takes, in which room, how loud, on which bus, from which side.

`level` is the loudness of the loudest 150 ms in LUFS, before the game lowers everything by 4 dB; the score lies at
about -15. Warnings must be heard through a full band, hits through it and over it, feet and places under it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from . import air, feet
from .dsp import Audio, Rng
from .presence import present
from .recipes import game, gym, hands, market, places, plant, run, streaks, yard
from .recipes.hands import LEFT, RIGHT, Hand
from .rooms import COLD, GYM, NEAR, OPEN, STONE, STREET, VAULT, Room, echo_only
from .touch import TOUCHES, touched

HIT, WARNING, CALL, MISS, FOOT, PLACE = -14.0, -15.0, -13.0, -17.0, -25.0, -33.0
TOUCH_LEVEL = {"clean": 0.0, "early": -3.0, "late": -1.5, "sloppy": -3.0}
TAKES = 4


@dataclass(frozen=True)
class Sound:
    """One sound of the table. `room` None: it brings its own or needs none. Stereo makers return (samples, 2)."""

    name: str
    make: Callable[[Rng], Audio]
    room: Room | None
    level: float
    bus: str = "hits"
    takes: int = TAKES
    pan: float = 0.0
    loop: bool = False


def hits(name: str, make: Callable[[Rng], Audio], room: Room, level: float = HIT) -> list[Sound]:
    """A hit in its four touches."""

    def coloured(touch: str) -> Callable[[Rng], Audio]:
        return lambda rng: touched(make(rng), touch, rng)

    return [Sound(f"{name}_{touch}", coloured(touch), room, level + TOUCH_LEVEL[touch]) for touch in TOUCHES]


def warning(name: str, make: Callable[[Rng], Audio], room: Room, level: float = WARNING, pan: float = 0.0) -> Sound:
    """What is heard ahead of a cue."""
    return Sound(name, make, room, level, "cues", pan=pan)


def handed(name: str, make: Callable[[Rng, Hand], Audio], room: Room, level: float = WARNING) -> list[Sound]:
    """A warning in two: one for each hand, told apart in mono. The game places it on the side of its hand."""

    def of(hand: Hand) -> Callable[[Rng], Audio]:
        return lambda rng: make(rng, hand)

    return [warning(f"{name}_{hand.name}", of(hand), room, level) for hand in (LEFT, RIGHT)]


def miss(name: str, make: Callable[[Rng], Audio], room: Room, level: float = MISS) -> Sound:
    """The body missing."""
    return Sound(name, make, room, level)


def passing(name: str, make: Callable[[Rng], Audio], level: float, takes: int = 1) -> Sound:
    """What passes by."""
    return Sound(name, make, None, level, "places", takes)


def place(name: str, make: Callable[[Rng], Audio], level: float = PLACE) -> Sound:
    """A place's own air: a loop."""
    return Sound(f"place_{name}", make, None, level, "places", 1, loop=True)


def in_cold(make: Callable[[Rng], Audio]) -> Callable[[Rng], Audio]:
    """What the cold room gives back of a sound."""
    return lambda rng: echo_only(make(rng), COLD)


YARD = [
    warning("breath_tempo", present(yard.breath_soft, 7.0), NEAR, -15.5),
    warning("bricks_ready", yard.bricks_ready, STREET),
    warning("rail_rings", yard.rail_rings, OPEN),
    *hits("brick", yard.brick_clink, STREET),
    *hits("bricks_press", yard.bricks_press, STREET),
    *hits("rail_hop", yard.rail_hop, OPEN),
    miss("stumble_gravel", yard.stumble_gravel, STREET),
    miss("rail_trip", yard.rail_trip, OPEN),
    Sound("step_gravel", feet.gravel, STREET, FOOT, takes=6),
]
MARKET = [
    warning("crate_scraped", market.crate_scraped, STREET, -12.5),
    warning("pole_rattles", market.pole_rattles, STREET),
    warning("whistle_left", market.whistle_left, STREET, pan=-0.5),
    warning("whistle_right", market.whistle_right, STREET, pan=0.5),
    *handed("claps_two", hands.claps_two, STREET),
    *hits("crate_hop", present(market.crate_hopped, 8.0), STREET, -11.0),
    *hits("duck", market.ducked, STREET),
    *hits("slip", market.slipped, STREET),
    *hits("orange", market.orange_caught, STREET),
    miss("crate_tumbles", market.crate_tumbles, STREET),
    miss("awning_tears", market.awning_tears, STREET),
    miss("fruit_rolls", market.fruit_rolls, STREET),
    miss("orange_dropped", market.orange_dropped, STREET),
    Sound("step_asphalt", feet.asphalt, STREET, FOOT, takes=6),
    Sound("step_cobbles", feet.cobbles, STREET, FOOT, takes=6),
]
BRIDGE = [
    warning("heartbeat", present(air.heartbeat, 9.0), NEAR, -8.5),
    *hits("step_vault", present(feet.water, 9.0), VAULT, -11.5),
    miss("stumble_vault", present(run.vault_miss, 6.0), VAULT, -16.0),
]
GYM_BAGS = [
    *handed("stick_roll", hands.stick_roll, GYM),
    *hits("bag", gym.bag_struck, GYM),
    Sound("bag_rebounds", gym.bag_rebounds, GYM, -19.0, takes=6),
    miss("bag_hangs", gym.bag_hangs, GYM),
    warning("call_high_left", gym.call_high_left, GYM, CALL, -0.55),
    warning("call_high_right", gym.call_high_right, GYM, CALL + 2.0, 0.55),
    warning("call_low", gym.call_low, GYM, CALL + 1.0),
    warning("call_under", gym.call_under, GYM, CALL),
    *hits("jab", present(gym.jab, 8.0), GYM, -12.0),
    *hits("cross", present(gym.cross, 10.0), GYM, -12.0),
    *hits("body_shot", present(gym.body_shot, 9.0), GYM, -11.0),
    *hits("uppercut", present(gym.uppercut, 9.0), GYM, -11.5),
    miss("bag_missed", gym.bag_missed, GYM),
]
GYM_FLOOR = [
    warning("apron_patted", gym.apron_patted, GYM),
    *handed("rope_creaks", hands.rope_creaks, GYM),
    *hits("sit_up", present(gym.comes_up, 6.0), GYM, -15.0),
    *hits("lie_back", present(gym.lies_back, 8.0), GYM, -11.0),
    *hits("twist", present(gym.twists, 5.0), GYM, -14.0),
    miss("hangs", present(gym.hangs, 4.0), GYM, -15.5),
    miss("breath_slips", present(gym.breath_slips, 5.0), GYM, -16.5),
    *handed("clap_once", hands.clap_once, GYM, WARNING + 3.0),
    warning("claps_quick", gym.claps_quick, GYM),
    *hits("lower", present(gym.goes_down, 6.0), GYM, -13.5),
    *hits("push", present(gym.pushes_up, 7.0), GYM, -12.0),
    *hits("own_clap", gym.hands_clap, GYM),
    Sound("chalk", present(gym.chalk, 5.0), GYM, -14.0, "cues", 6, 0.35),
    miss("flops", present(gym.flops, 7.0), GYM, -12.5),
    warning("lifted_high", gym.lifted_high, GYM),
    warning("lifted_short", present(gym.lifted_short, 3.0), GYM, -12.5),
    warning("freezes", gym.freezes, GYM),
    *hits("brace", gym.ball_braced, GYM, -13.0),
    *hits("brace_short", present(gym.ball_braced_short, 3.0), GYM, -13.5),
    miss("folded", present(gym.folded, 7.0), GYM, -11.0),
    miss("fooled", gym.fooled, GYM, -19.0),
]
PLANT = [
    *handed("hook_clanks", hands.hook_clanks, COLD),
    *handed("chain_winds", hands.chain_winds, COLD),
    *hits("meat", present(plant.meat_hit, 6.0), COLD, -10.5),
    *hits("meat_hook", present(plant.meat_hooked, 5.0), COLD, -11.0),
    Sound("winds_up", plant.winds_up, COLD, -20.0),
    Sound("meat_echo", in_cold(plant.meat_hit), None, -17.0),
    Sound("meat_hook_echo", in_cold(plant.meat_hooked), None, -17.0),
    miss("meat_missed", present(plant.meat_missed, 6.0), COLD, -13.5),
    miss("knuckles", plant.knuckles, COLD, -16.0),
]
RIVER = [
    warning("halyard", run.halyard, OPEN, -16.0),
    warning("gull", run.gull, OPEN, -17.0),
    warning("gust_comes", present(run.gust_comes, 7.0), OPEN, -9.5),
    *hits("step_planks", present(feet.planks, 3.0), OPEN, -16.0),
    *hits("deep_in", run.deep_in, NEAR, -17.0),
    *hits("let_go", present(run.let_go, 5.0), NEAR, -14.0),
    *hits("gust_lean", present(run.gust_leaned, 6.0), OPEN, -12.0),
    miss("stumble_planks", present(run.stumble_planks, 5.0), OPEN, -15.0),
    miss("breath_lost", present(run.breath_lost, 5.0), NEAR, -14.5),
    miss("gust_shoves", present(run.gust_shoves, 9.0), OPEN, -11.5),
]
STEPS = [
    warning("breath_sharp", present(run.breath_sharp, 6.0), NEAR, -14.5),
    warning("pigeons", present(run.pigeons, 3.0), OPEN, -13.0),
    *hits("step_stone", present(feet.stone, 8.0), STONE, -10.5),
    *hits("leap", present(run.leaped, 10.0), STONE, -9.5),
    miss("hand_on_stone", present(run.hand_on_stone, 9.0), STONE, -11.0),
    *handed("wind_turns", hands.wind_turns, OPEN, -12.0),
    *handed("coat_snaps", hands.coat_snaps, NEAR, -12.0),
    *hits("turn", present(run.turned, 9.0), STONE, -12.0),
    *hits("air_punch", present(run.air_punched, 5.0), STONE, -13.0),
    *hits("arms_up", present(run.arms_raised, 10.0), OPEN, -11.0),
    miss("breath_held", present(run.breath_held, 7.0), OPEN, -14.0),
]
PLACES = [
    place("yard", places.yard),
    place("market", places.market, -30.0),
    place("vault", places.vault, -29.0),
    place("gym", places.gym, -34.0),
    place("plant", places.plant, -33.0),
    place("river", places.river, -31.0),
    place("steps", places.steps),
    place("summit", places.summit, -31.0),
    passing("elevated_train", places.elevated_train, -27.0),
    passing("claps_far", places.claps_far, -24.0, 4),
    passing("ships_bell", places.ships_bell, -24.0),
    passing("cheer", places.cheer, -22.0, 2),
    passing("grate_steam", streaks.grate_steam, -23.0, 2),
    passing("train_horn", streaks.train_horn, -19.0),
    Sound("city_bell", places.city_bell, None, -16.0, "cues", 1),
]
GAME = [
    Sound("sparkle", game.sparkle, None, -23.0, takes=8),
    Sound("second_wind", game.second_wind, OPEN, -16.0, takes=2),
    Sound("lace", game.lace, NEAR, -20.0, takes=2),
    Sound("count_in", game.counts, GYM, -15.0, "cues"),
    Sound("menu_move", game.menu_moves, NEAR, -22.0),
    Sound("menu_choose", game.menu_chooses, NEAR, -20.0, takes=2),
    Sound("menu_back", game.menu_goes_back, NEAR, -20.0, takes=2),
    Sound("whiff", run.whiff, NEAR, -20.0, takes=6),
    Sound("trips", run.trips, STREET, -20.0),
]
SOUNDS = [*YARD, *MARKET, *BRIDGE, *GYM_BAGS, *GYM_FLOOR, *PLANT, *RIVER, *STEPS, *PLACES, *GAME]
