"""A ghost's figure: the outline of a runner's pose in one flat tone, so thin that whatever lies before it is read."""

from dataclasses import dataclass

import pygame

from game.view.canvas.color import Color
from game.view.canvas.pictures import cached_by_picture
from game.view.figure.actor import Actors, Pose, mirrored

PALE: Color = (206, 222, 240)
"""The one tone of a ghost on a dark ground."""
DEEP: Color = (22, 26, 48)
"""The one tone on a light one."""
BRIGHT_KEY = 255
"""The factor of the fighter's light in a place that neither lightens nor darkens him."""
MOST_OPACITY = 0.45
"""Opacity of a ghost that runs alone."""
LEAST_OPACITY = 0.15
"""Opacity of one that runs beside the runner."""
OPACITY_STEPS = 6
"""Steps between the two."""


@dataclass(frozen=True, slots=True)
class GhostFigure:
    """A ghost as one picture shows it: its sheet and pose, and its feet in the world's pixels, `x` to the right."""

    sheet: str
    pose: Pose
    x: float
    row: float
    apart: float
    """How far it is from the runner: 0.0 beside him, 1.0 alone."""
    tone: Color = PALE


def draw_silhouette(target: pygame.Surface, actors: Actors, figure: GhostFigure, at: tuple[int, int]) -> None:
    """Draw a ghost with its feet at `at`; the stand-in has none."""
    sheet, pose = actors.sheets.get(figure.sheet), figure.pose
    clip = actors.clip(figure.sheet, pose.action, pose.form)
    if sheet is None or clip is None:
        return
    frame = sheet.frames[clip.frame_at(pose.beats)]
    picture, across = frame.picture, frame.origin[0]
    if pose.facing < 0:
        picture, across = mirrored(picture), picture.get_width() - 1 - across
    outline = outline_of(picture, figure.tone, round(OPACITY_STEPS * figure.apart))
    target.blit(outline, (at[0] - across, at[1] - frame.origin[1]))


@cached_by_picture(maxsize=256)
def outline_of(picture: pygame.Surface, tone: Color, step: int) -> pygame.Surface:
    """Return a picture's outline in a tone, at a step of its opacity."""
    opacity = int(255 * (LEAST_OPACITY + (MOST_OPACITY - LEAST_OPACITY) * step / OPACITY_STEPS))
    return pygame.mask.from_surface(picture).to_surface(setcolor=(*tone, opacity), unsetcolor=(*tone, 0))


def tone_on(key: Color) -> Color:
    """Return the tone that is told from a ground: where the fighter's own light darkens him, the ground is light."""
    return PALE if key[1] > BRIGHT_KEY else DEEP
