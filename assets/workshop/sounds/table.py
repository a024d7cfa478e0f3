"""Writes `sounds.toml`. Refuses a table that names a sound which is not in the catalogue."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from .catalogue import Sound
from .cue_table import CALLS, CUES, DEFAULT_CALL, DEFAULT_CUES, DEFAULT_EXERCISE, EXERCISES, GAME, CueRow
from .touch import TOUCHES

HEADER = """\
# The game's sounds: file, takes in it (first sample, samples), gain, bus and place; and what each cue sounds like.
# Written by `python -m assets.workshop.sounds` from the workshop's catalogue and cue table: change it there.
format = 1
"""


@dataclass(frozen=True)
class Built:
    """A sound as it was built: its gain in dB and where in its file each take lies, (first sample, samples)."""

    gain: float
    takes: tuple[tuple[int, int], ...]


def written(sounds: Sequence[Sound], built: Mapping[str, Built]) -> str:
    """The file's text."""
    known = {sound.name for sound in sounds}
    lines = [HEADER]
    for sound in sounds:
        made = built[sound.name]
        takes = ", ".join(f"[{first}, {samples}]" for first, samples in made.takes)
        lines.append(f'[sounds.{sound.name}]\nfile = "{file_name(sound)}"\ntakes = [{takes}]')
        lines.append(f'gain_db = {made.gain:.1f}\nbus = "{sound.bus}"')
        lines.append(f"pan = {sound.pan}\n" if sound.pan else "")
    for name, row in CUES.items():
        lines.append(f'[cues."{name}"]\n{_cue(row, known)}')
    for name, items in CALLS.items():
        lines.append(f'[calls."{name}"]\n{_call(items, known)}')
    for name, facts in EXERCISES.items():
        lines.append(f"[exercises.{name}]\n{_facts(facts, known)}")
    for name, row in DEFAULT_CUES.items():
        lines.append(f"[defaults.cues.{name}]\n{_cue(row, known)}")
    lines.append(f"[defaults.call]\n{_call(DEFAULT_CALL, known)}")
    lines.append(f"[defaults.exercise]\n{_facts(DEFAULT_EXERCISE, known)}")
    lines.append(f"[game]\n{_facts(GAME, known)}")
    return "\n".join(line for line in lines if line)


def file_name(sound: Sound) -> str:
    """The sound's file: all its takes, one after another."""
    return f"{sound.name}.ogg"


def _call(items: Sequence[tuple[str, str]], known: set[str]) -> str:
    pairs = [{"sound": sound, "beats": beats} for sound, beats in items]
    return f"sounds = {_value(pairs, known)}\n"


def _facts(facts: Mapping[str, object], known: set[str]) -> str:
    return "".join(f"{key} = {_value(value, known)}\n" for key, value in facts.items())


def _cue(row: CueRow, known: set[str]) -> str:
    lines = [f"warning = {_value(row.warning, known)}"]
    lines += [f"{key} = {_value(value, known)}" for key, value in row.more.items()]
    for part, family, miss in (("press", row.press, row.miss), ("release", row.release, row.release_miss)):
        if family:
            lines.append(f"{part} = {_value(_family(family, miss, known), known)}")
    return "\n".join(lines) + "\n"


def _family(family: str, miss: str, known: set[str]) -> dict[str, str]:
    """The touches of a family; a sound without touches is the same in all."""
    touches = {touch: f"{family}_{touch}" if f"{family}_{touch}" in known else family for touch in TOUCHES}
    return touches | {"miss": miss}


def _value(value: object, known: set[str], key: str = "sound") -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int):
        return str(value)
    if isinstance(value, str):
        if key != "beats" and value and value not in known:
            raise ValueError(f"the cue table names {value!r}, which is no sound of the catalogue; add it there")
        return f'"{value}"'
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{k} = {_value(v, known, k)}" for k, v in value.items()) + " }"
    if isinstance(value, list):
        return "[" + ", ".join(_value(item, known) for item in value) + "]"
    raise TypeError(f"{value!r} has no place in the table")
