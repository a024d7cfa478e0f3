"""The room that a sound server is asked for, and how much later one hears through it."""

import pytest

from game.platform.audio.device.buffers import Buffers
from game.platform.audio.device.device import us_of
from game.platform.audio.device.pulse_latency import VARIABLE, request_latency, server_delay_us
from game.timing.units import ms


@pytest.mark.parametrize(("buffers", "count"), [(Buffers.USUAL, 2), (Buffers.SHORT, 2), (Buffers.LONG, 4)])
def test_a_server_is_asked_for_room_for_two_buffers_and_for_four_long_ones(buffers: Buffers, count: int) -> None:
    environment: dict[str, str] = {}
    request_latency(buffers, environment)
    assert 0 <= ms(int(environment[VARIABLE])) - us_of(count * buffers.frames) < ms(1)


def test_the_room_follows_the_buffers_when_they_change() -> None:
    environment: dict[str, str] = {}
    request_latency(Buffers.SHORT, environment)
    request_latency(Buffers.USUAL, environment)
    assert environment == {VARIABLE: str(Buffers.USUAL.server_latency_ms)}


def test_a_player_who_asks_for_another_room_is_obeyed() -> None:
    environment = {VARIABLE: "90"}
    request_latency(Buffers.SHORT, environment)
    assert environment[VARIABLE] == "90"


def test_behind_a_server_sound_is_delayed_by_half_its_latency() -> None:
    assert server_delay_us("pulseaudio", {VARIABLE: "40"}) == ms(20)
    assert server_delay_us("alsa", {VARIABLE: "40"}) == 0


def test_a_room_that_is_no_number_counts_for_nothing() -> None:
    assert server_delay_us("pulseaudio", {VARIABLE: "much"}) == server_delay_us("pulseaudio", {}) == 0
