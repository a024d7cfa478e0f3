"""The one table of what may stand in a map: object classes, properties, types, ranges, defaults, a sentence each.

Validation, the Tiled project, the object templates and the designer's reference are all made from it. Enum values come
from the exercises themselves, so that a new exercise appears in the editor by itself.
"""

from collections.abc import Mapping
from types import MappingProxyType

from game.content.property_types import Enumeration, ObjectClass, Property, Type
from game.minigames.manifest import MINIGAMES
from game.sim.actions import VERB_NAMES, Verb
from game.sim.chart import Difficulty

MAP_FORMAT = 1
"""Version of the map format."""
TILE = 24
"""Width and height of a tile, px."""
VIEW_WIDTH = 640
"""Width of the picture, px."""
VIEW_HEIGHT = 360
"""Height of the picture, px."""
MAP_ROWS = 16
"""Height of a map, in tiles."""
BEAT_GRID = 48
"""Every position snaps to this part of a beat, and `px_per_beat` is a multiple of it."""
VERB_ROWS: Mapping[int, Verb] = MappingProxyType({3: Verb.UP, 4: Verb.LEFT, 5: Verb.RIGHT, 6: Verb.DOWN})
"""Tile row of a cue (y // 24) to verb, for cue kinds that leave the hand open."""


def _kinds() -> tuple[str, ...]:
    names = {kind.name for game in MINIGAMES.values() for kind in game.spec.cues}
    return (*sorted(names), *sorted(f"{key}.{kind.name}" for key, game in MINIGAMES.items() for kind in game.spec.cues))


_CALLS = tuple(kind for game in MINIGAMES.values() for kind in game.spec.calls)
"""Call kinds of all exercises."""
_FIRST = next(iter(MINIGAMES.values())).spec
"""First exercise of the manifest: the default values come from it."""
_LONG_CALL = next(kind.name for kind in _CALLS if kind.has_length)
"""Default kind of a Call: the first that has a length."""
MOST_REPS = max(game.spec.reps for game in MINIGAMES.values())
"""Largest number of repetitions that a cue may stand for."""
MINIGAME = Enumeration("Minigame", tuple(MINIGAMES))
"""Ids of the exercises."""
CUE_KIND = Enumeration("CueKind", _kinds())
"""Cue kinds, plain and as `exercise.kind`."""
CALL_KIND = Enumeration(
    "CallKind",
    tuple(sorted({kind.name for kind in _CALLS if kind.map_class == "Call"})),
)
"""Kinds of objects of the class Call."""
VERB = Enumeration("Verb", ("by_row", *VERB_NAMES))
"""Verbs of a cue; `by_row` takes the verb of its tile row."""
LACE_VERB = Enumeration("LaceVerb", tuple(VERB_NAMES))
"""Verbs of a hidden act."""
LACE_ACT = Enumeration(
    "LaceAct",
    (
        "none", "kiss_canvas", "look_back", "look_up", "nod", "pat_dog", "ring_bell", "ring_rail", "steady_bag",
        "tip_cap", "touch_stone", "wave", "wink", "wipe_brow",
    ),
)  # fmt: skip
"""Hidden acts that a place answers; `none`: the lace alone."""
DIFFICULTIES = Enumeration("Difficulties", tuple(Difficulty), several=True)
"""Difficulties, several at once."""
PULSE = Enumeration("Pulse", ("none", "beat", "bar"))
"""Rhythms of a light."""
SPAWNED = Enumeration(
    "Spawned", ("frost", "dust", "steam", "sparks", "leaves", "pigeons", "gulls", "drips", "spray", "breath")
)
"""Particles and animals of a spawner."""
ANYWHERE = ("frame_tightens", "frame_opens", "light_leaves", "light_returns")
"""Actions of triggers that every section has; an exercise's own are in its facts."""
TRIGGERED = Enumeration(
    "Triggered", (*ANYWHERE, *(action for game in MINIGAMES.values() for action in game.spec.triggers))
)
"""Actions of triggers, of every section and of single exercises."""

