"""The check answers a mistake of a designer, in few findings: a sample of `python -m tests.levels.mistakes`."""

from pathlib import Path

from game.storage.paths import levels_dir
from tests.levels.mistakes import MANY, Maps, all_mistakes, answers, prepared
from tests.levels.montage import song

LEAST_KINDS, LEAST_MISTAKES = 200, 1500
EVERY = 12
"""One of so many kinds is made here."""


def test_there_are_many_mistakes_of_many_kinds() -> None:
    found = all_mistakes(Maps(levels_dir()), each=8)
    assert len({mistake.kind for mistake in found}) >= LEAST_KINDS
    assert len(found) >= LEAST_MISTAKES


def test_a_sample_of_mistakes_is_answered_in_few_findings(tmp_path: Path) -> None:
    maps = Maps(levels_dir())
    sample = all_mistakes(maps, each=1)[::EVERY]
    found = list(answers(sample, maps, song(), prepared(tmp_path)))
    assert found
    assert [answer.mistake.kind for answer in found if not 0 < answer.count < MANY] == []
