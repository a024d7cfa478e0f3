"""With the sound off: each kind of cue shows ahead, told from its neighbours, and a viewer gets through on that."""

from fractions import Fraction

import pytest

from game.commands.bench.senses import (
    full_name,
    kinds_of,
    section_percents,
    seen_sections,
    seen_signs,
)
from game.minigames.manifest import MINIGAMES
from game.sim.chart import Cue, Difficulty
from game.sim.score import OK_PERCENT
from tests.levels.montage import SECTIONS, chart
from tests.senses.pictures import VISIBLE_PIXELS, Pictures, as_kind, by_other_hand, has_hand, without

CROWD = 4
ALL_KINDS = {
    name: kind
    for minigame, exercise in MINIGAMES.items()
    if not exercise.spec.unannounced and not exercise.spec.borrows
    for name, kind in kinds_of(minigame)
}
FILMED_KINDS = {name: kind for name, kind in ALL_KINDS.items() if name.partition(".")[0] in SECTIONS}
"""Those of the montage: the others have no picture in it."""
SEEN = tuple(name for name in SECTIONS if not MINIGAMES[name].spec.unannounced)


@pytest.fixture(scope="module")
def pictures() -> dict[Difficulty, Pictures]:
    return {level: Pictures(chart(level)) for level in (Difficulty.NORMAL, Difficulty.HARD)}


def some_cue(pictures: dict[Difficulty, Pictures], name: str) -> tuple[Pictures, Cue]:
    """Return a cue of the kind in the middle of its section, on the easiest chart that has one."""
    for shown in pictures.values():
        cues = [cue for part in shown.chart.sections for cue in part.cues if full_name(part, cue) == name]
        if cues:
            return shown, cues[len(cues) // 2]
    raise AssertionError(f"no chart has a cue of the kind {name}")


def assert_shown(pictures: dict[Difficulty, Pictures], name: str, ahead: Fraction) -> None:
    shown, cue = some_cue(pictures, name)
    assert shown.changed_pixels(cue, ahead, without(cue)) >= VISIBLE_PIXELS, f"{name} shows nothing"
    if has_hand(cue):
        assert shown.changed_pixels(cue, ahead, by_other_hand(cue)) >= VISIBLE_PIXELS, f"{name} shows no hand"


@pytest.mark.parametrize("name", sorted(FILMED_KINDS))
def test_a_kind_of_cue_shows_ahead_with_its_hand(pictures: dict[Difficulty, Pictures], name: str) -> None:
    ahead = FILMED_KINDS[name].seen_lead
    assert ahead is not None
    assert_shown(pictures, name, ahead)


def test_every_kind_of_cue_shows_something_ahead() -> None:
    assert [name for name, kind in ALL_KINDS.items() if kind.seen_lead is None] == []


@pytest.mark.parametrize("minigame", [name for name in SEEN if not MINIGAMES[name].spec.borrows])
def test_the_kinds_of_an_exercise_are_told_apart(pictures: dict[Difficulty, Pictures], minigame: str) -> None:
    shown_kinds = kinds_of(minigame)
    for name, kind in shown_kinds:
        shown, cue = some_cue(pictures, name)
        for other, other_kind in shown_kinds:
            if other != name:
                ahead = min(kind.seen_lead or Fraction(0), other_kind.seen_lead or Fraction(0))
                changed = shown.changed_pixels(cue, ahead, as_kind(cue, other_kind))
                assert changed >= VISIBLE_PIXELS, f"{name} looks like {other}"


@pytest.mark.parametrize(
    ("difficulty", "section"),
    [(difficulty, name) for difficulty in Difficulty for name in SEEN],
)
def test_a_section_is_played_by_eye(difficulty: Difficulty, section: str) -> None:
    assert earned(difficulty, section) >= OK_PERCENT


def earned(difficulty: Difficulty, section: str) -> float:
    """Return the mean per cent that a crowd of viewers earns in a section alone."""
    played = chart(difficulty).only(section)
    return section_percents(played, seen_signs(played), seen_sections(played), CROWD)[section]
