"""The thirteen sections, a module each, in the order of the run. Each has `compose(cues)`: its notes, beats
from its own first beat. They refuse to know seconds: the tempo map does."""

from __future__ import annotations

from collections.abc import Callable

from ..chart import Chart, Cue
from ..notation import Note
from . import (
    bridge,
    cuts,
    heavy_bag,
    market,
    meat,
    medicine_ball,
    push_ups,
    river,
    sit_ups,
    speed_bag,
    steps,
    summit,
    yard,
)

COMPOSERS: dict[str, Callable[[tuple[Cue, ...]], list[Note]]] = {
    "yard": yard.compose,
    "market": market.compose,
    "bridge": bridge.compose,
    "speed_bag": speed_bag.compose,
    "heavy_bag": heavy_bag.compose,
    "sit_ups": sit_ups.compose,
    "push_ups": push_ups.compose,
    "medicine_ball": medicine_ball.compose,
    "meat": meat.compose,
    "river": river.compose,
    "cuts": cuts.compose,
    "steps": steps.compose,
    "summit": summit.compose,
}


def compose(chart: Chart) -> dict[str, list[Note]]:
    """The whole score by section."""
    return {section: composer(chart[section]) for section, composer in COMPOSERS.items()}
