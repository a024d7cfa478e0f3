"""No menu writes beyond its room: rows end above the hints, labels never meet values, sentences end at the panel."""

from dataclasses import fields

import pytest

from game.sim.chart import Difficulty
from game.sim.options import Assist, RunOptions
from game.states.menus.menu_state import PANEL_MARGIN, MenuState
from game.states.menus.records.board_names import board_name
from game.states.menus.records.boards import NAME_WIDTH
from game.states.menus.records.results import ROWS_PLATE
from game.states.menus.setup.remap import NO_PAD, Remap
from game.states.menus.setup.settings_menu import GROUPS, SettingsMenu
from game.states.run.run_plan import RunPlan
from game.states.screens import SCREENS, sample_transition
from game.storage.options import kind_of
from game.storage.settings import Settings
from game.view.ui.fonts import Face
from game.view.ui.menu import CAP_COLUMN, HINT_TOP, ROW_HEIGHT
from game.view.ui.scoresheet import FIGURES
from tests.states.rig import Rig

SHADE_PX = 3
"""How far the ground of the hints reaches above them."""
FRAME_PX = 30
"""Room left of the label, right of the value, and for an arrow."""


@pytest.mark.parametrize("name", SCREENS)
def test_rows_have_room(rig: Rig, name: str) -> None:
    rig.go(sample_transition(rig.app, name))
    menu = rig.state
    if not isinstance(menu, MenuState) or name == "wall":
        return
    rows, column = menu.rows(), menu.column
    assert column.top + min(len(rows), column.seen) * ROW_HEIGHT <= HINT_TOP - SHADE_PX
    for row in rows:
        caps = CAP_COLUMN if row.key else 0
        width = sum(rig.app.fonts.width(words, Face.BODY) for words in (row.label, row.value))
        assert row.heading or FRAME_PX + caps + width <= column.width, row


def test_sentences_end_at_the_panels_edge(rig: Rig) -> None:
    room = SettingsMenu.column.width + PANEL_MARGIN
    settings = [kind_of(item).sentence for group in GROUPS for item in fields(getattr(Settings(), group))]
    assert [words for words in settings if rig.app.fonts.width(words, Face.BODY) > room] == []
    assert rig.app.fonts.width(NO_PAD, Face.BODY) <= Remap.column.width + PANEL_MARGIN


def test_the_longest_name_of_a_board_has_room(rig: Rig) -> None:
    longest = RunPlan(difficulty=Difficulty.CHAMPION, options=RunOptions(1250, 150, frozenset(Assist)))
    assert rig.app.fonts.width(board_name(longest.board("")), Face.SMALL) <= NAME_WIDTH


def test_the_rows_of_the_results_lie_below_the_advice() -> None:
    assert not ROWS_PLATE.colliderect(FIGURES)
    assert ROWS_PLATE.bottom <= HINT_TOP - SHADE_PX
