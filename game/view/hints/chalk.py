"""Chalk on slate: keycaps, outlines, fills and dust, each painted once with a grain that no frame changes."""

from collections.abc import Callable, Hashable
from functools import lru_cache

import numpy as np
import numpy.typing as npt
import pygame

from game.view.canvas.color import Color
from game.view.hints.key_face import KeyFace, KeyPicture, KeyShape
from game.view.ui.fonts import Face, Fonts
from game.view.ui.pad_shapes import PAD_SHAPES, draw_pad_shape

Shares = npt.NDArray[np.float64]
"""Values of 0 to 1 by column and row."""

CHALK: Color = (244, 240, 226)
"""Keys and what stands on them."""
WARM: Color = (255, 222, 130)
"""The outline that closes on the beat, and fills: yellow chalk."""
SLATE: Color = (22, 24, 32)
"""The ground that chalk is legible on."""
SLATE_SHARE = 0.84
"""Opacity of the slate."""
EDGE_SHARE = 0.5
"""Opacity of the slate at both sides of an outline: yellow chalk is not seen on sunlit stone alone."""
HEIGHT = 22
"""Height of a key, px."""
LEAST_WIDTH = 24
"""Width of a key with one character, px."""
SPACE_WIDTH = 40
"""Width of the space bar, px."""
LABEL_ROOM = 12
"""Room left and right of a longer label together, px."""
WIDEST = 52
"""Width above which a label is written small, px."""
SHAPE_REACH = 6
"""How far the shape on a controller's button reaches from its middle, px."""
MARGIN = 30
"""Room around a key for the outline that closes on it, px."""
SIDE = 3
"""Height of a key's front, px."""
LEVELS = 5
"""Steps of a chalk stroke's opacity: it is drawn, not blurred."""
GRAIN = (0.55, 1.0)
"""Least and greatest opacity of chalk, by its grain."""
GLYPH_GRAIN = (0.8, 1.0)
"""Least and greatest opacity of what stands on a key, which has to be read."""
HATCH = 4
"""Distance between two strokes of a fill, px."""
SEED = 17
"""Seed of the grain."""


