"""Draws a few moments of every section before anybody looks, so that what is built at first sight costs no frame."""

import pygame

from game.sim.chart import Chart
from game.sim.options import RunOptions
from game.sim.rules import Registry
from game.sim.session import Session
from game.states.context import Picture
from game.timing.units import ms
from game.view.canvas.moment import Moment

BEFORE_US = ms(200)
AFTER_US = ms(50)


def warm(picture: Picture, chart: Chart, registry: Registry) -> None:
    """Draw before, at and amid each section, out of sight; then let the picture forget what it was told."""
    canvas = pygame.Surface((640, 360), 0, 32)
    session = Session(chart, RunOptions(), registry)
    for section in chart.sections:
        for time_us in (
            section.start_us - BEFORE_US,
            section.start_us + AFTER_US,
            (section.start_us + section.end_us) // 2,
        ):
            session.advance_to(time_us)
            picture.draw(canvas, Moment(time_us, session.state), lambda: None)
    picture.reset()
