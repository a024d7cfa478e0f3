"""Renders what changed: each take from its own seed, trimmed, levelled; all takes of a sound in one file, for a
file's head weighs as much as a short take; then the table. Same bytes every time."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from . import loudness, vorbis
from .catalogue import SOUNDS, Sound
from .dsp import Audio, count
from .rooms import inside
from .table import Built, file_name, written

FOLDER = Path("assets/sounds")
STAMPS = Path("out/workshop/sounds.json")
QUALITY, LOOP_QUALITY = 0.4, 0.3
PEAK = 0.84
ROUNDED = 1.5
"""A transient may stand this far over the peak and is rounded off; what would need more stays quieter."""
SILENT = 10 ** (-44 / 20)
FADE_S = 0.05
GAP_S = 0.06


def build(names: Sequence[str] = (), *, fresh: bool = False) -> None:
    """Render sounds (all, or those named) whose sources changed, and write the table."""
    stamp = _source_stamp()
    known = {} if fresh or not STAMPS.exists() else json.loads(STAMPS.read_text(encoding="utf-8"))
    built: dict[str, Built] = {}
    for sound in SOUNDS:
        old = known.get(sound.name)
        unchanged = old is not None and (old["stamp"] == stamp or (names and sound.name not in names))
        if unchanged and (FOLDER / file_name(sound)).exists():
            built[sound.name] = Built(old["gain"], tuple((first, samples) for first, samples in old["takes"]))
            continue
        made = built[sound.name] = _render(sound)
        known[sound.name] = {"stamp": stamp, "gain": made.gain, "takes": made.takes}
        print(f"{sound.name:24} {sound.takes} takes, gain {made.gain:+.1f} dB")
    _remove_strays()
    (FOLDER / "sounds.toml").write_text(written(SOUNDS, built), encoding="utf-8")
    STAMPS.parent.mkdir(parents=True, exist_ok=True)
    STAMPS.write_text(json.dumps(known, indent=1), encoding="utf-8")


def _remove_strays() -> None:
    """Remove files of sounds that are no longer in the catalogue."""
    wanted = {file_name(sound) for sound in SOUNDS}
    for stray in sorted(path for path in FOLDER.glob("*.ogg") if path.name not in wanted):
        stray.unlink()


def take(sound: Sound, number: int) -> Audio:
    """One take as it sounds, before levelling: mono (samples,) or stereo (samples, 2)."""
    digest = hashlib.sha256(f"{sound.name} {number}".encode()).digest()
    x = sound.make(np.random.default_rng(int.from_bytes(digest[:8], "little")))
    if sound.room is not None:
        x = inside(x, sound.room)
    return x if sound.loop else trimmed(x)


def trimmed(x: Audio) -> Audio:
    """Cut what nobody hears off the end, and fade the cut."""
    size = np.abs(x) if x.ndim == 1 else np.abs(x).max(1)
    heard = np.flatnonzero(size > SILENT * size.max())
    x = x[: min(len(x), int(heard[-1]) + count(FADE_S))].copy()
    fade = np.linspace(1, 0, min(count(FADE_S), len(x))) ** 2
    x[-len(fade) :] *= fade if x.ndim == 1 else fade[:, None]
    return x


def levelled(sound: Sound, takes: Sequence[Audio]) -> tuple[list[Audio], float]:
    """Takes of one loudness under one peak, and the gain in dB that brings them to the sound's level."""
    measure = loudness.average if sound.loop else loudness.loudest
    even = [x * 10 ** ((sound.level - measure(x)) / 20) for x in takes]
    peak = max(float(np.abs(x).max()) for x in even)
    gain = min(0.0, 20 * float(np.log10(peak / PEAK)))
    room = min(10 ** (-gain / 20), ROUNDED * PEAK / peak)
    return [_rounded(x * room) for x in even], round(gain, 1)


def _rounded(x: Audio) -> Audio:
    """Straight up to half the peak, then bent so that nothing passes it."""
    knee = 0.5 * PEAK
    over = np.abs(x) - knee
    return np.where(over > 0, np.sign(x) * (knee + (PEAK - knee) * np.tanh(over / (PEAK - knee))), x)


def _render(sound: Sound) -> Built:
    even, gain = levelled(sound, [take(sound, number) for number in range(1, sound.takes + 1)])
    gap = np.zeros((count(GAP_S), *even[0].shape[1:]))
    pieces: list[Audio] = []
    places: list[tuple[int, int]] = []
    for x in even:
        places.append((sum(map(len, pieces)), len(x)))
        pieces += [x] if sound.takes == 1 else [x, gap]
    vorbis.write(FOLDER / file_name(sound), np.concatenate(pieces), LOOP_QUALITY if sound.loop else QUALITY)
    return Built(gain, tuple(places))


def _source_stamp() -> str:
    sources = sorted(Path(__file__).parent.rglob("*.py"))
    return hashlib.sha256(b"".join(path.read_bytes() for path in sources)).hexdigest()[:16]