class Chalk:
    """Paints and keeps what hints are made of."""

    def __init__(self, fonts: Fonts) -> None:
        self._fonts = fonts
        self._kept: dict[Hashable, pygame.Surface] = {}

    def width_of(self, face: KeyFace) -> int:
        """Return the width of a key with this face, px."""
        if face.picture is KeyPicture.SPACE:
            return SPACE_WIDTH
        if face.picture is not None or len(face.label) == 1:
            return LEAST_WIDTH
        return max(LEAST_WIDTH, self._fonts.width(face.label, _font_of(self._fonts, face)) + LABEL_ROOM)

    def key(self, face: KeyFace, width: int) -> pygame.Surface:
        """Return a key of a width, its face at the left end; its picture reaches `MARGIN` beyond it."""
        return self._once(("key", face, width), lambda: self._key(face, width, CHALK, None))

    def struck_key(self, face: KeyFace, width: int) -> pygame.Surface:
        """Return a key that was hit clean: chalked full, its face spared."""
        return self._once(("struck", face, width), lambda: self._key(face, width, SLATE, CHALK))

    def outline(self, key: tuple[KeyShape, int], apart: int, tint: Color, thick: float) -> pygame.Surface:
        """Return an outline `apart` px outside of the edge of a key of a shape and width (inside where negative)."""

        def make() -> pygame.Surface:
            distance = np.abs(_distance(*key) - apart)
            drawn = _stroke(np.clip(thick + 1.5 - distance, 0, 1), SLATE, None, EDGE_SHARE)
            drawn.blit(_stroke(np.clip(thick + 0.5 - distance, 0, 1), tint, apart + MARGIN), (0, 0))
            return drawn

        return self._once(("outline", key, apart, tint, thick), make)

    def fill(self, key: tuple[KeyShape, int], part: int) -> pygame.Surface:
        """Return the hatching of the left `part` px of a key of a shape and width, closed by an upright stroke."""

        def make() -> pygame.Surface:
            columns, rows = _grid(key[1])
            inside = np.clip(-_distance(*key) - 2.0, 0, 1)
            hatch = ((columns + rows) % HATCH < HATCH / 2) * 0.8
            drawn = np.where(columns < part, hatch, 0) + (np.abs(columns - part) < 1.2)
            return _stroke(np.clip(drawn, 0, 1) * inside, WARM, part)

        return self._once(("fill", key, part), make)

    def _key(self, face: KeyFace, width: int, ink: Color, ground: Color | None) -> pygame.Surface:
        distance = _distance(face.shape, width)
        body = _stroke(np.clip(1.5 - distance, 0, 1), SLATE, None, SLATE_SHARE)
        side = pygame.Surface(body.get_size(), pygame.SRCALPHA)
        side.blit(body, (0, SIDE))
        side.blit(body, (0, 0))
        front = np.clip(1.2 - np.abs(np.roll(distance, SIDE, axis=1)), 0, 1) * (distance > 0)
        side.blit(_stroke(front * 0.55, CHALK, 3), (0, 0))
        if ground is not None:
            side.blit(_stroke(np.clip(-distance, 0, 1), ground, 5), (0, 0))
        side.blit(_stroke(np.clip(1.3 - np.abs(distance), 0, 1), CHALK, 7), (0, 0))
        glyph = self._glyph(face, ink)
        room = min(width, self.width_of(face))
        side.blit(glyph, glyph.get_rect(center=(MARGIN + room // 2, MARGIN + HEIGHT // 2)))
        return side

    def _glyph(self, face: KeyFace, ink: Color) -> pygame.Surface:
        if face.picture is not None:
            return _grained(_picture(face.picture, ink))
        label = face.label.upper() if len(face.label) == 1 else face.label
        line = self._fonts.line(label, _font_of(self._fonts, face), ink)
        glyph = pygame.Surface(line.get_size(), pygame.SRCALPHA)
        glyph.blit(line, (1, 1))
        return _grained(glyph)

    def _once(self, name: Hashable, make: Callable[[], pygame.Surface]) -> pygame.Surface:
        found = self._kept.get(name)
        if found is None:
            found = self._kept[name] = make()
        return found


def _font_of(fonts: Fonts, face: KeyFace) -> Face:
    if len(face.label) == 1:
        return Face.HEAD
    return Face.BODY if fonts.width(face.label, Face.BODY) <= WIDEST else Face.SMALL


def _picture(picture: KeyPicture, ink: Color) -> pygame.Surface:
    """Return an arrow, the shape on a controller's button, or the bracket that stands for the space bar."""
    if picture.name.capitalize() in PAD_SHAPES:
        drawn = pygame.Surface((2 * SHAPE_REACH + 3, 2 * SHAPE_REACH + 3), pygame.SRCALPHA)
        draw_pad_shape(drawn, picture.name.capitalize(), (SHAPE_REACH + 1, SHAPE_REACH + 1), SHAPE_REACH, ink)
        return drawn
    if picture is KeyPicture.SPACE:
        drawn = pygame.Surface((24, 8), pygame.SRCALPHA)
        pygame.draw.lines(drawn, ink, closed=False, points=((1, 1), (1, 6), (22, 6), (22, 1)), width=2)
        return drawn
    drawn = pygame.Surface((14, 14), pygame.SRCALPHA)
    pygame.draw.polygon(drawn, ink, ((6, 1), (7, 1), (12, 6), (12, 7), (1, 7), (1, 6)))
    drawn.fill(ink, (5, 7, 4, 6))
    turns = {KeyPicture.UP: 0, KeyPicture.LEFT: 90, KeyPicture.DOWN: 180, KeyPicture.RIGHT: 270}
    return pygame.transform.rotate(drawn, turns[picture])


def _grained(glyph: pygame.Surface) -> pygame.Surface:
    """Return what stands on a key, drawn with chalk."""
    alpha = pygame.surfarray.pixels_alpha(glyph)
    alpha[:] = np.round(alpha * np.random.default_rng(SEED).uniform(*GLYPH_GRAIN, alpha.shape))
    del alpha
    return glyph


def _grid(width: int) -> tuple[Shares, Shares]:
    """Return the column and row of each pixel, from a key's upper left corner on."""
    columns = np.arange(-MARGIN, width + MARGIN, dtype=float)[:, None] + 0.5
    rows = np.arange(-MARGIN, HEIGHT + MARGIN, dtype=float)[None, :] + 0.5
    return columns, rows


@lru_cache(maxsize=64)
def _distance(shape: KeyShape, width: int) -> Shares:
    """Return each pixel's distance from a key's rounded edge: negative inside (the distance field of a rounded box)."""
    columns, rows = _grid(width)
    corner = shape.value
    across = np.abs(columns - width / 2) - (width / 2 - corner)
    down = np.abs(rows - HEIGHT / 2) - (HEIGHT / 2 - corner)
    outside = np.hypot(np.maximum(across, 0), np.maximum(down, 0))
    result: Shares = outside + np.minimum(np.maximum(across, down), 0) - corner
    return result


@lru_cache(maxsize=64)
def _grain(width: int, height: int) -> Shares:
    """Return the grain of chalk: the share of a stroke that stays in each pixel."""
    return np.random.default_rng(SEED).uniform(*GRAIN, (width, height))


def _stroke(cover: Shares, tint: Color, grain: int | None, strength: float = 1.0) -> pygame.Surface:
    """Return a stroke of chalk with its grain, or a plain area where `grain` is None."""
    surface = pygame.Surface(cover.shape, pygame.SRCALPHA)
    surface.fill((*tint, 0))
    if grain is not None:
        cover = np.round(cover * np.roll(_grain(*cover.shape), grain, axis=0) * LEVELS) / LEVELS
    alpha = pygame.surfarray.pixels_alpha(surface)
    alpha[:] = np.round(255 * strength * cover)
    del alpha
    return surface
