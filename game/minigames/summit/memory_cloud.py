"""What the summit shows of a picture of the run: an opening in a cloud, opaque, with the whole fighter of that moment.

The cloud of one side puffs open while that of the other closes: two pictures never lie over each other, nothing is
seen through one, and the light of the whole picture stays even.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import pygame

from game.minigames.summit.cloud_layout import Box
from game.minigames.summit.cloud_puffs import Cloud, picture_of
from game.minigames.summit.measures import (
    AHEAD_OF_HIM_PX,
    BRIGHTEST_GAIN,
    DRIFT_PX_A_BEAT,
    FIGURE_ASIDE_PX,
    FIGURE_LEFT_PX,
    FIGURE_ROOM_PX,
    LIGHT_STEPS,
    MEMORY_AIR,
    MEMORY_ASIDE_PX,
    MEMORY_BEATS,
    MEMORY_LUMA,
    MEMORY_MIDDLE_ROW,
    MEMORY_PX,
    MEMORY_TOP_ROW,
    PUFF_BEATS,
    QUALITY_STEPS,
    REACHING_PX,
    RING_STEPS,
    SAME_LIGHT,
    SMALLEST_MEMORY_PX,
    STRIP_PX,
    WHITENS_BEATS,
    WHITENS_FROM,
    WIDEST_MEMORY_PX,
)
from game.view.canvas.easing import clamp
from game.view.canvas.lens import WIDTH
from game.view.canvas.pictures import cached_by_picture
from game.view.exercise.section_view import Memory

LUMA = (0.299, 0.587, 0.114)
"""Weights of red, green and blue in luma (ITU-R BT.601)."""


@dataclass(frozen=True, slots=True)
class Opening:
    """An opening in a cloud: its middle in the picture, its size, and how much of the section was hit."""

    middle: tuple[int, int]
    size: tuple[int, int]
    quality: int
    """Of `QUALITY_STEPS`."""


def draw_memory(target: pygame.Surface, memory: Memory, number: int, age: float) -> None:
    """Draw the `number`-th memory in the sky, `age` beats after its beat began: left and right in turn."""
    step = round(RING_STEPS * opened(age))
    if step <= 0:
        return
    side = side_of(number)
    opening = opening_of(memory, side)
    window = window_of(memory, opening.size)
    opening = replace(opening, middle=(opening.middle[0] + side * drifted(age), opening.middle[1]))
    seen = remembered(memory.picture, (*window.topleft, *window.size), opening.quality)
    cloud = cloud_of(memory, number)
    _draw_inside(target, seen, opening, (step / RING_STEPS, cloud.hollow.power))
    puffs = picture_of(cloud, step, round(LIGHT_STEPS * condensed(age)))
    target.blit(puffs, puffs.get_rect(center=opening.middle))


def cloud_of(memory: Memory, number: int) -> Cloud:
    """Return the cloud of the `number`-th memory: it leaves the fighter and what is before him free."""
    opening = opening_of(memory, side_of(number))
    window = window_of(memory, opening.size)
    ahead = min(memory.figure.right + AHEAD_OF_HIM_PX, window.right - FIGURE_ROOM_PX)
    return Cloud(opening.size, number, tuple(_boxes(memory, window.center, ahead)), opening.quality)


def _boxes(memory: Memory, middle: tuple[int, int], ahead: int) -> Iterator[Box]:
    """Return the bands of a memory's fighter from the middle of what is seen: those that reach far ahead go on to the
    column `ahead`, since there is what he works at.
    """
    for band in memory.outline or (memory.figure,):
        reaches = band.right >= memory.figure.right - REACHING_PX
        right = max(band.right, ahead) if reaches else band.right
        yield band.left - middle[0], band.top - middle[1], right - middle[0], band.bottom - middle[1]


def side_of(number: int) -> int:
    """Return the side of the fighter on which the `number`-th memory is seen: -1 left, 1 right."""
    return 1 if number % 2 else -1


def opened(age: float) -> float:
    """Return how far a memory's cloud is open `age` beats after its beat began, 0 to 1."""
    # At an even speed: eased, a place of the picture would change fast enough to count as a flash.
    return clamp(age / PUFF_BEATS) * clamp((MEMORY_BEATS + PUFF_BEATS - age) / PUFF_BEATS)


def drifted(age: float) -> int:
    """Return how far a memory's cloud has drifted away from him, px: 0 in the middle of its time."""
    return round(DRIFT_PX_A_BEAT * (age - (MEMORY_BEATS + PUFF_BEATS) / 2))


