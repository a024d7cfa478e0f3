"""The type of colors in the view: red, green and blue, 0 to 255; as a factor of light 255 is 1.0, more is brighter."""

from game.content.look_values import Color

__all__ = ["BLACK", "WHITE", "Color"]

BLACK: Color = (0, 0, 0)
WHITE: Color = (255, 255, 255)
"""Full light: leaves colors as they are."""
