"""Build the sprite sheets: `python -m assets.workshop.fighter [SHEET...]` rebuilds only what changed.

`--force` builds even what is up to date, `--list` names the sheets.
"""
from __future__ import annotations

import argparse
import time
from pathlib import Path

from .anim.catalogue import load, names
from .sheet import build_sheet, up_to_date

SPRITES = Path(__file__).parents[2] / "sprites"


def main() -> None:
    """Parse the command line and build."""
    parser = argparse.ArgumentParser(prog="assets.workshop.fighter", description="Build the sprite sheets.")
    parser.add_argument("sheets", nargs="*", help="names of sheets; all when none is given")
    parser.add_argument("--force", action="store_true", help="build even what is up to date")
    parser.add_argument("--list", action="store_true", help="name the sheets and stop")
    options = parser.parse_args()
    if options.list:
        print("\n".join(names()))
        return
    for name in options.sheets or names():
        sheet = load(name)
        if not options.force and up_to_date(sheet, SPRITES):
            print(f"{name}: up to date")
            continue
        begun = time.monotonic()
        count = build_sheet(sheet, SPRITES)
        print(f"{name}: {count} frames, {time.monotonic() - begun:.0f} s", flush=True)


if __name__ == "__main__":
    main()
