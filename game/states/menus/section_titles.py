"""The title of what was played of a run: a section's is its exercise's own."""

from game.minigames.manifest import MINIGAMES
from game.sim.chart import BESIDE
from game.storage.board import FROM_PACE


def section_title(section: str) -> str:
    """Return the title of a section; of one that is not an exercise, its id in words."""
    return MINIGAMES[section].spec.title if section in MINIGAMES else section.replace("_", " ").capitalize()


def part_title(part: str) -> str:
    """Return the title of what a board names as its part: a section, or the first and last of neighbours, and the pace
    that a day's Road work began at."""
    sections, _, pace = part.partition(FROM_PACE)
    titles = [section_title(section) for section in sections.split(BESIDE)]
    named = titles[0] if len(titles) == 1 else f"{titles[0]} to {titles[-1][:1].lower()}{titles[-1][1:]}"
    return f"{named}, from {int(pace) / 100:g} %" if pace.isdecimal() else named
