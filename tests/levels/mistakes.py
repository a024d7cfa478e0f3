"""Makes single mistakes on copies of the shipped maps and says how the check answers each.

    python -m tests.levels.mistakes [--each N]

prints one line for each that is silent or answered by many findings, then the counts and the time.
"""

import argparse
import copy
import random
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from game.app.content import shipped_pack
from game.content import schema
from game.content.checks.files import check_file
from game.content.song.song import Song, load_song
from game.storage.paths import assets_dir, levels_dir
from tests.levels.mistake_kinds import (
    attribute_set,
    chart_mistakes,
    from_after_to,
    object_mistakes,
    property_mistakes,
    property_set,
    wrong_values,
)

EACH = 8
"""Tries of each kind."""
MANY = 20
"""So many findings for one mistake hide it."""
SEED = 20
STRICT = ("yard", "bridge", "river", "steps")
"""Maps whose exercises want the hands in turn."""
Change = Callable[[Element], bool]
"""Changes the root of a map; returns False where it has nothing to change."""


@dataclass(frozen=True, slots=True)
class Mistake:
    """One mistake in one map: its kind, the map's name and what to change."""

    kind: str
    map: str
    change: Change


@dataclass(frozen=True, slots=True)
class Answer:
    """How the check answered a mistake: so many findings, the first as a sentence."""

    mistake: Mistake
    count: int
    first: str


class Maps:
    """The shipped maps, parsed, with the class of each object."""

    def __init__(self, folder: Path) -> None:
        self.roots = {path.stem: ElementTree.parse(path).getroot() for path in sorted(folder.glob("*.tmx"))}
        self._templates = {
            path.name: found.get("type", "")
            for path in (folder / "templates").glob("*.tx")
            if (found := ElementTree.parse(path).getroot().find("object")) is not None
        }

    def class_of(self, item: Element) -> str:
        """Return the class of an object, its own or its template's."""
        if item.get("gid") is not None:
            return "Prop"
        return item.get("type") or self._templates.get(Path(item.get("template", "")).name, "")

    def places(self, name: str) -> list[tuple[str, int]]:
        """Return all objects of a class: the map's name and the object's place among all of the map's."""
        return [
            (stem, place)
            for stem, root in self.roots.items()
            for place, item in enumerate(root.iter("object"))
            if self.class_of(item) == name
        ]


def on_object(place: int, change: Callable[[Element], None]) -> Change:
    """Return a change of the object at a place."""

    def changed(root: Element) -> bool:
        change(list(root.iter("object"))[place])
        return True

    return changed


def on_cue(place: int, change: Callable[[Element, Element], bool]) -> Change:
    """Return a change of the cue at a place, within its layer."""

    def changed(root: Element) -> bool:
        item = list(root.iter("object"))[place]
        layer = next(layer for layer in root.iter("objectgroup") if item in list(layer))
        return change(layer, item)

    return changed


def layer_mistakes(maps: Maps) -> Iterator[Mistake]:
    """Return what can be wrong with layers of objects."""
    changes: dict[str, Callable[[Element], None]] = {
        "moved by an offset": attribute_set(offsetx="48"),
        "with parallax": attribute_set(parallaxx="0.5"),
        "renamed": lambda layer: layer.set("name", layer.get("name", "")[:-1] + "z"),
    }
    for stem, root in maps.roots.items():
        for place, layer in enumerate(root.findall("objectgroup")):
            if layer.get("name") == "actors" or not layer.findall("object"):
                continue
            name = layer.get("name", "").split()[0]
            for word, change in changes.items():
                yield Mistake(f"layer {name} {word}", stem, _on_layer("objectgroup", place, change))


def _on_layer(tag: str, place: int, change: Callable[[Element], None]) -> Change:
    def changed(root: Element) -> bool:
        found = root.findall(tag) if tag == "objectgroup" else list(root.iter(tag))
        change(found[place])
        return True

    return changed


def image_mistakes(maps: Maps) -> Iterator[Mistake]:
    """Return what can be wrong with image layers."""

    def sourced(source: str) -> Callable[[Element], None]:
        return lambda layer: next(layer.iter("image")).set("source", source)

    changes: dict[str, Callable[[Element], None]] = {
        "missing": sourced("../assets/backdrops/gone.png"),
        "absolute": lambda layer: sourced(str((levels_dir() / next(layer.iter("image")).get("source", "")).resolve()))(
            layer
        ),
        "no picture": sourced("README.md"),
        "without an image": lambda layer: layer.remove(next(layer.iter("image"))),
        "with an offset that is no number": attribute_set(offsetx="12,5"),
        "with a bad tint": attribute_set(tintcolor="orange"),
        "of a blend misspelt": property_set("blend", "string", "ad"),
        "from after to": from_after_to,
    }
    for stem, root in maps.roots.items():
        for place, _ in enumerate(root.iter("imagelayer")):
            for word, change in changes.items():
                yield Mistake(f"backdrop {word}", stem, _on_layer("imagelayer", place, change))


