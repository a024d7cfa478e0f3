"""The montage's exercises keep the facts that charts, checks, menus and benches rest on, number by number.

`python -m tests.minigames.test_facts` writes the table anew after a change that is meant.
"""

from dataclasses import fields
from pathlib import Path

import pytest

from game.minigames.manifest import MINIGAMES
from game.sim.spec import CallKind, CueKind, MinigameSpec

TABLE = Path(__file__).with_name("facts.txt")
PROSE = {"sentence", "title", "label", "cues", "calls"}


def facts_of(item: MinigameSpec | CueKind | CallKind) -> str:
    """Return the facts of a spec or kind on one line, without its prose."""
    facts = ", ".join(f"{field.name}={getattr(item, field.name)}" for field in fields(item) if field.name not in PROSE)
    return f"{type(item).__name__}: {facts}"


def table_of(minigame_id: str) -> list[str]:
    """Return an exercise's lines of the table, each begun by its id."""
    spec = MINIGAMES[minigame_id].spec
    items: list[MinigameSpec | CueKind | CallKind] = [spec, *spec.cues, *spec.calls]
    return [f"{minigame_id} {facts_of(item)}" for item in items]


WRITTEN = TABLE.read_text(encoding="utf-8").splitlines() if TABLE.exists() else []


@pytest.mark.parametrize("minigame_id", dict.fromkeys(line.split(" ", maxsplit=1)[0] for line in WRITTEN))
def test_the_facts_of_an_exercise_are_those_of_the_table(minigame_id: str) -> None:
    assert table_of(minigame_id) == [line for line in WRITTEN if line.split(" ", maxsplit=1)[0] == minigame_id]


def test_the_table_is_not_empty() -> None:
    assert len(WRITTEN) > 30


if __name__ == "__main__":
    TABLE.write_text("".join(f"{line}\n" for name in MINIGAMES for line in table_of(name)), encoding="utf-8")
