"""The sampler: libfluidsynth through ctypes, one voice at a time, events at sample positions.

The command line drifts in tempo changes and starts notes at tick times; here every event falls on the nearest block of
64 samples (within 0.67 ms, mean zero). It refuses to run without the soundfont and says which package brings it.
"""

from __future__ import annotations

import ctypes as c
from pathlib import Path
from typing import NamedTuple

import numpy as np

SOUNDFONT = Path("/usr/share/sounds/sf3/MuseScore_General_Full.sf3")
BLOCK = 64
FILTER_CUTOFF = 8  # generator number of the low-pass cutoff in SoundFont 2.04, 8.1.3
GAIN = 0.6
_SIGNATURES = {
    "new_fluid_settings": (c.c_void_p, []),
    "new_fluid_synth": (c.c_void_p, [c.c_void_p]),
    "fluid_settings_setnum": (c.c_int, [c.c_void_p, c.c_char_p, c.c_double]),
    "fluid_settings_setint": (c.c_int, [c.c_void_p, c.c_char_p, c.c_int]),
    "fluid_synth_sfload": (c.c_int, [c.c_void_p, c.c_char_p, c.c_int]),
    "fluid_synth_noteon": (c.c_int, [c.c_void_p, c.c_int, c.c_int, c.c_int]),
    "fluid_synth_noteoff": (c.c_int, [c.c_void_p, c.c_int, c.c_int]),
    "fluid_synth_cc": (c.c_int, [c.c_void_p, c.c_int, c.c_int, c.c_int]),
    "fluid_synth_pitch_bend": (c.c_int, [c.c_void_p, c.c_int, c.c_int]),
    "fluid_synth_pitch_wheel_sens": (c.c_int, [c.c_void_p, c.c_int, c.c_int]),
    "fluid_synth_bank_select": (c.c_int, [c.c_void_p, c.c_int, c.c_int]),
    "fluid_synth_program_change": (c.c_int, [c.c_void_p, c.c_int, c.c_int]),
    "fluid_synth_set_gen": (c.c_int, [c.c_void_p, c.c_int, c.c_int, c.c_float]),
    "fluid_synth_write_float": (
        c.c_int,
        [c.c_void_p, c.c_int, c.c_void_p, c.c_int, c.c_int, c.c_void_p, c.c_int, c.c_int],
    ),
    "fluid_synth_system_reset": (c.c_int, [c.c_void_p]),
    "delete_fluid_synth": (None, [c.c_void_p]),
    "delete_fluid_settings": (None, [c.c_void_p]),
}


class Event(NamedTuple):
    """One call into the synth: at a sample, in this order, this function with these arguments."""

    sample: float
    order: int
    call: str
    args: tuple[float, ...]


def _library() -> c.CDLL:
    library = c.CDLL("libfluidsynth.so.3")
    for name, (result, arguments) in _SIGNATURES.items():
        function = getattr(library, name)
        function.restype, function.argtypes = result, arguments
    return library


class Sampler:
    """One synth with one soundfont; `render` plays a list of events from a clean state."""

    def __init__(self, soundfont: Path = SOUNDFONT, sample_rate: int = 48_000) -> None:
        if not soundfont.exists():
            raise FileNotFoundError(f"{soundfont}: install the package musescore-general-soundfont")
        self._library = _library()
        self._settings = self._library.new_fluid_settings()
        for name, number in (("synth.sample-rate", sample_rate), ("synth.gain", GAIN)):
            self._library.fluid_settings_setnum(self._settings, name.encode(), float(number))
        whole = {
            "reverb.active": 0,
            "chorus.active": 0,
            "midi-channels": 16,
            "polyphony": 512,
            "dynamic-sample-loading": 1,
        }
        for name, number in whole.items():
            self._library.fluid_settings_setint(self._settings, f"synth.{name}".encode(), number)
        self._synth = self._library.new_fluid_synth(self._settings)
        self._library.fluid_synth_sfload(self._synth, str(soundfont).encode(), 1)

    def render(self, events: list[Event], length: int) -> np.ndarray:
        """Audio of shape (length, 2), float32. The synth is reset afterwards, so renders do not touch each other."""
        length = -(-length // BLOCK) * BLOCK
        out = np.zeros((length, 2), np.float32)
        position = 0
        for event in sorted((max(0, round(e.sample / BLOCK) * BLOCK), e.order, e.call, e.args) for e in events):
            position = self._play(out, position, min(event[0], length))
            getattr(self._library, "fluid_synth_" + event[2])(self._synth, *event[3])
        self._play(out, position, length)
        self._library.fluid_synth_system_reset(self._synth)
        self._play(np.zeros((BLOCK * 8, 2), np.float32), 0, BLOCK * 8)
        return out

    def _play(self, out: np.ndarray, start: int, end: int) -> int:
        if end > start:
            place = out[start:].ctypes.data
            self._library.fluid_synth_write_float(self._synth, end - start, place, 0, 2, place, 1, 2)
        return max(start, end)

    def close(self) -> None:
        """Free the synth and its samples."""
        self._library.delete_fluid_synth(self._synth)
        self._library.delete_fluid_settings(self._settings)
