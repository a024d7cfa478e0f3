"""Converts layers of a Tiled map to drawn layers: an image, tiles or props."""

from dataclasses import replace

from game.content import schema
from game.content.layers import (
    ALWAYS_FROM,
    ALWAYS_TO,
    Blend,
    LayerFacts,
    MapImage,
    MapLayer,
    MapProp,
    MapProps,
    MapTiles,
)
from game.content.tiled.properties import values_of
from game.content.tiled.tiled_map import TiledLayer, TiledObject

BLENDS = {"add": Blend.ADD, "multiply": Blend.MULTIPLY}
"""What the layer property `blend` means; anything else is solid."""


def group_of(layer: TiledLayer) -> str:
    """Return which of back, ground, actors, front a layer belongs to; "" where it is not drawn."""
    return next((name for name in (*layer.groups, layer.name) if name in schema.GROUPS), "")


def is_prop(layer: TiledLayer, item: TiledObject) -> bool:
    """Whether an object is drawn as a prop: a tile of this class or of none, on an object layer of a drawn group."""
    return item.shape == "tile" and item.kind in ("", schema.PROP.name) and group_of(layer) in schema.PROP_GROUPS


def drawn_layer(layer: TiledLayer) -> MapLayer | None:
    """Return the layer as it is drawn, or None where it is not."""
    group = group_of(layer)
    if not group:
        return None
    facts = _facts(layer, group)
    match layer.kind:
        case "image":
            return None if layer.image is None else MapImage(facts, layer.image)
        case "tile":
            return MapTiles(facts, layer.rows)
        case _ if group in schema.PROP_GROUPS:
            props = [
                prop for item in layer.objects if is_prop(layer, item) and (prop := _prop(item, facts)) is not None
            ]
            return MapProps(facts, tuple(sorted(props, key=lambda prop: prop.foot) if layer.by_row else props))
        case _:
            return None


def _facts(layer: TiledLayer, group: str) -> LayerFacts:
    values = values_of(schema.LAYER_PROPERTIES, layer.properties)
    to_beat = float(values["to_beat"])
    return replace(
        layer.facts,
        group=group,
        blend=BLENDS.get(str(values["blend"]), Blend.SOLID),
        drift=float(values["drift"]),
        from_beat=float(values["from_beat"]) or ALWAYS_FROM,
        to_beat=to_beat if to_beat >= 0 else ALWAYS_TO,
    )


def _prop(item: TiledObject, facts: LayerFacts) -> MapProp | None:
    if item.picture is None or not item.visible:
        return None
    values = values_of(schema.PROP.properties, item.properties)
    to_beat = float(values["to_beat"])
    return MapProp(
        location=replace(item.location, name=item.name, x=item.x, y=item.y),
        picture=item.picture,
        x=item.x - facts.x,  # the layer is drawn with its own offset
        foot=item.y + item.height - facts.y,
        phase=int(values["phase"]),
        drift=float(values["drift"]),
        from_beat=float(values["from_beat"]),
        to_beat=to_beat if to_beat >= 0 else float("inf"),
        once=bool(values["once"]),
    )
