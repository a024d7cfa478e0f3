"""Draws a few moments of every section before anybody looks, so that what is built at first sight costs no frame."""

import pygame

from game.sim.chart import Chart
from game.states.context import Picture
from game.timing.units import ms

BEFORE_US = ms(200)
AFTER_US = ms(50)


def warm(picture: Picture, chart: Chart) -> None:
    """Draw before, at and amid each section, out of sight; then reset it, which drops the memories drawn here."""
    canvas = pygame.Surface((640, 360), 0, 32)
    for section in chart.sections:
        for time_us in (
            section.start_us - BEFORE_US,
            section.start_us + AFTER_US,
            (section.start_us + section.end_us) // 2,
        ):
            picture.draw(canvas, time_us, lambda: None)
    picture.reset()
