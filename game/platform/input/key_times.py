"""When the display server took each key: on X11, SDL hands on the server's events, and these carry a time.

Where a picture is shown without a GPU, the server copies it while the game waits, 3 to 30 ms in which no key can be
polled. Its own time of a key does not care. It counts whole milliseconds of the system's monotonic clock (X.Org, Xvfb,
Xwayland), which is `MonotonicClock` on such systems; a server with another clock, on another machine, is noticed by
times that lie far beside the poll, and is not believed.
"""

import struct

import pygame

from game.timing.units import US_PER_MS, Micros

PRESS, RELEASE = 2, 3
"""X11's numbers of the key events (X.h)."""
KEY_EVENT = struct.Struct("@iLiPLLLL")
"""The first fields of Xlib's XKeyEvent: type, serial, send_event, display, window, root, subwindow, time (ms)."""
EARLIEST_MS = 1000
"""A key that the server took longer before the poll than this was timed by another clock."""
LATEST_MS = 50
"""So far behind the poll's time a key may lie: it came while the devices were being asked."""
COUNTER = 1 << 32
"""The server's milliseconds begin anew at this number, after 49.7 days."""
X_TYPES = {pygame.KEYDOWN: PRESS, pygame.KEYUP: RELEASE}
"""X11's event by pygame's."""


def let_server_events_through() -> None:
    """Let SDL hand on the display server's own events.

    pygame keeps two switches for each type; SDL's own, which only allowing everything turns on, stays when pygame's are
    blocked again. Text input is turned on so too, and off again: an input method could keep keys from the game.
    """
    pygame.event.set_allowed(None)
    pygame.key.stop_text_input()


class ServerKeyTimes:
    """Notes the server's events; each precedes the key event that SDL makes of it."""

    def __init__(self) -> None:
        self._times_ms: dict[int, int] = {}

    def note(self, event: pygame.event.Event) -> None:
        """Take an event of the display server."""
        content: bytes = event.dict.get("event", b"")
        if len(content) >= KEY_EVENT.size:
            kind, *_, time_ms = KEY_EVENT.unpack_from(content)
            if kind in (PRESS, RELEASE):
                self._times_ms[kind] = time_ms

    def stamp(self, kind: int, from_us: Micros, to_us: Micros) -> Micros:
        """Return when a key event (KEYDOWN or KEYUP) that was found between two polls happened: the middle of the
        server's millisecond, else that of the interval."""
        time_ms = self._times_ms.pop(X_TYPES[kind], None)
        if time_ms is not None:
            age_ms = (to_us // US_PER_MS - time_ms + COUNTER // 2) % COUNTER - COUNTER // 2
            if -LATEST_MS <= age_ms <= EARLIEST_MS:
                return min(max(from_us, (to_us // US_PER_MS - age_ms) * US_PER_MS + US_PER_MS // 2), to_us)
        return (from_us + to_us) // 2
