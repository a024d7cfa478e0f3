"""No screen flashes by itself, nor while somebody walks through its rows. Slow: `pytest -m slow tests/app`."""

import argparse

import pytest

from game.app.gallery import pictures
from game.app.offscreen import open_offscreen
from game.states.screens import SCREENS
from tests.view.stage.flash_windows import WindowedFlashes, cells_of, red_cells_of, red_flashes

RATE = 30
FRAMES = 3 * RATE
STEP_FRAMES = 6
"""A key goes down so often: five times a second."""
MOST_A_SECOND = 2
IN_PLAY = ("run", "attract", "theatre")
"""Screens whose picture is the run's, which is counted elsewhere."""


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_no_screen_flashes_while_its_rows_are_walked_through() -> None:
    worst: dict[str, tuple[int, int]] = {}
    with open_offscreen(argparse.Namespace(level=None, pack=None, safe=True)) as driver:
        driver.app.loaded.wait()
        for screen in (name for name in SCREENS if name not in IN_PLAY):
            for _ in pictures(driver, (screen,)):
                pass
            general, red = WindowedFlashes(RATE), red_flashes(RATE)
            for frame in range(FRAMES):
                if frame % STEP_FRAMES == 0:
                    driver.press(("DOWN", "UP")[frame // RATE % 2])
                driver.frame(after_us=1_000_000 // RATE)
                general.see(frame, cells_of(driver.canvas))
                red.see(frame, red_cells_of(driver.canvas))
            worst[screen] = general.worst, red.worst
    assert {screen: found for screen, found in worst.items() if found > (MOST_A_SECOND, 0) or found[1]} == {}
