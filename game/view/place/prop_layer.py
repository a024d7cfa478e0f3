"""A layer of props of a map, drawn in document order and animated by the song's beat.

A prop's frame is a function of the beat alone, so a paused game shows a still picture.
"""

from dataclasses import dataclass
from math import floor

import pygame

from game.content.layers import LayerFacts, MapProp
from game.content.tiled.tilesets import Cel, Rect
from game.view.canvas.composite_layers import CompositeLayers
from game.view.canvas.lens import HEIGHT, WIDTH, Lens
from game.view.canvas.pictures import Pictures
from game.view.place.map_layers import FLAGS, hung_at, prepared


@dataclass(frozen=True, slots=True)
class _Art:
    """A prop's picture and the part of it to blit."""

    picture: pygame.Surface
    part: pygame.Rect


class PropLayer:
    """Props of one parallax. Opacity, tint, blend mode and flips are applied once for each picture."""

    def __init__(self, facts: LayerFacts, props: tuple[MapProp, ...], pictures: Pictures) -> None:
        self.facts = facts
        self.props = props
        self._pictures = pictures
        self._ready: dict[tuple[Cel, tuple[bool, bool, bool]], _Art | None] = {}

    def load(self) -> None:
        """Read every picture now, so that no frame waits for a disk."""
        for prop in self.props:
            for cel in prop.picture.cels:
                self._art(cel, prop.picture.flips)

    def draw(self, target: pygame.Surface, composite: CompositeLayers, lens: Lens, beat: float) -> None:
        """Draw the visible props at `beat`, counted from the place's first."""
        facts = self.facts
        flags = FLAGS.get(facts.blend, 0)
        for prop in self.props:
            if (prop.from_beat and beat < prop.from_beat) or beat >= prop.to_beat:
                continue
            since = beat - prop.from_beat
            left, foot = hung_at(facts, lens, prop.x + prop.drift * since, prop.foot)
            if not -prop.picture.width <= left < WIDTH or (prop.once and since >= prop.picture.beats):
                continue
            art = self._art(prop.picture.cels[prop.picture.cel_at(since, prop.phase)], prop.picture.flips)
            top = foot - art.part.height if art is not None else HEIGHT
            if art is not None and -art.part.height < top < HEIGHT:
                target.blit(art.picture, (floor(left + 0.5), floor(top + 0.5)), art.part, special_flags=flags)
                composite.paste((left, top), art.picture)

    def _art(self, cel: Cel, flips: tuple[bool, bool, bool]) -> _Art | None:
        key = (cel, flips)
        if key not in self._ready:
            sheet = self._pictures.get(cel.image)
            self._ready[key] = None if sheet is None else _art_of(sheet, cel.rect, flips, self.facts)
        return self._ready[key]


def _art_of(sheet: pygame.Surface, rect: Rect | None, flips: tuple[bool, bool, bool], facts: LayerFacts) -> _Art:
    picture = prepared(cut_out(sheet, rect, flips), facts)
    return _Art(picture, picture.get_rect())


def cut_out(sheet: pygame.Surface, rect: Rect | None, flips: tuple[bool, bool, bool]) -> pygame.Surface:
    """Return the part of a sheet that a tile shows, clipped to the sheet and flipped as Tiled does."""
    picture = sheet.subsurface(pygame.Rect(rect or sheet.get_rect()).clip(sheet.get_rect()))
    across, down, diagonal = flips
    if diagonal:
        picture = pygame.transform.flip(pygame.transform.rotate(picture, -90), True, False)
    return pygame.transform.flip(picture, across, down) if across or down else picture
