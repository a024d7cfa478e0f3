"""Tapping the beat along with a song: a window of its own, in which it is heard after a count-in.

Keys are stamped as in a run. What is returned are times in the song; how late sound and hands are does not matter to
who asks: only the distance of the taps counts, and on which side of the beat they lie.
"""

from collections.abc import Callable, Sequence
from enum import Enum, auto
from typing import Protocol

import numpy as np
import numpy.typing as npt
import pygame

from game.platform.audio.plain_sound import PlainSound
from game.platform.clock.monotonic import MonotonicClock, SleeplessClock
from game.platform.input.devices import InputDevices
from game.platform.input.input_events import ButtonEvent, DeviceEvent, WindowEvent
from game.platform.loop import FrameLoop
from game.platform.window.window import Window
from game.storage.paths import assets_dir
from game.storage.settings import PictureSettings
from game.timing.tapped_tempo import FEWEST_TAPS, tapped_bpm, tapped_spread_ms
from game.timing.units import US_PER_SECOND, Micros
from game.view.ui.fonts import Fonts
from game.view.ui.logo import paint_icon
from game.view.ui.menu import KeyHelp
from game.view.ui.tapping import TapPicture, draw_tapping

COUNT_IN_S = 3
"""Seconds before the song begins."""
PULSE_US = 180_000
"""How long the picture answers a tap, microseconds."""
DONE, AGAIN, LEAVE = "RETURN", "BACKSPACE", "ESCAPE"
"""Keys that are no taps."""


class TappedSound(Protocol):
    """The song, as it is played."""

    @property
    def plays(self) -> bool:
        """Whether it is being played."""
        ...

    def play(self) -> None:
        """Begin at its beginning."""
        ...

    def stop(self) -> None:
        """Fall silent."""
        ...


class TapPhase(Enum):
    """What is going on."""

    COUNT_IN = auto()
    TAPPING = auto()
    ASKING = auto()
    OVER = auto()


class TapScreen:
    """Counts in, takes taps while the song plays, and asks whether what was tapped is meant."""

    def __init__(self, sound: TappedSound, fonts: Fonts, wall_us: Micros) -> None:
        self._sound = sound
        self._fonts = fonts
        self.taps_us: list[Micros] = []
        """Times of the taps, from the song's beginning; empty once it was left without any."""
        self._song_us: Micros = 0
        """When the song began, or begins, in wall time."""
        self._phase = TapPhase.COUNT_IN
        self._begin(wall_us)

    @property
    def finished(self) -> bool:
        """Whether the taps were taken, or it was left."""
        return self._phase is TapPhase.OVER

    def on_device_events(self, events: Sequence[DeviceEvent], wall_us: Micros) -> None:
        """Take keys."""
        for event in events:
            if event is WindowEvent.CLOSE_ASKED:
                self._leave()
            elif isinstance(event, ButtonEvent) and event.down and not event.only_held:
                self._on_key(event.key, event.wall_us)

    on_poll = on_device_events

    def advance(self, wall_us: Micros) -> None:
        """Begin the song when it was counted in; where it has ended, ask."""
        if self._phase is TapPhase.COUNT_IN and wall_us >= self._song_us:
            self._sound.play()
            self._song_us, self._phase = wall_us, TapPhase.TAPPING
        elif self._phase is TapPhase.TAPPING and not self._sound.plays:
            if len(self.taps_us) < FEWEST_TAPS:
                self._begin(wall_us)
            else:
                self._phase = TapPhase.ASKING

    def sound(self, wall_us: Micros) -> None:
        """The song plays by itself."""

    def draw(self, canvas: pygame.Surface, wall_us: Micros, poll: Callable[[], None]) -> None:
        """Draw what was tapped so far."""
        draw_tapping(canvas, self._fonts, self.picture(wall_us))

    def picture(self, wall_us: Micros) -> TapPicture:
        """Return what is shown."""
        left_us = self.taps_us[-1] + self._song_us + PULSE_US - wall_us if self.taps_us else 0
        pulse = max(0.0, min(1.0, left_us / PULSE_US))
        again, leave = KeyHelp("Backspace", "tap again"), KeyHelp("Esc", "leave")
        bpm, count = tapped_bpm(self.taps_us), len(self.taps_us)
        told = "" if bpm is None else f"{bpm:.1f} beats a minute"
        match self._phase:
            case TapPhase.COUNT_IN:
                seconds = -((wall_us - self._song_us) // US_PER_SECOND)
                sentences = [
                    "Tap any key to the beat as soon as you feel it, about sixteen beats.",
                    "The song begins in",
                ]
                return TapPicture(sentences, str(max(1, seconds)), 0.0, [leave])
            case TapPhase.TAPPING:
                sentences = [f"{count} taps" + (f", {FEWEST_TAPS} at least" if count < FEWEST_TAPS else "")]
                done = [KeyHelp("Enter", "that is the beat")] if count >= FEWEST_TAPS else []
                return TapPicture(sentences, told, pulse, [*done, again, leave])
            case _:
                spread = f"{count} taps, even to {tapped_spread_ms(self.taps_us):.0f} ms"
                return TapPicture([spread, "Is that the beat?"], told, 0.0, [KeyHelp("Enter", "yes"), again, leave])

    def _begin(self, wall_us: Micros) -> None:
        self._sound.stop()
        self.taps_us = []
        self._song_us = wall_us + COUNT_IN_S * US_PER_SECOND
        self._phase = TapPhase.COUNT_IN

    def _leave(self) -> None:
        self._sound.stop()
        self.taps_us, self._phase = [], TapPhase.OVER

    def _on_key(self, key: str, wall_us: Micros) -> None:
        enough = len(self.taps_us) >= FEWEST_TAPS
        if key == LEAVE:
            self._leave()
        elif key == AGAIN:
            self._begin(wall_us)
        elif key == DONE and self._phase is TapPhase.TAPPING and enough:
            self._sound.stop()
            self._phase = TapPhase.ASKING
        elif key == DONE and self._phase is TapPhase.ASKING:
            self._phase = TapPhase.OVER
        elif key != DONE and self._phase is TapPhase.TAPPING:
            self.taps_us.append(wall_us - self._song_us)


def tap_along(samples: npt.NDArray[np.float32]) -> list[Micros]:
    """Play samples (frames, 2; 48 kHz) in a window and return the times of what is tapped, from their beginning; none
    where it was left. Raises DeviceError without a display or a sound device.
    """
    clock = MonotonicClock()
    window = Window(PictureSettings(full_screen=False), paint_icon())
    devices = InputDevices(clock, SleeplessClock())
    try:
        sound = PlainSound(samples)
        try:
            screen = TapScreen(sound, Fonts(assets_dir() / "fonts"), clock.now_us())
            FrameLoop(window, devices, clock).run(screen)
        finally:
            sound.close()
    finally:
        devices.close()
        window.close()
    return screen.taps_us
