"""Lace Up, from a fresh checkout: `python3 main.py`. The first launch makes its own environment beside this file."""

from game import bootstrap

if __name__ == "__main__":
    bootstrap.ensure_environment([bootstrap.MAIN])

    from game.cli import main

    raise SystemExit(main())
