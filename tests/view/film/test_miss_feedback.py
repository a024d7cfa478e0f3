"""A lost cue is felt by the whole picture: the light dips, the camera sags, and both come back within half a second."""

import pytest

from game.sim.actions import Verb
from game.sim.events import Event, Judged, Part, Strayed
from game.sim.judge import Grade
from game.timing.units import ms
from game.view.canvas.event_log import EventLog
from game.view.film.miss_feedback import DIP, STRAY_SHARE, lost

LOST = Judged(ms(1000), 0, 0, "jab", Part.PRESS, Verb.LEFT, Grade.MISS, 0, False, None)
STRAY = Strayed(ms(1000), 0, Verb.UP)
HIT = Judged(ms(1000), 0, 0, "jab", Part.PRESS, Verb.LEFT, Grade.SLOPPY, 100, False, ms(120))
MOST_DIP = 0.10
"""A change of luminance of a tenth, there and back, is a flash."""


def felt(told: Event, after_ms: int) -> float:
    """Return what is felt so long after an event."""
    log = EventLog()
    log.on_events([told])
    return lost(log, ms(1000 + after_ms))


def test_a_miss_is_felt_within_a_twentieth_of_a_second_and_is_over_in_half_a_second() -> None:
    assert felt(LOST, -10) == 0.0
    assert felt(LOST, 50) == pytest.approx(1.0)
    assert 0.0 < felt(LOST, 300) < 0.3
    assert felt(LOST, 560) == 0.0


def test_a_stray_press_is_felt_less() -> None:
    assert felt(STRAY, 50) == pytest.approx(STRAY_SHARE)


def test_a_hit_is_not_felt_so_however_sloppy() -> None:
    assert felt(HIT, 50) == 0.0


def test_the_dip_of_the_light_is_no_flash() -> None:
    assert DIP < MOST_DIP
