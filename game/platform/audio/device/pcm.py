"""Decodes sound files to PCM. A missing or damaged file gives a `SoundProblem` and silence, never an exception."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pygame

from game.platform.audio.device.ring_buffer import Pcm


@dataclass(frozen=True, slots=True)
class Decoded:
    """A decoded file: the mixer's sound, and its memory as int16 (frames, 2), not a copy."""

    sound: pygame.mixer.Sound
    pcm: Pcm


@dataclass(frozen=True, slots=True)
class SoundProblem:
    """Why a file could not be decoded, as one sentence for the player."""

    sentence: str


def decode(path: Path) -> Decoded | SoundProblem:
    """Decode a whole sound file at the mixer's format; the mixer must be open."""
    if not path.is_file():
        return SoundProblem(f"{path.parent.name}/{path.name} is missing: it stays silent; render the sounds again.")
    try:
        sound = pygame.mixer.Sound(str(path))
        pcm: Pcm = pygame.sndarray.samples(sound)
    except (pygame.error, OSError, ValueError) as error:
        return SoundProblem(
            f"{path.parent.name}/{path.name} cannot be decoded ({error}): it stays silent; render it again."
        )
    return Decoded(sound, pcm)


def silence(frames: int) -> Pcm:
    """Return that many frames of silence."""
    return np.zeros((frames, 2), np.int16)
