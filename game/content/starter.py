"""Generates a minimal map that passes the map check: one section of one exercise, a single first cue, then one cue a
bar.
"""

from collections.abc import Mapping
from fractions import Fraction
from typing import TypeAlias
from xml.sax.saxutils import quoteattr

from game.content import schema
from game.content.designer import property_xml
from game.content.property_types import Scalar
from game.content.schema import MAP_FORMAT, MAP_ROWS, TILE, VERB_ROWS
from game.content.song.song import Song
from game.minigames.manifest import MINIGAMES
from game.sim.chart import Difficulty
from game.sim.spec import CueKind, Hold
from game.timing.tempo import BEATS_PER_BAR

Box: TypeAlias = tuple[int, int, int, int]
"""x, y, width and height in px; a width of 0 makes a point."""
PX_PER_BEAT = 96
"""Grid of the generated map: pixels a beat."""
LAYER_COLORS: Mapping[str, str] = {
    Difficulty.EASY: "#27ae60",
    Difficulty.NORMAL: "#e67e22",
    Difficulty.HARD: "#e74c3c",
    Difficulty.CHAMPION: "#e84393",
}
"""Colors of the layers of cues that one difficulty has alone."""
STATION = (400, 321, 0, 0)
"""Feet of a standing exercise: x, y, width, height in px."""
LACE_BEATS = 1
"""Length in beats of the lace, which ends with the section."""
CALL_BEATS = 2
"""Beats between a call and its cue: half a bar, so that the single first cue can be called too."""


def starter_map(name: str, minigame: str, bars: int, song: Song) -> str:
    """Return the map file's text for `bars` bars of an exercise, on the beats at which the song starts that
    exercise.
    """
    part = song.section(minigame)
    start = 0 if part is None else int(part.start_beat)
    return _Writer(name, minigame, bars, start).text()


class _Writer:
    def __init__(self, name: str, minigame: str, bars: int, start: int) -> None:
        self.name = name
        self.minigame = minigame
        self.spec = MINIGAMES[minigame].spec
        self.bars = bars
        self.start = start
        self.layers: dict[str, list[str]] = {}
        self.next_object = 1

    def text(self) -> str:
        """Return the map's XML."""
        width = self._px(self._beats)
        self._add("sections", "Section", (0, 0, width, 48), {"minigame": self.minigame}, self.name)
        self.layers["cues"] = []
        self.layers.update({f"cues {difficulty}": [] for difficulty in LAYER_COLORS})
        if not self.spec.borrows:
            self._cues()
        lace_beat = self._beats - LACE_BEATS
        lace: dict[str, Scalar] = {"verb": self._free_verb()}
        self._add("laces", "Lace", (self._px(lace_beat), 194, self._px(LACE_BEATS), 20), lace, "lace")
        if self.spec.standing:
            self._add("stations", "Station", STATION, {"section": self.minigame}, "station")
        if self.spec.borrows:
            self._add("cuts", "Cut", (0, 218, width, 20), {}, "cut")
        return self._map()

    @property
    def _beats(self) -> int:
        return self.bars * BEATS_PER_BAR

    def _px(self, beat: Fraction | int) -> int:
        return int(beat * PX_PER_BEAT)

    def _cues(self) -> None:
        kind = self.spec.cues[0]
        wanted = self.spec.reps
        beats = [2, *range(BEATS_PER_BAR, self._beats - LACE_BEATS, 1 if wanted else BEATS_PER_BAR)]
        for number, beat in enumerate(beats):
            reps = wanted // len(beats) + (number < wanted % len(beats))
            self._cue(kind, number, beat, reps)

    def _cue(self, kind: CueKind, number: int, beat: int, reps: int) -> None:
        verb = kind.verbs[number % len(kind.verbs)]
        row = next(row for row, found in VERB_ROWS.items() if found is verb)
        name = kind.name
        values: dict[str, Scalar] = {"kind": kind.name, **({"reps": reps} if reps else {})}
        if kind.hold is Hold.NONE:
            self._add("cues", "Cue", (self._px(beat), row * TILE + TILE // 2, 0, 0), values, name)
        else:
            self._add("cues", "Cue", (self._px(beat), row * TILE + 2, PX_PER_BEAT, 20), values, name)
        call = self.spec.call(f"call_{kind.name}")
        if call is not None:
            self._add("calls", "Call", (self._px(beat - CALL_BEATS), 180, 0, 0), {"kind": call.name})

    def _free_verb(self) -> str:
        taken = self.spec.cues[0].verbs if self.spec.cues else ()
        return next(verb.name.lower() for verb in reversed(list(VERB_ROWS.values())) if verb not in taken)

    def _add(
        self,
        layer: str,
        kind: str,
        box: Box,
        values: dict[str, Scalar],
        name: str = "",
    ) -> None:
        item = schema.object_class(kind)
        assert item is not None
        named = f" name={quoteattr(name)}" if name else ""
        x, y, width, height = box
        sized = f' width="{width}" height="{height}"' if width else ""
        lines = [f'  <object id="{self.next_object}"{named} type="{kind}" x="{x}" y="{y}"{sized}>']
        self.next_object += 1
        lines.append("   <properties>")
        for prop in sorted(item.properties, key=lambda prop: prop.name):
            lines.append(f"    {property_xml(prop, values.get(prop.name, prop.default))}")
        lines.append("   </properties>")
        if not width:
            lines.append("   <point/>")
        self.layers.setdefault(layer, []).append("\n".join([*lines, "  </object>"]))

    def _map(self) -> str:
        body = [
            ' <group id="1" name="back"/>',
            ' <group id="2" name="ground"/>',
            ' <objectgroup id="3" name="actors"/>',
        ]
        body.append(' <group id="4" name="front"/>')
        for number, (name, objects) in enumerate(self.layers.items(), start=5):
            color = LAYER_COLORS.get(name.removeprefix("cues "), "")
            colored = f' color="{color}"' if color else ""
            head = f' <objectgroup{colored} id="{number}" name="{name}"'
            body += [f"{head}>", *objects, " </objectgroup>"] if objects else [f"{head}/>"]
        values = {"end_beat": self.start + self._beats, "format": MAP_FORMAT, "px_per_beat": PX_PER_BEAT}
        values["start_beat"] = self.start
        table = sorted(schema.MAP_PROPERTIES, key=lambda prop: prop.name)
        properties = [f"  {property_xml(prop, values[prop.name])}" for prop in table]
        head = (
            '<?xml version="1.0" encoding="UTF-8"?>\n<map version="1.8" tiledversion="1.8.2" orientation="orthogonal" '
            f'renderorder="right-down" width="{self._px(self._beats) // TILE}" height="{MAP_ROWS}" tilewidth="{TILE}" '
            f'tileheight="{TILE}" infinite="0" nextlayerid="{len(self.layers) + 5}" nextobjectid="{self.next_object}">'
        )
        return "\n".join([head, " <properties>", *properties, " </properties>", *body, "</map>", ""])
