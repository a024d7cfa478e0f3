"""The boards verify in the background what has not been verified since; what is not ranked is shown apart."""

import threading
from dataclasses import replace

import pytest

from game.platform.input.input_events import InputDevice, PointerAction, PointerEvent
from game.replay.codec import decode, encode
from game.states.menus.records import boards
from game.states.menus.records.board_names import board_name, pack_titles, shortened
from game.states.menus.records.boards import PLATE, ROW, Boards
from game.states.run.charts import chart_store
from game.states.theatre.theatre import Theatre
from game.states.transitions import Transition
from game.storage.board import Board, BoardRow
from game.storage.proof import board_check
from game.timing.units import ms
from tests.states.rig import Rig
from tests.states.run.test_running import play_all

PATIENCE_S = 20


def rows(rig: Rig) -> list[tuple[int, bool]]:
    """Return the scores that the screen shows, and whether they are ranked."""
    assert isinstance(rig.state, Boards)
    return [(row.score, row.proof.ranked) for board in rig.state.shown for row in board.rows]


def opened(rig: Rig) -> Rig:
    """Open the boards, and let everything be verified."""
    rig.go(Transition("scores"))
    assert isinstance(rig.state, Boards)
    rig.state.wait_until_verified()
    return rig.frame()


def test_a_true_run_stands_on_the_board(rig: Rig) -> None:
    play_all(rig, late_us=ms(17))
    ((score, ranked),) = rows(opened(rig))
    assert score > 0
    assert ranked


def test_a_board_is_named_by_its_pack(rig: Rig) -> None:
    play_all(rig)
    state = opened(rig).state
    assert isinstance(state, Boards)
    assert rig.app.loaded.result is not None
    assert state.title == f"{rig.app.loaded.result.library.pack.title}: The whole run, normal"


def test_the_board_of_a_pack_that_is_gone_has_its_id_and_one_without_a_chart_none(rig: Rig) -> None:
    play_all(rig)
    (board,) = rig.app.scores.boards()
    library = rig.app.loaded.wait().library
    gone = replace(library.pack, id="harbor", title="Harbor")
    charts, unknown = chart_store(rig.app, library), replace(board, chart_hash="0" * 64)

    assert pack_titles(rig.app, charts, gone, [board, unknown]) == {board.chart_hash: library.pack.id}


def test_a_row_that_was_written_by_hand_falls_off_the_board_when_it_is_opened(rig: Rig) -> None:
    play_all(rig, late_us=ms(17))
    (board,) = rig.app.scores.boards()
    (entry,) = rig.app.scores.best(board)
    rig.app.scores.add(
        board, replace(entry, score=1_000_000, replay="none.laceup", proof=replace(entry.proof, identity="f" * 64))
    )
    assert rows(opened(rig)) == [(entry.score, True), (1_000_000, False)]


def test_a_replay_that_was_changed_is_shown_apart(rig: Rig) -> None:
    play_all(rig, late_us=ms(17))
    (file,) = rig.app.paths.replays.glob("*.laceup")
    replay = decode(file.read_bytes(), file.name)
    file.write_bytes(encode(replace(replay, result=replace(replay.result, score=1_000_000))))
    assert [ranked for _, ranked in rows(opened(rig))] == [False]


def test_how_far_it_is_stands_on_the_screen_while_replays_are_verified(
    rig: Rig, monkeypatch: pytest.MonkeyPatch
) -> None:
    play_all(rig, late_us=ms(17))
    goes_on, written = threading.Event(), list[str]()
    monkeypatch.setattr(board_check, "is_known", lambda *_: not goes_on.wait(PATIENCE_S))
    monkeypatch.setattr(boards, "write", lambda canvas, fonts, words, *_: written.append(words))
    rig.go(Transition("scores"))
    assert isinstance(rig.state, Boards)
    while rig.state.verified_so_far.rows == 0:
        rig.frame()
    rig.frame()
    assert "Verifying replays: 0 of 1" in written
    goes_on.set()
    rig.state.wait_until_verified()
    rig.frame()
    written.clear()
    rig.frame()
    assert not any("Verifying" in words for words in written)


