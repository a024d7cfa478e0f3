"""The chart as the score sees it: when each exercise's cues fall, read from the Tiled maps (plain XML), so that
the part that doubles an exercise plays what the player plays. Until a section has a map, its rhythm from
`FALLBACK` stands.

It refuses nothing silently: a cue outside every section is an error that names map and object.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from dataclasses import dataclass
from pathlib import Path

from game.sim.chart import Difficulty

from .notation import ScoreError
from .tempo import TempoMap

LEVELS = Path("levels")
DIFFICULTIES = tuple(map(str, Difficulty))
UNJUDGED = ("Call", "Feint")


@dataclass(frozen=True, slots=True)
class Cue:
    """One cue: `beat` from its section's first beat, `beats` its length if held; calls and feints are not `judged`."""

    beat: float
    kind: str
    verb: str
    difficulties: frozenset[str]
    beats: float = 0.0
    judged: bool = True


Chart = dict[str, tuple[Cue, ...]]


def read(tempo: TempoMap, levels: Path = LEVELS) -> Chart:
    """The charts of all sections; a section without cues in any map gets its fallback."""
    found: dict[str, list[Cue]] = {span.id: [] for span in tempo.spans}
    for path in sorted(levels.glob("*.tmx")):
        _read_map(path, tempo, found)
    return {
        span.id: tuple(sorted(found[span.id] or fallback(span.id), key=lambda c: (c.beat, c.kind)))
        for span in tempo.spans
    }


def _properties(element: ET.Element) -> dict[str, str]:
    return {p.get("name", ""): p.get("value", p.text or "") for p in element.findall("./properties/property")}


def _object(element: ET.Element, folder: Path) -> tuple[str, dict[str, str]]:
    """Class and properties of an object, its template's underneath."""
    kind, properties = "", {}
    if element.get("template"):
        base = ET.parse(folder / element.get("template", "")).getroot().find("object")
        if base is not None:
            kind, properties = base.get("type", base.get("class", "")), _properties(base)
    return element.get("type") or element.get("class") or kind, properties | _properties(element)


def _read_map(path: Path, tempo: TempoMap, found: dict[str, list[Cue]]) -> None:
    root = ET.parse(path).getroot()
    facts = _properties(root)
    if "px_per_beat" not in facts:
        return
    start, scale = float(facts.get("start_beat", "0")), float(facts["px_per_beat"])
    for layer in root.iter("objectgroup"):
        if layer.get("name", "").startswith("//"):
            continue
        for element in layer.findall("object"):
            kind, properties = _object(element, path.parent)
            if kind != "Cue" and kind not in UNJUDGED:
                continue
            beat = start + round(float(element.get("x", "0")) / scale * 48) / 48
            span = next((s for s in tempo.spans if s.start_beat <= beat < s.start_beat + s.beats), None)
            if span is None:
                raise ScoreError(f"{path.name}, object {element.get('id')}: beat {beat:g} is outside the song; move it")
            which = frozenset(d for d in DIFFICULTIES if d in properties.get("difficulties", ",".join(DIFFICULTIES)))
            length = round(float(element.get("width", "0")) / scale * 48) / 48 if element.get("gid") is None else 0.0
            name = properties.get("kind", kind.lower())
            cue = Cue(beat - span.start_beat, name, properties.get("verb", ""), which, length, kind == "Cue")
            found[span.id].append(cue)


def rhythm(cues: tuple[Cue, ...], difficulty: str, without: tuple[str, ...] = ()) -> list[float]:
    """The distinct beats of the judged cues of a difficulty, without some kinds."""
    return sorted({c.beat for c in cues if c.judged and difficulty in c.difficulties and c.kind not in without})


def extra(cues: tuple[Cue, ...]) -> list[float]:
    """Beats that other difficulties have: the doubling part plays them too, but quieter."""
    normal = set(rhythm(cues, "normal"))
    return sorted({c.beat for c in cues if c.judged} - normal)


FALLBACK: dict[str, tuple[tuple[str, str, str, float], ...]] = {
    # (kind, difficulties, text grid: a character a step over the section, step in beats)
    "yard": (
        ("lift", "easy normal hard", "..x. x.x. x.x. x.x. x.x. x.x. x.x. x.x.", 1),
        ("lift", "normal hard", ".... .x.x .x.x .x.x .x.x .x.x .x.x .x..", 1),
    ),
    "market": (("crate", "easy normal hard", ".... x... x... x.x. x... x... x.x. x... x.x. x.x.", 1),),
    "bridge": (("step", "easy normal hard", "..xx xxxx", 1), ("join", "easy normal hard", ".... .... .... ...x", 1)),
    "speed_bag": (("strike", "easy normal hard", "..x. x.x. xxx. xxx. xxxx xxxx xxxx xxxx", 1),),
    "heavy_bag": (("jab", "easy normal hard", ".... x.x. .... x.xx .... x.x. .... xxxx", 1),),
    "sit_ups": (("sit_up", "easy normal hard", "..x. x.x. x.x. x...", 1),),
    "push_ups": (("lower", "easy normal hard", "..x. x.x. x.x. x.x. xxxx xxxx xxxx xxxx", 1),),
    "medicine_ball": (("brace", "easy normal hard", ".... .x.. .... .x.. ...x .x.. .... .x..", 0.5),),
    "meat": (("straight", "easy normal hard", "..x. x... xxx. .... x.x. .... xxx. ....", 1),),
    "river": (
        ("stride", "easy normal hard", "....x.x. xxx.xxx. xxxxx.xx xxx.xxxx xxx.xxxx x.xxxxx. xxxxxxx. xxxxx...", 0.5),
    ),
    "cuts": (("signature", "easy normal hard", ".x.x .x.x .x.x xxxx", 1),),
    "steps": (
        ("step", "easy normal hard", "...." + "xxxx" * 11, 1),
        ("step", "normal hard", "." * 40 + ".x" * 28, 0.5),
    ),
    "summit": (("turn", "easy normal hard", "x.....xx x", 0.5),),
}


def fallback(section: str) -> list[Cue]:
    """The rhythm written here for a section whose map does not exist yet."""
    cues = []
    for kind, which, text, step in FALLBACK[section]:
        cells = [c for c in text if c not in " |"]
        cues += [Cue(i * step, kind, "", frozenset(which.split())) for i, c in enumerate(cells) if c == "x"]
    return cues
