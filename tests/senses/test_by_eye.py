"""With the sound off: each kind of cue shows ahead, told from its neighbours, and a viewer gets through on that."""

from fractions import Fraction

import pytest

from game.app.content import Content, load_content
from game.commands.bench.senses import (
    PICTURE_LEADS,
    SILENT_SECTION,
    full_name,
    kinds_of,
    section_percents,
    seen_signs,
    seen_stretches,
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
    if minigame != SILENT_SECTION and not exercise.spec.borrows
    for name, kind in kinds_of(minigame)
}


@pytest.fixture(scope="module")
def content() -> Content:
    return load_content()


@pytest.fixture(scope="module")
def pictures(content: Content) -> dict[Difficulty, Pictures]:
    return {level: Pictures(content, chart(level)) for level in (Difficulty.NORMAL, Difficulty.HARD)}


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


@pytest.mark.parametrize("name", sorted(PICTURE_LEADS))
def test_a_kind_of_cue_shows_ahead_with_its_hand(pictures: dict[Difficulty, Pictures], name: str) -> None:
    assert_shown(pictures, name, PICTURE_LEADS[name])


def test_every_kind_of_cue_shows_something_ahead() -> None:
    assert set(PICTURE_LEADS) == set(ALL_KINDS)


@pytest.mark.parametrize("minigame", [name for name in SECTIONS if name != SILENT_SECTION])
def test_the_kinds_of_an_exercise_are_told_apart(pictures: dict[Difficulty, Pictures], minigame: str) -> None:
    shown_kinds = [name for name, _ in kinds_of(minigame) if name in PICTURE_LEADS and minigame != "cuts"]
    for name in shown_kinds:
        shown, cue = some_cue(pictures, name)
        for other in shown_kinds:
            if other != name:
                ahead = min(PICTURE_LEADS[name], PICTURE_LEADS[other])
                changed = shown.changed_pixels(cue, ahead, as_kind(cue, ALL_KINDS[other]))
                assert changed >= VISIBLE_PIXELS, f"{name} looks like {other}"


@pytest.mark.parametrize(
    ("difficulty", "section"),
    [(difficulty, name) for difficulty in Difficulty for name in SECTIONS if name != SILENT_SECTION],
)
def test_a_section_is_played_by_eye(difficulty: Difficulty, section: str) -> None:
    assert earned(difficulty, section) >= OK_PERCENT


def earned(difficulty: Difficulty, section: str) -> float:
    """Return the mean per cent that a crowd of viewers earns in a section alone."""
    played = chart(difficulty).only(section)
    return section_percents(played, seen_signs(played), seen_stretches(played), CROWD)[section]
