"""In a hop his contact shadow leaves him: it is smaller and fainter the higher he is, and stays under his middle."""

from fractions import Fraction

import numpy as np
import pygame
import pytest

from game.view.figure.actor import draw_shadow
from tests.view.conftest import Screening

Field = np.ndarray[tuple[int, ...], np.dtype[np.float64]]


def darkened(share: float) -> Field:
    """Return how much a white ground is darkened by a shadow at this share, columns by rows."""
    ground = pygame.Surface((80, 12), 0, 32)
    ground.fill((255, 255, 255))
    draw_shadow(ground, (40, 5), 46, share)
    dark: Field = 255.0 - pygame.surfarray.array3d(ground)[..., 0]
    return dark


def test_it_shrinks_and_fades_with_height() -> None:
    shares = [darkened(share) for share in (1.0, 0.7, 0.4, 0.0)]
    widths = [int((dark > 0).any(axis=1).sum()) for dark in shares]
    depths = [float(dark.max()) for dark in shares]

    assert widths == sorted(widths, reverse=True) and widths[-1] < widths[0] / 2
    assert depths == sorted(depths, reverse=True) and depths[-1] < depths[0] / 3


def test_it_stays_under_his_middle() -> None:
    for share in (1.0, 0.5, 0.0):
        columns = np.flatnonzero((darkened(share) > 0).any(axis=1))
        assert abs(columns.mean() - 39.5) <= 0.5


def test_in_the_yard_it_is_least_at_the_top_of_the_hop(screening: Screening, monkeypatch: pytest.MonkeyPatch) -> None:
    shares: list[float] = []
    monkeypatch.setattr("game.view.exercise.runner.shadow", lambda *given: shares.append(given[4]))
    for beat in (9.9, 10.05, 10.3, 10.7):
        screening.look(screening.chart.tempo.to_us(Fraction(beat)))
    before, rising, top, landed = shares

    assert before == landed == 1.0
    assert top < 0.25 < rising
