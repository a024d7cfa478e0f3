"""Drawable layers of a place: image and tile layers with parallax, opacity, tint and blend mode."""

from dataclasses import dataclass, replace
from math import floor
from pathlib import Path
from typing import Protocol

import numpy as np
import pygame

from game.content.layers import OPAQUE_WHITE, Blend, LayerFacts
from game.view.canvas.color import Color
from game.view.canvas.composite_layers import CompositeLayers, fraction
from game.view.canvas.lens import VIEW_Y, WIDTH, Lens
from game.view.canvas.pictures import Pictures
from game.view.place.pieces import Pieces

CHUNK_PX = 512
"""Width of a pre-rendered chunk of tiles, px."""

FLAGS = {Blend.ADD: pygame.BLEND_RGB_ADD, Blend.MULTIPLY: pygame.BLEND_RGB_MULT}
"""Blit flags of a picture that was `prepared` for a blend mode; 0 for the others."""


def hung_at(facts: LayerFacts, lens: Lens, x: float, row: float) -> tuple[float, float]:
    """Return the screen position of a layer's pixel, with fractions."""
    across = facts.x + x + lens.shift - lens.x * facts.parallax
    return across, facts.y + row - VIEW_Y - lens.y * facts.parallax_y


class Layer(Protocol):
    """A layer that can be drawn with a camera."""

    facts: LayerFacts

    def draw(self, target: pygame.Surface, composite: CompositeLayers, lens: Lens, beat: float) -> None:
        """Draw the visible part at a beat of the place, within the target's clip, on composite layers of its own."""
        ...


class ImageLayer:
    """One wide picture. Opacity and tint are applied once, when it is first drawn."""

    def __init__(self, facts: LayerFacts, path: Path, pictures: Pictures) -> None:
        self.facts = facts
        self.path = path
        self._pictures = pictures
        self._pieces: Pieces | None = None
        self._seen = PiecesInView((0, 0), [], [])
        """What the last picture showed of it: far layers stand still for several pictures, and the gym's for bars."""
        self._loaded = False

    def load(self) -> None:
        """Read the picture now, so that no frame waits for a disk."""
        if not self._loaded:
            self._keep()
            self._loaded = True

    def _keep(self) -> None:
        """Keep what is drawn of the picture: only its pieces, which layers of the same look share."""
        look = (self.facts.blend, self.facts.opacity, self.facts.tint)
        self._pieces = self._pictures.cut(
            self.path, look, lambda raw: Pieces(raw, lambda part: copied(part, self.facts))
        )
        if self._pieces is not None:
            self._seen = in_view(self._pieces, (0, 0))

    def picture(self) -> pygame.Surface | None:
        """Return the picture as it is in its file, or None where it cannot be read."""
        return self._pictures.get(self.path)

    def draw(self, target: pygame.Surface, composite: CompositeLayers, lens: Lens, beat: float) -> None:
        """Blit the pieces in view."""
        self.load()
        if self._pieces is None:
            return
        place = hung_at(self.facts, lens, 0.0, 0.0)
        at = floor(place[0] + 0.5), floor(place[1] + 0.5)
        seen = self._seen
        if seen.at != at:
            seen = self._seen = in_view(self._pieces, at)
        target.fblits(seen.blits, FLAGS.get(self.facts.blend, 0))
        composite.paste_parts(place, seen.parts)


@dataclass(frozen=True, slots=True)
class PiecesInView:
    """The pieces of a layer that a picture shows with the layer's corner at a screen pixel, and where on the screen and
    in the layer they are.
    """

    at: tuple[int, int]
    blits: list[tuple[pygame.Surface, pygame.Rect]]
    parts: list[tuple[pygame.Surface, pygame.Rect]]


def in_view(pieces: Pieces, at: tuple[int, int]) -> PiecesInView:
    """Return the pieces that are in view with the layer's corner at a screen pixel."""
    seen = pieces.between(-at[0], WIDTH - at[0])
    blits = [(piece.picture, piece.area.move(at)) for piece in seen]
    return PiecesInView(at, blits, [(piece.picture, piece.area) for piece in seen])


class FloorLayer(ImageLayer):
    """Floor in perspective: each row scrolls with the parallax of its own depth, which is linear in the row on flat
    ground, so that rails across it keep their vanishing point.
    """

    _ready: pygame.Surface | None = None
    _parallaxes: tuple[float, ...] = ()
    """The parallax of each row."""

    def _keep(self) -> None:
        """Keep the whole picture."""
        raw = self._pictures.get(self.path)
        if raw is not None:
            self._ready, height = prepared(raw, self.facts), raw.get_height()
            self._parallaxes = tuple(self._parallax_of(row, height) for row in range(height))

    def draw(self, target: pygame.Surface, composite: CompositeLayers, lens: Lens, beat: float) -> None:
        """Blit the floor row by row."""
        self.load()
        if self._ready is None:
            return
        width, ready = self._ready.get_width(), self._ready
        top, facts = lens.row(self.facts.y, self.facts.parallax_y), self.facts
        down, shares = fraction(facts.y - lens.y * facts.parallax_y), self._parallaxes
        composite.hang_rows(top, [(fraction(facts.x + lens.shift - lens.x * share), down) for share in shares])
        rows = enumerate(lens.column(facts.x, share) for share in shares)
        target.blits([(ready, (column, top + row), (0, row, width, 1)) for row, column in rows], doreturn=False)

    def _parallax_of(self, row: int, height: int) -> float:
        first, last = self.facts.parallax_top or 0.0, self.facts.parallax
        return first + (last - first) * row / max(1, height - 1)


