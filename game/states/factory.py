"""Which state stands at which destination: the map of the state machine."""

from game.states.context import AppContext
from game.states.menus.boards import Boards
from game.states.menus.calibrate import Calibrate
from game.states.menus.initials import Initials
from game.states.menus.main_menu import MainMenu, Offer
from game.states.menus.practice import Practice
from game.states.menus.remap import Remap
from game.states.menus.results import Results
from game.states.menus.settings_menu import SettingsMenu
from game.states.menus.title import Title
from game.states.run.attract import Attract
from game.states.run.montage import Montage, RunStart
from game.states.run.paused import Paused
from game.states.run.waiting import Waiting
from game.states.state import State
from game.states.transitions import (
    ToAttract,
    ToCalibrate,
    ToInitials,
    ToLoadedRun,
    ToMenu,
    ToOffer,
    ToPause,
    ToPractice,
    ToQuit,
    ToRemap,
    ToRestart,
    ToResults,
    ToResume,
    ToRun,
    ToScores,
    ToSettings,
    ToTitle,
    Transition,
)


def build(app: AppContext, destination: Transition) -> State:
    """Return the state for a destination; quitting is the machine's own matter."""
    match destination:
        case ToTitle():
            return Title(app)
        case ToMenu():
            return MainMenu(app)
        case ToOffer():
            return Offer(app)
        case ToRun(plan):
            return Waiting(app, plan)
        case ToLoadedRun(run):
            return Montage(run, RunStart.FRESH)
        case ToRestart(run):
            return Montage(run, RunStart.AGAIN)
        case ToResume(run):
            return Montage(run, RunStart.RESUMED)
        case ToPause(run):
            return Paused(run)
        case ToAttract():
            return Attract(app)
        case ToInitials(outcome):
            return Initials(app, outcome)
        case ToResults(outcome):
            return Results(app, outcome)
        case ToScores():
            return Boards(app)
        case ToPractice(section):
            return Practice(app, section)
        case ToSettings():
            return SettingsMenu(app)
        case ToRemap():
            return Remap(app)
        case ToCalibrate():
            return Calibrate(app)
        case ToQuit():
            raise ValueError("quitting leads to no state")
