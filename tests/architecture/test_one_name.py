"""One name for one thing: no two classes of the game share a public name, and an alias that recurs means the same."""

import ast
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
A_BENCH_HAS_ITS_ROWS = ("Figures",)
"""Aliases that each measurement spells for itself: what it prints, by name."""


def public_names(path: Path) -> Iterator[tuple[str, str]]:
    """Return the classes and type aliases of a module: the name, and what tells two of one name apart."""
    for node in ast.parse(path.read_text("utf-8")).body:
        match node:
            case ast.ClassDef(name=name):
                yield name, str(path)
            case (
                ast.Assign(targets=[ast.Name(id=name)], value=value)
                | ast.AnnAssign(target=ast.Name(id=name), value=value)
            ):
                if value is not None and _is_alias(name, value):
                    yield name, ast.unparse(value).replace("'", "")


def _is_alias(name: str, value: ast.expr) -> bool:
    """Whether an assignment at a module's top names a type: in CamelCase, and no type variable."""
    return name[0].isupper() and not name.isupper() and not (isinstance(value, ast.Call))


def homonyms(root: Path) -> dict[str, list[str]]:
    """Return each public name under `root` that stands for more than one thing, with its modules."""
    found: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for path in sorted(root.rglob("*.py")):
        for name, meaning in public_names(path):
            if not name.startswith("_") and name not in A_BENCH_HAS_ITS_ROWS:
                found[name][meaning] = str(path.relative_to(root))
    return {name: list(homes.values()) for name, homes in found.items() if len(homes) > 1}


def test_no_two_things_of_the_game_share_a_name() -> None:
    assert homonyms(ROOT / "game") == {}


def test_two_classes_of_one_name_are_found(tmp_path: Path) -> None:
    (tmp_path / "one.py").write_text("class Cut: ...\nSteps = list[int]\n")
    (tmp_path / "two.py").write_text("class Cut: ...\nSteps = list[int]\n")
    assert homonyms(tmp_path) == {"Cut": ["one.py", "two.py"]}
