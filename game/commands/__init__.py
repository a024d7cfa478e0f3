"""The sub-commands, one a file: each has `add_parser(subparsers)` and sets `run(args) -> int`, its exit status."""
