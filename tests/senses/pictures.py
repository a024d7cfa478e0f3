"""What a picture tells of one cue: the same moment drawn twice, with the cue and with something else in its place.

It asks no view how it draws: whatever shows ahead must change pixels, and what changes none cannot be seen.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from fractions import Fraction

import numpy as np
import numpy.typing as npt
import pygame

from game.sim.actions import HANDS, Verb
from game.sim.chart import Chart, Cue, SectionChart
from game.sim.spec import CueKind
from game.timing.units import Micros
from game.view.canvas.lens import HEIGHT, WIDTH
from game.view.stage.stage import Stage
from tests.shipped import new_stage

VISIBLE_STEP = 20
"""A pixel has changed when one of its channels has by more than this, of 255."""
VISIBLE_PIXELS = 30
Change = Callable[[SectionChart], SectionChart]


class Pictures:
    """The shipped stage with nothing pressed yet; any section's chart can be changed for one picture."""

    def __init__(self, chart: Chart) -> None:
        self.chart = chart
        self.stage: Stage = new_stage(chart)
        self._target = pygame.Surface((WIDTH, HEIGHT), 0, 32)
        self._drawn: dict[Micros, npt.NDArray[np.int16]] = {}

    def changed_pixels(self, cue: Cue, ahead: Fraction, change: Change) -> int:
        """Return how many pixels a change of the cue's section alters so many beats ahead of the cue."""
        time_us = self.chart.tempo.to_us(cue.beat - ahead)
        with self._changed(cue, time_us, change):
            other = self._draw(time_us)
        if time_us not in self._drawn:
            self._drawn[time_us] = self._draw(time_us)
        return int((np.abs(other - self._drawn[time_us]).max(2) > VISIBLE_STEP).sum())

    def _draw(self, time_us: Micros) -> npt.NDArray[np.int16]:
        self.stage.draw(self._target, time_us)
        return pygame.surfarray.array3d(self._target).astype(np.int16)

    @contextmanager
    def _changed(self, cue: Cue, time_us: Micros, change: Change) -> Iterator[None]:
        shot = self.stage.shot_at(time_us)
        sections = shot.sections
        section = self.chart.sections[cue.section]
        changed = []
        for staged in sections:
            view, setting = staged.view, staged.view.setting
            if setting.section.id == section.id:
                changed.append(replace(staged, view=type(view)(replace(setting, section=change(setting.section)))))
            elif setting.upcoming == section.cues:
                upcoming = change(section).cues
                changed.append(replace(staged, view=type(view)(replace(setting, upcoming=upcoming))))
            else:
                changed.append(staged)
        shot.sections = tuple(changed)
        try:
            yield
        finally:
            shot.sections = sections


def without(cue: Cue) -> Change:
    """Take a cue away, and the call that asks for it."""

    def change(section: SectionChart) -> SectionChart:
        calls = tuple(call for call in section.calls if not calls_for(call.verb, call.beat, cue))
        return replace(section, cues=tuple(other for other in section.cues if other.id != cue.id), calls=calls)

    return change


def by_other_hand(cue: Cue) -> Change:
    """Give a cue to the other hand."""
    verb = Verb.LEFT if cue.verbs[0] is Verb.RIGHT else Verb.RIGHT
    return _replaced(cue, replace(cue, verbs=(verb,)))


def as_kind(cue: Cue, kind: CueKind) -> Change:
    """Make a cue one of another kind, and the call that asks for it likewise."""
    verbs = kind.verbs if kind.chord else kind.verbs[:1]
    replacement = replace(cue, kind=kind, name=kind.name, verbs=verbs, end_us=cue.time_us)

    def change(section: SectionChart) -> SectionChart:
        calls = tuple(
            replace(call, kind=f"call_{kind.name}", verb=verbs[0]) if calls_for(call.verb, call.beat, cue) else call
            for call in section.calls
        )
        return replace(_replaced(cue, replacement)(section), calls=calls)

    return change


def calls_for(verb: Verb | None, beat: Fraction, cue: Cue) -> bool:
    """Whether a call of this verb at this beat asks for the cue: a bar ahead of it."""
    return verb is cue.verbs[0] and beat == cue.beat - cue.kind.lead


def has_hand(cue: Cue) -> bool:
    """Whether a cue could be for either hand, and is for one."""
    return len(cue.kind.verbs) > 1 and not cue.kind.chord and cue.verbs[0] in HANDS


def _replaced(cue: Cue, replacement: Cue) -> Change:
    def change(section: SectionChart) -> SectionChart:
        return replace(section, cues=tuple(replacement if other.id == cue.id else other for other in section.cues))

    return change
