"""Every screen in every state that is worth looking at, by name.

A scene is a generator that plays a screen and yields a name whenever the canvas shows something worth keeping. A screen
without a scene of its own is opened with its sample payload and kept once.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from game.app.offscreen import ScreenDriver
from game.app.sample_history import add_history
from game.platform.input.input_events import InputDevice
from game.replay.verify import Verdict
from game.states.loading import join_all
from game.states.menus.menu_state import MenuState
from game.states.menus.setup.calibrate import COUNT_IN_BEATS, IGNORE_KEYS_US, TAP_BEATS, US_PER_BEAT
from game.states.run.run_plan import Mode, RunPlan
from game.states.samples import played_outcome, road_outcome, sample_pause
from game.states.screens import SCREENS, sample_transition
from game.states.transitions import Transition
from game.storage.board import BoardRow, Proof
from game.timing.units import Micros, ms

GalleryScene = Callable[[ScreenDriver], Iterator[str]]

GOOD_SPREAD_MS = 8.0
"""Spread of the timing errors of a good run, ms."""
POOR_SPREAD_MS = 70.0
"""Spread of the timing errors of a poor run, ms."""
STEADY_TAP_US = ms(23)
"""How late the taps of a steady calibration are."""
LONG_LIST_STEP = 6
"""In a long menu, one row in so many is drawn."""
SHOWN_TAPS = 12
"""Taps of a calibration before it is drawn."""
BOARD_ROWS = 10
"""Rows of the sample board."""
COUNT_IN_SHOWN_US = ms(400)
"""Time after which a count-in is drawn, microseconds."""
KEYS_SHOWN_US = ms(4600)
"""Time from the beginning of the lead-in to the yard's first keys, microseconds."""
PHOTOGRAPHS_TAKEN_US = ms(300)
"""Time in which all photographs of the board are taken, microseconds."""
RUN_SHOWN_US = ms(3000)
"""Time after which a run is drawn, microseconds."""


def pictures(driver: ScreenDriver, names: Iterable[str] = ()) -> Iterator[str]:
    """Play the scenes of the named screens, or of all, and yield a name for each picture on the driver's canvas."""
    wanted = tuple(names) or tuple(SCREENS)
    first = [name for name in BEFORE_LOADING if name in wanted]
    for name in (*first, *(name for name in wanted if name not in BEFORE_LOADING)):
        if name not in BEFORE_LOADING:
            driver.app.loaded.wait()
        yield from SCENES.get(name, _sample(name))(driver)


def _sample(name: str) -> GalleryScene:
    def scene(driver: ScreenDriver) -> Iterator[str]:
        driver.go(sample_transition(driver.app, name))
        yield name

    return scene


def _menu(driver: ScreenDriver) -> MenuState:
    """Return the shown state, which must be a menu."""
    state = driver.machine.state
    assert isinstance(state, MenuState), f"{driver.machine.screen} is no menu"
    return state


def _rows(driver: ScreenDriver, name: str, step: int = 1) -> Iterator[str]:
    """Walk down a menu once; yield at its first row and at each `step`-th row after it."""
    menu, seen = _menu(driver), set[int]()
    while menu.chosen not in seen:
        if len(seen) % step == 0:
            yield f"{name}-row-{menu.chosen + 1:02d}"
        seen.add(menu.chosen)
        driver.press("DOWN")


def _every_row(name: str, step: int = 1) -> GalleryScene:
    def scene(driver: ScreenDriver) -> Iterator[str]:
        driver.go(sample_transition(driver.app, name))
        yield from _rows(driver, name, step)

    return scene


def _loading(driver: ScreenDriver) -> Iterator[str]:
    driver.go(Transition("loading", RunPlan()))
    yield "loading"


def _title(driver: ScreenDriver) -> Iterator[str]:
    driver.go(Transition("title"))
    yield "title-loading"
    driver.app.loaded.wait()
    driver.go(Transition("title"))
    yield "title"


