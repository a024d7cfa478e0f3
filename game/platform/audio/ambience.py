"""Plays the ambience loop of the current place and cross-fades to the next one."""

import pygame

from game.platform.audio.device.mixer import FixedChannel, Mixer
from game.platform.audio.sound_bank import SoundBank

CROSSFADE_MS = 1200
"""Duration of the fade between two ambience loops, in milliseconds."""


class Ambience:
    """Two mixer channels that take turns. The bus volume is set on the sound, as fades use the channel's volume."""

    def __init__(self, bank: SoundBank, mixer: Mixer) -> None:
        self._bank = bank
        self._mixer = mixer
        self._channel, self._previous = FixedChannel.PLACE, FixedChannel.PLACE_BEFORE
        self._name = ""
        self._sound: pygame.mixer.Sound | None = None

    def enter(self, name: str) -> None:
        """Cross-fade to the loop called `name`; the empty name fades out."""
        if name == self._name:
            return
        self._name = name
        self._mixer.fade_out(self._channel, CROSSFADE_MS)
        self._channel, self._previous = self._previous, self._channel
        self._sound = self._bank.loop(name) if name else None
        if self._sound is not None:
            self.set_volume()
            self._mixer.play_on(self._channel, self._sound, loops=-1, fade_ms=CROSSFADE_MS)

    def set_volume(self) -> None:
        """Apply the present volume of the `places` bus."""
        if self._sound is not None:
            self._mixer.set_sound_volume(self._sound, self._bank.buses.factor("places"))

    def pause(self) -> None:
        """Pause both channels."""
        for channel in (self._channel, self._previous):
            self._mixer.pause(channel)

    def resume(self) -> None:
        """Resume both channels."""
        for channel in (self._channel, self._previous):
            self._mixer.resume(channel)

    def leave(self) -> None:
        """Fade out."""
        self.resume()
        self.enter("")
