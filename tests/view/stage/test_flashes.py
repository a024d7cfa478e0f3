"""A whole rendered run stays under the flash limits. Slow: run by name, `pytest -m slow tests/view/test_flashes.py`.

General flashes: pairs of opposing changes of relative luminance of 0.10 or more, the darker side under 0.80, over
more than 2.8 %
of the picture at once. Red flashes: the same of saturated red (R / (R + G + B) of 0.8 or more). Limits: 3 in any second
(the web's guidelines, 2.3.1). Rendered at 30 frames a second and looked at at a quarter of the size.
"""

from collections import deque

import numpy as np
import numpy.typing as npt
import pygame
import pytest

from game.minigames.manifest import MINIGAMES
from game.sim.chart import Chart
from game.sim.options import RunOptions
from game.sim.players import Person, inputs_of
from game.sim.rng import Rng
from game.sim.session import Session
from game.timing.units import ms
from tests.view.conftest import Screening

FRAMES_PER_SECOND = 30
SMALL = (160, 90)
AREA_SHARE = 0.028
STEP, DARKER_UNDER = 0.10, 0.80
MOST_A_SECOND = 3
RED_SHARE = 0.8
SEED = 3
Field = npt.NDArray[np.float64]


class FlashCounter:
    """Counts flashes of one measure: a flash is a change over a large area and the change back."""

    def __init__(self) -> None:
        self.worst = 0
        self.seen: list[tuple[int, float]] = []
        """Frames in which a large area changed, and by how much of the picture."""
        self._extreme: Field | None = None
        self._rising: npt.NDArray[np.int8] = np.zeros(SMALL, np.int8)
        self._changes: deque[tuple[int, int]] = deque()

    def see(self, frame: int, field: Field) -> None:
        """Take the next frame's field."""
        if self._extreme is None:
            self._extreme = field.copy()
            return
        change = field - self._extreme
        dark_enough = np.minimum(field, self._extreme) < DARKER_UNDER
        up, down = (change >= STEP) & dark_enough, (change <= -STEP) & dark_enough
        # What only moves brightens as much as it darkens: the net area is what blinks.
        net = float((up & (self._rising <= 0)).mean() - (down & (self._rising >= 0)).mean())
        sign = 1 if net > 0 else -1
        if abs(net) > AREA_SHARE and (not self._changes or self._changes[-1][1] != sign):
            self._changes.append((frame, sign))
            self.seen.append((frame, round(net, 3)))
        self._rising = np.where(up, 1, np.where(down, -1, self._rising)).astype(np.int8)
        along = np.where(self._rising > 0, np.maximum(self._extreme, field), np.minimum(self._extreme, field))
        self._extreme = np.where(up | down, field, along)
        while self._changes and self._changes[0][0] <= frame - FRAMES_PER_SECOND:
            self._changes.popleft()
        self.worst = max(self.worst, len(self._changes) // 2)


def linear(picture: pygame.Surface) -> Field:
    """Return a picture a quarter of the size as linear red, green and blue, 0 to 1."""
    small = pygame.surfarray.array3d(pygame.transform.smoothscale(picture, SMALL)) / 255.0
    return np.where(small <= 0.04045, small / 12.92, ((small + 0.055) / 1.055) ** 2.4)


def luminance(light: Field) -> Field:
    """Return relative luminance."""
    weighed: Field = light @ np.array([0.2126, 0.7152, 0.0722])
    return weighed


def redness(light: Field) -> Field:
    """Return how red the saturated red parts are."""
    total = light.sum(2)
    red: Field = np.where(light[..., 0] >= RED_SHARE * np.maximum(total, 1e-6), light[..., 0], 0.0)
    return red


def test_the_counter_counts_what_blinks_and_not_what_fades() -> None:
    blinking, fading = FlashCounter(), FlashCounter()
    for frame in range(60):
        blinking.see(frame, np.full(SMALL, 0.5 * (frame // 3 % 2)))
        fading.see(frame, np.full(SMALL, frame / 60))
    assert blinking.worst >= 4 and fading.worst == 0


@pytest.mark.slow
@pytest.mark.timeout(900)
@pytest.mark.parametrize("player", [Person(ms(25), 0, 0), Person(ms(70), 0, 450)], ids=["good", "poor"])
def test_a_whole_run_stays_under_the_flash_limits(chart: Chart, player: Person) -> None:
    screening = Screening(chart)
    screening.session = Session(chart, RunOptions(), MINIGAMES)
    for event in inputs_of(chart, player, Rng(SEED)):
        screening.session.queue(event)
    general, red = FlashCounter(), FlashCounter()
    for frame in range((chart.end_us - chart.start_us) * FRAMES_PER_SECOND // 1_000_000):
        light = linear(screening.look(frame * 1_000_000 // FRAMES_PER_SECOND))
        general.see(frame, luminance(light))
        red.see(frame, redness(light))
    assert general.worst <= MOST_A_SECOND and red.worst <= MOST_A_SECOND, (general.worst, red.worst)
