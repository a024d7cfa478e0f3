"""The colors of lettering and menus: a faded film print. Contrast on `NIGHT` is at least 4.5 to 1 for all but the
rules.
"""

from game.view.canvas.color import Color

NIGHT: Color = (16, 11, 10)
CREAM: Color = (241, 226, 196)
FADED: Color = (164, 146, 120)
RUST: Color = (143, 51, 48)
EMBER: Color = (203, 104, 76)
SUN: Color = (244, 196, 128)
RULE: Color = (74, 56, 46)

EARLY: Color = (86, 180, 233)
LATE: Color = (230, 159, 0)
CLEAN: Color = (0, 158, 115)
MISSED: Color = (213, 94, 0)
"""The last four are of the Okabe-Ito palette, which the color-blind can tell apart; shape or place says the same."""
