"""`python -m assets.workshop.levels generate` writes the Tiled project, the templates and the designer's reference;
`compose` puts the painted places into the maps. Run from the top of the checkout. Both change only what is out of date.
"""

import argparse
from pathlib import Path

from .compose import compose
from .generate import generate

LEVELS = Path("levels")
BACKDROPS = Path("assets/backdrops")


def main() -> None:
    """Run the command and name the files that changed."""
    parser = argparse.ArgumentParser(prog="python -m assets.workshop.levels", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("generate", help="project, templates, reference")
    commands.add_parser("compose", help="image layers, lights and stations from the painted places")
    changed = generate(LEVELS) if parser.parse_args().command == "generate" else compose(LEVELS, BACKDROPS)
    for path in changed:
        print(path)


main()
