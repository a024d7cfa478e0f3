"""The calendar, at the edge: when a run was played, and what its replay file is called."""

import time


def now_s() -> int:
    """Return whole seconds since 1970."""
    return int(time.time())


def replay_name(played_at: int, score: int) -> str:
    """Return a file name that sorts by time and tells the score."""
    return f"{time.strftime('%Y%m%d-%H%M%S', time.localtime(played_at))}-{score:07}.laceup"