def map_mistakes(maps: Maps) -> Iterator[Mistake]:
    """Return what can be wrong with a map as such."""
    attributes = {
        "width": "7", "height": "9", "tilewidth": "16", "tileheight": "16", "orientation": "isometric", "infinite": "1",
    }  # fmt: skip
    for stem in maps.roots:
        for name, value in attributes.items():
            yield Mistake(f"map {name}", stem, _on_root(attribute_set(**{name: value})))
        for prop in schema.MAP_PROPERTIES:
            for word, kind, text in wrong_values(prop):
                change = property_set(prop.name, kind, text)
                yield Mistake(f"map {prop.name} {word}", stem, _on_root(change))
            yield Mistake(f"map {prop.name} another", stem, _on_root(property_set(prop.name, "int", "49")))
        for name in schema.GROUPS:
            yield Mistake(f"group {name} hidden", stem, _on_named(name, attribute_set(visible="0")))
            yield Mistake(f"group {name} renamed", stem, _on_named(name, _renamed_with_its_layers))


def _renamed_with_its_layers(group: Element) -> None:
    """Rename a group and what in it has its name: a layer of a group's name is drawn like the group, anywhere."""
    name = group.get("name")
    for item in [item for item in group.iter() if item.get("name") == name]:
        item.set("name", f"{name}x")


def _on_root(change: Callable[[Element], None]) -> Change:
    def changed(root: Element) -> bool:
        change(root)
        return True

    return changed


def _on_named(name: str, change: Callable[[Element], None]) -> Change:
    def changed(root: Element) -> bool:
        found = next((layer for layer in root if layer.get("name") == name and len(layer)), None)
        if found is not None:
            change(found)
        return found is not None

    return changed


def all_mistakes(maps: Maps, each: int) -> list[Mistake]:
    """Return at most `each` mistakes of every kind, the same ones every time."""
    chance = random.Random(SEED)
    found: dict[str, list[Mistake]] = {}
    for item in schema.CLASSES:
        places = maps.places(item.name)
        for kind, change in (*property_mistakes(item), *object_mistakes(item)):
            if item.name == "Prop" and ("class" in kind or "left" in kind or "right" in kind):
                continue
            found[kind] = [Mistake(kind, stem, on_object(place, change)) for stem, place in places]
    for kind, among in chart_mistakes():
        places = [(stem, place) for stem, place in maps.places("Cue") if stem in STRICT or "hand" not in kind]
        found[kind] = [Mistake(kind, stem, on_cue(place, among)) for stem, place in places]
    for mistake in (*layer_mistakes(maps), *image_mistakes(maps), *map_mistakes(maps)):
        found.setdefault(mistake.kind, []).append(mistake)
    return [one for kind in found.values() for one in chance.sample(kind, min(each, len(kind)))]


def answers(mistakes: list[Mistake], maps: Maps, song: Song, folder: Path) -> Iterator[Answer]:
    """Make each mistake on a copy in `folder` (which has the templates) and check it."""
    for mistake in mistakes:
        root = copy.deepcopy(maps.roots[mistake.map])
        if not mistake.change(root):
            continue
        path = folder / f"{mistake.map}.tmx"
        ElementTree.ElementTree(root).write(path, encoding="unicode")
        found = check_file(path, song)
        yield Answer(mistake, len(found), str(found[0]) if found else "")


def prepared(folder: Path) -> Path:
    """Return a folder of levels with what the maps name."""
    levels = folder / "levels"
    shutil.copytree(levels_dir(), levels)
    (folder / "assets").symlink_to(assets_dir().resolve(), target_is_directory=True)
    return levels


def main() -> None:
    """Make the mistakes and print what the check does not answer well."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--each", type=int, default=EACH, help=f"tries of each kind (default {EACH})")
    each = parser.parse_args().each
    maps, song = Maps(levels_dir()), load_song(shipped_pack().song)
    start = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        found = list(answers(all_mistakes(maps, each), maps, song, prepared(Path(folder))))
    for answer in found:
        if not answer.count:
            print(f"silent: {answer.mistake.kind} ({answer.mistake.map})")
        elif answer.count >= MANY:
            print(f"{answer.count} findings: {answer.mistake.kind} ({answer.mistake.map}): {answer.first}")
    silent, many = sum(not one.count for one in found), sum(one.count >= MANY for one in found)
    kinds, took = len({one.mistake.kind for one in found}), time.perf_counter() - start
    print(
        f"{len(found)} mistakes of {kinds} kinds in {took:.0f} s: {silent} silent, {many} with {MANY} findings or more"
    )


if __name__ == "__main__":
    main()
