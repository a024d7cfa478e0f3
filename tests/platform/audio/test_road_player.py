"""The player in Road work: song time and sounds follow the pace of each bar."""

from pathlib import Path

import pytest

from game.platform.audio.silent_player import SilentPlayer
from game.sim.events import PaceSet
from game.timing.clock import ManualClock
from game.timing.course import Course, KnownCourse, Leg
from game.timing.units import Micros, ms
from tests.charts import BEAT_US, At, L, R, chart_of
from tests.platform.audio.player_rig import Rig

pytestmark = pytest.mark.usefixtures("mixer")

CHART = chart_of("yard", At(4, "lift", L), At(6, "lift", R))
BAR_US = 4 * BEAT_US
ROAD = KnownCourse(Course((Leg(0, 0, 9_000),)), BAR_US)


@pytest.fixture
def rig(tmp_path: Path) -> Rig:
    rig = Rig(tmp_path, CHART)
    rig.player.start(CHART, 0, 1000, ROAD)
    return rig


def paced(bar: int, pace: int) -> PaceSet:
    return PaceSet(0, bar, bar * BAR_US, (bar + 1) * BAR_US, pace)


def real_us_until(rig: Rig, song_us: Micros) -> Micros:
    begin_us = rig.wall.now_us()
    rig.play_to(song_us)
    return rig.wall.now_us() - begin_us


def test_song_time_advances_at_the_pace_of_the_bar(rig: Rig) -> None:
    rig.play_to(ms(100))
    assert real_us_until(rig, ms(1_000)) == pytest.approx(ms(1_000), abs=ms(34)), "900 ms of song at 9,000"


def test_song_time_waits_at_a_barline_whose_pace_is_not_decided(rig: Rig) -> None:
    rig.frames(200)
    assert rig.song_us() == BAR_US
    rig.player.on_events([paced(1, 12_500)])
    assert rig.song_us() > BAR_US


def test_from_the_barline_on_the_next_pace_holds(rig: Rig) -> None:
    rig.play_to(2 * BEAT_US, paced(1, 12_500))
    rig.play_to(BAR_US)
    begun_us, from_us = rig.wall.now_us(), rig.song_us()
    rig.play_to(BAR_US + ms(1_000))
    assert rig.song_us() - from_us == pytest.approx((rig.wall.now_us() - begun_us) * 1.25, abs=3)


def test_warnings_sound_on_their_stretched_moments(rig: Rig) -> None:
    """Two clicks a beat ahead of beats 4 and 6: beats 3 and 5, one in each bar; read to a frame of 16 ms, less 1.6 or
    more 4 by the pace."""
    rig.forget()
    rig.play_to(2 * BEAT_US, paced(1, 12_500))
    rig.play_to(6 * BEAT_US, paced(2, 12_500))
    early, late = rig.clicks()[:2]
    assert early == pytest.approx(3 * BEAT_US, abs=1_600)
    assert late == pytest.approx(5 * BEAT_US, abs=4_000)


def test_a_pause_resumes_at_the_same_pace(rig: Rig) -> None:
    rig.play_to(ms(400))
    rig.player.pause()
    stood_us = rig.song_us()
    rig.frames(50)
    assert rig.song_us() == stood_us
    rig.player.resume(2)
    rig.play_to(stood_us + ms(50))
    assert real_us_until(rig, stood_us + ms(500)) == pytest.approx(ms(500), abs=ms(34))


def test_without_a_device_song_time_follows_the_pace_too() -> None:
    wall = ManualClock(0)
    player = SilentPlayer(wall, "no sound")
    player.start(CHART, 0, 1000, ROAD)
    player.on_events([paced(1, 12_500)])
    wall.advance(ms(1_000))
    assert player.song_time_at(wall.now_us()) == ms(900)
    wall.advance(-(-BAR_US * 10_000 // 9_000) - ms(1_000) + ms(400))
    assert player.song_time_at(wall.now_us()) == pytest.approx(BAR_US + ms(500), abs=1)
