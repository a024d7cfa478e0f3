"""The sub-commands, one a file: each has `add_parser(subparsers)` and sets `run(args) -> int`, its exit status."""

import argparse
from typing import TypeAlias

Subparsers: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"
"""The type of argparse's sub-parsers, which has no public name of its own."""
