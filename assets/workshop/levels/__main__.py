"""`python -m assets.workshop.levels generate`: see `generate.py`. Run from the top of the checkout."""

import argparse
from pathlib import Path

from .generate import generate

LEVELS = Path("levels")


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(prog="python -m assets.workshop.levels", description=__doc__)
    parser.add_subparsers(dest="command", required=True).add_parser("generate", help="project, templates, reference")
    parser.parse_args()
    for path in generate(LEVELS):
        print(path)


main()
