"""Checks layers of timed objects: no offset or parallax, cues on the layer of their difficulty; groups are visible."""

from collections.abc import Iterator

from game.content import schema
from game.content.finding import Finding, Location, Severity
from game.content.level import Level
from game.content.song.song import Song
from game.content.tiled.level_reader import is_note
from game.content.tiled.tiled_map import TiledLayer
from game.sim.chart import Difficulty

CUES = "cues"
"""Name of the layer, and prefix of the layers, of cues."""


def find(level: Level, song: Song) -> Iterator[Finding]:
    """Return layers that Tiled shows elsewhere than the game reads them, cues astray, and hidden groups."""
    for layer in level.source.layers:
        if not is_note(layer) and any(
            schema.object_class(item.kind) not in (None, schema.PROP) for item in layer.objects
        ):
            yield from _moved(level, layer)
    for name in schema.GROUPS:
        inside = [layer for layer in level.source.layers if name in layer.groups]
        if inside and not any(layer.facts.visible for layer in inside):
            place = Location(str(level.path), layer=name)
            yield Finding("layer_setup", place, "is hidden and will not be drawn", "click its eye", Severity.WARNING)
    for layer in level.source.layers:
        if layer.name.startswith(CUES) and layer.name != CUES and not is_note(layer):
            yield from _of_difficulty(level, layer)


def _moved(level: Level, layer: TiledLayer) -> Iterator[Finding]:
    place, facts = Location(str(level.path), layer=layer.name), layer.facts
    if facts.x or facts.y:
        what = f"is moved by {facts.x:g}, {facts.y:g} px: what lies on it plays there"
        yield Finding("layer_setup", place, what, "set Horizontal and Vertical Offset to 0")
    if (facts.parallax, facts.parallax_y) != (1.0, 1.0):
        what = f"scrolls at {facts.parallax:g}, {facts.parallax_y:g}, so Tiled shows it elsewhere than it plays"
        yield Finding("layer_setup", place, what, "set both Parallax Factors to 1")
    if layer.groups and not layer.groups[0].startswith("//"):
        what = f'lies in the group "{layer.groups[0]}"'
        yield Finding("layer_setup", place, what, "drag it out of the group", Severity.WARNING)


def _of_difficulty(level: Level, layer: TiledLayer) -> Iterator[Finding]:
    place, word = Location(str(level.path), layer=layer.name), layer.name.removeprefix(CUES).strip()
    if word not in tuple(Difficulty):
        what = f'is no layer of cues of a difficulty ("{word}")'
        mend = f"name it {CUES}, or {CUES} and one of {', '.join(Difficulty)}"
        yield Finding("layer_setup", place, what, mend, Severity.WARNING)
        return
    for cue in level.cues:
        if cue.location.layer == layer.name and cue.difficulties != {Difficulty(word)}:
            on = ", ".join(difficulty for difficulty in Difficulty if difficulty in cue.difficulties) or "none"
            what, mend = f"is on {on}", f"set its difficulties to {word}, or move it to the layer {CUES}"
            yield Finding("layer_setup", cue.location, what, mend, Severity.WARNING)
