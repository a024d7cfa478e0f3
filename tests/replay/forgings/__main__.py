"""Writes a folder of forgings of an honest run over the shipped montage."""

import sys
from pathlib import Path

from tests.replay.forgings.kinds import write_all
from tests.replay.forgings.source import shipped_source

if __name__ == "__main__":
    write_all(Path(sys.argv[1]), shipped_source())
