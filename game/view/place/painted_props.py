"""Builds prop layers from the props beside a painted backdrop, for a map that places none."""

from fractions import Fraction
from pathlib import Path

import pygame

from game.content.finding import Location as Where
from game.content.layers import Blend, LayerFacts, MapProp
from game.content.pack import held_in
from game.content.tiled.tilesets import TICKS_PER_BEAT, Cel, TilePicture
from game.errors import ContentError
from game.text_files import WRONG_SHAPE, parse_json
from game.view.canvas.pictures import Pictures
from game.view.place.backdrop import Backdrop, MovingProp
from game.view.place.prop_layer import PropLayer


def props_over(layer: str, backdrop: Backdrop, pictures: Pictures) -> list[PropLayer]:
    """Return the props that belong over a layer, back to front; one that cannot be read is reported and left out."""
    layers: list[PropLayer] = []
    for painted in backdrop.props:
        if painted.after == layer:
            facts = LayerFacts(painted.sprite, painted.parallax, blend=Blend.ADD if painted.adds else Blend.SOLID)
            layers += [PropLayer(facts, (prop,), pictures) for prop in _props(painted, backdrop.folder, pictures)]
    return layers


def _props(painted: MovingProp, folder: Path, pictures: Pictures) -> list[MapProp]:
    path = folder / "props" / f"{painted.sprite}.json"
    try:
        sheet = held_in(folder, f"props/{painted.sprite}.png")
        path = held_in(folder, f"props/{painted.sprite}.json")
        data = parse_json(path.read_bytes())
        ticks = round(TICKS_PER_BEAT * Fraction(str(data.get("beats", "1/4"))))
        rects = [pygame.Rect(rect) for rect in data["frames"]]
        size = rects[0].size
    except (OSError, ContentError, *WRONG_SHAPE) as error:
        pictures.problems.append(
            f"{folder.name}/props/{path.name}: cannot be used as a prop ({error!r}): rebuild the place"
        )
        return []
    cels = tuple(Cel(sheet, (rect.x, rect.y, rect.w, rect.h), ticks) for rect in rects)
    prop = MapProp(
        location=Where(path.name),
        picture=TilePicture(cels, *size),
        x=painted.x,
        foot=painted.row + size[1],
        phase=painted.phase,
        drift=painted.drift,
        from_beat=max(0.0, painted.from_beat),
        to_beat=painted.to_beat,
        once=painted.once,
    )
    return [prop]
