from pathlib import Path

from game.content import checks
from game.content.checks.registry import LEVEL_CHECKS, PLAY_CHECKS, WORLD_CHECKS, check_level, check_play
from game.content.finding import MOST_OF_A_PROBLEM
from game.sim.chart import Difficulty
from tests.content.tiny import Tiny, tiny_song

SHARED = {"__init__", "files", "registry", "selection"}


def test_every_check_is_registered_and_has_a_test() -> None:
    files = {path.stem for path in Path(checks.__file__).parent.rglob("*.py")} - SHARED
    registered = {check.__module__.rpartition(".")[2] for check in (*LEVEL_CHECKS, *PLAY_CHECKS, *WORLD_CHECKS)}
    tested = {path.stem.removeprefix("test_") for path in Path(__file__).parent.rglob("test_*.py")} - {"registry"}
    assert files == registered == tested


def test_a_sound_map_gives_no_finding(tmp_path: Path) -> None:
    level = Tiny().cue(2, "lift").cue(4, "lift", "right").cue(6, "rail", "up").level(tmp_path)
    song = tiny_song(tmp_path)
    assert check_level(level, song) == []
    assert check_play(level, song) == []


def test_a_problem_of_all_difficulties_is_one_finding(tmp_path: Path) -> None:
    level = Tiny().cue(1, "lift").cue(2, "lift", "right").level(tmp_path)
    (finding,) = [f for f in check_level(level, tiny_song(tmp_path)) if f.problem == "approach"]
    assert finding.on == tuple(Difficulty)


def test_a_map_of_wrong_measure_holds_back_what_follows_from_it(tmp_path: Path) -> None:
    tiny = Tiny(px=49).cue(2, "lift").cue(4, "lift", "right")
    assert {finding.problem for finding in check_level(tiny.level(tmp_path), tiny_song(tmp_path))} == {"map_shape"}


def test_of_many_findings_of_one_problem_a_few_are_listed(tmp_path: Path) -> None:
    tiny = Tiny()
    for beat in range(2, 12):
        tiny.cue(beat, "lift", tiny_hand(beat), reps=-1)
    found = [f for f in check_level(tiny.level(tmp_path), tiny_song(tmp_path)) if f.problem == "bad_value"]
    assert len(found) == MOST_OF_A_PROBLEM
    assert found[-1].mend.endswith("(and 4 more like it)")


def tiny_hand(beat: int) -> str:
    """Return the hand of a beat of a map that alternates."""
    return "left" if beat % 2 else "right"
