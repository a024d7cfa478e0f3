"""Colors of text and menus. Contrast on `NIGHT` is at least 4.5 to 1 for all but `RULE`."""

from game.view.canvas.color import Color

NIGHT: Color = (16, 11, 10)
"""Background of menus and text."""
CREAM: Color = (241, 226, 196)
"""Text."""
FADED: Color = (186, 168, 142)
"""Secondary text."""
RUST: Color = (143, 51, 48)
"""The chosen row's band."""
EMBER: Color = (234, 146, 108)
"""Group names, advice and the mark of notices."""
SUN: Color = (244, 196, 128)
"""Highlights."""
RULE: Color = (74, 56, 46)
"""Thin lines."""

EARLY: Color = (86, 180, 233)
"""An early hit."""
LATE: Color = (230, 159, 0)
"""A late hit."""
CLEAN: Color = (0, 158, 115)
"""A clean hit."""
MISSED: Color = (213, 94, 0)
"""A miss. The last four colors are of the Okabe-Ito palette, distinguishable with color blindness; shape or position
repeats their meaning.
"""
