"""Underruns are counted from the device's position alone; jitter, drift and a server's own pace are none."""

import pytest

from game.platform.audio.device.dropout_counter import REMEMBERED_US, SET_BACK_US, UNEVEN_US, DropoutCounter
from game.timing.units import Micros, ms
from tests.platform.audio.devices import SimulatedDevice

FRAME_US = ms(16)


def fed(device: SimulatedDevice, seconds: int, stalls_at_s: dict[int, float]) -> tuple[DropoutCounter, Micros]:
    """Feed so many seconds of a device that stalls at whole seconds for so many microseconds."""
    counter, left = DropoutCounter(), dict(stalls_at_s)
    wall_us = 0
    for wall_us in range(0, seconds * 1_000_000, FRAME_US):
        due = [at for at in left if at * 1_000_000 <= wall_us]
        for at in due:
            device.stall(left.pop(at))
        counter.feed(wall_us, device.position_us(wall_us))
    return counter, wall_us


@pytest.mark.parametrize(
    "device",
    [
        SimulatedDevice(),
        SimulatedDevice(ppm=100),
        SimulatedDevice(ppm=-100),
        SimulatedDevice(jitter_us=2500),
        SimulatedDevice(server_us=10_000),
    ],
    ids=["steady", "fast", "slow", "jittery", "in front of a server"],
)
def test_a_device_that_keeps_up_has_no_dropouts(device: SimulatedDevice) -> None:
    counter, wall_us = fed(device, 59, {})
    assert counter.count(wall_us) == 0


@pytest.mark.parametrize("stall_us", [11_000, 40_000])
def test_each_underrun_is_counted_once(stall_us: int) -> None:
    counter, wall_us = fed(SimulatedDevice(ppm=60, jitter_us=1000), 40, dict.fromkeys((10, 20, 30), stall_us))
    assert counter.count(wall_us) == 3


def test_a_set_back_below_the_bound_is_none() -> None:
    assert fed(SimulatedDevice(), 20, {10: SET_BACK_US - 2000})[0].count(ms(20_000)) == 0


def test_nothing_is_counted_while_the_device_settles() -> None:
    counter, wall_us = fed(SimulatedDevice(), 20, {1: 30_000, 2: 30_000})
    assert UNEVEN_US > 2_000_000
    assert counter.count(wall_us) == 0


def test_old_underruns_are_forgotten() -> None:
    counter, wall_us = fed(SimulatedDevice(), 20, {10: 30_000})
    assert counter.count(wall_us) == 1
    assert counter.count(wall_us + REMEMBERED_US) == 0
