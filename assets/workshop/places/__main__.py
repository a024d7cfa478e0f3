"""python -m assets.workshop.places [yard market ...] [--only sky,street] [--cameras 0 900] [--to DIR] [--force]"""

import argparse
import time
from pathlib import Path

from .build import HERE, PLACES, SOURCE, build


def main() -> None:
    parser = argparse.ArgumentParser(description="Paint the places into assets/backdrops, only those that changed.")
    parser.add_argument("places", nargs="*", help="default: all that have a source here")
    parser.add_argument("--only", default="", help="planes, separated by commas")
    parser.add_argument(
        "--cameras", nargs=2, type=float, help="only what the view sees between these camera positions, px"
    )
    parser.add_argument("--to", type=Path, help="write to DIR/<place> instead")
    parser.add_argument("--force", action="store_const", const=1, default=0, help="repaint though nothing changed")
    args = parser.parse_args()
    for name in args.places or [p for p in PLACES if (HERE / p / SOURCE).exists()]:
        start = time.perf_counter()
        only = tuple(n for n in args.only.split(",") if n)
        done = build(
            name, args.to / name if args.to else None, only, tuple(args.cameras) if args.cameras else None, args.force
        )
        print(f"{name}: {', '.join(done) or 'unchanged'} ({time.perf_counter() - start:.1f} s)", flush=True)


if __name__ == "__main__":
    main()
