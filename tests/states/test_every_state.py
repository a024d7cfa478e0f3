"""A smoke run of every state: it is entered, drawn, answered with every key and button, interrupted and left."""

from dataclasses import fields
from typing import get_args

import pytest

from game.platform.input.input_events import InputDevice, PadChanged, WindowSignal
from game.states import transitions as destinations
from game.states.run.outcome import finish
from game.states.run.preparing import prepare
from game.states.run.run import Run
from game.states.run.run_plan import Mode, Outcome, RunPlan
from game.states.transitions import (
    ToAttract,
    ToInitials,
    ToLoadedRun,
    ToPause,
    ToQuit,
    ToRestart,
    ToResults,
    ToResume,
    ToRun,
    Transition,
)
from tests.states.rig import Rig

ALL = tuple(kind for kind in get_args(Transition) if kind is not ToQuit)


def outcome(rig: Rig) -> Outcome:
    run = a_run(rig)
    run.start(run.chart.start_us, rig.clock.now_us())
    run.session.advance_to(1 << 60)
    return finish(run)


def a_run(rig: Rig) -> Run:
    return prepare(rig.app, RunPlan(Mode.MONTAGE))


def destination(rig: Rig, kind: type) -> Transition:
    """Return a destination of this kind with all that it needs."""
    match kind:
        case destinations.ToRun:
            return ToRun(RunPlan())
        case destinations.ToLoadedRun:
            return ToLoadedRun(a_run(rig))
        case destinations.ToRestart:
            return ToRestart(a_run(rig))
        case destinations.ToPause | destinations.ToResume:
            run = a_run(rig)
            run.start(run.chart.start_us, rig.clock.now_us())
            run.pause(rig.clock.now_us())
            return ToPause(run) if kind is ToPause else ToResume(run)
        case destinations.ToInitials:
            return ToInitials(outcome(rig))
        case destinations.ToResults:
            return ToResults(outcome(rig))
        case _:
            made: Transition = kind()
            return made


@pytest.mark.parametrize("kind", ALL)
def test_it_is_entered_drawn_and_left(rig: Rig, kind: type) -> None:
    rig.go(destination(rig, kind)).wait(100_000)
    assert rig.canvas.get_bounding_rect().size != (0, 0)
    rig.machine.take([WindowSignal.CLOSE_ASKED], rig.clock.now_us())
    assert rig.machine.finished


@pytest.mark.parametrize("device", list(InputDevice))
@pytest.mark.parametrize("kind", ALL)
def test_it_answers_every_key(rig: Rig, kind: type, device: InputDevice) -> None:
    group = rig.app.settings.keys if device is InputDevice.KEYBOARD else rig.app.settings.pad
    for name in {name for item in fields(group) for name in getattr(group, item.name)}:
        rig.machine.finished = False
        rig.go(destination(rig, kind)).press(name, device=device).frame()
        assert rig.machine.finished or rig.canvas.get_bounding_rect().size != (0, 0), f"{name} leaves nothing to see"


@pytest.mark.parametrize("kind", ALL)
def test_it_survives_what_happens_to_windows_and_controllers(rig: Rig, kind: type) -> None:
    rig.go(destination(rig, kind))
    for signal in (*WindowSignal, PadChanged("A pad", present=True), PadChanged("A pad", present=False)):
        if signal is not WindowSignal.CLOSE_ASKED:
            rig.frame(signal)
    assert not rig.machine.finished


def test_a_run_can_be_recorded_from_a_demo_too(rig: Rig) -> None:
    rig.go(ToAttract()).wait(6_000_000)
    assert rig.name == "Title"
