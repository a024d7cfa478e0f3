"""The mouse works in every menu, and is hidden in play."""

from game.platform.input.input_events import PointerAction, PointerEvent
from game.states.menus.setup.detour import Detour
from game.states.menus.setup.settings_menu import SettingsMenu
from game.states.run.run_plan import RunPlan
from game.states.run.running import Running
from game.states.transitions import Transition
from game.view.ui.menu import ROW_HEIGHT
from tests.states.rig import Rig


def point(rig: Rig, action: PointerAction, at: tuple[int, int]) -> Rig:
    return rig.frame(PointerEvent(rig.clock.now_us(), action, at))


def row(rig: Rig, label: str) -> tuple[int, int]:
    """Return a position in the row with a label."""
    menu = rig.state
    place = [row.label for row in menu.rows()].index(label)  # type: ignore[attr-defined]
    column = menu.column  # type: ignore[attr-defined]
    return column.left + 30, column.top + place * ROW_HEIGHT + 8


def test_a_pointer_that_rests_where_the_window_opens_chooses_nothing(rig: Rig) -> None:
    rig.go(Transition("menu"))
    point(rig, PointerAction.MOVED, row(rig, "Statistics"))
    assert rig.state.chosen == 0  # type: ignore[attr-defined]
    point(rig, PointerAction.MOVED, row(rig, "Scores"))
    assert rig.state.chosen == 5  # type: ignore[attr-defined]


def test_moving_chooses_a_row_and_pressing_confirms_it(rig: Rig) -> None:
    point(rig.go(Transition("menu")), PointerAction.MOVED, (0, 0))
    point(rig, PointerAction.MOVED, row(rig, "Statistics"))
    assert rig.state.chosen == 7  # type: ignore[attr-defined]
    point(rig, PointerAction.PRESSED, row(rig, "Scores"))
    assert rig.name == "Boards"
    point(rig, PointerAction.BACK, (0, 0))
    assert rig.name == "MainMenu"


def test_pressing_beside_the_rows_does_nothing(rig: Rig) -> None:
    rig.go(Transition("menu"))
    point(rig, PointerAction.PRESSED, (600, 20))
    point(rig, PointerAction.PRESSED, (-5, 150))
    assert rig.name == "MainMenu"


def test_the_arrows_of_a_row_move_its_value(rig: Rig) -> None:
    rig.go(Transition("menu"))
    left, top = row(rig, "Run")
    right = left + 300 - 30 - 6
    point(rig, PointerAction.PRESSED, (right - 4, top))
    assert rig.app.settings.play.difficulty == "hard"
    point(rig, PointerAction.PRESSED, (right - 14 - len("Hard") * 8 - 8, top))
    assert rig.app.settings.play.difficulty == "normal"


def test_the_wheel_walks_through_a_long_list(rig: Rig) -> None:
    rig.go(Transition("settings", Detour()))
    before = rig.state.chosen  # type: ignore[attr-defined]
    point(rig, PointerAction.DOWN, (100, 100))
    assert rig.state.chosen > before  # type: ignore[attr-defined]
    point(rig, PointerAction.UP, (100, 100))
    assert rig.state.chosen == before  # type: ignore[attr-defined]


def test_a_row_that_is_pointed_at_in_a_long_list_stays_under_the_pointer(rig: Rig) -> None:
    rig.go(Transition("settings", Detour()))
    point(rig, PointerAction.MOVED, (0, 0))
    menu = rig.state
    assert isinstance(menu, SettingsMenu)
    last = menu.column.top + (menu.column.seen - 1) * ROW_HEIGHT + 8
    for y in (menu.column.top + 8, last, last - 2 * ROW_HEIGHT, menu.column.top + 5 * ROW_HEIGHT):
        point(rig, PointerAction.MOVED, (100, y))
        assert menu.place_at((100, y)) in (menu.chosen, None), "None: a heading"


def test_a_long_list_is_moved_no_further_than_to_show_what_is_chosen(rig: Rig) -> None:
    rig.go(Transition("settings", Detour()))
    menu = rig.state
    assert isinstance(menu, SettingsMenu)
    rows, seen = menu.rows(), menu.column.seen
    for _ in range(3 * len(rows)):
        before = menu.shown_column(menu.rows()).first
        rig.press("DOWN")
        first = menu.shown_column(menu.rows()).first
        assert first <= menu.chosen < first + seen
        assert first in range(before, before + 3) or menu.chosen == 0, "the list is not turned over"


def test_a_heading_is_no_row(rig: Rig) -> None:
    rig.go(Transition("settings", Detour()))
    point(rig, PointerAction.MOVED, (0, 0))
    point(rig, PointerAction.MOVED, row(rig, "sound"))
    assert rig.state.chosen == 0  # type: ignore[attr-defined]


def test_a_question_is_answered_by_the_mouse(rig: Rig) -> None:
    rig.go(Transition("loading", RunPlan())).frame().press("ESCAPE")
    point(rig, PointerAction.PRESSED, row(rig, "Quit to menu"))
    column = rig.state.column  # type: ignore[attr-defined]
    places = ((column.left + 30, y) for y in range(column.top, column.top + 120))
    no, *_, yes = [at for at in places if rig.state.place_at(at) is not None]  # type: ignore[attr-defined]
    point(rig, PointerAction.PRESSED, no)
    assert rig.name == "Paused"
    point(rig, PointerAction.PRESSED, row(rig, "Quit to menu"))
    point(rig, PointerAction.PRESSED, yes)
    assert rig.name == "MainMenu"


def test_the_pointer_is_hidden_in_play_only(rig: Rig) -> None:
    assert rig.screen.pointer
    rig.go(Transition("loading", RunPlan())).frame()
    assert isinstance(rig.state, Running)
    assert not rig.screen.pointer
    rig.press("ESCAPE")
    assert rig.screen.pointer


def test_the_mouse_does_nothing_in_play_and_holds_no_key_up(rig: Rig) -> None:
    rig.go(Transition("loading", RunPlan())).frame()
    point(rig, PointerAction.PRESSED, (320, 180))
    assert rig.name == "Running"
    rig.poll(PointerEvent(rig.clock.now_us(), PointerAction.MOVED, (1, 1)))
    assert not rig.machine._waiting


def test_a_press_leaves_the_title(rig: Rig) -> None:
    rig.go(Transition("title"))
    point(rig, PointerAction.MOVED, (5, 5))
    assert rig.name == "Title"
    point(rig, PointerAction.PRESSED, (5, 5))
    assert rig.name == "Offer"
