"""The title of a section of a run: its exercise's own."""

from game.minigames.manifest import MINIGAMES


def section_title(section: str) -> str:
    """Return the title of a section; of one that is not an exercise, its id in words."""
    return MINIGAMES[section].spec.title if section in MINIGAMES else section.replace("_", " ").capitalize()
