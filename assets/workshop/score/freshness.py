"""Which sections of the committed music are older than their score. Charts move; the parts that double them move with
them, and `rendered.json` remembers what each file was rendered from: the notes of every section, and the sound (players
and desk). It refuses to compare audio: only sources."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from .notation import Note

Score = dict[str, list[Note]]
RECORD = "rendered.json"
SOUND = ("colour", "hall", "instruments", "mix", "modal", "performance", "rides", "synth", "voice")


def _record(folder: Path) -> dict[str, dict[str, str]]:
    path = folder / RECORD
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}


def digests(score: Score) -> dict[str, str]:
    """A short hash of the notes of every section, and one, `sound`, of the modules that make them heard."""
    here = Path(__file__).parent / "sound"
    source = "".join((here / f"{name}.py").read_text(encoding="utf-8") for name in SOUND)
    return {"sound": hashlib.sha256(source.encode()).hexdigest()[:12]} | {
        section: hashlib.sha256(repr(sorted(map(repr, notes))).encode()).hexdigest()[:12]
        for section, notes in score.items()
    }


def remember(folder: Path, edition: str, score: Score) -> None:
    """Note down that an edition ("stems", or a rate) was rendered from this score."""
    record = _record(folder)
    record[edition] = digests(score)
    (folder / RECORD).write_text(json.dumps(record, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def stale(folder: Path, score: Score) -> dict[str, list[str]]:
    """For each edition, what has changed since; editions that are up to date are left out."""
    record = _record(folder)
    now = digests(score)
    found = {e: [s for s in now if then.get(s) != now[s]] for e, then in record.items()}
    return {edition: changed for edition, changed in found.items() if changed}


def is_current(folder: Path, edition: str, score: Score) -> bool:
    """Whether an edition was rendered from exactly this score and sound."""
    record = _record(folder)
    return bool(record.get(edition) == digests(score))