def condensed(age: float) -> float:
    """Return how white a memory's cloud is, 0 to 1. While it moves it is mostly vapor: a white ring that passes a
    place would be one flash more.
    """
    rising, falling = age - WHITENS_FROM, MEMORY_BEATS + PUFF_BEATS - WHITENS_FROM - age
    return clamp(min(rising, falling) / WHITENS_BEATS)


def opening_of(memory: Memory, side: int) -> Opening:
    """Return the opening for a memory: the whole fighter fits in, and the more was hit, the more of the place."""
    quality = round(QUALITY_STEPS * memory.quality)
    whole = memory.figure.inflate(2 * FIGURE_ROOM_PX, 2 * FIGURE_ROOM_PX)
    roomy = min(WIDEST_MEMORY_PX, memory.figure.width + 2 * FIGURE_ASIDE_PX)
    width = _between(max(whole.width, SMALLEST_MEMORY_PX[0]), max(whole.width, MEMORY_PX[0], roomy), quality)
    height = _between(max(whole.height, SMALLEST_MEMORY_PX[1]), max(whole.height, MEMORY_PX[1]), quality)
    row = max(MEMORY_MIDDLE_ROW, MEMORY_TOP_ROW + height // 2)
    return Opening((WIDTH // 2 + side * MEMORY_ASIDE_PX, row), (width, height), quality)


def _between(least: int, most: int, quality: int) -> int:
    """Return a measure for a quality of 0 to `QUALITY_STEPS`."""
    return round(least + (most - least) * quality / QUALITY_STEPS)


def window_of(memory: Memory, size: tuple[int, int]) -> pygame.Rect:
    """Return the part of a memory's picture that an opening shows: he is whole in it, with room ahead of him."""
    window = pygame.Rect((0, 0), size)
    spare = max(0, size[0] - memory.figure.width) // 2 - FIGURE_ROOM_PX
    window.centerx = memory.figure.centerx + min(FIGURE_LEFT_PX, max(0, spare))
    window.bottom = memory.figure.bottom + FIGURE_ROOM_PX
    return window.clamp(memory.picture.get_rect())


@cached_by_picture(maxsize=4)
def remembered(picture: pygame.Surface, part: tuple[int, int, int, int], quality: int) -> pygame.Surface:
    """Return a part of a picture in the light of the summit: a dark room is seen in more light, no color rules it all,
    and the less was hit in the section (`quality` of `QUALITY_STEPS`), the less color is left.
    """
    seen = pygame.Surface(part[2:], 0, 32)
    seen.blit(picture, (0, 0), part)
    mean = [max(1.0, float(value)) for value in pygame.transform.average_color(seen)[:3]]
    luma = sum(weight * value for weight, value in zip(LUMA, mean, strict=True))
    gain = min(BRIGHTEST_GAIN, max(1.0, MEMORY_LUMA / luma))
    _amplify(seen, [gain * (luma / value) ** SAME_LIGHT for value in mean])
    grey = pygame.transform.grayscale(seen)
    grey.set_alpha(round(255 * (1.0 - quality / QUALITY_STEPS)))
    seen.blit(grey, (0, 0))
    seen.fill(MEMORY_AIR, special_flags=pygame.BLEND_RGB_ADD)
    return seen


def _amplify(picture: pygame.Surface, gains: list[float]) -> None:
    """Multiply red, green and blue by gains of 0 to 3."""
    more = picture.copy()
    picture.fill([round(255 * min(1.0, gain)) for gain in gains], special_flags=pygame.BLEND_RGB_MULT)
    for lower in (1.0, 2.0):
        rest = [round(255 * min(1.0, max(0.0, gain - lower))) for gain in gains]
        if any(rest):
            added = more.copy()
            added.fill(rest, special_flags=pygame.BLEND_RGB_MULT)
            picture.blit(added, (0, 0), special_flags=pygame.BLEND_RGB_ADD)


def _draw_inside(target: pygame.Surface, seen: pygame.Surface, opening: Opening, outline: tuple[float, float]) -> None:
    """Draw what is seen through an opening in strips of a few rows; the cloud's puffs cover their ends. `outline` is
    how far it is open (0 to 1), and the exponent of its outline.
    """
    (width, height), (column, row), (share, power) = opening.size, opening.middle, outline
    tall, strips = share * height / 2, []
    for top in range(-int(tall), int(tall), STRIP_PX):
        far = min(1.0, abs(top + STRIP_PX / 2) / tall)
        reach = int(share * width / 2 * (1.0 - far**power) ** (1.0 / power))
        area = pygame.Rect(width // 2 - reach, height // 2 + top, 2 * reach, STRIP_PX)
        strips.append((seen, (column - reach, row + top), area))
    target.blits(strips, doreturn=False)
