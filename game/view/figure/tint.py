"""Bodies in another light: their colors multiplied by a tint, and the light of the air before them added."""

from functools import lru_cache

import pygame

from game.view.canvas.color import BLACK, WHITE, Color
from game.view.canvas.pictures import cached_by_picture


def in_light(picture: pygame.Surface, tint: Color, air: Color) -> pygame.Surface:
    """Return a picture in a tint and behind air; the picture itself where neither changes it."""
    return picture if tint == WHITE and air == BLACK else tinted(picture, tint, air)


@cached_by_picture(maxsize=1024)
def tinted(picture: pygame.Surface, tint: Color, air: Color = BLACK) -> pygame.Surface:
    """Return a picture with its colors multiplied by a tint and the light of the air before it added: it stays as solid
    as it was, and its tones stay apart.
    """
    copy = picture.copy()
    if copy.get_bitsize() == 8:
        red, green, blue = (scaled_to(part, light) for part, light in zip(tint, air, strict=True))
        copy.set_palette([(red[e[0]], green[e[1]], blue[e[2]]) for e in copy.get_palette()])
        copy.set_colorkey(picture.get_colorkey() and 0)
    else:
        copy.fill(tuple(min(255, part) for part in tint), special_flags=pygame.BLEND_RGB_MULT)
        copy.fill(air, special_flags=pygame.BLEND_RGB_ADD)
    return copy


@lru_cache(maxsize=256)
def scaled_to(part: int, air: int = 0) -> tuple[int, ...]:
    """Return the 256 values of a channel multiplied by a light factor (255: as painted), with air added."""
    return tuple(min(255, level * part // 255 + air) for level in range(256))
