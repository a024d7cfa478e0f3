"""What an exercise asks for: every kind of cue with the keys or buttons that answer it, on a plate in the picture."""

import pygame

from game.sim.spec import CueKind, Hold, MinigameSpec
from game.states.context import AppContext
from game.states.menus.menu_state import hint
from game.view.ui.fonts import Face
from game.view.ui.menu import draw_keycap, draw_plate
from game.view.ui.text import Style, write
from game.view.ui.ui_colors import CREAM, FADED

PLATE_RIGHT = 628
"""Right edge of the plate, px."""
PLATE_TOP = 22
"""Upper edge of the plate, px."""
PLATE_WIDTH = 246
"""Width of the plate, px."""
MARGIN = 10
"""Distance of the text from the plate's edge, px."""
LINE = 15
"""Height of a line, px."""
CAPS_AT = 122
"""Distance of the keys from the plate's left edge, px."""
BORROWED = "Whatever has been run before, in its order."
"""Line for an exercise that repeats cues of others."""


def draw_instructions(app: AppContext, canvas: pygame.Surface, spec: MinigameSpec) -> None:
    """Draw the plate in the upper right corner, above the fighter, as high as it has lines."""
    kinds = () if spec.borrows else spec.cues
    height = LINE * max(1, len(kinds)) + 2 * MARGIN - 4
    plate = pygame.Rect(PLATE_RIGHT - PLATE_WIDTH, PLATE_TOP, PLATE_WIDTH, height)
    draw_plate(canvas, plate)
    if not kinds:
        write(canvas, app.fonts, BORROWED, (plate.left + MARGIN, plate.top + MARGIN), Style(Face.SMALL, CREAM))
    for place, kind in enumerate(kinds):
        top = plate.top + MARGIN + LINE * place - 1
        write(canvas, app.fonts, kind.title, (plate.left + MARGIN, top + 1), Style(Face.BODY, CREAM))
        _keys(app, canvas, kind, (plate.left + CAPS_AT, top))


def keys_of(app: AppContext, kind: CueKind) -> tuple[tuple[str, ...], str, str]:
    """Return the keys or buttons of a kind of cue, the word between them, and the word after them."""
    keys = tuple(hint(app, verb.name.lower(), "").key for verb in kind.verbs)
    return keys, "+" if kind.chord else "or", "held" if kind.hold is not Hold.NONE else ""


def _keys(app: AppContext, canvas: pygame.Surface, kind: CueKind, at: tuple[int, int]) -> None:
    keys, between, after = keys_of(app, kind)
    left, small = at[0], Style(Face.SMALL, FADED)
    for place, key in enumerate(keys):
        if place:
            left += write(canvas, app.fonts, between, (left, at[1] + 1), small) + 5
        left += draw_keycap(canvas, app.fonts, key, (left, at[1])) + 5
    write(canvas, app.fonts, after, (left, at[1] + 1), small)
