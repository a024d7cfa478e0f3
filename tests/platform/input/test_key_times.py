"""A key happened when the display server took it, not when it was found."""

import struct

import pygame
import pytest

from game.platform.input.key_times import COUNTER, EARLIEST_MS, LATEST_MS, PRESS, RELEASE, ServerKeyTimes

FROM_US, TO_US = 5_000_000, 5_030_000


def server_event(kind: int, time_ms: int) -> pygame.event.Event:
    """Return the event as SDL hands it on: an XEvent of 192 bytes."""
    fields = struct.pack("@iLiPLLLL", kind, 77, 0, 4096, 9, 8, 0, time_ms)
    return pygame.event.Event(pygame.SYSWMEVENT, event=fields.ljust(192, b"\0"))


@pytest.mark.parametrize(
    ("time_ms", "stamp_us"),
    [
        (5_004, 5_004_500),
        (5_029, 5_029_500),
        (5_000, 5_000_500),
        (4_900, FROM_US),
        (5_030 - EARLIEST_MS, FROM_US),
        (5_030, TO_US),
        (5_030 + LATEST_MS, TO_US),
        (5_030 - EARLIEST_MS - 1, 5_015_000),
        (5_030 + LATEST_MS + 1, 5_015_000),
        (3_000_000_000, 5_015_000),
    ],
    ids=str,
)
def test_a_key_is_stamped_by_the_servers_millisecond_within_its_gap(time_ms: int, stamp_us: int) -> None:
    times = ServerKeyTimes()
    times.note(server_event(PRESS, time_ms))
    assert times.stamp(pygame.KEYDOWN, FROM_US, TO_US) == stamp_us


def test_presses_and_releases_keep_their_own_times() -> None:
    times = ServerKeyTimes()
    times.note(server_event(PRESS, 5_003))
    times.note(server_event(RELEASE, 5_020))
    times.note(server_event(28, 5_029))
    assert times.stamp(pygame.KEYUP, FROM_US, TO_US) == 5_020_500
    assert times.stamp(pygame.KEYDOWN, FROM_US, TO_US) == 5_003_500


def test_a_key_without_a_time_of_its_own_lies_in_the_middle() -> None:
    times = ServerKeyTimes()
    times.note(server_event(PRESS, 5_003))
    times.stamp(pygame.KEYDOWN, FROM_US, TO_US)
    assert times.stamp(pygame.KEYDOWN, FROM_US, TO_US) == 5_015_000
    times.note(pygame.event.Event(pygame.SYSWMEVENT))
    assert times.stamp(pygame.KEYUP, FROM_US, TO_US) == 5_015_000


def test_the_counter_begins_anew_after_seven_weeks() -> None:
    days_us = COUNTER * 1000
    times = ServerKeyTimes()
    times.note(server_event(PRESS, COUNTER - 3))
    assert times.stamp(pygame.KEYDOWN, days_us - 20_000, days_us + 10_000) == days_us - 2_500
