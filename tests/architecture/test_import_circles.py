"""No module of the game imports itself through others, not even for the type checker alone or inside a function."""

import ast
from collections.abc import Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def modules(package: Path) -> dict[str, Path]:
    """Return every module below a package by its dotted name."""
    names = {}
    for file in sorted(package.rglob("*.py")):
        parts = file.relative_to(package.parent).with_suffix("").parts
        names[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = file
    return names


def imports_of(file: Path, known: Mapping[str, Path]) -> Iterator[str]:
    """Yield the known modules that a file imports, wherever the import statement stands."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name in known)
        elif isinstance(node, ast.ImportFrom) and node.module is not None:
            for alias in node.names:
                submodule = f"{node.module}.{alias.name}"
                if submodule in known:
                    yield submodule
                elif node.module in known:
                    yield node.module


def circle_in(package: Path) -> list[str]:
    """Return the modules of one import circle, or nothing."""
    known = modules(package)
    try:
        TopologicalSorter({name: set(imports_of(file, known)) for name, file in known.items()}).prepare()
    except CycleError as error:
        return list(error.args[1])
    return []


def test_the_game_has_no_import_circle() -> None:
    assert circle_in(ROOT / "game") == []


@pytest.mark.parametrize(
    "statement",
    [
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from house import one",
        "def late():\n    from house.one import door",
        "import house.one",
    ],
)
def test_a_circle_is_found_however_it_is_imported(tmp_path: Path, statement: str) -> None:
    house = tmp_path / "house"
    house.mkdir()
    (house / "__init__.py").write_text("")
    (house / "one.py").write_text("from house.two import wall\ndoor = 1\n")
    (house / "two.py").write_text(f"{statement}\nwall = 2\n")
    assert set(circle_in(house)) == {"house.one", "house.two"}
