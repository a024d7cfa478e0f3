"""From a map's facts to a place that can be drawn: image and tile layers in document order, lights, stations, moving
props."""

from dataclasses import replace
from pathlib import Path

import pygame

from game.content import level as maps
from game.content.tiled.tiled_map import Tile as MapTile
from game.errors import ContentError
from game.view.canvas.light import Lamp, Pulse, tuple_scaled
from game.view.canvas.pictures import Pictures
from game.view.place.backdrop import Backdrop, read_backdrop
from game.view.place.map_layers import FLAGS, Blend, FloorLayer, ImageLayer, Layer, LayerFacts, Tile, TileLayer
from game.view.place.painted_props import props_over
from game.view.place.place import Place
from game.view.place.prop_layer import PropLayer
from game.view.place.spawners import Source

FRONT = "front"
PLAYED_LARGE = ("gym", "plant")
"""Places drawn natively at 100 px a metre."""


def build_place(level: maps.Level, left: float, pictures: Pictures) -> Place:
    """Return the place of a map whose first beat lies at `left` in the world. No picture is read yet."""
    backdrop = _backdrop(pictures, level.id)
    layers = [_drawn(drawn, level, backdrop, pictures) for drawn in level.layers]
    present = [layer for layer in layers if layer is not None]
    return Place(
        name=level.id,
        left=left,
        length=float(level.end_beat - level.start_beat) * level.px_per_beat,
        start_beat=float(level.start_beat),
        layers=present or backdrop_layers(backdrop, pictures),
        lamps=tuple(_lamp(light) for light in level.lights if not light.points) or backdrop.lamps,
        sun=backdrop.sun,
        sources=tuple(_source(spawner) for spawner in level.spawners),
        stations={station.section: (station.x, station.y) for station in level.stations},
        scale=100.0 if level.id in PLAYED_LARGE else 50.0,
        marks=backdrop.marks,
        walled=backdrop.walled,
        shades=backdrop.shades,
    )


def build_view_place(name: str, start_beat: float, pictures: Pictures) -> Place | None:
    """Return a place that no map holds, from the painters' facts alone: what an exercise that films itself is shown
    in."""
    if not (pictures.root / "backdrops" / name).is_dir():
        return None
    backdrop = _backdrop(pictures, name)
    return Place(
        name=name,
        left=0.0,
        length=0.0,
        start_beat=start_beat,
        layers=backdrop_layers(backdrop, pictures),
        lamps=backdrop.lamps,
        sun=backdrop.sun,
        marks=backdrop.marks,
    )


def backdrop_layers(backdrop: Backdrop, pictures: Pictures) -> list[Layer]:
    """Return the painters' own layers, each with the props that belong over it, for a map that places none."""
    layers: list[Layer] = []
    for image, facts in backdrop.layers:
        layers += [_pictured(facts, backdrop.folder / image, pictures), *props_over(facts.name, backdrop, pictures)]
    return layers


def _pictured(facts: LayerFacts, path: Path, pictures: Pictures) -> ImageLayer:
    return ImageLayer(facts, path, pictures) if facts.parallax_top is None else FloorLayer(facts, path, pictures)


def _backdrop(pictures: Pictures, name: str) -> Backdrop:
    folder = pictures.root / "backdrops" / name
    try:
        return read_backdrop(folder)
    except ContentError as error:
        pictures.problems.append(str(error))
        return Backdrop(folder)


def _drawn(drawn: maps.Drawn, level: maps.Level, backdrop: Backdrop, pictures: Pictures) -> Layer | None:
    if not drawn.appearance.visible:
        return None
    match drawn:
        case maps.ImageLayer():
            facts = _facts(drawn, backdrop.blend_of(drawn.image.name))
            facts = replace(facts, parallax_top=backdrop.parallax_top_of(drawn.image.name))
            return _pictured(facts, drawn.image, pictures)
        case maps.TileLayer():
            return TileLayer(_facts(drawn, Blend.SOLID), _tiles(drawn, level, pictures))
        case maps.PropLayer():
            return PropLayer(_facts(drawn, Blend.SOLID), drawn.props, pictures)
        case _:
            return None


def _facts(drawn: maps.Drawn, blend: Blend) -> LayerFacts:
    look = drawn.appearance
    told = str(drawn.values.get("blend", ""))
    return LayerFacts(
        name=drawn.name,
        parallax=look.parallax_x,
        x=look.offset_x,
        y=look.offset_y,
        front=drawn.group == FRONT,
        opacity=look.opacity,
        tint=look.tint[:3],
        blend=Blend(told) if told in FLAGS else blend,
        parallax_y=look.parallax_y,
        drift=float(drawn.values.get("drift", 0.0)),
        from_beat=float(drawn.values.get("from_beat", 0.0)) or -1e9,
        to_beat=to_beat if (to_beat := float(drawn.values.get("to_beat", -1.0))) >= 0 else 1e9,
    )


def _tiles(drawn: maps.TileLayer, level: maps.Level, pictures: Pictures) -> tuple[Tile, ...]:
    placed: list[Tile] = []
    width, height = level.source.tile_width, level.source.tile_height
    for row, gids in enumerate(drawn.rows):
        for column, gid in enumerate(gids):
            picture = _tile_picture(level.tiles[gid], pictures) if gid in level.tiles else None
            if picture is not None:
                placed.append(Tile(picture, column * width, (row + 1) * height - picture.get_height()))
    return tuple(placed)


def _tile_picture(tile: MapTile, pictures: Pictures) -> pygame.Surface | None:
    sheet = pictures.get(tile.image)
    if sheet is None:
        return None
    picture = sheet if tile.rect is None else sheet.subsurface(tile.rect)
    across, down, diagonal = tile.flips
    if diagonal:
        picture = pygame.transform.flip(pygame.transform.rotate(picture, -90), True, False)
    return pygame.transform.flip(picture, across, down) if across or down else picture


def _source(spawner: maps.Spawner) -> Source:
    return Source(
        what=spawner.what,
        x=spawner.x,
        row=spawner.y,
        width=spawner.width,
        height=spawner.height,
        count=spawner.count,
        every=max(0.125, spawner.every),
        parallax=spawner.parallax,
        from_beat=float(spawner.from_beat),
        to_beat=float(spawner.to_beat),
    )


def _lamp(light: maps.Light) -> Lamp:
    return Lamp(
        x=light.x + light.width / 2,
        row=light.y + light.height / 2,
        radius=light.radius,
        color=tuple_scaled(light.color[:3], min(1.0, light.strength)),
        parallax=light.parallax,
        pulse=Pulse(light.pulse),
        flicker=light.flicker,
        from_beat=float(light.from_beat),
        to_beat=float(light.to_beat),
    )
