"""The table of all screens: a new one is added here and nowhere else.

A row says how the screen's state is built from the app context and the payload of the transition that leads there, and
makes a sample payload, so that any screen can be opened or drawn by its name alone.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from game.states import samples
from game.states.context import AppContext
from game.states.menus.credits import Credits
from game.states.menus.main_menu import MainMenu
from game.states.menus.offer import Offer
from game.states.menus.packs import Packs
from game.states.menus.practice import Practice
from game.states.menus.records.boards import Boards
from game.states.menus.records.initials import Initials
from game.states.menus.records.results import Results
from game.states.menus.records.statistics import Statistics
from game.states.menus.records.wall import Wall
from game.states.menus.setup.calibrate import Calibrate
from game.states.menus.setup.detour import Detour
from game.states.menus.setup.remap import Remap
from game.states.menus.setup.settings_menu import SettingsMenu
from game.states.menus.title import Title
from game.states.run.attract import Attract
from game.states.run.paused import Paused
from game.states.run.run import Run
from game.states.run.run_entry import RunEntry
from game.states.run.run_plan import Outcome, RunPlan, SectionChoice
from game.states.run.running import Running
from game.states.run.waiting import Waiting
from game.states.state import State
from game.states.theatre.theatre import Theatre
from game.states.theatre.watch import Watch
from game.states.transitions import Transition

Payload = TypeVar("Payload")


@dataclass(frozen=True, slots=True)
class Screen:
    """How one screen is built, and a payload to open it with where nothing led there."""

    build: Callable[[AppContext, object], State]
    sample: Callable[[AppContext], object]


def build_state(app: AppContext, transition: Transition) -> State:
    """Return the state that a transition leads to; raises KeyError for a name that is not in the table."""
    return SCREENS[transition.screen].build(app, transition.payload)


def sample_transition(app: AppContext, name: str) -> Transition:
    """Return a transition to a screen with a sample payload; waits for loading where the payload needs it."""
    return Transition(name, SCREENS[name].sample(app))


def _plain(build: Callable[[AppContext], State]) -> Screen:
    """Return the row of a screen without a payload."""
    return Screen(lambda app, _: build(app), lambda _: None)


def _with(
    kind: type[Payload], build: Callable[[AppContext, Payload], State], sample: Callable[[AppContext], Payload]
) -> Screen:
    """Return the row of a screen whose payload is of type `kind`."""

    def checked(app: AppContext, payload: object) -> State:
        if not isinstance(payload, kind):
            raise TypeError(f"{build.__name__}: its transition carries {payload!r}: give it a {kind.__name__}")
        return build(app, payload)

    return Screen(checked, sample)


SCREENS: Mapping[str, Screen] = {
    "title": _plain(Title),
    "offer": _plain(Offer),
    "menu": _plain(MainMenu),
    "practice": _with(SectionChoice, Practice, lambda _: SectionChoice()),
    "packs": _plain(Packs),
    "scores": _plain(Boards),
    "wall": _plain(Wall),
    "statistics": _plain(Statistics),
    "credits": _plain(Credits),
    "settings": _with(Detour, SettingsMenu, lambda _: Detour()),
    "remap": _with(Detour, Remap, lambda _: Detour()),
    "calibrate": _plain(Calibrate),
    "loading": _with(RunPlan, Waiting, samples.sample_plan),
    "run": _with(RunEntry, Running, samples.sample_entry),
    "pause": _with(Run, Paused, samples.sample_pause),
    "initials": _with(Outcome, Initials, samples.sample_outcome),
    "results": _with(Outcome, Results, samples.sample_outcome),
    "attract": _plain(Attract),
    "theatre": _with(Watch, Theatre, lambda _: Watch()),
}
"""All screens by name."""
