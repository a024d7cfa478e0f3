"""The children are six people, each in its own time, as large beside him everywhere; a poor run has none of them."""

import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from game.minigames.steps.companions import COMPANIONS
from game.minigames.summit.measures import CROWD
from game.view.exercise.children import AT_THE_TOP, BESIDE_HIM, ON_THE_STEPS, Child, coming, from_the_back
from game.view.stage.form_effects import COMPANY
from game.view.stage.streak_answers import WAITING

SPRITES = Path(__file__).parents[3] / "assets" / "sprites"
NUMBERS = range(1, 7)


def sheet(name: str) -> dict[str, Any]:
    """Return the data of a built sheet."""
    loaded: dict[str, Any] = json.loads((SPRITES / f"{name}.json").read_text())
    return loaded


def height(data: dict[str, Any], clip: str) -> float:
    """Return how far a clip's lowest picture reaches over the ground, in metres."""
    frames = [data["frames"][number] for number in data["clips"][clip]["frames"]]
    return min(float(frame["origin"][1]) for frame in frames) / float(data["pixels_per_metre"])


def test_nobody_comes_after_a_run_of_nothing_and_everybody_after_a_great_one() -> None:
    assert coming(CROWD, 0.0) == coming(COMPANIONS, 0.0) == ()
    assert coming(CROWD, 3.0) == CROWD
    assert coming(COMPANIONS, 3.0) == COMPANIONS


def test_the_better_the_run_the_more_come_and_whoever_came_stays() -> None:
    groups = [coming(CROWD, number / 10) for number in range(31)]
    assert all(group == more[: len(group)] for group, more in pairwise(groups))
    assert sorted({len(group) for group in groups}) == [0, 1, 2, 3, 4, 5, 6]


@pytest.mark.parametrize("group", [CROWD, COMPANIONS, COMPANY + WAITING])
def test_nobody_is_seen_twice(group: tuple[Child, ...]) -> None:
    assert sorted(child.number for child in group) == list(NUMBERS)


@pytest.mark.parametrize(("group", "name", "action"), [
    (CROWD, AT_THE_TOP, "cheer_back"), (COMPANIONS, ON_THE_STEPS, "run_back"), (COMPANIONS, ON_THE_STEPS, "cheer_back"),
    (COMPANY, BESIDE_HIM, "run"), (WAITING, BESIDE_HIM, "cheer"),
])  # fmt: skip
def test_no_two_move_in_unison(group: tuple[Child, ...], name: str, action: str) -> None:
    clips, times = sheet(name)["clips"], set()
    for child in group:
        beats = tuple(clips[f"{action}_{child.number}"]["beats"])
        pose = child.doing(action, 0.0)
        times.add((beats, round(pose.beats, 3)))
        assert pose.action == f"{action}_{child.number}"
    assert len(times) == len(group)


@pytest.mark.parametrize("number", NUMBERS)
def test_a_child_is_as_large_beside_him_everywhere(number: int) -> None:
    steps = height(sheet(ON_THE_STEPS), f"cheer_back_{number}")
    assert height(sheet(AT_THE_TOP), f"cheer_back_{number}") == pytest.approx(steps, rel=0.04)
    assert height(sheet(BESIDE_HIM), f"cheer_{number}") == pytest.approx(steps, rel=0.12)


def test_who_is_farther_is_drawn_first() -> None:
    beyond = [child.beyond for child in from_the_back(COMPANIONS)]
    assert beyond == sorted(beyond, reverse=True)
