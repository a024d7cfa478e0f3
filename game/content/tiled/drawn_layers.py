"""From a layer of a Tiled map to one that is drawn: images, tiles, props, and the mark where the actors stand."""

from dataclasses import replace

from game.content import schema
from game.content.level import ActorsLayer, Drawn, ImageLayer, MapProp, PropLayer, TileLayer
from game.content.tiled.properties import values_of
from game.content.tiled.tiled_map import TiledLayer, TiledObject


def group_of(layer: TiledLayer) -> str:
    """Return which of back, ground, actors, front a layer belongs to; "" where it is not drawn."""
    return next((name for name in (*layer.groups, layer.name) if name in schema.GROUPS), "")


def is_prop(layer: TiledLayer, item: TiledObject) -> bool:
    """Whether an object is drawn as a prop: a tile of this class or of none, on an object layer of a drawn group."""
    return item.shape == "tile" and item.kind in ("", schema.PROP.name) and group_of(layer) in schema.PROP_GROUPS


def drawn_layer(layer: TiledLayer) -> Drawn | None:
    """Return the layer as it is drawn, or None where it is not."""
    group = group_of(layer)
    if not group:
        return None
    common = (layer.name, group, layer.appearance, values_of(schema.LAYER_PROPERTIES, layer.properties))
    match layer.kind:
        case "image":
            return None if layer.image is None else ImageLayer(*common, layer.image, layer.repeat_x, layer.repeat_y)
        case "tile":
            return TileLayer(*common, layer.rows)
        case _ if group == "actors":
            return ActorsLayer(*common)
        case _:
            props = [prop for item in layer.objects if is_prop(layer, item) and (prop := _prop(item)) is not None]
            return PropLayer(*common, tuple(sorted(props, key=lambda prop: prop.foot) if layer.by_row else props))


def _prop(item: TiledObject) -> MapProp | None:
    if item.picture is None or not item.visible:
        return None
    values = values_of(schema.PROP.properties, item.properties)
    to_beat = float(values["to_beat"])
    return MapProp(
        place=replace(item.place, name=item.name, x=item.x, y=item.y),
        picture=item.picture,
        x=item.x,
        foot=item.y + item.height,
        phase=int(values["phase"]),
        drift=float(values["drift"]),
        from_beat=float(values["from_beat"]),
        to_beat=to_beat if to_beat >= 0 else float("inf"),
        once=bool(values["once"]),
    )
