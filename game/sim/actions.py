"""Player input: four verbs, pressed and released at a song time."""

from dataclasses import dataclass
from enum import IntEnum

from game.timing.units import Micros


class Verb(IntEnum):
    """The four verbs. The numbers are stored in replays and never change."""

    LEFT = 0
    RIGHT = 1
    UP = 2
    DOWN = 3


HANDS = (Verb.LEFT, Verb.RIGHT)
"""The two verbs that are hands, or feet."""
VERB_NAMES = {verb.name.lower(): verb for verb in Verb}
"""Verbs by the name that files and settings use."""


@dataclass(frozen=True, slots=True)
class InputEvent:
    """A verb went down or up at `time_us` of song time, already quantised to whole microseconds."""

    time_us: Micros
    verb: Verb
    down: bool
