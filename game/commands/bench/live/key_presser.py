"""Presses keys for `bench latency`: posts them to SDL from a thread, at given moments of wall time."""

import random
import threading
import time
from dataclasses import dataclass

import pygame

from game.sim.actions import Verb
from game.sim.chart import Chart, Cue
from game.timing.clock import Clock
from game.timing.units import US_PER_SECOND, Micros, ms

KEYS = {
    Verb.LEFT: pygame.KSCAN_F,
    Verb.RIGHT: pygame.KSCAN_J,
    Verb.UP: pygame.KSCAN_SPACE,
    Verb.DOWN: pygame.KSCAN_K,
}
"""Scancodes of the verbs' keys by default."""
HELD_US = ms(60)
"""How long a key is held for a cue without a hold."""
OFF_US = ms(20)
"""Presses are evenly spread so far to either side of their cue: twice this is more than a frame."""
APART_US = ms(280)
"""A cue further than this from its neighbours has its sound to itself."""
SEED = 14
"""Seed of the spread."""


@dataclass(frozen=True, slots=True)
class Press:
    """A key going down at a moment of wall time; `is_alone`: its sound cannot be taken for a neighbour's."""

    wall_us: Micros
    scancode: int
    is_alone: bool = False


@dataclass(frozen=True, slots=True)
class KeyChange:
    """A key that is to go down or up."""

    wall_us: Micros
    scancode: int
    down: bool
    is_alone: bool = False


def presses_of(chart: Chart, seconds: float, to_wall_us: Micros) -> list[KeyChange]:
    """Return the moves that play a chart's first `seconds`; `to_wall_us` is wall time less song time."""
    spread = random.Random(SEED)
    cues = [cue for cue in chart.cues if cue.time_us < seconds * US_PER_SECOND]
    moves: list[KeyChange] = []
    for place, cue in enumerate(cues):
        at_us = to_wall_us + cue.time_us + spread.randint(-OFF_US, OFF_US)
        until_us = max(at_us + HELD_US, to_wall_us + cue.end_us)
        alone = _is_alone(cues, place)
        for verb in cue.verbs:
            moves += [KeyChange(at_us, KEYS[verb], True, alone), KeyChange(until_us, KEYS[verb], False)]
    return sorted(moves, key=lambda move: move.wall_us)


def _is_alone(cues: list[Cue], place: int) -> bool:
    cue, near = cues[place], cues[max(0, place - 1) : place + 2]
    apart = all(other is cue or abs(other.time_us - cue.time_us) >= APART_US for other in near)
    return apart and len(cue.verbs) == 1 and not any(other.is_hold for other in near)


class KeyPresser:
    """Makes the moves on a daemon thread. `pressed` are the keys that went down, at the times at which they did."""

    def __init__(self, clock: Clock, moves: list[KeyChange]) -> None:
        self.pressed: list[Press] = []
        self._clock = clock
        self._moves = moves
        self._ended_us: Micros | None = None
        threading.Thread(target=self._work, name="key presser", daemon=True).start()

    def ended_for(self, span_us: Micros) -> bool:
        """Whether the last move was made so long ago."""
        return self._ended_us is not None and self._clock.now_us() - self._ended_us >= span_us

    def _work(self) -> None:
        for move in self._moves:
            time.sleep(max(0, move.wall_us - self._clock.now_us()) / US_PER_SECOND)
            kind = pygame.KEYDOWN if move.down else pygame.KEYUP
            event = pygame.event.Event(kind, scancode=move.scancode, mod=0)
            if move.down:
                self.pressed.append(Press(self._clock.now_us(), move.scancode, move.is_alone))
            pygame.event.post(event)
        self._ended_us = self._clock.now_us()
