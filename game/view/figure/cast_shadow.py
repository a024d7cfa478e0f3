"""The shadow that a body throws on the ground before it: its own outline laid down towards the camera, sheared away
from the sun, thinning out towards its end.

One picture is kept for each frame of a sheet and each light, so that a shadow costs one blit.
"""

import pygame

from game.content.look import Shadow
from game.view.canvas.color import Color
from game.view.canvas.pictures import cached_by_picture
from game.view.figure.actor import Actors, Pose, mirrored

STRENGTH_STEPS = 8
"""Steps of strength, so that few shadows are cached."""
END_SHARE = 0.12
"""Share of its strength that a shadow has left at its end."""
THINNING = 0.7
"""The power by which it thins out along its length."""
FEET_PX = 9
"""It gains its strength over so many rows below the feet: there the contact shadow lies, and his ring stays even."""
SOFTENED = 3
"""It is drawn from an outline of so many times fewer columns, so that its edges are soft."""


def draw_cast_shadow(
    target: pygame.Surface, shadow: tuple[Shadow, Color, float], who: tuple[Actors, str, Pose], at: tuple[int, int]
) -> None:
    """Draw the shadow of a sheet's pose with its feet at `at`: its facts, its color and the share of the sun that falls
    there, 0.0 to 1.0. The stand-in throws none.
    """
    (facts, color, lit), (actors, name, pose) = shadow, who
    sheet, clip = actors.sheets.get(name) if name else None, actors.clip(name, pose.action, pose.form)
    step = round(STRENGTH_STEPS * lit)
    if sheet is None or clip is None or step <= 0:
        return
    frame = sheet.frames[clip.frame_at(pose.beats)]
    across, height = frame.origin
    picture = frame.picture
    if pose.facing < 0:
        picture, across = mirrored(picture), picture.get_width() - 1 - across
    if height > 0:
        laid = laid_down(picture, (height, facts), (color, step))
        spare = max(0, round(-facts.lean * facts.length * height))
        target.blit(laid, (at[0] - across - spare, at[1] - 1))


@cached_by_picture(maxsize=640)
def laid_down(picture: pygame.Surface, shape: tuple[int, Shadow], tone: tuple[Color, int]) -> pygame.Surface:
    """Return the outline of the upper `height` rows of a picture, upside down, shortened and sheared."""
    (height, facts), (color, step) = shape, tone
    width, length = picture.get_width(), max(4, round(facts.length * height))
    body = pygame.mask.from_surface(picture).to_surface(setcolor=(*color, 255), unsetcolor=(*color, 0))
    body = pygame.transform.flip(body.subsurface((0, 0, width, min(height, body.get_height()))), False, True)
    small = pygame.transform.smoothscale(body, (max(1, width // SOFTENED), max(1, length // 2)))
    soft = pygame.transform.smoothscale(small, (width, length))
    crisp = pygame.transform.smoothscale(body, (width, length))
    lean = facts.lean * facts.length * height
    laid = pygame.Surface((width + round(abs(lean)) + 1, length), pygame.SRCALPHA, 32)
    laid.fill((*color, 0))
    spare = max(0, round(-lean))
    for row in range(length):
        share = (row + 0.5) / length
        strength = facts.strength * step / STRENGTH_STEPS * (END_SHARE + (1.0 - END_SHARE) * (1.0 - share) ** THINNING)
        strength *= min(1.0, (row + 1) / FEET_PX)
        outline, line = crisp if share < 1 / SOFTENED else soft, (0, row, width, 1)
        outline.fill((255, 255, 255, round(255 * strength)), line, special_flags=pygame.BLEND_RGBA_MULT)
        laid.blit(outline, (spare + round(lean * share), row), line, special_flags=pygame.BLEND_RGBA_MAX)
    return laid
