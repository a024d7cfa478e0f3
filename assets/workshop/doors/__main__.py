"""Paint what passes at the doors: `python -m assets.workshop.doors [beef] [strips]`."""

import argparse
from pathlib import Path

from .beef import paint_beef
from .sheet import write_sheet
from .strips import paint_strips

SPRITES = Path(__file__).parents[2] / "sprites"
PAINTERS = {"beef": paint_beef, "strips": paint_strips}


def main() -> None:
    """Parse the command line and paint."""
    parser = argparse.ArgumentParser(prog="assets.workshop.doors", description="Paint what passes at the doors.")
    parser.add_argument("doors", nargs="*", choices=[*PAINTERS, []], help="all when none is named")
    options = parser.parse_args()
    for name in options.doors or PAINTERS:
        path = write_sheet(SPRITES, f"door_{name}", PAINTERS[name]())
        print(f"{path}: {path.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
