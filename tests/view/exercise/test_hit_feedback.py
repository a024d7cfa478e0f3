"""A runner's clean hits throw sparks: whole and with a glow when dead on, of half the size otherwise; others none."""

import numpy as np
import pygame
import pytest

from game.sim.actions import Verb
from game.sim.events import Judged, Part
from game.sim.judge import Grade
from game.timing.units import Micros, ms
from game.view.canvas.event_log import EventLog
from game.view.canvas.lens import HEIGHT, WIDTH, Lens
from game.view.canvas.options import ViewOptions
from game.view.exercise.hit_feedback import draw_runner_reward
from game.view.figure.actor import Actors
from game.view.figure.performer import Now
from game.view.film.draw_context import DrawContext
from tests import shipped

AT = (300, 200)
HIT = Judged(0, 0, 3, "lift", Part.PRESS, Verb.LEFT, Grade.PERFECT, 990, True, 0)


def extent(judged: Judged, after_us: Micros) -> int:
    """Return how wide the effect is, px; 0: nothing is drawn."""
    target = pygame.Surface((WIDTH, HEIGHT), 0, 32)
    now = Now(after_us, 1.0, 500_000, "loose")
    draw_runner_reward(
        DrawContext(target, Lens(0.0), now, EventLog(), Actors(shipped.art().sheets), ViewOptions()), judged, AT
    )
    columns = np.flatnonzero(pygame.surfarray.array3d(target).any(axis=(1, 2)))
    return int(columns[-1] - columns[0] + 1) if len(columns) else 0


def graded(grade: Grade) -> Judged:
    """Return a hit of this grade that is not dead on."""
    return Judged(0, 0, 3, "lift", Part.PRESS, Verb.LEFT, grade, 900, False, 15_000)


@pytest.mark.parametrize("grade", [Grade.PERFECT, Grade.GREAT])
def test_a_clean_hit_throws_sparks_of_half_the_size(grade: Grade) -> None:
    behind_the_glow_us = ms(240)
    whole, half = extent(HIT, behind_the_glow_us), extent(graded(grade), behind_the_glow_us)
    assert 0.4 * whole < half < 0.65 * whole


def test_a_clean_hit_does_not_glow() -> None:
    assert extent(HIT, ms(20)) > 2 * extent(graded(Grade.PERFECT), ms(20)) > 0


@pytest.mark.parametrize("grade", [Grade.GOOD, Grade.SLOPPY, Grade.MISS])
def test_what_is_not_clean_throws_none(grade: Grade) -> None:
    assert extent(graded(grade), ms(60)) == 0


def test_nothing_is_drawn_before_the_hit_nor_when_the_sparks_are_out() -> None:
    assert extent(graded(Grade.GREAT), -1) == extent(graded(Grade.GREAT), ms(400)) == 0
