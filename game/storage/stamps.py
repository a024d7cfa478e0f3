"""Wall-clock time of a run and the name of its replay file."""

import time


def now_s() -> int:
    """Return whole seconds since 1970."""
    return int(time.time())


def utc_us() -> int:
    """Return microseconds since 1970."""
    return time.time_ns() // 1000


def replay_name(played_at: int, score: int) -> str:
    """Return a file name with local time and score, sortable by time."""
    return f"{time.strftime('%Y%m%d-%H%M%S', time.localtime(played_at))}-{score:07}.laceup"
