"""A chosen sound device on a real server: what it is called, and what plays where it is not there."""

import time
from collections.abc import Callable, Iterator
from contextlib import closing

import pytest

from game.platform.audio.device.device import FALLBACK, AudioDevice
from game.platform.clock.monotonic import MonotonicClock
from tests.platform.audio.sound_server import NEEDS_SERVER, SINKS, SoundServer, real_server

pytestmark = NEEDS_SERVER

FIRST, SECOND = SINKS
PATIENCE_S = 20.0


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SoundServer]:
    with real_server(tmp_path_factory.mktemp("sound")) as running:
        yield running


def wait_until(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE_S
    while not condition():
        assert time.monotonic() < deadline, "it does not come true"
        time.sleep(0.02)


def test_the_systems_own_device_is_known_by_name_also_after_it_changed(server: SoundServer) -> None:
    with closing(AudioDevice()) as device:
        assert device.heard_on == FIRST
        assert sorted(device.outputs()) == sorted(SINKS)
        server.ask("set-default-sink", SECOND)
        wait_until(lambda: device.heard_on == SECOND)
        server.ask("set-default-sink", FIRST)
        wait_until(lambda: device.heard_on == FIRST)


def test_where_the_chosen_one_is_unplugged_the_systems_own_plays_and_it_is_said(server: SoundServer) -> None:
    clock = MonotonicClock()
    with closing(AudioDevice(output=SECOND)) as device:
        assert (device.heard_on, device.fallback) == (SECOND, None)
        server.unplug(SECOND)
        wait_until(lambda: device.position_us(clock.now_us()) is None)
        wait_until(lambda: device.reopen() or device.heard_on == FIRST)
        wait_until(lambda: device.position_us(clock.now_us()) is not None)
        assert device.fallback == FALLBACK.format(output=SECOND)
        device.use_output("")
        wait_until(lambda: device.fallback is None and device.heard_on == FIRST)
        server.plug_in(SECOND)
        wait_until(lambda: SECOND in device.outputs())
