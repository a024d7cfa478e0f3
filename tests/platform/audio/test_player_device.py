"""The player and its device: lost, switched, busy, with other buffers. Time comes from a ManualClock."""

import pytest

from game.platform.audio.device.buffers import Buffers
from game.platform.audio.device.device import FALLBACK, us_of
from game.platform.audio.device.device_choice import BUSY_NOTICE, MANY_DROPOUTS
from game.platform.audio.device.device_watch import LOST_NOTICE
from game.timing.units import ms
from tests.charts import BEAT_US
from tests.platform.audio.player_rig import BED, LOW, RATE, Rig, near

pytestmark = pytest.mark.usefixtures("mixer")


def test_a_lost_device_leaves_the_run_going_and_says_so(rig: Rig) -> None:
    rig.player.start(rig.chart, 0, 1000)
    rig.play_to(ms(300))
    rig.device.there, rig.device.can_come_back = False, False
    before_us = rig.song_us()
    rig.frames(50)
    assert rig.song_us() - before_us == ms(800)
    assert rig.player.notice == LOST_NOTICE
    rig.device.can_come_back = True
    rig.frames(340)
    rig.frames(10)
    assert near(rig.music_at(rig.song_us() - ms(20)), BED + LOW)


def test_the_keep_alive_updates_where_no_frame_does(rig: Rig) -> None:
    rig.player.start(rig.chart, 0, 1000)
    rig.frames(10)
    for _ in range(40):
        rig.wall.advance(ms(100))
        rig.player.update_if_idle()
    assert near(int(rig.device.music.read(rig.now_frame() + RATE // 2, 1)[0, 0]), BED + LOW)


def test_other_buffers_wait_until_no_run_is_played(rig: Rig) -> None:
    rig.player.start(rig.chart, 0, 1000)
    rig.player.set_buffers(Buffers.SHORT)
    rig.frames(5)
    played_through = rig.device.buffers
    rig.player.pause()
    rig.frames(1)
    assert (played_through, rig.device.buffers) == (Buffers.USUAL, Buffers.SHORT)


def test_other_buffers_are_used_at_once_where_no_run_is_played(rig: Rig) -> None:
    rig.player.set_buffers(Buffers.SHORT)
    rig.frames(1)
    assert rig.device.buffers is Buffers.SHORT


def test_another_sound_device_waits_until_no_run_is_played(rig: Rig) -> None:
    rig.player.start(rig.chart, 0, 1000)
    rig.player.set_output("Headphones")
    rig.frames(5)
    played_on = rig.device.output
    rig.player.pause()
    rig.frames(1)
    assert (played_on, rig.device.output) == ("", "Headphones")


def test_a_chosen_device_that_is_not_there_is_said(rig: Rig) -> None:
    rig.device.fallback = FALLBACK.format(output="Headphones")
    rig.frames(1)
    assert rig.player.output_problem == "Headphones is not connected: the sound comes from the default device."


def test_usual_buffers_that_underrun_again_and_again_are_made_long_while_the_run_goes_on(rig: Rig) -> None:
    rig.player.start(rig.chart, 0, 1000)
    rig.device.heard_dropouts = MANY_DROPOUTS - 1
    rig.frames(5)
    before = (rig.device.buffers, rig.player.notice == BUSY_NOTICE)
    rig.device.heard_dropouts = MANY_DROPOUTS
    rig.frames(1)
    assert before == (Buffers.USUAL, False)
    assert (rig.device.buffers, rig.player.notice) == (Buffers.LONG, BUSY_NOTICE)


def test_long_buffers_are_written_further_ahead(rig: Rig) -> None:
    rig.device.buffers = Buffers.LONG
    rig.player.start(rig.chart, 0, 1000)
    assert rig.player.song_time_at(rig.wall.now_us() + us_of(Buffers.LONG.safe_frames)) == 0
    rig.play_to(2 * BEAT_US)
    ahead = rig.device.music.read(round(rig.wall.now_us() * RATE / 1e6), Buffers.LONG.safe_frames)
    assert ahead[-1_000:].any()


def test_one_dropout_in_a_minute_is_no_sound_that_breaks_up(rig: Rig) -> None:
    rig.device.heard_dropouts = 1
    assert not rig.player.breaks_up
    rig.device.heard_dropouts = 2
    assert rig.player.breaks_up


def test_a_device_that_is_switching_is_not_called_lost(rig: Rig) -> None:
    rig.device.there, rig.device.can_come_back, rig.device.is_switching = False, False, True
    rig.frames(60)
    assert rig.player.notice != LOST_NOTICE
    rig.device.is_switching = False
    rig.frames(1)
    assert rig.player.notice == LOST_NOTICE


def test_a_device_that_was_just_opened_is_not_called_lost_before_it_reads(rig: Rig) -> None:
    rig.device.there, rig.device.can_come_back, rig.device.is_starting = False, False, True
    rig.frames(60)
    assert rig.player.notice != LOST_NOTICE
    rig.device.is_starting = False
    rig.frames(1)
    assert rig.player.notice == LOST_NOTICE
    rig.device.is_starting = True
    rig.frames(1)
    assert rig.player.notice == LOST_NOTICE, "what was lost stays lost until it is back"
