"""Reads the replay file that a command names."""

from pathlib import Path

from game.errors import ReplayError
from game.replay.codec import MAX_FILE_BYTES, decode
from game.replay.model import Replay


def read_replay(path: Path) -> Replay:
    """Read a replay file; raises ReplayError with one sentence for anything else."""
    try:
        with path.open("rb") as file:
            data = file.read(MAX_FILE_BYTES + 1)
    except OSError as error:
        raise ReplayError(f"{path}: cannot be read ({error.strerror}): check the name and its rights") from None
    return decode(data, str(path))
