"""All kinds of forging by name, and a folder of them."""

import json
from pathlib import Path

from tests.replay.forgings.claims import CLAIMS
from tests.replay.forgings.clock import CLOCK
from tests.replay.forgings.fields import BY_HAND, BY_PROGRAM, SIMULATED
from tests.replay.forgings.files import FILES
from tests.replay.forgings.source import Forging, Source, text_of
from tests.replay.forgings.witnesses import WITNESSES

FORGINGS: dict[str, Forging] = {**CLOCK, **WITNESSES, **CLAIMS, **FILES, **BY_HAND, **BY_PROGRAM, **SIMULATED}
"""All kinds by name."""


def write_all(folder: Path, source: Source) -> None:
    """Write a file of each kind, beside the honest one; and `expected.json`, which says what each must get."""
    folder.mkdir(parents=True, exist_ok=True)
    expected = {}
    for name, forging in FORGINGS.items():
        file = f"{name.replace(' ', '-').replace(',', '')}.laceup"
        (folder / file).write_bytes(forging.make(source))
        expected[file] = {"exit": int(forging.verdict), "words": forging.words}
    (folder / "honest.laceup").write_bytes(text_of(source))
    (folder / "expected.json").write_text(json.dumps(expected, indent=1), encoding="utf-8")
