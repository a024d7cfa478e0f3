"""The sampler: libfluidsynth through ctypes, one voice at a time, events at sample positions.

The command line drifts in tempo changes and starts notes at tick times; here every event falls on the nearest block of
64 samples (within 0.67 ms, mean zero). It refuses to run without the soundfont and says which package brings it.
"""

from __future__ import annotations

import ctypes as c
from pathlib import Path
from typing import NamedTuple

import numpy as np

SOUNDFONT = Path("/usr/share/sounds/sf2/MuseScore_General_Full.sf2")
BLOCK = 64
START_OFFSET, FILTER_CUTOFF, ATTACK = 0, 8, 34  # generators of SoundFont 2.04, 8.1.3: sample start, low-pass, attack
GAIN = 0.6
LOG_WARNING = 2
WHOLE_SETTINGS = {
    "reverb.active": 0,
    "chorus.active": 0,
    "midi-channels": 16,
    "polyphony": 512,
    "dynamic-sample-loading": 1,
}
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
    "fluid_synth_get_sfont": (c.c_void_p, [c.c_void_p, c.c_uint]),
    "fluid_synth_add_sfont": (c.c_int, [c.c_void_p, c.c_void_p]),
    "fluid_synth_remove_sfont": (c.c_int, [c.c_void_p, c.c_void_p]),
    "fluid_set_log_function": (c.c_void_p, [c.c_int, c.c_void_p, c.c_void_p]),
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
    """One soundfont, held by a synth that never plays; every render gets a synth of its own, because a used one keeps
    traces of what it played and the same notes would not give the same bits."""

    def __init__(self, soundfont: Path = SOUNDFONT, sample_rate: int = 48_000) -> None:
        if not soundfont.exists():
            raise FileNotFoundError(f"{soundfont}: install the package musescore-general-soundfont-lossless")
        self._library = _library()
        self._library.fluid_set_log_function(LOG_WARNING, None, None)  # a synth without its soundfont yet complains
        self._settings = self._library.new_fluid_settings()
        for name, number in (("synth.sample-rate", sample_rate), ("synth.gain", GAIN)):
            self._library.fluid_settings_setnum(self._settings, name.encode(), float(number))
        for name, whole in WHOLE_SETTINGS.items():
            self._library.fluid_settings_setint(self._settings, f"synth.{name}".encode(), whole)
        self._shelf = self._library.new_fluid_synth(self._settings)
        self._library.fluid_synth_sfload(self._shelf, str(soundfont).encode(), 1)
        self._soundfont = self._library.fluid_synth_get_sfont(self._shelf, 0)

    def render(self, events: list[Event], length: int) -> np.ndarray:
        """Audio of shape (length rounded up to a block, 2), float32."""
        length = -(-length // BLOCK) * BLOCK
        out = np.zeros((length, 2), np.float32)
        position = 0
        synth = self._library.new_fluid_synth(self._settings)
        self._library.fluid_synth_add_sfont(synth, self._soundfont)
        for event in sorted((max(0, round(e.sample / BLOCK) * BLOCK), e.order, e.call, e.args) for e in events):
            position = self._play(synth, out, position, min(event[0], length))
            getattr(self._library, "fluid_synth_" + event[2])(synth, *event[3])
        self._play(synth, out, position, length)
        self._library.fluid_synth_remove_sfont(synth, self._soundfont)
        self._library.delete_fluid_synth(synth)
        return out

    def _play(self, synth: int, out: np.ndarray, start: int, end: int) -> int:
        if end > start:
            place = out[start:].ctypes.data
            self._library.fluid_synth_write_float(synth, end - start, place, 0, 2, place, 1, 2)
        return max(start, end)

    def close(self) -> None:
        """Free the soundfont."""
        self._library.delete_fluid_synth(self._shelf)
        self._library.delete_fluid_settings(self._settings)