ALL_DIFFICULTIES = ",".join(Difficulty)
"""Value of `difficulties` that means all of them."""
_DIFFICULTIES = Property(
    "difficulties", Type.STRING, ALL_DIFFICULTIES, "for which difficulties it exists", DIFFICULTIES
)
"""Property of cues, calls and feints."""
_FROM = Property("from_beat", Type.FLOAT, 0.0, "from this beat of the map on", least=0)
"""Property: first beat."""
_TO = Property("to_beat", Type.FLOAT, -1.0, "up to this beat of the map; -1: to its end", least=-1)
"""Property: last beat."""

PROP = ObjectClass(
    "Prop",
    ("tile",),
    "",
    "A thing put down: a tile of any tileset, on an object layer in `back`, `ground` or `front`.",
    "#a0784a",
    (
        Property("phase", Type.INT, 0, "how many cels its animation is ahead of the beat", least=0, most=64),
        Property("drift", Type.FLOAT, 0.0, "px a beat that it moves by itself", least=-480, most=480),
        Property("once", Type.BOOL, False, "plays its animation one time, from `from_beat` on, and is gone"),
        _FROM,
        _TO,
    ),
)
"""Class of decorative tiles."""

CLASSES: tuple[ObjectClass, ...] = (
    ObjectClass(
        "Section",
        ("rectangle",),
        "sections",
        "One exercise; its x range is its beats. Its name is the section's id in the song.",
        "#7f8c8d",
        (Property("minigame", Type.STRING, _FIRST.id, "which exercise is played", MINIGAME),),
    ),
    ObjectClass(
        "Cue",
        ("point", "rectangle", "tile"),
        "cues",
        "One thing to do on time, at its left edge. A hold is a rectangle as wide as it is long.",
        "#e67e22",
        (
            Property("kind", Type.STRING, _FIRST.cues[0].name, "a cue kind of the section's exercise", CUE_KIND),
            Property("verb", Type.STRING, "by_row", "the verb, where the kind leaves it open", VERB),
            _DIFFICULTIES,
            Property(
                "reps", Type.INT, 0, "how many of what its exercise counts it stands for", least=0, most=MOST_REPS
            ),
        ),
    ),
    ObjectClass(
        "Call",
        ("point", "rectangle"),
        "calls",
        "Unjudged: what the trainer calls, or (a rectangle) where the room echoes.",
        "#f1c40f",
        (Property("kind", Type.STRING, _LONG_CALL, "a call kind of the section's exercise", CALL_KIND), _DIFFICULTIES),
    ),
    ObjectClass(
        "Feint",
        ("point",),
        "calls",
        "The partner lifts the ball and freezes: x is where the blow would be.",
        "#c0392b",
        (_DIFFICULTIES,),
    ),
    ObjectClass(
        "Lace",
        ("rectangle",),
        "laces",
        "The hidden act of a section, one in each: its verb, pressed while no cue wants it, finds a lace.",
        "#8e44ad",
        (
            Property("verb", Type.STRING, "down", "what finds it", LACE_VERB),
            Property("act", Type.STRING, LACE_ACT.values[0], "what he does, and how the place answers", LACE_ACT),
        ),
    ),
    ObjectClass(
        "Cut",
        ("rectangle",),
        "cuts",
        "In the cuts only: the place that the picture shows for these beats.",
        "#2c3e50",
        (
            Property("section", Type.STRING, "", "id of the section whose place is shown"),
            Property("station", Type.STRING, "", "name of the station there; empty where he runs"),
            Property("at_beat", Type.FLOAT, 0.0, "where he runs: the beat of that section which is shown", least=0),
        ),
    ),
    ObjectClass(
        "Station",
        ("point",),
        "stations",
        "Where he stands, feet on the point, in a section that does not run.",
        "#16a085",
        (Property("section", Type.STRING, "", "id of its section, or its exercise; empty: the section around it"),),
    ),
    ObjectClass(
        "CameraKey",
        ("point",),
        "camera",
        "Where he runs, keys are joined by beat; where he stands, the picture's middle is the last key's x.",
        "#2980b9",
        (
            Property("beat", Type.FLOAT, -1.0, "when, in beats of the map; -1: as its x says", least=-1),
            Property(
                "look_ahead",
                Type.INT,
                120,
                "where he runs: px that the picture's middle lies ahead",
                least=-240,
                most=240,
            ),
        ),
    ),
    ObjectClass(
        "Light",
        ("point", "ellipse"),
        "lights",
        "A lamp or a fire: it glows about its middle. Shafts are painted, as image layers whose `blend` is `add`.",
        "#f9e79f",
        (
            Property("color", Type.COLOR, "#ffffb878", "its color"),
            Property("radius", Type.INT, 64, "how far it reaches, px", least=1, most=640),
            Property("strength", Type.FLOAT, 0.5, "how bright at its middle", least=0, most=2),
            Property("flicker", Type.FLOAT, 0.0, "how much it flickers", least=0, most=1),
            Property("pulse", Type.STRING, "none", "whether it swells with the music", PULSE),
            Property("parallax", Type.FLOAT, 1.0, "factor of the layer it belongs to", least=0, most=2),
            _FROM,
            _TO,
        ),
    ),
    ObjectClass(
        "Spawner",
        ("point", "rectangle"),
        "spawners",
        "Picture only: lets small things come into being here.",
        "#95a5a6",
        (
            Property("what", Type.STRING, "dust", "what comes", SPAWNED),
            Property("count", Type.INT, 4, "how many at once", least=1, most=64),
            Property("every", Type.FLOAT, 1.0, "every how many beats", least=0.125, most=64),
            Property("parallax", Type.FLOAT, 1.0, "factor of the layer it belongs to", least=0, most=2),
            _FROM,
            _TO,
        ),
    ),
    ObjectClass(
        "Trigger",
        ("point",),
        "triggers",
        "Something that happens once, on the beat of its x.",
        "#d35400",
        (
            Property("action", Type.STRING, "frame_tightens", "what happens", TRIGGERED),
            Property("beats", Type.FLOAT, 4.0, "how long it takes", least=0, most=64),
        ),
    ),
    PROP,
)
"""All classes of objects."""

