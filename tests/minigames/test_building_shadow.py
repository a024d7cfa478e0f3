"""The building's shadow on the steps: it stays while he comes, and its edge passes him on the beat, in one sweep."""

from pathlib import Path

import numpy as np
import pygame
import pytest

from game.minigames.steps.building_shadow import PASSES_HIM_BEAT, SWING_FROM_BEAT, BuildingShadow
from game.minigames.steps.climb import ClimbFacts, read_climb
from game.minigames.steps.rim_light import RIM, rim_at
from game.minigames.steps.stairs import way_at
from game.storage.paths import assets_dir
from game.view.figure.sun_rim import RIM_STEPS, draw_sun_rim

SPAN = 26.0
BEHIND_HIS_HEAD_METRES = 6.5
"""Metres from his feet to the stairs that are seen behind his head."""
COLUMNS = (np.arange(640) + 0.5 - 320).astype(np.float32)


@pytest.fixture(scope="module")
def facts() -> ClimbFacts:
    return read_climb(Path(assets_dir() / "backdrops" / "steps"))


@pytest.fixture(scope="module")
def shadow(facts: ClimbFacts) -> BuildingShadow:
    return BuildingShadow(facts.data["shadow"], SPAN)


def ahead_of_him(facts: ClimbFacts, shadow: BuildingShadow, beat: float) -> float:
    """Return the metres from his feet to the edge; below 0 it is behind him."""
    return shadow.edge_at(beat) - facts.feet(way_at(beat))[1]


def test_the_shadow_lies_still_on_the_stairs_until_it_swings(shadow: BuildingShadow) -> None:
    assert shadow.edge_at(4.0) == shadow.edge_at(SWING_FROM_BEAT)
    assert shadow.edge_at(SWING_FROM_BEAT + 1.0) < shadow.edge_at(SWING_FROM_BEAT) - 1.0


@pytest.mark.parametrize("beat", [5.0, 10.0, 14.0, 18.0])
def test_until_then_all_that_is_seen_behind_him_lies_in_the_shadow(
    facts: ClimbFacts, shadow: BuildingShadow, beat: float
) -> None:
    assert ahead_of_him(facts, shadow, beat) > BEHIND_HIS_HEAD_METRES


def test_the_edge_comes_down_to_him_within_a_beat_and_has_passed_him_on_the_beat(
    facts: ClimbFacts, shadow: BuildingShadow
) -> None:
    assert ahead_of_him(facts, shadow, PASSES_HIM_BEAT - 0.9) > BEHIND_HIS_HEAD_METRES - 1.5
    assert -1.0 < ahead_of_him(facts, shadow, PASSES_HIM_BEAT) < -0.4
    assert ahead_of_him(facts, shadow, PASSES_HIM_BEAT - 0.2) > 0.4


def test_stone_within_the_edge_is_of_a_deeper_degree_the_farther_it_is_within(
    facts: ClimbFacts, shadow: BuildingShadow
) -> None:
    tones, edge = facts.data["shadow"]["tones"], shadow.edge_at(10.0)
    z = edge + np.array([4.0, 0.7, -0.1, -1.0, -4.0])
    rows = np.full((len(z), 640), 1, np.uint8)

    shadow.darken(rows, (z, np.full(len(z), 0.001)), COLUMNS, 10.0)

    degrees = (rows[:, 320].astype(int) - 1) / tones
    assert degrees.tolist() == [0, 1, 3, 4, 5]


def test_stone_in_a_cast_shadow_is_as_dark_as_the_deeper_of_both(facts: ClimbFacts, shadow: BuildingShadow) -> None:
    tones, edge = facts.data["shadow"]["tones"], shadow.edge_at(10.0)
    z = edge + np.array([4.0, 0.7, -0.1, -1.0, -4.0])
    rows = np.full((len(z), 640), 2 + 3 * tones, np.uint8)

    shadow.darken(rows, (z, np.full(len(z), 0.001)), COLUMNS, 10.0)

    assert ((rows[:, 320] - 2.0) / tones).tolist() == [3, 3, 3, 4, 5]


def test_holes_in_the_sun_stay_holes(shadow: BuildingShadow) -> None:
    z = shadow.edge_at(10.0) + np.array([4.0, 1.2])
    rows = np.zeros((len(z), 640), np.uint8)
    shadow.darken(rows, (z, np.full(len(z), 0.001)), COLUMNS, 10.0)
    assert (rows[:, 320] == 0).all()


@pytest.mark.parametrize("tones", [0, 43, 10**9])
def test_more_tones_than_a_palette_has_room_for_are_refused(facts: ClimbFacts, tones: int) -> None:
    with pytest.raises(ValueError, match="too many tones"):
        BuildingShadow({**facts.data["shadow"], "tones": tones}, SPAN)


def test_after_the_swing_no_stair_of_the_picture_lies_in_the_shadow(shadow: BuildingShadow) -> None:
    rows = np.full((2, 640), 1, np.uint8)
    shadow.darken(rows, (np.array([40.0, 5.0]), np.array([0.05, 0.0125])), COLUMNS, PASSES_HIM_BEAT + 1.0)
    assert (rows == 1).all()


def test_the_rim_is_full_as_the_edge_passes_him_and_gone_a_beat_later() -> None:
    assert [rim_at(beats) for beats in (-0.5, 0.0, 0.2, 1.0)] == [0, RIM_STEPS, RIM_STEPS, 0]


def test_the_rim_lies_on_the_left_side_of_a_body_alone() -> None:
    body = pygame.Surface((9, 9), pygame.SRCALPHA, 32)
    body.fill((90, 90, 90, 255), (2, 2, 5, 6))
    lit = pygame.Surface((9, 9), 0, 32)
    draw_sun_rim(lit, body, (0, 0), RIM, RIM_STEPS)

    assert lit.get_at((2, 5))[:3] == RIM.outer
    assert lit.get_at((3, 5))[0] > 0
    assert lit.get_at((5, 5))[:3] == lit.get_at((6, 5))[:3] == lit.get_at((1, 5))[:3] == (0, 0, 0)


@pytest.mark.parametrize(("span", "begins"), [(1e9, [-1.0, 1.0]), (26.0, [-1.0, 1e12]), (float("nan"), [-1.0, 1.0])])
def test_an_edge_without_end_is_refused(facts: ClimbFacts, span: float, begins: list[float]) -> None:
    with pytest.raises(ValueError, match="too large"):
        BuildingShadow({**facts.data["shadow"], "begins": begins}, span)
