"""Every property of the table changes what is played or drawn: one proof for each, and none may be without."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from game.content import schema
from game.content.charts import build_chart
from game.content.level import Level
from game.content.tiled.level_reader import read_level
from game.sim.chart import Difficulty
from game.view.place import scenery
from game.view.place.place import Place
from game.view.stage import shot_plan
from game.view.stage.art import PlacedSection
from game.view.stage.laces import ANSWERS
from tests.content.tiny import Tiny, tiny_song

Seen = Callable[[Level, Path], object]
PROP_TILESET = (
    '<tileset firstgid="1" tilewidth="24" tileheight="24" tilecount="2" columns="2">'
    '<image source="tiles.png" width="48" height="24"/></tileset>'
)
CHANGED: dict[str, dict[str, Any]] = {
    "Section": {"minigame": "market"},
    "Cue": {"kind": "press", "verb": "right", "difficulties": "hard", "reps": 3},
    "Call": {"kind": "call_body", "difficulties": "hard"},
    "Feint": {"difficulties": "hard"},
    "Lace": {"verb": "up", "act": "wink"},
    "Cut": {"section": "yard", "station": "bench", "at_beat": 4.0},
    "Station": {"section": "elsewhere"},
    "CameraKey": {"beat": 9.0, "look_ahead": -40},
    "Light": {
        "color": "#ff00ff00", "radius": 99, "strength": 1.5, "flicker": 0.4, "pulse": "bar", "parallax": 0.5,
        "from_beat": 3.0, "to_beat": 5.0,
    },
    "Spawner": {
        "what": "steam", "count": 9, "every": 4.0, "parallax": 0.5, "from_beat": 3.0, "to_beat": 5.0,
    },
    "Trigger": {"action": "frame_opens", "beats": 9.0},
    "Prop": {"phase": 1, "drift": 4.0, "once": True, "from_beat": 3.0, "to_beat": 5.0},
    "map": {"format": 2, "px_per_beat": 48, "start_beat": 4, "end_beat": 20},
    "layer": {"from_beat": 3.0, "to_beat": 5.0, "drift": 4.0, "blend": "add"},
}  # fmt: skip
"""For each property a value other than its default."""
MINIGAMES = {"Call": "heavy_bag", "Feint": "medicine_ball", "Cut": "cuts", "Station": "meat"}
LENGTHS = {"Section": 16, "Lace": 1, "Cut": 4}


def charts(level: Level, folder: Path) -> object:
    song = tiny_song(folder)
    return [build_chart((level,), song, difficulty) for difficulty in Difficulty]


def scene(level: Level) -> PlacedSection:
    return PlacedSection(level.sections[-1], level, Place("tiny", 0.0, float(level.width), 0.0, ()))


SEEN: dict[str, Seen] = {
    "Section": charts,
    "Cue": charts,
    "Call": charts,
    "Feint": charts,
    "Lace": lambda level, folder: (charts(level, folder), ANSWERS.get(level.laces[-1].act)),
    "Cut": lambda level, _: [(cut.section, cut.station, cut.at_beat) for cut in level.cuts],
    "Station": lambda level, _: level.station_of(level.sections[-1]) is None,
    "CameraKey": lambda level, _: shot_plan._look_ahead((scene(level),)),
    "Light": lambda level, _: [scenery._lamp(light) for light in level.lights],
    "Spawner": lambda level, _: [scenery._source(spawner) for spawner in level.spawners],
    "Trigger": lambda level, _: (
        shot_plan._fades(scene(level), shot_plan.FRAME_FADES),
        shot_plan._happenings(scene(level)),
    ),
    "Prop": lambda level, _: level.layers,
    "map": charts,
    "layer": lambda level, _: level.layers,
}
"""What the view or the rules take of an object of a class."""
TABLES = {item.name: item.properties for item in schema.CLASSES}
TABLES |= {"map": schema.MAP_PROPERTIES, "layer": schema.LAYER_PROPERTIES}


def level_with(owner: str, values: dict[str, Any], folder: Path) -> Level | None:
    """Return a map whose one object of a class, layer or map itself has these properties; None where it is refused."""
    tiny = Tiny(MINIGAMES.get(owner, "yard"), lace=owner != "Lace")
    texts = "".join(f'<property name="{name}" value="{_text(value)}"/>' for name, value in values.items())
    match owner:
        case "map":
            tiny.properties = values
            tiny.cue(2, "lift")
        case "layer":
            image = f'<imagelayer name="sky"><image source="sky.png"/><properties>{texts}</properties></imagelayer>'
            tiny.extra = [f'<group name="back">{image}</group>']
        case "Prop":
            thing = (
                f'<object id="9" gid="1" x="48" y="96" width="24" height="24"><properties>{texts}</properties></object>'
            )
            tiny.extra = [PROP_TILESET, f'<group name="back"><objectgroup name="things">{thing}</objectgroup></group>']
        case "Section":
            tiny.sections = 0
            tiny.cue(2, "lift").add("sections", "Section", 0, 0, 16, "tiny", **values)
        case _:
            item = schema.object_class(owner)
            assert item is not None
            y = 98 if owner == "Cue" else 200
            tiny.add(
                item.layer, owner, 4, y, LENGTHS.get(owner, 0), **({"kind": "lift"} if owner == "Cue" else {}) | values
            )
    return read_level(tiny.write(folder))[0]


def _text(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


@pytest.mark.parametrize(("owner", "name"), [(owner, prop.name) for owner, table in TABLES.items() for prop in table])
def test_a_property_has_an_effect(tmp_path: Path, owner: str, name: str) -> None:
    before = level_with(owner, {}, tmp_path)
    assert before is not None
    seen = SEEN[owner](before, tmp_path)
    after = level_with(owner, {name: CHANGED[owner][name]}, tmp_path)
    assert after is None or SEEN[owner](after, tmp_path) != seen
