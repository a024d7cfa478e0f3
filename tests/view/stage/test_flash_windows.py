"""Flashes of the summit's turn and of whole runs, counted for each place of the picture. Slow:
`pytest -m slow tests/view/stage`.
"""

from fractions import Fraction

import numpy as np
import pygame
import pytest

from game.minigames.manifest import MINIGAMES
from game.sim.actions import Verb
from game.sim.chart import Chart
from game.sim.options import RunOptions
from game.sim.players import Person, inputs_of
from game.sim.rng import Rng
from game.sim.session import Session
from game.storage.paths import assets_dir
from game.timing.units import ms
from game.view.hints.chalk import Chalk
from game.view.hints.draw_hints import HintOptions
from game.view.hints.key_face import KeyFace
from game.view.ui.fonts import Fonts
from tests.view.conftest import Screening
from tests.view.stage.flash_windows import (
    CELLS,
    RED_SCALE,
    WindowedFlashes,
    cells_of,
    red_cells_of,
    red_flashes,
)

MOST_A_SECOND = 2
MOST_RED = 0
TURN_BEATS = 5
PLAYERS = {"good": Person(ms(25), 0, 0), "poor": Person(ms(70), 0, 450), "missed": None}


@pytest.mark.parametrize("rate", [30, 60])
def test_a_small_place_that_blinks_is_counted_and_one_that_fades_is_not(rate: int) -> None:
    blinking, fading = WindowedFlashes(rate), WindowedFlashes(rate)
    for frame in range(2 * rate):
        cells = np.full(CELLS, 0.2)
        cells[10:15, 8:14] = 0.6 if frame // (rate // 10) % 2 else 0.1
        blinking.see(frame, cells)
        fading.see(frame, np.full(CELLS, 0.4 * frame / (2 * rate)))
    assert blinking.worst >= 4
    assert fading.worst == 0


def test_saturated_red_that_blinks_is_counted_and_orange_and_dark_red_are_not() -> None:
    worst = []
    for color in ((250, 10, 10), (250, 150, 60), (60, 4, 4)):
        counted, lit, dark = red_flashes(30), pygame.Surface((640, 360), 0, 32), pygame.Surface((640, 360), 0, 32)
        lit.fill(color)
        for frame in range(30):
            counted.see(frame, red_cells_of(lit if frame // 5 % 2 else dark))
        worst.append(counted.worst)
    assert worst[0] >= 2 and worst[1:] == [0, 0]
    assert red_cells_of(lit).max() <= RED_SCALE


def flashes_of(
    chart: Chart, player: Person | None, rate: int, span: tuple[int, int], hints: HintOptions | None = None
) -> tuple[WindowedFlashes, WindowedFlashes]:
    """Return the general and the red flashes that a player's run shows in a span of time, in microseconds."""
    screening = Screening(chart)
    screening.stage.hints = hints
    screening.session = Session(chart, RunOptions(), MINIGAMES)
    for event in inputs_of(chart, player, Rng(3)) if player is not None else ():
        screening.session.queue(event)
    general, red = WindowedFlashes(rate), red_flashes(rate)
    for frame in range(span[0] * rate // 1_000_000, span[1] * rate // 1_000_000):
        picture = screening.look(frame * 1_000_000 // rate)
        general.see(frame, cells_of(picture))
        red.see(frame, red_cells_of(picture))
    return general, red


@pytest.mark.slow
@pytest.mark.timeout(300)
@pytest.mark.parametrize("rate", [30, 60])
@pytest.mark.parametrize("player", ["good", "poor", "missed"])
def test_the_turn_of_the_summit_does_not_flash(chart: Chart, player: str, rate: int) -> None:
    start = next(section.start_beat for section in chart.sections if section.minigame == "summit")
    span = (chart.tempo.to_us(start - 1), chart.tempo.to_us(start + Fraction(TURN_BEATS)))
    general, red = flashes_of(chart, PLAYERS[player], rate, span)
    assert general.worst <= MOST_A_SECOND, f"frame {general.worst_at}"
    assert red.worst <= MOST_RED, f"frame {red.worst_at}"


@pytest.mark.slow
@pytest.mark.timeout(900)
@pytest.mark.parametrize("rate", [30, 60])
@pytest.mark.parametrize("player", ["good", "poor", "missed"])
def test_no_place_of_a_whole_run_flashes(chart: Chart, player: str, rate: int) -> None:
    general, red = flashes_of(chart, PLAYERS[player], rate, (chart.sections[0].start_us, chart.sections[-1].end_us))
    assert general.worst <= MOST_A_SECOND, f"frame {general.worst_at}"
    assert red.worst <= MOST_RED, f"frame {red.worst_at}"


@pytest.mark.slow
@pytest.mark.timeout(900)
@pytest.mark.parametrize("rate", [30, 60])
@pytest.mark.parametrize("player", ["good", "poor", "missed"])
def test_no_place_of_a_whole_run_flashes_with_every_key_shown(chart: Chart, player: str, rate: int) -> None:
    keys = HintOptions(dict.fromkeys(Verb, KeyFace("M")), Chalk(Fonts(assets_dir() / "fonts")), None)
    span = (chart.sections[0].start_us, chart.sections[-1].end_us)
    general, red = flashes_of(chart, PLAYERS[player], rate, span, keys)
    assert general.worst <= MOST_A_SECOND, f"frame {general.worst_at}"
    assert red.worst <= MOST_RED, f"frame {red.worst_at}"
