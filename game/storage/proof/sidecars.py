"""Sidecars: the initials of a run in a small file beside its replay, `<identity>.toml`; they outlive a database.

Initials are a label, no part of the proof. What is read is a bounded claim; `???` where there is none.
"""

from pathlib import Path

import tomli_w

from game.storage.files import write_atomically
from game.storage.options import Letters, WrongValue
from game.text_files import Malformed, parse_toml

MAX_BYTES = 1_000
"""Largest sidecar that is read."""
NOBODY = "???"
"""Initials of a run that says none."""
INITIALS = Letters("Initials.")
"""What initials can be."""


def sidecar_path(folder: Path, identity: str) -> Path:
    """Return where the sidecar of a replay is."""
    return folder / f"{identity}.toml"


def write_sidecar(folder: Path, identity: str, initials: str) -> None:
    """Write the initials of a replay. Raises StorageError."""
    write_atomically(sidecar_path(folder, identity), tomli_w.dumps({"initials": initials}).encode())


def read_initials(folder: Path, identity: str) -> str:
    """Return the initials that the sidecar of a replay claims, `???` where it claims none that there can be."""
    try:
        with sidecar_path(folder, identity).open("rb") as file:
            data = file.read(MAX_BYTES + 1)
        claimed = parse_toml(data).get("initials") if len(data) <= MAX_BYTES else None
        return INITIALS.check(claimed)
    except (OSError, Malformed, WrongValue):
        return NOBODY