def test_leaving_at_once_leaves_the_rest_for_another_time(rig: Rig) -> None:
    play_all(rig)
    rig.go(Transition("scores")).press("ESCAPE")
    assert rig.name == "MainMenu"


def test_a_reason_is_as_long_as_there_is_room_for() -> None:
    said = shortened(
        "true, but not fit for a board: a machine made it; it was paused 11 times, more than 10; the inputs give"
    )
    assert said == "a machine made it"
    assert len(shortened("false: " + "x" * 500)) == 52


def test_a_run_from_before_proof_says_so(rig: Rig) -> None:
    play_all(rig)
    (board,) = rig.app.scores.boards()
    rig.app.scores.add(board, BoardRow("OLD", 999_999, 9_999, 5, "Champion", 1_000, "old.laceup"))
    assert rows(opened(rig))[-1] == (999_999, False)


def test_a_key_narrows_the_boards_to_a_category_and_back(rig: Rig) -> None:
    play_all(rig, late_us=ms(17))
    opened(rig)
    shown = [len(rows(rig))]
    for _ in range(4):
        rig.press("TAB")
        shown.append(len(rows(rig)))
    assert shown == [1, 0, 1, 1, 1], "no lace is there; neither overlay nor hints were on; one take; all again"


def test_the_board_of_road_work_says_so() -> None:
    board = Board("road", "", "normal", 1000, 100, "one_button", "ab" * 32)
    assert board_name(board) == "Road work, The whole run, normal, one button"
    day = replace(board, section="yard+market+bridge from 8500", assists="")
    assert board_name(day) == "Road work, Rail yard to under the bridge, from 85 %, normal"


def point(rig: Rig, action: PointerAction, at: tuple[int, int]) -> None:
    """Let the mouse do something."""
    rig.frame(PointerEvent(rig.clock.now_us(), action, at))


def row_at(place: int) -> tuple[int, int]:
    """Return the middle of a row of the board, px."""
    return PLATE.centerx, PLATE.y + 10 + place * ROW + ROW // 2


@pytest.fixture
def two_runs(rig: Rig) -> Rig:
    """Open a board of two runs."""
    play_all(rig, late_us=ms(9))
    play_all(rig, late_us=ms(30))
    opened(rig)
    assert len(rows(rig)) == 2
    return rig


def watched(rig: Rig) -> list[str]:
    """Return the files that the theatre was asked for, by their scores, best first on the board."""
    assert isinstance(rig.state, Theatre)
    rig.state.wait_until_loaded()
    rig.frame()
    return [str(seat.playback.replay.result.score) for seat in rig.state.seats]


def test_a_click_on_a_row_watches_it(two_runs: Rig) -> None:
    wanted = str(rows(two_runs)[1][0])
    point(two_runs, PointerAction.MOVED, row_at(0))
    point(two_runs, PointerAction.PRESSED, row_at(1))
    assert watched(two_runs) == [wanted]


def test_a_click_beside_the_rows_watches_nothing(two_runs: Rig) -> None:
    point(two_runs, PointerAction.PRESSED, row_at(5))
    point(two_runs, PointerAction.PRESSED, (320, 20))
    assert two_runs.name == "Boards"


@pytest.mark.parametrize(
    ("device", "aside", "down", "watch"),
    [(InputDevice.KEYBOARD, "K", "DOWN", "RETURN"), (InputDevice.PAD, "Y", "DPAD_DOWN", "A")],
)
def test_a_run_that_was_put_aside_is_watched_below_the_next_one(
    two_runs: Rig, device: InputDevice, aside: str, down: str, watch: str
) -> None:
    first, second = (str(score) for score, _ in rows(two_runs))
    two_runs.press(aside, down, watch, device=device)
    assert watched(two_runs) == [second, first]


def test_what_was_put_aside_can_be_taken_back(two_runs: Rig) -> None:
    second = str(rows(two_runs)[1][0])
    two_runs.press("K", "K", "DOWN", "RETURN")
    assert watched(two_runs) == [second]
