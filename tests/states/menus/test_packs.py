"""The choice of a pack: what is shown of each, that a faulty one cannot be played, and that another one is loaded."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from game.replay.verify import Verdict
from game.sim.chart import Difficulty
from game.states.loading import LoadedContent, Loading
from game.states.menus.packs import Packs
from game.states.pack_shelf import ShelvedPack
from game.states.transitions import Transition
from game.storage.board import BoardRow, Proof
from tests.states.rig import Rig
from tests.states.run.test_running import play_all

HARBOR = ShelvedPack(
    Path("harbor"), "Down at the harbor", "Ada", 95_000_000, charts={d: f"{d:0>64}" for d in Difficulty}
)
BROKEN = ShelvedPack(Path("broken"), "Broken", problem="song.toml: has no [[sections]]; each needs id, bars")


class TwoPacks:
    """A shelf of two packs that remembers what was opened."""

    def __init__(self, loaded: LoadedContent) -> None:
        self.opened: list[ShelvedPack] = []
        self._loaded = loaded

    def packs(self) -> tuple[ShelvedPack, ...]:
        """Return a sound and a faulty pack."""
        return HARBOR, BROKEN

    def titles(self) -> Mapping[str, str]:
        return {}

    def open(self, pack: ShelvedPack) -> Loading[LoadedContent]:
        """Load what was loaded."""
        self.opened.append(pack)
        return Loading(lambda: self._loaded)


@pytest.fixture
def shelf(rig: Rig) -> TwoPacks:
    """Return the shelf, with the menu of packs open over it."""
    shelf = TwoPacks(rig.app.loaded.wait())
    rig.app.shelf = shelf
    rig.go(Transition("packs"))
    assert isinstance(rig.state, Packs)
    rig.state._reading.wait()
    return shelf


def test_each_pack_is_a_row_with_its_length(rig: Rig, shelf: TwoPacks) -> None:
    rows = rig.state.rows()  # type: ignore[attr-defined]

    assert [(row.label, row.value) for row in rows] == [("Down at the harbor", "1:35"), ("Broken", "faulty")]


def test_confirming_loads_the_pack_and_leads_to_the_title(rig: Rig, shelf: TwoPacks) -> None:
    rig.press("RETURN").frame()

    assert shelf.opened == [HARBOR] and rig.name == "Title"


def test_the_menu_says_which_other_pack_is_played(rig: Rig) -> None:
    rig.go(Transition("menu"))

    assert [row.value for row in rig.state.rows() if row.label == "Packs"] == ["Tests"]  # type: ignore[attr-defined]
    assert rig.go(Transition("title")).frame().name == "Title"


def test_medals_of_a_pack_are_its_own(rig: Rig, shelf: TwoPacks) -> None:
    play_all(rig)
    rig.go(Transition("packs"))
    assert isinstance(rig.state, Packs)
    own, other = replace(HARBOR, id="tests"), replace(HARBOR, id="elsewhere")

    assert sum(rig.state.medals_of(own).values()) > 0
    assert sum(rig.state.medals_of(other).values()) == 0


def test_a_faulty_pack_is_not_played(rig: Rig, shelf: TwoPacks) -> None:
    rig.press("DOWN").press("RETURN").frame()

    assert shelf.opened == [] and rig.name == "Packs"


def test_the_best_run_of_a_pack_is_shown_from_its_own_board(rig: Rig, shelf: TwoPacks) -> None:
    entry = BoardRow("ADA", 900_000, 9_500, 200, "Champion", 1_000, proof=Proof("cd" * 32, Verdict.TRUE))
    board = rig.app.whole_run(Difficulty.HARD).board(HARBOR.charts[Difficulty.HARD])
    rig.app.scores.add(board, entry)
    state = rig.go(Transition("packs")).state
    assert isinstance(state, Packs)

    best = {difficulty: state._best_on(HARBOR, difficulty) for difficulty in Difficulty}

    assert {difficulty: row.score for difficulty, row in best.items() if row is not None} == {Difficulty.HARD: 900_000}


def test_the_main_menu_leads_there(rig: Rig, shelf: TwoPacks) -> None:
    rig.go(Transition("menu")).choose("Packs").press("RETURN").frame()

    assert rig.name == "Packs"
