"""`python -m assets.workshop.levels compose` puts the painted places into the maps; `tilesets` writes what designers
draw with and gives it to the maps; `moving` puts the painters' moving things into maps without props. Run from the top
of the checkout. Each changes only what is out of date, and imports its own part of the workshop's packages.
`main.py levels generate` writes what needs no packages: the Tiled project, the templates, the designer's reference.
"""

import argparse
from pathlib import Path

LEVELS = Path("levels")
ASSETS = Path("assets")
BACKDROPS = Path("assets/backdrops")


def main() -> None:
    """Run the command and name the files that changed."""
    parser = argparse.ArgumentParser(prog="python -m assets.workshop.levels", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("compose", help="image layers, lights and stations from the painted places")
    commands.add_parser("tilesets", help="tilesets from the painted tiles, props and animations, given to their maps")
    commands.add_parser("moving", help="the painters' moving things into maps that have no props yet")
    command = parser.parse_args().command
    try:
        changed = _changed(command)
    except ImportError as error:
        mend = "run `python -m pip install -e '.[workshop]'` first"
        parser.error(f"{command} needs the workshop's packages ({error.name} is missing): {mend}")
    for path in changed:
        print(path)


def _changed(command: str) -> list[Path]:
    """Run one command; return the files that it changed."""
    if command == "compose":
        from .compose import compose  # noqa: PLC0415

        return compose(LEVELS, BACKDROPS)
    if command == "tilesets":
        from .attach import attach  # noqa: PLC0415
        from .tilesets import write_tilesets  # noqa: PLC0415

        return [*write_tilesets(LEVELS, ASSETS), *attach(LEVELS)]
    from .moving import place_moving  # noqa: PLC0415

    return place_moving(LEVELS, BACKDROPS)


main()
