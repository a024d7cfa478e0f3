"""Builds a place from a map: image and tile layers in document order, lights, stations, animated props."""

from dataclasses import replace
from pathlib import Path

import pygame

from game.content import level as maps
from game.content.layers import Blend, LayerFacts, MapImage, MapLayer, MapProps, MapTiles
from game.content.look import Look, SunLook
from game.content.pack import find_in
from game.content.tiled.tilesets import TilePicture
from game.errors import ContentError
from game.view.canvas.light import Lamp, Pulse, Sun, tuple_scaled
from game.view.canvas.pictures import Pictures
from game.view.place.backdrop import Backdrop, read_backdrop
from game.view.place.bare_ground import BareGround
from game.view.place.map_layers import FloorLayer, ImageLayer, Layer, Tile, TileLayer
from game.view.place.painted_props import props_over
from game.view.place.place import Place
from game.view.place.prop_layer import PropLayer, cut_out
from game.view.place.spawners import Source

FOLDER = "backdrops"
"""The folder of a root that holds a folder for each backdrop."""


def build_place(level: maps.Level, left: float, pictures: Pictures) -> Place:
    """Return the place of a map whose first beat is at world column `left`. Reads no picture yet."""
    look = level.look
    backdrop = _backdrop(pictures, look.backdrop)
    layers = [_drawn(drawn, level, backdrop, pictures) for drawn in level.layers]
    present = [layer for layer in layers if layer is not None]
    return Place(
        name=level.id,
        left=left,
        length=float(level.end_beat - level.start_beat) * level.px_per_beat,
        start_beat=float(level.start_beat),
        layers=_grounded(present or backdrop_layers(backdrop, pictures), backdrop, look),
        lamps=tuple(_lamp(light) for light in level.lights) or backdrop.lamps,
        sun=backdrop.sun if look.sun is None else _sun(look.sun),
        sources=tuple(_source(spawner) for spawner in level.spawners),
        stations=_stations(level),
        scale=look.px_per_metre,
        marks=backdrop.marks | dict(look.marks),
        walled=backdrop.walled,
        shades=backdrop.shades if look.shades is None else look.shades,
        color_grade=look.grade,
        door=look.door,
        folder=backdrop.folder,
    )


def place_of_section(place: Place, level: maps.Level, section: maps.Section, pictures: Pictures) -> Place:
    """Return the place of a section: its map's place, with the section's own look where the map has one.

    Places of one map share their layers, so that no picture is held twice.
    """
    own = level.look.sections.get(section.id)
    if own is None:
        return place
    if not own.backdrop:
        return replace(place, color_grade=own.grade)
    backdrop = _backdrop(pictures, own.backdrop)
    return Place(
        name=own.backdrop,
        left=0.0,
        length=0.0,
        start_beat=float(section.start_beat),
        layers=_grounded(backdrop_layers(backdrop, pictures), backdrop, level.look),
        lamps=backdrop.lamps,
        sun=backdrop.sun,
        marks=backdrop.marks,
        color_grade=own.grade,
        folder=backdrop.folder,
    )


def _grounded(layers: list[Layer], backdrop: Backdrop, look: Look) -> list[Layer]:
    """Return layers with a sky and a floor behind them where no painted backdrop covers the view."""
    return layers if backdrop.layers else [BareGround(look.sky, look.ground), *layers]


def _stations(level: maps.Level) -> dict[str, tuple[float, float]]:
    found = ((section.id, level.station_of(section)) for section in level.sections)
    return {section: (station.x, station.y) for section, station in found if station is not None}


def _sun(sun: SunLook) -> Sun:
    return Sun(sun.x, sun.row, sun.color, sun.parallax, flare=sun.flare)


def backdrop_layers(backdrop: Backdrop, pictures: Pictures) -> list[Layer]:
    """Return the layers of the painted backdrop, each with its props, for a map that places none."""
    layers: list[Layer] = []
    for image, facts in backdrop.layers:
        layers += [_pictured(facts, backdrop.folder / image, pictures), *props_over(facts.name, backdrop, pictures)]
    return layers


def _pictured(facts: LayerFacts, path: Path, pictures: Pictures) -> ImageLayer:
    return ImageLayer(facts, path, pictures) if facts.parallax_top is None else FloorLayer(facts, path, pictures)


def _backdrop(pictures: Pictures, name: str) -> Backdrop:
    folders = tuple(root / FOLDER for root in pictures.roots)
    folder = find_in(folders, name)
    if folder is None:
        return Backdrop(folders[-1] / Path(name).name)
    try:
        return read_backdrop(folder)
    except ContentError as error:
        pictures.problems.append(str(error))
        return Backdrop(folder)


def _drawn(layer: MapLayer, level: maps.Level, backdrop: Backdrop, pictures: Pictures) -> Layer | None:
    facts = layer.facts
    if not facts.visible:
        return None
    match layer:
        case MapImage(image=image):
            blend = backdrop.blend_of(image.name) if facts.blend is Blend.SOLID else facts.blend
            painted = replace(facts, blend=blend, parallax_top=backdrop.parallax_top_of(image.name))
            return _pictured(painted, image, pictures)
        case MapTiles():
            return TileLayer(facts, _tiles(layer, level, pictures))
        case MapProps(props=props):
            return PropLayer(facts, props, pictures)


def _tiles(layer: MapTiles, level: maps.Level, pictures: Pictures) -> tuple[Tile, ...]:
    placed: list[Tile] = []
    width, height = level.source.tile_width, level.source.tile_height
    for row, gids in enumerate(layer.rows):
        for column, gid in enumerate(gids):
            tile = level.tilesets.picture(gid)
            picture = None if tile is None else _still(tile, pictures)
            if picture is not None:
                placed.append(Tile(picture, column * width, (row + 1) * height - picture.get_height()))
    return tuple(placed)


def _still(tile: TilePicture, pictures: Pictures) -> pygame.Surface | None:
    """Return the first frame of a tile."""
    sheet = pictures.get(tile.cels[0].image)
    return None if sheet is None else cut_out(sheet, tile.cels[0].rect, tile.flips)


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
        color=tuple_scaled(light.color[:3], light.strength),
        parallax=light.parallax,
        pulse=Pulse(light.pulse),
        flicker=light.flicker,
        from_beat=float(light.from_beat),
        to_beat=float(light.to_beat),
    )
