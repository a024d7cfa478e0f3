"""Builds places, and only those whose sources changed since layers.json was written."""

import ast
import hashlib
import importlib
import json
from pathlib import Path

from .export import write_facts, write_plane
from .stage import Place

HERE = Path(__file__).parent
BACKDROPS = HERE.parents[1] / "backdrops"
SOURCE = "place.py"
"""The module of a place's folder that describes it."""
PLACES = ("yard", "market", "bridge", "gym", "plant", "river", "steps", "summit")


def sources(module: Path, seen: set[Path] | None = None) -> set[Path]:
    """Return the files of this package that a module is painted from, itself included."""
    seen = set() if seen is None else seen
    if module in seen or not module.exists():
        return seen
    seen.add(module)
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.level:
            folder = module.parents[node.level - 1].joinpath(*(node.module or "").split("."))
            for needed in (folder.with_suffix(".py"), *(folder / f"{alias.name}.py" for alias in node.names)):
                sources(needed, seen)
    return seen


def fingerprint(name: str) -> str:
    """Return a hash of the sources a place is painted from."""
    digest = hashlib.sha256()
    for module in sorted(sources(HERE / name / SOURCE) | sources(HERE / "export.py")):
        digest.update(module.read_bytes())
    return digest.hexdigest()[:16]


def load(name: str) -> Place:
    """Return the place that `<name>/place.py` describes in its PLACE."""
    place = importlib.import_module(f"{__package__}.{name}.place").PLACE
    assert isinstance(place, Place)
    return place


def build(
    name: str,
    folder: Path | None = None,
    only: tuple[str, ...] = (),
    cameras: tuple[float, float] | None = None,
    force: int = 0,
) -> list[str]:
    """Paint a place's planes; returns the names painted. `only` these planes; `cameras`: a part of its way.

    Facts are written after each plane with the sources it was painted from, so that a build that was stopped goes on.
    """
    folder = folder or BACKDROPS / name
    folder.mkdir(parents=True, exist_ok=True)
    place, facts, mark = load(name), folder / "layers.json", fingerprint(name)
    old = json.loads(facts.read_text(encoding="utf-8")) if facts.exists() else {"layers": [], "sources": ""}
    if old["sources"] == mark and not force and not only:
        return []
    entries = {Path(e["image"]).stem: {"sources": old["sources"], **e} for e in old["layers"]}
    painted = []
    for plane in place.planes:
        stale = force or cameras is not None or entries.get(plane.name, {}).get("sources") != mark
        if stale and (not only or plane.name in only):
            entry = write_plane(folder, plane, place.window(plane, cameras))
            entries[plane.name] = {**entry, "sources": "" if cameras else mark}
            write_facts(folder, place, entries, "")
            painted.append(plane.name)
    if place.sprites and (not only or "sprites" in only):
        place.sprites(folder)
    whole = not only and all(entries[p.name]["sources"] == mark for p in place.planes)
    write_facts(folder, place, entries, mark if whole else "")
    return painted
