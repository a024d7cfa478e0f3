"""The theatre's transport over a run of Road work: its own course, heard at its own speed."""

import pytest

from game.platform.audio.silent_player import SilentPlayer
from game.sim.pace import ENDLESS_US
from game.states.theatre.transport import AS_PLAYED, Transport
from game.timing.clock import ManualClock
from game.timing.course import Course, KnownCourse
from game.timing.units import ms
from tests.charts import BEAT_US, At, L, chart_of

CHART = chart_of("yard", At(4, "lift", L))
BAR_US = 4 * BEAT_US
ROAD = KnownCourse(Course.of_bars((0, BAR_US, 2 * BAR_US, 3 * BAR_US), (8_000, 12_500, 10_000, 10_000)), ENDLESS_US)


@pytest.mark.parametrize(("steps", "real_ms"), [(0, 3_300), (1, 2_640), (-1, 4_400)])
def test_a_run_of_road_work_goes_along_its_own_course_at_any_speed(steps: int, real_ms: int) -> None:
    """2.5 s at 8,000 and 0.8 s at 12,500, at the run's own speed, 1.25 times and 0.75 times."""
    wall = ManualClock(0)
    transport = Transport(SilentPlayer(wall, "no sound"), CHART, 1000, ROAD)
    transport.change_speed(steps, 0)
    transport.toggle(0)
    wall.advance(ms(real_ms))
    assert transport.song_us(wall.now_us()) == pytest.approx(BAR_US + ms(1_000), abs=2)


def test_it_is_heard_only_at_its_own_speed() -> None:
    transport = Transport(SilentPlayer(ManualClock(0), "no sound"), CHART, 1000, ROAD)
    assert transport.speed == AS_PLAYED
    assert transport.speed_words == "1x"
    transport.change_speed(1, 0)
    assert transport.speed_words == "1.25x, no sound"
