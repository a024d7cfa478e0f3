"""What is said of a round of practice: its grade, how many judgements were clean, and which way the hits lie."""

from collections.abc import Sequence
from statistics import fmean

from game.sim.events import Judged
from game.sim.judge import CLEAN
from game.sim.session import Session

ON_TIME_MS = 6
"""Mean error, in ms, below which hits are neither early nor late."""


def verdict_of(session: Session, judged: Sequence[Judged], errors_ms: Sequence[float]) -> str:
    """Return one line about a session of one section that has ended."""
    clean = sum(event.grade in CLEAN for event in judged)
    parts = [f"{clean} of {len(judged)} clean"]
    if errors_ms:
        mean = fmean(errors_ms)
        side = "early" if mean < 0 else "late"
        parts.append("on time" if abs(mean) < ON_TIME_MS else f"{abs(mean):.0f} ms {side}")
    strays = session.score.sections[0].strays
    if strays:
        parts.append(f"{strays} stray press{'es' if strays > 1 else ''}")
    return f"{session.score.sections[0].grade}: {', '.join(parts)}"