def _main_menu(driver: ScreenDriver) -> Iterator[str]:
    yield from _every_row("menu")(driver)
    driver.app.notify("A notice stands at the top of whatever screen is shown, for some seconds.")
    driver.frame()
    yield "menu-notice"
    driver.app.notices.clear()
    driver.app.change("play", one_hand=True, hold_tap=True, window_percent=150)
    driver.frame()
    yield "menu-assists"
    driver.app.change("play", one_hand=False, hold_tap=False, window_percent=100)


def _packs(driver: ScreenDriver) -> Iterator[str]:
    driver.go(Transition("packs"))
    yield "packs-reading"
    join_all()
    driver.frame()
    yield "packs"


def _remap(driver: ScreenDriver) -> Iterator[str]:
    yield from _every_row("remap", LONG_LIST_STEP)(driver)
    driver.press("RETURN")
    yield "remap-listening"
    driver.press("ESCAPE", "UP", "RETURN")
    yield "remap-reset-asked"
    driver.press("DOWN", "RETURN")
    yield "remap-reset-done"


def _calibrate(driver: ScreenDriver) -> Iterator[str]:
    yield from _every_row("calibrate")(driver)
    yield from _timing_test(driver, "calibrate-sound", STEADY_TAP_US)
    driver.press("DOWN", "DOWN")
    yield from _timing_test(driver, "calibrate-picture", STEADY_TAP_US)
    driver.press("DOWN", "DOWN", "RETURN")
    driver.frame(after_us=(COUNT_IN_BEATS + TAP_BEATS + 1) * US_PER_BEAT)
    yield "calibrate-refused"


def _timing_test(driver: ScreenDriver, name: str, late_us: Micros) -> Iterator[str]:
    """Start the test of the chosen row and tap it to its end, so late on every beat."""
    driver.press("RETURN")
    begin_us = driver.clock.now_us()
    yield f"{name}-count-in"
    for beat in range(COUNT_IN_BEATS, COUNT_IN_BEATS + TAP_BEATS):
        driver.press_at(begin_us + beat * US_PER_BEAT + late_us, "F")
        if beat == COUNT_IN_BEATS + SHOWN_TAPS:
            yield f"{name}-tapping"
    driver.frame(after_us=2 * US_PER_BEAT)
    driver.frame(after_us=IGNORE_KEYS_US)
    yield f"{name}-reading"


def _scores(driver: ScreenDriver) -> Iterator[str]:
    driver.go(Transition("scores"))
    yield "scores-empty"
    outcome = played_outcome(driver.app, GOOD_SPREAD_MS)
    for place, difficulty in enumerate(("easy", "hard")):
        for number in range(BOARD_ROWS):
            entry = replace(_lesser(outcome.entry, number), replay=f"{difficulty}-{number}")
            proof = Proof(f"{place * BOARD_ROWS + number:064x}", Verdict.TRUE)
            driver.app.scores.add(replace(outcome.board, difficulty=difficulty), replace(entry, proof=proof))
    driver.go(Transition("scores"))
    yield "scores-full"


def _statistics(driver: ScreenDriver) -> Iterator[str]:
    add_history(driver)
    driver.go(Transition("statistics"))
    for name in ("hands", "sections", "trend"):
        yield f"statistics-{name}"
        driver.press("RIGHT")


def _wall(driver: ScreenDriver) -> Iterator[str]:
    driver.go(Transition("wall"))
    yield "wall-empty"
    add_history(driver)
    driver.go(Transition("wall"))
    driver.wait(PHOTOGRAPHS_TAKEN_US)
    yield "wall"
    driver.press("RIGHT", "DOWN")
    yield "wall-chosen"


def _lesser(entry: BoardRow, number: int) -> BoardRow:
    """Return a row of a board like `entry`, a little less with each number."""
    letter = chr(ord("A") + number)
    return replace(
        entry,
        initials=3 * letter,
        score=entry.score - 12_345 * number,
        dead_on=entry.dead_on - 7 * number,
    )


