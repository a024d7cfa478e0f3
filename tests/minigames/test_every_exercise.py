"""What holds for every exercise of the manifest, kind by kind."""

from fractions import Fraction

import pytest

from game.minigames.manifest import MINIGAMES, cue_kind
from game.sim.actions import InputEvent
from game.sim.chart import Chart, Difficulty
from game.sim.judge import Grade
from game.sim.options import RunOptions
from game.sim.score import SectionGrade
from game.sim.simulate import perfect_inputs, simulate
from game.sim.spec import CueKind, Hold
from tests.charts import BEAT_US, At, Run, chart_of

KINDS = [(spec.id, kind) for spec in (game.spec for game in MINIGAMES.values()) for kind in spec.cues]
EDGES_US = [
    (-135_001, None),
    (-135_000, Grade.SLOPPY),
    (-90_001, Grade.SLOPPY),
    (-90_000, Grade.GOOD),
    (-45_001, Grade.GOOD),
    (-45_000, Grade.GREAT),
    (-22_001, Grade.GREAT),
    (-22_000, Grade.PERFECT),
    (22_000, Grade.PERFECT),
    (22_001, Grade.GREAT),
    (45_000, Grade.GREAT),
    (45_001, Grade.GOOD),
    (90_000, Grade.GOOD),
    (90_001, Grade.SLOPPY),
    (135_000, Grade.SLOPPY),
    (135_001, None),
]


def lone_cue(minigame: str, kind: CueKind, difficulty: Difficulty = Difficulty.NORMAL) -> Chart:
    verbs = kind.verbs if kind.chord else kind.verbs[0]
    length = 0 if kind.hold is Hold.NONE else 2
    return chart_of(minigame, At(4, kind.name, verbs, length=length), difficulty=difficulty)


@pytest.mark.parametrize(("offset_us", "grade"), EDGES_US)
@pytest.mark.parametrize(("minigame", "kind"), KINDS, ids=lambda value: getattr(value, "name", value))
def test_each_kind_is_judged_on_both_sides_of_each_edge(
    minigame: str, kind: CueKind, offset_us: int, grade: Grade | None
) -> None:
    run = Run(lone_cue(minigame, kind))
    for verb in kind.verbs if kind.chord else kind.verbs[:1]:
        run.session.queue(InputEvent(4 * BEAT_US + offset_us, verb, down=True))
    run.to_the_end()
    assert run.judged[0].grade is (Grade.MISS if grade is None else grade)
    assert (run.judged[0].offset_us is None) == (grade is None)


@pytest.mark.parametrize("difficulty", list(Difficulty))
@pytest.mark.parametrize(("minigame", "kind"), KINDS, ids=lambda value: getattr(value, "name", value))
def test_the_player_that_never_errs_is_perfect_at_each_kind(
    minigame: str, kind: CueKind, difficulty: Difficulty
) -> None:
    chart = lone_cue(minigame, kind, difficulty)
    session, _ = simulate(chart, RunOptions(), MINIGAMES, perfect_inputs(chart, RunOptions(), MINIGAMES))
    tally = session.score.sections[0]
    assert tally.points == tally.max_points > 0
    assert tally.grade is SectionGrade.PERFECT


@pytest.mark.parametrize(("minigame", "kind"), KINDS, ids=lambda value: getattr(value, "name", value))
def test_every_kind_warns_at_least_a_beat_ahead_and_says_what_he_does(minigame: str, kind: CueKind) -> None:
    assert kind.lead >= 1
    assert kind.sentence
    assert cue_kind(minigame, kind.name) is kind


@pytest.mark.parametrize("minigame", MINIGAMES)
def test_nothing_is_judged_before_the_first_cue(minigame: str) -> None:
    kinds = MINIGAMES[minigame].spec.cues
    kind = kinds[0] if kinds else cue_kind("cuts", "yard.lift")
    assert kind is not None
    name = kind.name if kinds else "yard.lift"
    chart = chart_of(minigame, At(Fraction(4), name, kind.verbs if kind.chord else kind.verbs[0]))
    assert Run(chart).until(3 * BEAT_US).judged == []


def test_no_two_exercises_have_the_same_key_of_practice() -> None:
    keys = [minigame.spec.practice_key for minigame in MINIGAMES.values() if minigame.spec.practice_key]
    assert len(set(keys)) == len(keys)


def test_a_borrowing_exercise_knows_the_kinds_of_all_others_and_none_of_its_own() -> None:
    assert cue_kind("cuts", "meat.straight") is MINIGAMES["meat"].spec.cue("straight")
    assert cue_kind("cuts", "cuts.cut") is None
    assert cue_kind("cuts", "straight") is None
    assert cue_kind("nowhere", "lift") is None
