"""Which foot is moving, and its phase: the pressed foot at a cue, else the other one in alternation.

Beats are counted from the section's start. A step waits just short of the ground until it is pressed, and lands at the
press.
"""

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass

from game.minigames.steps.rules import STAIRS
from game.minigames.steps.stairs import stair_due
from game.sim.actions import HANDS, Verb
from game.sim.chart import Cue
from game.sim.events import Judged
from game.view.canvas.timing_error import is_missed

APART_BEATS = 0.3
"""Beats within which a stair belongs to a cue."""
WAITS = 0.72
"""Phase of a foot that waits for its press (1.0 is on the ground)."""
ALL_BUT = 0.999
"""Largest phase of a foot on the ground, just short of the next lift."""
LAST_GAP = 0.5
"""Duration of the last step, in beats."""
OTHER = {Verb.LEFT: Verb.RIGHT, Verb.RIGHT: Verb.LEFT}
"""The other hand or foot."""
JudgementOf = Callable[[Cue], Judged | None]
BeatOf = Callable[[int], float]


@dataclass(frozen=True, slots=True)
class Footfall:
    """A footfall at a beat: for a cue, or (None) for a stair without one."""

    beat: float
    cue: Cue | None


@dataclass(frozen=True, slots=True)
class Stride:
    """The moving foot: `share` is 0.0 when it leaves the ground, 1.0 when it lands, 2.0 when the next foot lifts."""

    verb: Verb
    share: float
    cue: Cue | None


class Footwork:
    """The footfalls of the whole climb."""

    def __init__(self, cues: tuple[Cue, ...], start_beat: float) -> None:
        asked = [Footfall(float(cue.beat) - start_beat, cue) for cue in cues]
        taken = [fall.beat for fall in asked] + [fall.beat + 0.5 for fall in asked if _is_leap(fall)]
        dues = [stair_due(stair)[0] for stair in range(1, STAIRS + 1)]
        alone = [Footfall(due, None) for due in dues if all(abs(due - beat) >= APART_BEATS for beat in taken)]
        self._falls = tuple(sorted([*asked, *alone], key=lambda fall: fall.beat))
        self._beats = [fall.beat for fall in self._falls]

    def at(self, beat: float, judgement_of: JudgementOf, beat_of: BeatOf) -> Stride | None:
        """Return the stride at a beat, or None before the first. `judgement_of` gives a cue's judgement, `beat_of` the
        beat of a song time.
        """
        place = bisect_right(self._beats, beat) - 1
        if self._answer(place + 1, judgement_of) is not None:
            place += 1
        if place < 0:
            return None
        fall, answer = self._falls[place], self._answer(place, judgement_of)
        if fall.cue is not None and answer is None and judgement_of(fall.cue) is None:
            return Stride(self._foot(place, judgement_of), WAITS, fall.cue)
        came = fall.beat if answer is None else beat_of(answer.time_us)
        following = self._beats[place + 1] if place + 1 < len(self._falls) else came + LAST_GAP
        half = max(0.05, (following - came) / 2)
        if beat - came < half or place + 1 == len(self._falls):
            share = 1.0 + min(1.0, (beat - came) / half) * ALL_BUT
            return Stride(self._foot(place, judgement_of), share, fall.cue)
        lifted = min(1.0, (beat - came - half) / half)
        return Stride(self._foot(place + 1, judgement_of), lifted * WAITS, None)

    def _answer(self, place: int, judgement_of: JudgementOf) -> Judged | None:
        """Return the judgement of a footfall's press, if it has been made."""
        cue = self._falls[place].cue if 0 <= place < len(self._falls) else None
        judged = None if cue is None else judgement_of(cue)
        return None if judged is None or is_missed(judged) else judged

    def _foot(self, place: int, judgement_of: JudgementOf) -> Verb:
        """Return the verb of a footfall: as pressed, as wanted by its cue, or in alternation."""
        turns = 0
        while place >= 0:
            cue = self._falls[place].cue
            if cue is not None:
                judged = judgement_of(cue)
                verb = judged.verb if judged is not None and judged.verb in HANDS else cue.verbs[0]
                return OTHER[verb] if turns % 2 else verb
            place, turns = place - 1, turns + 1
        return Verb.RIGHT if turns % 2 else Verb.LEFT


def _is_leap(fall: Footfall) -> bool:
    return fall.cue is not None and fall.cue.kind.chord
