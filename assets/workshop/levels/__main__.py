"""`python -m assets.workshop.levels generate` writes the Tiled project, the templates and the designer's reference;
`compose` puts the painted places into the maps; `tilesets` writes what designers draw with and gives it to the maps;
`moving` puts the painters' moving things into maps without props. Run from the top of the checkout. Each changes only
what is out of date.
"""

import argparse
from pathlib import Path

from .attach import attach
from .compose import compose
from .generate import generate
from .moving import place_moving
from .tilesets import write_tilesets

LEVELS = Path("levels")
ASSETS = Path("assets")
BACKDROPS = Path("assets/backdrops")


def main() -> None:
    """Run the command and name the files that changed."""
    parser = argparse.ArgumentParser(prog="python -m assets.workshop.levels", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("generate", help="project, templates, reference")
    commands.add_parser("compose", help="image layers, lights and stations from the painted places")
    commands.add_parser("tilesets", help="tilesets from the painted tiles, props and animations, given to their maps")
    commands.add_parser("moving", help="the painters' moving things into maps that have no props yet")
    changed: list[Path] = []
    match parser.parse_args().command:
        case "generate":
            changed = generate(LEVELS)
        case "compose":
            changed = compose(LEVELS, BACKDROPS)
        case "tilesets":
            changed = [*write_tilesets(LEVELS, ASSETS), *attach(LEVELS)]
        case "moving":
            changed = place_moving(LEVELS, BACKDROPS)
    for path in changed:
        print(path)


main()