MAP_PROPERTIES: tuple[Property, ...] = (
    Property("format", Type.INT, MAP_FORMAT, "version of this map format", least=1),
    Property("px_per_beat", Type.INT, 96, "pixels a beat, a multiple of 48", least=48, most=480),
    Property("start_beat", Type.INT, 0, "beat of the song at its left edge", least=0),
    Property("end_beat", Type.INT, 16, "beat of the song at its right edge", least=1),
)
"""Properties of a map."""

LAYER_PROPERTIES: tuple[Property, ...] = (
    _FROM,
    _TO,
    Property("drift", Type.FLOAT, 0.0, "px a beat that it moves by itself (clouds, water)", least=-480, most=480),
    Property("blend", Type.STRING, "alpha", "how it is laid over", Enumeration("Blend", ("alpha", "add", "multiply"))),
)
"""Properties of a tile or image layer."""

GROUPS = ("back", "ground", "actors", "front")
"""What a map is drawn from, in this order. Each is a group of layers or a single layer."""
PROP_GROUPS = ("back", "ground", "front")
"""Where props may stand: among the actors they would be taken for things of the exercise."""
REQUIRED_LAYERS = ("sections", "cues", "laces", "actors")
"""Layers without which a map cannot be played."""


def object_class(name: str) -> ObjectClass | None:
    """Return the class called `name`, or None."""
    return next((item for item in CLASSES if item.name == name), None)
