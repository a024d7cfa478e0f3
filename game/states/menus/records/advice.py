"""The sentences of the results screen: one for the rank, and the one thing to do next."""

from statistics import fmean, pstdev

from game.minigames.manifest import MINIGAMES
from game.sim.score import Rank
from game.states.run.run_plan import Outcome, SectionOutcome

OUTSIDE = {
    Rank.CLUB_FIGHTER: "The street outside is real. Go and run one block of it.",
    Rank.PROSPECT: "It is cold out, and the light is good. Go and see.",
    Rank.CONTENDER: "Your own shoes are by the door. Lace them.",
    Rank.CHAMPION: "Nothing left to prove in here. Go outside and run.",
}
"""Line for each rank, by its name on the board."""
TENDENCY_MS = 6
"""Mean error, in ms, from which hits count as early or late."""
WIDE_MS = 28
"""Standard deviation, in ms, from which hits count as scattered."""
SURE_PERCENT = 97.0
"""Share of its points, in percent, from which a section has nothing to practise."""


def line_outside(rank: str) -> str:
    """Return the line for a rank, by its name on the board."""
    return OUTSIDE[Rank(rank)]


def weakest(outcome: Outcome) -> SectionOutcome | None:
    """Return the section that earned the least of its points and can be practised, or None in a map of its own."""
    known = [section for section in outcome.sections if section.id in MINIGAMES]
    return min(known, key=lambda section: section.percent) if known else None


def advice(outcome: Outcome) -> str:
    """Return the one thing to do next: mend which way the hits lie, or else practise the weakest section."""
    section, tendency = weakest(outcome), _tendency(outcome.errors_ms)
    if tendency or section is None:
        return tendency
    if section.percent >= SURE_PERCENT:
        return "Nothing is weak. Try it harder, or faster."
    title = MINIGAMES[section.id].spec.title
    return f"Work on {title[0].lower() + title[1:]}: {section.percent:.0f} %."


def _tendency(errors_ms: tuple[float, ...]) -> str:
    if len(errors_ms) < 2:
        return ""
    mean, spread = fmean(errors_ms), pstdev(errors_ms)
    if abs(mean) >= TENDENCY_MS:
        return f"You come {abs(mean):.0f} ms {'early: wait for it.' if mean < 0 else 'late: hear it coming.'}"
    return "Early and late in turn: listen to the drums." if spread >= WIDE_MS else ""
