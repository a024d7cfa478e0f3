"""Did it work? For every kind of cue the fighter himself answers clean, early, late and missed in four ways."""

from itertools import combinations

import pytest

from game.commands.runs import autoplay_inputs
from game.minigames.manifest import MINIGAMES
from game.minigames.views import views
from game.sim.actions import InputEvent
from game.sim.chart import Chart, Cue, Difficulty
from game.sim.events import Part
from game.sim.options import RunOptions
from game.sim.session import Session
from game.timing.units import Micros, ms
from game.view.canvas.timing_error import TimingError, timing_of
from game.view.figure.actor import Actors, Body, Pose
from game.view.figure.sprite_sheet import SpriteFrame
from tests import shipped
from tests.levels.montage import SECTIONS
from tests.view.conftest import Screening

OFF_US = {Part.PRESS: ms(50), Part.RELEASE: ms(80)}
"""A release's windows are half as wide again."""
SEEN_AFTER_US = ms(80)
LONGEST_US = ms(400)
RUN = [MINIGAMES[name].spec for name in SECTIONS]
KINDS = [(spec.id, kind.name) for spec in RUN if not spec.borrows for kind in spec.cues]
RELEASES = [("sit_ups", "sit_up"), ("meat", "hook")]


@pytest.fixture(scope="session")
def hard() -> Chart:
    """Return the chart on hard: it has cues of every kind."""
    return shipped.chart(Difficulty.HARD)


def middle_cue(chart: Chart, exercise: str, kind: str) -> Cue:
    """Return a cue of a kind from the middle of its section."""
    section = next(section for section in chart.sections if section.minigame == exercise)
    cues = [cue for cue in section.cues if cue.name == kind]
    return cues[len(cues) // 2]


def played(chart: Chart, cue: Cue, timing: TimingError, part: Part) -> list[InputEvent]:
    """Return the inputs of a perfect run, but for one end of one cue."""
    inputs = []
    due = cue.time_us if part is Part.PRESS else cue.end_us
    for event in autoplay_inputs(chart, RunOptions(), 0.0):
        if event.verb in cue.verbs and event.time_us == due and event.down is (part is Part.PRESS):
            if timing is TimingError.MISSED:
                continue
            event = InputEvent(due + timing.side * OFF_US[part], event.verb, event.down)
        inputs.append(event)
    return sorted(inputs, key=lambda event: event.time_us)


class Watched(Screening):
    """A run with one cue played in one way; the fighter's poses are noted as they are drawn."""

    def __init__(self, chart: Chart, inputs: list[InputEvent]) -> None:
        super().__init__(chart)
        self.session = Session(chart, RunOptions(), MINIGAMES)
        for event in inputs:
            self.session.queue(event)

    def judged_us(self, cue: Cue, part: Part) -> tuple[Micros, TimingError]:
        """Let the run go on until the cue is judged; return when that was, and as what."""
        time_us = (cue.time_us if part is Part.PRESS else cue.end_us) - ms(100)
        while True:
            self.stage.on_events(self.session.advance_to(time_us))
            judged = self.stage.log.judged(cue.id, time_us, part)
            if judged is not None:
                return judged.time_us, timing_of(judged)
            assert time_us < cue.end_us + LONGEST_US, f"{cue.name} is never judged"
            time_us += ms(5)


def shown(chart: Chart, cue: Cue, timing: TimingError, part: Part = Part.PRESS) -> str:
    """Return the clip that the fighter shows just after a cue was played in some way."""
    exercise = chart.sections[cue.section].minigame
    sheet, drawn = views()[exercise].sheet, []
    watched = Watched(chart, played(chart, cue, timing, part))
    at_us, judged = watched.judged_us(cue, part)
    assert judged is timing, f"{cue.name} was to be {timing.value} and is {judged.value}"
    draw = Actors.draw

    def noted(actors: Actors, target: object, body: Body, pose: Pose, at: tuple[int, int]) -> SpriteFrame | None:
        if body.sheet == sheet:
            drawn.append(pose.action)
        return draw(actors, target, body, pose, at)  # type: ignore[arg-type]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Actors, "draw", noted)
        watched.look(at_us + SEEN_AFTER_US)
    assert drawn, f"the fighter is not seen after {cue.name}"
    return drawn[-1]


@pytest.mark.parametrize(("exercise", "kind"), KINDS, ids=[".".join(pair) for pair in KINDS])
def test_each_outcome_of_a_cue_has_a_picture_of_its_own(hard: Chart, exercise: str, kind: str) -> None:
    cue = middle_cue(hard, exercise, kind)
    seen = {timing: shown(hard, cue, timing) for timing in TimingError}
    same = [(a.value, b.value, seen[a]) for a, b in combinations(TimingError, 2) if seen[a] == seen[b]]
    assert not same


@pytest.mark.parametrize(("exercise", "kind"), RELEASES, ids=[".".join(pair) for pair in RELEASES])
def test_a_release_that_is_a_movement_of_its_own_shows_whether_it_came_in_time(
    hard: Chart, exercise: str, kind: str
) -> None:
    cue = middle_cue(hard, exercise, kind)
    seen = [
        shown(hard, cue, timing, Part.RELEASE) for timing in (TimingError.CLEAN, TimingError.EARLY, TimingError.LATE)
    ]
    assert len(set(seen)) == len(seen)
