"""The type of colors in the view."""

from typing import TypeAlias

Color: TypeAlias = tuple[int, int, int]
"""Red, green and blue, 0 to 255; as a factor of light 255 is 1.0 and more is possible."""
WHITE: Color = (255, 255, 255)
