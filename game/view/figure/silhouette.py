"""A ghost's figure: the outline of a runner's pose in one flat tone, so thin that whatever lies before it is read."""

from dataclasses import dataclass

import pygame

from game.view.canvas.color import Color
from game.view.canvas.pictures import cached_by_picture
from game.view.figure.actor import Actors, Pose, mirrored

TONE: Color = (44, 164, 255)
"""The one tone of a ghost: a blue that no place has, so that it is told from light and from dark grounds."""
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
    outline = outline_of(picture, round(OPACITY_STEPS * figure.apart))
    target.blit(outline, (at[0] - across, at[1] - frame.origin[1]))


@cached_by_picture(maxsize=256)
def outline_of(picture: pygame.Surface, step: int) -> pygame.Surface:
    """Return a picture's outline in the ghost's tone, at a step of its opacity."""
    opacity = int(255 * (LEAST_OPACITY + (MOST_OPACITY - LEAST_OPACITY) * step / OPACITY_STEPS))
    return pygame.mask.from_surface(picture).to_surface(setcolor=(*TONE, opacity), unsetcolor=(*TONE, 0))
