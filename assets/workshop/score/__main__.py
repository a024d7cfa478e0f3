"""`python -m assets.workshop.score render [--rates] [--fresh]` rebuilds the music; `report` prints its figures;
`sketch FILE` mixes to a WAV for listening. Run from the top of the checkout. It refuses any other command."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from . import publish
from . import report as figures


def main(arguments: list[str]) -> int:
    """Exit code 0 when done."""
    parser = argparse.ArgumentParser(prog="python -m assets.workshop.score", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    render = commands.add_parser("render", help="rebuild stems (and with --rates the practice mixes) in assets/music")
    render.add_argument("--rates", action="store_true", help="also render the practice mixes")
    render.add_argument("--fresh", action="store_true", help="render every cell anew, without the cache")
    report = commands.add_parser("report", help="print the figures of the committed files")
    report.add_argument("--pictures", type=Path, help="also draw spectrogram and loudness curve into this folder")
    report.add_argument(
        "--json", action="store_true", help="what a listener notices, as JSON: theme, openings, contrast"
    )
    sketch = commands.add_parser("sketch", help="mix the current score into a WAV outside the repository")
    sketch.add_argument("file", type=Path)
    chosen = parser.parse_args(arguments)
    if chosen.command == "render":
        publish.render(rates=chosen.rates, cached=not chosen.fresh)
    elif chosen.command == "sketch":
        publish.sketch(chosen.file)
    elif chosen.json:
        from .figures import summary  # noqa: PLC0415 - only these figures need the game

        summary.run()
    else:
        figures.run(chosen.pictures)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