def prepared(raw: pygame.Surface, facts: LayerFacts) -> pygame.Surface:
    """Return a picture with the opacity and tint of its layer, converted for its blend mode."""
    if facts.blend is Blend.ADD:
        return _premultiplied(raw, facts.opacity)
    if facts.blend is Blend.MULTIPLY:
        return _on_white(raw, facts)
    if facts.opacity >= 1.0 and facts.tint == OPAQUE_WHITE:
        return raw
    copy = raw.copy()
    if facts.tint != OPAQUE_WHITE:
        _tint(copy, facts.tint)
    if facts.opacity < 1.0:
        copy.set_alpha(round(255 * facts.opacity))
    return copy


def copied(part: pygame.Surface, facts: LayerFacts) -> pygame.Surface:
    """Return `prepared` of a part of a picture, with pixels of its own."""
    own = prepared(part, facts)
    return own.copy() if own is part else own


def _tint(surface: pygame.Surface, tint: Color) -> None:
    if surface.get_bitsize() == 8:
        palette = [tuple(c * t // 255 for c, t in zip(entry[:3], tint, strict=True)) for entry in surface.get_palette()]
        surface.set_palette(palette)
    else:
        surface.fill(tint, special_flags=pygame.BLEND_RGB_MULT)


def _on_white(raw: pygame.Surface, facts: LayerFacts) -> pygame.Surface:
    """Return the picture on white, which a multiplying blit leaves unchanged."""
    ground = pygame.Surface(raw.get_size(), 0, 32)
    ground.fill(OPAQUE_WHITE)
    ground.blit(prepared(raw, replace(facts, blend=Blend.SOLID)), (0, 0))
    return ground


def _premultiplied(raw: pygame.Surface, opacity: float) -> pygame.Surface:
    """Return color times alpha in an opaque surface, as an adding blit needs."""
    soft = pygame.Surface(raw.get_size(), pygame.SRCALPHA, 32)
    soft.blit(raw, (0, 0), special_flags=pygame.BLEND_RGBA_ADD if raw.get_bitsize() == 32 else 0)
    colors = pygame.surfarray.pixels3d(soft)
    alpha = pygame.surfarray.array_alpha(soft).astype(np.float32) * (opacity / 255)
    colors[:] = (colors * alpha[:, :, None]).astype(np.uint8)
    del colors
    light = pygame.Surface(raw.get_size(), 0, 32)
    soft.set_alpha(None)
    light.blit(soft, (0, 0))
    return light


@dataclass(frozen=True, slots=True)
class Tile:
    """A placed tile: its picture and its upper left corner in map pixels."""

    picture: pygame.Surface
    x: int
    y: int


class TileLayer:
    """Tiles pre-rendered into chunks; besides the visible ones at most one chunk a frame is rendered ahead."""

    def __init__(self, facts: LayerFacts, tiles: tuple[Tile, ...]) -> None:
        self.facts = facts
        self._by_chunk: dict[int, list[Tile]] = {}
        for tile in tiles:
            for chunk in {tile.x // CHUNK_PX, (tile.x + tile.picture.get_width() - 1) // CHUNK_PX}:
                self._by_chunk.setdefault(chunk, []).append(tile)
        self._chunks: dict[int, pygame.Surface] = {}

    def draw(self, target: pygame.Surface, composite: CompositeLayers, lens: Lens, beat: float) -> None:
        """Draw the visible chunks; render one ahead, drop those far behind."""
        left = lens.x * self.facts.parallax - self.facts.x
        first, last = int(left // CHUNK_PX), int((left + WIDTH) // CHUNK_PX)
        for index in range(first, last + 1):
            chunk = self._chunk(index)
            if chunk is not None:
                place = hung_at(self.facts, lens, index * CHUNK_PX, float(self._top(index)))
                at = (floor(place[0] + 0.5), floor(place[1] + 0.5))
                target.blit(chunk, at, special_flags=FLAGS.get(self.facts.blend, 0))
                composite.paste(place, chunk)
        self._chunk(last + 1)
        for index in [index for index in self._chunks if not first - 1 <= index <= last + 2]:
            del self._chunks[index]

    def _top(self, index: int) -> int:
        """Return the first row of a chunk that holds tiles: blended blits cost by the pixel."""
        return min(tile.y for tile in self._by_chunk[index])

    def _chunk(self, index: int) -> pygame.Surface | None:
        tiles = self._by_chunk.get(index)
        if not tiles:
            return None
        if index not in self._chunks:
            top, end = self._top(index), max(tile.y + tile.picture.get_height() for tile in tiles)
            chunk = pygame.Surface((CHUNK_PX, end - top), pygame.SRCALPHA, 32)
            for tile in tiles:
                chunk.blit(tile.picture, (tile.x - index * CHUNK_PX, tile.y - top))
            self._chunks[index] = self._laid(chunk)
        return self._chunks[index]

    def _laid(self, chunk: pygame.Surface) -> pygame.Surface:
        if self.facts.blend in FLAGS:
            return prepared(chunk, self.facts)
        chunk.fill((*self.facts.tint, round(255 * self.facts.opacity)), special_flags=pygame.BLEND_RGBA_MULT)
        return chunk
