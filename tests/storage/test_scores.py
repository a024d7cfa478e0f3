"""Boards never mix, the best comes first, and whatever happens to the file, the game goes on and says so."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from game.replay.verify import Verdict
from game.storage.board import Board, BoardRow, Category, Proof, Split
from game.storage.schema import VERSION
from game.storage.scores import Scores

TRUE = Proof("cd" * 32, Verdict.TRUE)
BOARD = Board("montage", "", "normal", 1000, 100, "", "ab" * 32)
RUN = BoardRow(
    "JOE",
    800_000,
    8_700,
    100,
    "Prospect",
    1_000,
    splits=(Split("yard", 70_000, "OK"), Split("market", 90_000, "Superb")),
    proof=TRUE,
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "scores.sqlite"


def scored(score: int, dead_on: int = 0) -> BoardRow:
    return replace(RUN, score=score, dead_on=dead_on)


def test_a_run_is_read_again_as_it_was_kept(path: Path) -> None:
    with Scores(path) as scores:
        assert scores.add(BOARD, RUN) == 1
    with Scores(path) as scores:
        assert scores.best(BOARD) == (RUN,)
        assert scores.notice is None


def test_the_best_comes_first_and_stars_break_ties(path: Path) -> None:
    with Scores(path) as scores:
        places = [scores.add(BOARD, run) for run in (scored(5), scored(9), scored(9, dead_on=3), scored(7))]
        assert places == [1, 1, 1, 3]
        assert [(run.score, run.dead_on) for run in scores.best(BOARD)] == [(9, 3), (9, 0), (7, 0), (5, 0)]


@pytest.mark.parametrize(
    "other",
    [
        replace(BOARD, mode="practice"),
        replace(BOARD, section="yard"),
        replace(BOARD, difficulty="hard"),
        replace(BOARD, rate_permille=900),
        replace(BOARD, window_percent=150),
        replace(BOARD, assists="one_button"),
        replace(BOARD, chart_hash="cd" * 32),
    ],
)
def test_boards_never_mix(path: Path, other: Board) -> None:
    with Scores(path) as scores:
        scores.add(BOARD, RUN)
        scores.add(other, scored(1))
        assert len(scores.best(BOARD)) == 1
        assert len(scores.best(other)) == 1
        assert len(scores.boards()) == 2


def test_the_best_splits_come_from_any_run(path: Path) -> None:
    better_yard = replace(RUN, score=1, splits=(Split("yard", 80_000, "Perfect"), Split("market", 2, "Try again")))
    with Scores(path) as scores:
        scores.add(BOARD, RUN)
        scores.add(BOARD, better_yard)
        assert scores.best_splits(BOARD) == {"yard": 80_000, "market": 90_000}


@pytest.mark.parametrize(
    "content", [b"not a database at all, but long enough to be looked at" * 20, b"SQLite format 3\0" + b"\xff" * 900]
)
def test_a_damaged_file_is_set_aside_and_boards_begin_anew(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    with Scores(path) as scores:
        assert scores.notice is not None
        assert "scores.sqlite.damaged" in scores.notice
        scores.add(BOARD, RUN)
    assert path.with_name("scores.sqlite.damaged").read_bytes() == content
    with Scores(path) as scores:
        assert scores.best(BOARD) == (RUN,)


def test_a_truncated_file_is_set_aside(path: Path) -> None:
    with Scores(path) as scores:
        for score in range(200):
            scores.add(BOARD, scored(score))
    path.write_bytes(path.read_bytes()[:9_000])
    with Scores(path) as scores:
        assert scores.notice is not None
        assert scores.best(BOARD) == ()


def test_an_empty_file_is_a_new_one(path: Path) -> None:
    path.write_bytes(b"")
    with Scores(path) as scores:
        assert scores.notice is None
        assert scores.boards() == ()


def test_foreign_tables_are_set_aside(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(f"CREATE TABLE run (id); PRAGMA user_version = {VERSION};")
    with Scores(path) as scores:
        assert scores.notice is not None
        assert "damaged" in scores.notice


def test_a_newer_file_is_left_alone(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(f"CREATE TABLE later (id); PRAGMA user_version = {VERSION + 1};")
    before = path.read_bytes()
    with Scores(path) as scores:
        assert scores.notice is not None
        assert "newer version" in scores.notice
        scores.add(BOARD, RUN)
        assert scores.best(BOARD) == (RUN,)
    assert path.read_bytes() == before


def test_a_folder_in_its_place_costs_only_the_keeping(path: Path) -> None:
    path.mkdir()
    with Scores(path) as scores:
        assert scores.notice is not None
        assert "not kept" in scores.notice
        scores.add(BOARD, RUN)


def test_a_file_where_the_folder_should_be_costs_only_the_keeping(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("in the way")
    with Scores(tmp_path / "data" / "scores.sqlite") as scores:
        assert scores.notice is not None
        assert scores.boards() == ()


FORGED = [
    {"rank": "\x1b[2JChampion"},
    {"rank": "Champion\nlace-up: true"},
    {"rank": b"\xff\xfe"},
    {"initials": "\u202eEOJ"},
    {"initials": "J" * 100_000},
    {"played_at": 10**15},
    {"played_at": -(2**63)},
    {"score": "many"},
    {"score": 2**62},
    {"dead_on": None},
    {"accuracy_permyriad": 1.5},
    {"badges": "\0"},
    {"identity": "\x1b[2J"},
    {"laces": -1},
    {"pauses": "many"},
    {"overlay_ever": None},
]


def forge(path: Path, table: str, values: dict[str, object]) -> None:
    """Write values that the game would not into every row, in a file whose tables take anything."""
    with Scores(path) as scores:
        scores.add(BOARD, RUN)
    with closing(sqlite3.connect(path)) as connection, connection:
        for name in ("run", "split"):
            columns = [row[1] for row in connection.execute(f"PRAGMA table_info({name})")]
            connection.execute(f"CREATE TABLE lax_{name} ({', '.join(columns)})")
            connection.execute(f"INSERT INTO lax_{name} SELECT * FROM {name}")
        for name in ("split", "run"):
            connection.execute(f"DROP TABLE {name}")
            connection.execute(f"ALTER TABLE lax_{name} RENAME TO {name}")
        for column, value in values.items():
            connection.execute(f"UPDATE {table} SET {column} = ?", (value,))


@pytest.mark.parametrize("values", FORGED, ids=lambda values: ascii(values)[:40])
def test_a_row_that_the_game_cannot_have_written_is_left_out_and_said(path: Path, values: dict[str, object]) -> None:
    forge(path, "run", values)
    with Scores(path) as scores:
        assert [run for board in scores.boards() for run in scores.best(board)] == []
        assert scores.notice is not None
        assert "left out" in scores.notice


@pytest.mark.parametrize("value", ["\x1b[31m", b"\xff", None], ids=ascii)
@pytest.mark.parametrize("column", ["mode", "section", "difficulty", "assists", "chart_hash"])
def test_a_forged_board_is_left_out_and_said(path: Path, column: str, value: object) -> None:
    forge(path, "run", {column: value})
    with Scores(path) as scores:
        assert scores.boards() == ()
        assert scores.notice is not None


@pytest.mark.parametrize(("column", "value"), [("section", "\x1b"), ("section_score", "many"), ("grade", b"\xff")])
def test_a_forged_section_is_left_out_of_its_run(path: Path, column: str, value: object) -> None:
    forge(path, "split", {column: value})
    with Scores(path) as scores:
        (run,) = scores.best(BOARD)
        assert run.splits == ()
        assert all(isinstance(points, int) for points in scores.best_splits(BOARD).values())


def test_forging_nothing_leaves_the_run_as_it_is(path: Path) -> None:
    forge(path, "run", {})
    with Scores(path) as scores:
        assert scores.best(BOARD) == (RUN,)
        assert scores.notice is None


@pytest.mark.parametrize("kind", ["VIEW run AS SELECT 1", "TABLE run (id)"])
def test_a_view_in_place_of_a_table_is_damage(path: Path, kind: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(f"CREATE {kind}; CREATE TABLE split (run); PRAGMA user_version = {VERSION};")
    with Scores(path) as scores:
        assert scores.notice is not None
        assert "damaged" in scores.notice


def test_a_damage_that_sqlite_cannot_put_into_words_is_set_aside_too(path: Path) -> None:
    with Scores(path) as scores:
        scores.add(BOARD, RUN)
    path.write_bytes(path.read_bytes().replace(b"INTEGER NOT NULL REFERENCES", b"INTEGER\x8bNOT NULL REFERENCES"))
    with Scores(path) as scores:
        assert scores.notice is not None
        assert "it is now scores.sqlite.damaged" in scores.notice


def test_a_board_of_road_work_goes_by_time_and_one_without_a_time_waits_to_be_verified(path: Path) -> None:
    road = replace(BOARD, mode="road")
    with Scores(path) as scores:
        for name, real_us, score in (("slow", 190, 990_000), ("fast", 170, 800_000), ("old", 0, 999_999)):
            proof = replace(RUN.proof, identity=name)
            scores.add(road, replace(RUN, replay=name, score=score, real_us=real_us, proof=proof))
        assert [row.replay for row in scores.best(road)] == ["fast", "slow"]
        middle = replace(RUN, replay="middle", score=1, real_us=180, proof=replace(RUN.proof, identity="middle"))
        assert scores.add(road, middle) == 2


@pytest.mark.parametrize(
    ("category", "names"),
    [
        (Category.ANY, ["plain", "laced", "bare", "taken"]),
        (Category.ALL_LACES, ["laced"]),
        (Category.BARE, ["bare"]),
        (Category.ONE_TAKE, ["taken"]),
    ],
)
def test_a_board_is_narrowed_to_a_category(path: Path, category: Category, names: list[str]) -> None:
    plain = replace(RUN.proof, pauses=1, laces=2, laces_there=3, overlay_ever=True, hints_ever=True)
    proofs = {
        "plain": plain,
        "laced": replace(plain, laces=3),
        "bare": replace(plain, overlay_ever=False, hints_ever=False),
        "taken": replace(plain, pauses=0),
    }
    with Scores(path) as scores:
        for name, proof in proofs.items():
            scores.add(BOARD, replace(RUN, replay=name, proof=replace(proof, identity=name)))
        found = scores.best(BOARD, category=category)
    assert sorted(row.replay for row in found) == sorted(names)
    of_proof = {Category.ALL_LACES: "all_laces", Category.BARE: "bare", Category.ONE_TAKE: "one_take"}
    assert all(getattr(row.proof, of_proof[category]) for row in found if category in of_proof)
