"""What is switched on to make a run easier, in words."""

from game.sim.options import Assist, RunOptions
from game.states.run.run_plan import USUAL_WINDOW_PERCENT

ASSIST_WORDS: dict[str, str] = {
    Assist.ONE_BUTTON: "one button",
    Assist.ONE_HAND: "one hand",
    Assist.HOLD_TAP: "holds as taps",
    Assist.SEE_SILENCE: "see the silence",
}
"""Description of each assist, by its name on the boards."""
USUAL_RATE_PERMILLE = 1000
"""Song speed of a usual run, in thousandths."""


def assists_in_words(options: RunOptions) -> str:
    """Return what differs from a usual run, as one line; empty where nothing does."""
    parts = [words for assist, words in ASSIST_WORDS.items() if assist in options.assists]
    if options.window_percent != USUAL_WINDOW_PERCENT:
        parts.append(f"windows {options.window_percent} %")
    if options.rate_permille != USUAL_RATE_PERMILLE:
        parts.append(f"speed {options.rate_permille / 10:g} %")
    return f"Assists: {', '.join(parts)}" if parts else ""
