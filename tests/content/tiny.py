"""Tiny maps for tests, written inline: one section, cues given by beat, everything else as a sound map has it."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from game.content.checks.registry import LevelCheck
from game.content.finding import Finding
from game.content.level import Level
from game.content.schema import TILE, VERB_ROWS
from game.content.song.song import Song, load_song
from game.content.tiled.level_reader import read_level
from game.sim.actions import VERB_NAMES

PX = 96
SONG = """
format = 1
sample_rate = 48000
duration_us = 16000000
[lead_in]
beats = 4
us_per_beat = 500000
[[sections]]
id = "first"
bars = 4
us_per_beat = 500000
[[sections]]
id = "second"
bars = 4
us_per_beat = 500000
"""


def tiny_song(folder: Path) -> Song:
    """Return a song of two sections of four bars at 120 beats a minute."""
    path = folder / "song.toml"
    path.write_text(SONG, encoding="utf-8")
    return load_song(path)


def written(value: object) -> tuple[str, str]:
    """Return a property's Tiled type and text."""
    match value:
        case bool():
            return ' type="bool"', str(value).lower()
        case int():
            return ' type="int"', str(value)
        case float():
            return ' type="float"', f"{value:g}"
        case _:
            return "", str(value)


@dataclass
class Tiny:
    """A map in the making. Each method adds something and returns the map."""

    minigame: str = "yard"
    bars: int = 4
    name: str = "tiny"
    start_beat: int = 0
    px: int = PX
    attributes: dict[str, str] = field(default_factory=dict)
    properties: dict[str, object] = field(default_factory=dict)
    layers: dict[str, list[str]] = field(default_factory=dict)
    extra: list[str] = field(default_factory=list)
    sections: int = 1
    lace: bool = True
    ids: int = 100

    def cue(self, beat: float, kind: str, verb: str = "left", length: float = 0, /, **properties: Any) -> "Tiny":
        """Add a cue in its verb's row."""
        row = next(row for row, found in VERB_ROWS.items() if found is VERB_NAMES[verb])
        return self.add("cues", "Cue", beat, row * TILE + 2, length, kind=kind, **properties)

    def add(
        self, layer: str, cls: str, beat: float, y: float = 0, length: float = 0, /, name: str = "", **properties: Any
    ) -> "Tiny":
        """Add an object: a point, or a rectangle `length` beats long."""
        size = f' width="{length * self.px:g}" height="20"' if length else ""
        body = "" if length else "<point/>"
        return self.raw(layer, f'name="{name}" type="{cls}" x="{beat * self.px:g}" y="{y:g}"{size}', body, **properties)

    def raw(self, layer: str, attributes: str, body: str = "", **properties: Any) -> "Tiny":
        """Add an object by its attributes and what it holds."""
        self.ids += 1
        rows = "".join(
            f'<property name="{name}"{kind} value="{text}"/>'
            for name, (kind, text) in ((name, written(value)) for name, value in properties.items())
        )
        text = f'<object id="{self.ids}" {attributes}><properties>{rows}</properties>{body}</object>'
        self.layers.setdefault(layer, []).append(text)
        return self

    def text(self) -> str:
        """Return the map as text."""
        beats = self.bars * 4
        whole = Tiny(px=self.px, ids=0)
        for part in range(self.sections):
            name = self.name if self.sections == 1 else f"{self.name} {part + 1}"
            length = beats / self.sections
            whole.add("sections", "Section", part * length, 0, length, name, minigame=self.minigame)
        if self.lace:
            whole.add("laces", "Lace", 0.5, 194, 0.5, "act", verb="down")
        layers: dict[str, list[str]] = {"sections": [], "cues": [], "laces": [], "actors": []} | whole.layers
        for name, objects in self.layers.items():
            layers[name] = [*layers.get(name, []), *objects]
        values = {
            "format": 1,
            "px_per_beat": self.px,
            "start_beat": self.start_beat,
            "end_beat": self.start_beat + beats,
        }
        properties = "".join(
            f'<property name="{name}"{kind} value="{text}"/>'
            for name, (kind, text) in ((name, written(value)) for name, value in (values | self.properties).items())
        )
        body = "".join(f'<objectgroup name="{name}">{"".join(rows)}</objectgroup>' for name, rows in layers.items())
        attributes = {
            "orientation": "orthogonal",
            "width": str(beats * self.px // TILE),
            "height": "16",
            "tilewidth": str(TILE),
            "tileheight": str(TILE),
            "infinite": "0",
        } | self.attributes
        head = " ".join(f'{name}="{value}"' for name, value in attributes.items())
        return f"<map {head}><properties>{properties}</properties>{''.join(self.extra)}{body}</map>"

    def write(self, folder: Path) -> Path:
        """Write the map into a folder; return its path."""
        path = folder / f"{self.name}.tmx"
        path.write_text(self.text(), encoding="utf-8")
        return path

    def level(self, folder: Path) -> Level:
        """Write and read the map, which must be readable."""
        level, findings = read_level(self.write(folder))
        assert level is not None, findings
        return level

    def found(self, folder: Path, check: LevelCheck) -> list[Finding]:
        """Write and read the map, and return what one check finds."""
        return list(check(self.level(folder), tiny_song(folder)))


def whats(findings: list[Finding]) -> list[str]:
    """Return what each finding says is wrong."""
    return [finding.what for finding in findings]
