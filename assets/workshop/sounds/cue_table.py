"""Which sound belongs to what: cues, calls, exercises, the game. Written into `sounds.toml` beside the sounds.

`press` and `release` name a family of touches and what a miss sounds like. An empty warning is meant: in the bridge's
silence nothing announces a step.
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class CueRow:
    """One kind of cue: its warning (one for both hands, or one for each), families for press and release, their
    misses, and the rest of the table's keys as they are."""

    warning: str | dict[str, str]
    press: str = ""
    miss: str = ""
    release: str = ""
    release_miss: str = ""
    more: dict[str, object] = field(default_factory=dict)


def by_hand(name: str) -> dict[str, str]:
    """A warning that each hand has its own sound of."""
    return {hand: f"{name}_{hand}" for hand in ("left", "right")}


FIRST: dict[str, object] = {"warn_first_only": True}
CALLED: dict[str, object] = {"warned_by_call": True}
REBOUNDS: dict[str, object] = {
    "follows": [{"sound": "bag_rebounds", "beats": "1/3"}, {"sound": "bag_rebounds", "beats": "2/3"}]
}

CUES = {
    "yard.lift": CueRow("breath_tempo", "brick", "stumble_gravel"),
    "yard.press": CueRow("bricks_ready", "bricks_press", "stumble_gravel"),
    "yard.rail": CueRow("rail_rings", "rail_hop", "rail_trip"),
    "market.crate": CueRow("crate_scraped", "crate_hop", "crate_tumbles"),
    "market.hanging": CueRow("pole_rattles", "duck", "awning_tears"),
    "market.slip_left": CueRow("whistle_left", "slip", "fruit_rolls"),
    "market.slip_right": CueRow("whistle_right", "slip", "fruit_rolls"),
    "market.catch": CueRow(by_hand("claps_two"), "orange", "orange_dropped"),
    "bridge.step": CueRow("heartbeat", "step_vault", "stumble_vault"),
    "bridge.silent": CueRow("", "step_vault", "stumble_vault"),
    "bridge.join": CueRow("", "step_vault", "stumble_vault"),
    "speed_bag.strike": CueRow(by_hand("stick_roll"), "bag", "bag_hangs", more=FIRST | REBOUNDS),
    "heavy_bag.jab": CueRow("call_high_left", "jab", "bag_missed", more=CALLED),
    "heavy_bag.cross": CueRow("call_high_right", "cross", "bag_missed", more=CALLED),
    "heavy_bag.body": CueRow("call_low", "body_shot", "bag_missed", more=CALLED),
    "heavy_bag.uppercut": CueRow("call_under", "uppercut", "bag_missed", more=CALLED),
    "sit_ups.sit_up": CueRow("apron_patted", "sit_up", "hangs", "lie_back", "hangs"),
    "sit_ups.twist": CueRow(by_hand("rope_creaks"), "twist", "breath_slips"),
    "push_ups.lower": CueRow(by_hand("clap_once"), "lower", "flops", "push", "flops", {"done": "chalk"}),
    "push_ups.clap": CueRow("claps_quick", "own_clap", "flops"),
    "medicine_ball.brace": CueRow("lifted_high", "brace", "folded"),
    "medicine_ball.brace_short": CueRow("lifted_short", "brace_short", "folded"),
    "meat.straight": CueRow(by_hand("hook_clanks"), "meat", "meat_missed", more={"echo": "meat_echo"}),
    "meat.hook": CueRow(
        by_hand("chain_winds"),
        "winds_up",
        "meat_missed",
        "meat_hook",
        "meat_missed",
        {"echo": "meat_hook_echo", "held": "winds_up"},
    ),
    "river.stride": CueRow("halyard", "step_planks", "stumble_planks"),
    "river.breath": CueRow("gull", "deep_in", "breath_lost", "let_go", "breath_lost"),
    "river.gust": CueRow("gust_comes", "gust_lean", "gust_shoves"),
    "steps.step": CueRow("breath_sharp", "step_stone", "hand_on_stone"),
    "steps.leap": CueRow("pigeons", "leap", "hand_on_stone"),
    "summit.turn": CueRow(by_hand("wind_turns"), "turn", "breath_held"),
    "summit.jab": CueRow(by_hand("coat_snaps"), "air_punch", "breath_held"),
    "summit.raise": CueRow("city_bell", "arms_up", "breath_held"),
}
CALLS = {
    "heavy_bag.call_jab": (("call_high_left", "0"),),
    "heavy_bag.call_cross": (("call_high_right", "0"),),
    "heavy_bag.call_body": (("call_low", "0"),),
    "heavy_bag.call_uppercut": (("call_under", "0"),),
    "medicine_ball.feint": (("lifted_high", "-2"), ("freezes", "-1")),
}
EXERCISES: dict[str, dict[str, object]] = {
    "yard": {
        "place": "place_yard",
        "feet": "step_gravel",
        "stray": "trips",
        "scenery": [{"sound": "elevated_train", "beats": "8"}],
    },
    "market": {
        "place": "place_market",
        "feet": "step_asphalt",
        "stray": "trips",
        "scenery": [
            {"sound": "claps_far", "beats": "12", "from_band": 1},
            {"sound": "claps_far", "beats": "24", "from_band": 1},
            {"sound": "cheer", "beats": "34", "from_band": 1},
        ],
    },
    "bridge": {"place": "place_vault", "stray": "trips"},
    "speed_bag": {"place": "place_gym", "stray": "whiff"},
    "heavy_bag": {"place": "place_gym", "stray": "whiff"},
    "sit_ups": {"place": "place_gym", "stray": "whiff"},
    "push_ups": {"place": "place_gym", "stray": "whiff"},
    "medicine_ball": {"place": "place_gym", "stray": "whiff", "flinches": {"feint": "fooled"}},
    "meat": {"place": "place_plant", "stray": "whiff", "flinches": {"knuckles": "knuckles"}},
    "river": {"place": "place_river", "stray": "trips", "scenery": [{"sound": "ships_bell", "beats": "6"}]},
    "cuts": {"stray": "whiff"},
    "steps": {
        "place": "place_steps",
        "stray": "trips",
        "scenery": [{"sound": "cheer", "beats": "30", "from_band": 1}],
    },
    "summit": {
        "place": "place_summit",
        "stray": "whiff",
        "scenery": [{"sound": "cheer", "beats": "5", "from_band": 1}],
    },
    "hearing_test": {"place": "place_yard", "feet": "step_gravel"},
    "seeing_test": {"place": "place_summit"},
}
DEFAULT_CUES = {
    "hands": CueRow(by_hand("clap_once"), "lower", "flops", "push", "flops"),
    "up": CueRow("crate_scraped", "crate_hop", "crate_tumbles", "push", "flops"),
    "down": CueRow("pole_rattles", "duck", "awning_tears", "push", "flops"),
    "chord": CueRow("bricks_ready", "bricks_press", "stumble_gravel", "push", "flops"),
}
"""What is heard of cue kinds that have no row yet, by what is pressed."""
DEFAULT_CALL = (("claps_quick", "0"),)
DEFAULT_EXERCISE: dict[str, object] = {"place": "place_yard", "stray": "whiff"}
GAME = {
    "count_in": "count_in",
    "dead_on": "sparkle",
    "second_wind": "second_wind",
    "lace": "lace",
    "cheer_hands": "cheer",
    "cheer_bell": "city_bell",
    "streak_25": "grate_steam",
    "streak_50": "cheer",
    "streak_100": "train_horn",
    "menu_move": "menu_move",
    "menu_choose": "menu_choose",
    "menu_back": "menu_back",
}