def _run(driver: ScreenDriver) -> Iterator[str]:
    driver.go(sample_transition(driver.app, "run"))
    driver.wait(RUN_SHOWN_US)
    yield "run"
    driver.app.change("picture", overlay=True)
    driver.frame()
    yield "run-overlay"
    driver.app.change("picture", overlay=False)
    driver.app.change("play", speedrun=True)
    driver.frame()
    yield "run-speedrun"
    driver.app.change("play", speedrun=False)
    driver.press("ESCAPE", "RETURN")
    driver.frame(after_us=COUNT_IN_SHOWN_US)
    yield "run-count-in"
    driver.go(Transition("loading", driver.app.montage_plan()))
    driver.wait(KEYS_SHOWN_US)
    yield "run-keys-keyboard"
    for maker in ("Xbox", "PlayStation", "Nintendo"):
        driver.app.device, driver.app.pad_names[driver.app.pad] = InputDevice.PAD, maker
        driver.frame()
        yield f"run-keys-{maker.lower()}"
    driver.app.device = InputDevice.KEYBOARD
    driver.app.change("play", speedrun=True)
    driver.go(Transition("loading", driver.app.road_plan()))
    driver.wait(RUN_SHOWN_US)
    yield "run-road-speedrun"
    driver.app.change("play", speedrun=False)


def _pause(driver: ScreenDriver) -> Iterator[str]:
    yield from _every_row("pause")(driver)
    driver.press("UP", "RETURN")
    yield "pause-quit-asked"
    driver.press("ESCAPE", "UP", "RETURN")
    yield "pause-settings"
    run = sample_pause(driver.app)
    run.plan = replace(run.plan, mode=Mode.PRACTICE)
    driver.go(Transition("pause", run))
    yield "pause-practice"


def _initials(driver: ScreenDriver) -> Iterator[str]:
    driver.go(sample_transition(driver.app, "initials"))
    yield "initials"
    driver.wait(ms(600))
    driver.press("UP", "RIGHT", "DOWN")
    yield "initials-second-letter"


def _results(driver: ScreenDriver) -> Iterator[str]:
    app = driver.app
    first, poor = played_outcome(app, POOR_SPREAD_MS / 2), played_outcome(app, POOR_SPREAD_MS)
    for name, outcome in (("first", replace(first, best=None)), ("poor", replace(poor, best=first.entry, place=None))):
        driver.go(Transition("results", outcome))
        yield f"results-{name}"
    good = replace(played_outcome(app, GOOD_SPREAD_MS), best=first.entry)
    driver.go(Transition("results", good))
    yield "results-good"
    yield from _rows(driver, "results-good")
    driver.go(
        Transition(
            "results",
            replace(good, unfit="the sound stuttered during this run, by 1200 ms.", place=None),
        )
    )
    yield "results-not-for-the-board"
    driver.go(Transition("results", replace(good, plan=replace(good.plan, autoplay_ms=0.0), place=None)))
    yield "results-autoplay"
    driver.go(Transition("results", road_outcome(app, GOOD_SPREAD_MS)))
    yield "results-road"


def _attract(driver: ScreenDriver) -> Iterator[str]:
    driver.go(Transition("attract"))
    driver.wait(RUN_SHOWN_US)
    yield "attract"


BEFORE_LOADING = ("loading", "title")
"""Drawn first and in this order, while the content is still being loaded."""
SCENES: dict[str, GalleryScene] = {
    "loading": _loading,
    "title": _title,
    "offer": _every_row("offer"),
    "menu": _main_menu,
    "practice": _every_row("practice"),
    "packs": _packs,
    "scores": _scores,
    "wall": _wall,
    "statistics": _statistics,
    "settings": _every_row("settings", LONG_LIST_STEP),
    "remap": _remap,
    "calibrate": _calibrate,
    "run": _run,
    "pause": _pause,
    "initials": _initials,
    "results": _results,
    "attract": _attract,
}
"""Scripts of the screens that are drawn in more than one state."""
