"""Which state stands at which destination: the map of the state machine."""

from game.states.run.attract import Attract
from game.states.menus.boards import Boards
from game.states.menus.calibrate import Calibrate
from game.states.context import Desk
from game.states.transitions import (
    Destination,
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
)
from game.states.menus.initials import Initials
from game.states.menus.main_menu import MainMenu, Offer
from game.states.run.montage import Entry, Montage
from game.states.run.paused import Paused
from game.states.menus.practice import Practice
from game.states.menus.remap import Remap
from game.states.menus.results import Results
from game.states.menus.settings_menu import SettingsMenu
from game.states.state import State
from game.states.menus.title import Title
from game.states.run.waiting import Waiting


def build(desk: Desk, destination: Destination) -> State:
    """Return the state for a destination; quitting is the machine's own matter."""
    match destination:
        case ToTitle():
            return Title(desk)
        case ToMenu():
            return MainMenu(desk)
        case ToOffer():
            return Offer(desk)
        case ToRun(plan):
            return Waiting(desk, plan)
        case ToLoadedRun(run):
            return Montage(run, Entry.FRESH)
        case ToRestart(run):
            return Montage(run, Entry.AGAIN)
        case ToResume(run):
            return Montage(run, Entry.RESUMED)
        case ToPause(run):
            return Paused(run)
        case ToAttract():
            return Attract(desk)
        case ToInitials(outcome):
            return Initials(desk, outcome)
        case ToResults(outcome):
            return Results(desk, outcome)
        case ToScores():
            return Boards(desk)
        case ToPractice(section):
            return Practice(desk, section)
        case ToSettings():
            return SettingsMenu(desk)
        case ToRemap():
            return Remap(desk)
        case ToCalibrate():
            return Calibrate(desk)
        case ToQuit():
            raise ValueError("quitting leads to no state")
