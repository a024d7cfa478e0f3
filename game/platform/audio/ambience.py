"""The sound of the place he runs through: one loop, cross-faded into the next where the place changes."""

import pygame

from game.platform.audio.device import Lane
from game.platform.audio.sound_bank import SoundBank

CROSSFADE_MS = 1200


class Ambience:
    """Holds two mixer channels and swaps them. Volume is the sound's own: a channel's is its fade's."""

    def __init__(self, bank: SoundBank) -> None:
        self._bank = bank
        self._lane, self._before = Lane.PLACE, Lane.PLACE_BEFORE
        self._name = ""
        self._sound: pygame.mixer.Sound | None = None

    def enter(self, name: str) -> None:
        """Let a place be heard; the empty name is silence."""
        if name == self._name:
            return
        self._name = name
        pygame.mixer.Channel(self._lane.value).fadeout(CROSSFADE_MS)
        self._lane, self._before = self._before, self._lane
        self._sound = self._bank.loop(name) if name else None
        if self._sound is not None:
            self.set_volume()
            pygame.mixer.Channel(self._lane.value).play(self._sound, loops=-1, fade_ms=CROSSFADE_MS)

    def set_volume(self) -> None:
        """Follow the bus."""
        if self._sound is not None:
            self._sound.set_volume(self._bank.buses.factor("places"))

    def pause(self) -> None:
        """Hold the place's breath."""
        for lane in (self._lane, self._before):
            pygame.mixer.Channel(lane.value).pause()

    def resume(self) -> None:
        """Breathe again."""
        for lane in (self._lane, self._before):
            pygame.mixer.Channel(lane.value).unpause()

    def leave(self) -> None:
        """Fade away."""
        self.resume()
        self.enter("")
