"""Form drives the picture: a poor and a great run are told apart at a glance at the same beat of every section."""

import pytest

from game.commands.bench.arc import Apart, measure
from tests.levels.montage import SECTIONS

AT_A_GLANCE = 0.08
"""A mean difference of OKLab; pictures of the gym that nobody told apart at a glance differed by 0.04 to 0.07."""


@pytest.fixture(scope="module")
def apart() -> dict[str, Apart]:
    return measure(moments=1)


@pytest.mark.parametrize("section", SECTIONS)
def test_a_poor_and_a_great_run_are_told_apart_in_every_section(apart: dict[str, Apart], section: str) -> None:
    assert apart[section].difference >= AT_A_GLANCE


@pytest.mark.parametrize("section", SECTIONS)
def test_a_great_run_is_brighter_and_more_colorful(apart: dict[str, Apart], section: str) -> None:
    assert apart[section].lighter > 0.03
    assert apart[section].great_chroma > 1.3 * apart[section].poor_chroma
