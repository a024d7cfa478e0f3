"""`python -m assets.workshop.sounds [NAME ...] [--fresh]` builds the game's sounds; `--pictures FOLDER` draws their
spectrograms.

Run from the top of the checkout.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from .build import build


def main(arguments: list[str]) -> int:
    """Exit code 0 when done."""
    parser = argparse.ArgumentParser(prog="python -m assets.workshop.sounds", description=__doc__)
    parser.add_argument("names", nargs="*", help="only these sounds (default: all whose sources changed)")
    parser.add_argument("--fresh", action="store_true", help="build every sound anew")
    parser.add_argument("--pictures", type=Path, metavar="FOLDER", help="draw spectrograms there instead of building")
    chosen = parser.parse_args(arguments)
    if chosen.pictures is not None:
        from .pictures import draw  # noqa: PLC0415 (matplotlib is slow to load and only needed here)

        draw(chosen.pictures, chosen.names)
        return 0
    build(chosen.names, fresh=chosen.fresh)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
