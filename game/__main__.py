"""`python -m game`: the same as the `lace-up` command."""

from game.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
