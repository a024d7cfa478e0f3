"""The colors of lettering and menus: a faded film print. Contrast on `NIGHT` is at least 4.5 to 1 for all but the
rules.
"""

Tint = tuple[int, int, int]

NIGHT: Tint = (16, 11, 10)
CREAM: Tint = (241, 226, 196)
FADED: Tint = (164, 146, 120)
RUST: Tint = (143, 51, 48)
EMBER: Tint = (203, 104, 76)
SUN: Tint = (244, 196, 128)
RULE: Tint = (74, 56, 46)

EARLY: Tint = (86, 180, 233)
LATE: Tint = (230, 159, 0)
CLEAN: Tint = (0, 158, 115)
MISSED: Tint = (213, 94, 0)
"""The last four are of the Okabe-Ito palette, which the color-blind can tell apart; shape or place says the same."""
