"""The player on a real sound server, switched to other buffers: the song goes on, and returns on its sample."""

import pytest

from game.platform.audio.device.buffers import Buffers
from game.platform.audio.device.device import AudioDevice
from game.platform.audio.device.device_choice import BUSY_NOTICE, MANY_DROPOUTS
from tests.platform.audio.real_rig import (
    RealRig,
    assert_on_its_sample,
    assert_the_song_goes_on_alone,
    usual_lateness_ms,
)
from tests.platform.audio.sound_server import NEEDS_SERVER

pytestmark = NEEDS_SERVER


@pytest.mark.slow
def test_short_buffers_are_switched_to_in_a_pause_and_the_song_returns_on_its_sample(real_rig: RealRig) -> None:
    usual_ms = usual_lateness_ms(real_rig)

    real_rig.player.set_buffers(Buffers.SHORT)
    real_rig.run(1)
    real_rig.player.pause()
    real_rig.run_until_away()
    real_rig.run_until_back()
    real_rig.player.resume(1)
    real_rig.run(2)
    assert_on_its_sample(real_rig, usual_ms)

    assert not real_rig.player.breaks_up


@pytest.mark.slow
def test_where_the_usual_buffers_underrun_long_ones_are_switched_to_while_the_run_goes_on(
    real_rig: RealRig, monkeypatch: pytest.MonkeyPatch
) -> None:
    usual_ms = usual_lateness_ms(real_rig)
    monkeypatch.setattr(AudioDevice, "dropouts", lambda device, wall_us: MANY_DROPOUTS)
    assert_the_song_goes_on_alone(real_rig)
    real_rig.run_until_back()
    real_rig.run(1)
    assert_on_its_sample(real_rig, usual_ms)
    assert real_rig.player.notice == BUSY_NOTICE
