"""Every sheet by name, and the module it lives in. A module is imported only when its sheet is wanted."""

from __future__ import annotations

from importlib import import_module

from ..clips import Sheet

FIGHTER = (
    "start",
    "yard",
    "market",
    "bridge",
    "speed_bag",
    "heavy_bag",
    "sit_ups",
    "push_ups",
    "medicine_ball",
    "meat",
    "river",
    "steps",
    "summit",
)
CAST = {
    "trainer": "cast.trainer",
    "partner": "cast.partner",
    "vendor_a": "cast.street",
    "vendor_b": "cast.street",
    "vendor_c": "cast.street",
    "vendor_d": "cast.street",
    "vendor_e": "cast.street",
    "vendor_f": "cast.street",
    "vendor_g": "cast.street",
    "vendor_h": "cast.street",
    "fire_men": "cast.street",
    "kids": "cast.children",
    "kids_steps": "cast.children",
    "kids_summit": "cast.children",
    "plant_men": "cast.plant_men",
    "quay_folk": "cast.quay_folk",
    "dog": "cast.dog",
    "gym_men": "cast.gym_men",
    "passing": "cast.passing",
}
THINGS = ("bag_speed", "bag_heavy", "beef", "ball", "orange", "crate", "brick")
MODULES = {name: name for name in FIGHTER} | CAST | dict.fromkeys(THINGS, "cast.things")


def names() -> list[str]:
    """Return every sheet's name in the order they are built."""
    return list(MODULES)


def load(name: str) -> Sheet:
    """Return the sheet called `name`."""
    if name not in MODULES:
        raise SystemExit(f"no sheet called {name!r}; there are {', '.join(MODULES)}")
    module = import_module(f".{MODULES[name]}", __package__)
    sheets = [value for value in vars(module).values() if isinstance(value, Sheet) and value.name == name]
    return sheets[0]
