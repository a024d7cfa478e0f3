"""Reads a place's `layers.json`: layers, lights, sun and moving props of its painted backdrop.

The map decides what is drawn and where; this file adds blend modes, animated props and the sun. A missing file is
allowed, a damaged one is a ContentError that names it.
"""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from game.content.layers import Blend, LayerFacts
from game.content.look import Mark
from game.content.pack import held_in
from game.errors import ContentError
from game.text_files import WRONG_SHAPE, parse_json
from game.view.canvas.color import Color
from game.view.canvas.light import Lamp, Pulse, Sun, tuple_scaled

FACTS_FILE = "layers.json"
"""Name of the file in a place's folder."""
GLOW_SHARE = 0.8
"""Strength of a painted light's glow, as a factor."""
ONCE_FROM_BEAT = 0.25
"""Beat from which a prop that plays once begins by default."""


@dataclass(frozen=True, slots=True)
class MovingProp:
    """An animated strip of frames that follows the beat and may drift: `drift` px a beat from `from_beat` on (beats of
    the place).
    """

    sprite: str
    x: float
    row: float
    parallax: float
    after: str
    drift: float
    phase: int
    adds: bool
    from_beat: float
    to_beat: float
    once: bool = False
    """Whether it plays its frames once, from `from_beat` on."""


@dataclass(frozen=True, slots=True)
class Backdrop:
    """The contents of one place's `layers.json`."""

    folder: Path
    layers: tuple[tuple[str, LayerFacts], ...] = ()
    lamps: tuple[Lamp, ...] = ()
    sun: Sun | None = None
    props: tuple[MovingProp, ...] = ()
    marks: dict[str, Mark] = field(default_factory=dict)
    walled: tuple[bool, bool] = (False, False)
    """Whether the backdrop has something painted at its start and at its end that hides the change to the
    next place.
    """
    shades: tuple[tuple[float, float], ...] = ()
    """Spans of the lane that lie in the shade of a wall or an arch, from and to, px."""

    def blend_of(self, image: str) -> Blend:
        """Return the blend mode of the layer with this image file."""
        return next((facts.blend for name, facts in self.layers if name == image), Blend.SOLID)

    def parallax_top_of(self, image: str) -> float | None:
        """Return the parallax of the first row of a floor layer with this image file, or None."""
        return next((facts.parallax_top for name, facts in self.layers if name == image), None)


def read_backdrop(folder: Path) -> Backdrop:
    """Read a place's `layers.json`; raises ContentError where the file is damaged."""
    path = held_in(folder, FACTS_FILE)
    if not path.exists():
        return Backdrop(folder)
    try:
        data = parse_json(path.read_bytes())
        return Backdrop(
            folder=folder,
            layers=tuple((_image(folder, entry), _layer(entry)) for entry in data["layers"]),
            lamps=tuple(_lamp(entry) for entry in data.get("lights", ()) if entry.get("kind") in ("lamp", "fire")),
            sun=_sun(data["sun"]) if "sun" in data else None,
            props=tuple(_prop(entry) for entry in data.get("props", ()) if "sprite" in entry),
            walled=("start" in data.get("seams", {}), "end" in data.get("seams", {})),
            shades=tuple((float(s["cover"][0]), float(s["cover"][1])) for s in _seams(data) if "cover" in s),
            marks={entry["id"]: _mark(entry) for entry in data.get("props", ()) if "sprite" not in entry},
        )
    except (OSError, *WRONG_SHAPE) as error:
        raise ContentError(f"{path.parent.name}/{path.name}: cannot be used ({error!r}): rebuild the place") from error


def _seams(data: Any) -> list[Any]:
    return [seam for seam in data.get("seams", {}).values() if isinstance(seam, dict)]


def _image(folder: Path, entry: Any) -> str:
    return held_in(folder, entry["image"]).relative_to(folder).as_posix()


def _layer(entry: Any) -> LayerFacts:
    return LayerFacts(
        name=Path(entry["image"]).stem,
        parallax=float(entry["parallax"]),
        x=float(entry["x"]),
        y=float(entry["y"]),
        group=entry.get("group", ""),
        blend=Blend(entry.get("veil", "")),
        parallax_top=float(entry["parallax_top"]) if "parallax_top" in entry else None,
    )


def _lamp(entry: Any) -> Lamp:
    return Lamp(
        x=float(entry["x"]),
        row=float(entry["y"]),
        radius=int(entry["radius"]),
        color=tuple_scaled(parse(entry["color"]), GLOW_SHARE * float(entry.get("power", 0.4))),
        parallax=float(entry.get("parallax", 1.0)),
        pulse=Pulse(entry.get("pulse", "none")),
        flicker=0.35 if entry.get("kind") == "fire" else 0.0,
    )


def _sun(entry: Any) -> Sun:
    return Sun(
        x=float(entry["x"]),
        row=float(entry["y"]),
        color=parse(entry.get("rays", entry.get("color", "#ffd8a0"))),
        parallax=float(entry.get("parallax", 0.02)),
        flare=min(1.0, 1.6 * float(entry.get("strength", 0.5))),
    )


def _prop(entry: Any) -> MovingProp:
    return MovingProp(
        sprite=str(entry["sprite"]),
        x=float(entry["x"]),
        row=float(entry["y"]),
        parallax=float(entry.get("parallax", 1.0)),
        after=str(entry.get("after", "")),
        drift=float(entry.get("drift", 0.0)),
        phase=int(entry.get("phase", 0)),
        adds=entry.get("blend") == "add",
        from_beat=float(entry.get("from_beat", ONCE_FROM_BEAT if "once" in entry else -1e9)),
        to_beat=float(entry.get("to_beat", 1e9)),
        once="once" in entry,
    )


def _mark(entry: Any) -> Mark:
    width, height = entry.get("size", (0, 0))
    return Mark(float(entry["x"]), float(entry["y"]), float(entry.get("parallax", 1.0)), (int(width), int(height)))


def parse(text: str) -> Color:
    """Return the color of a hex text such as `#ffb878`; raises ValueError."""
    digits = text.lstrip("#")[-6:]
    return int(digits[0:2], 16), int(digits[2:4], 16), int(digits[4:6], 16)
