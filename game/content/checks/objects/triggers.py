"""Checks that each trigger stands in a section that has its action."""

from collections.abc import Iterator

from game.content import schema
from game.content.finding import Finding, Severity
from game.content.level import Level
from game.content.song.song import Song
from game.minigames.manifest import MINIGAMES


def find(level: Level, song: Song) -> Iterator[Finding]:
    """Return triggers outside of every section, and those whose action their section's exercise does not have."""
    for trigger in level.triggers:
        section = level.section_at(trigger.beat)
        if section is None:
            yield Finding("triggers", trigger.location, "lies in no section", "move it into one")
            continue
        own = MINIGAMES[section.minigame].spec.triggers
        if trigger.action not in (*schema.ANYWHERE, *own):
            what = f'"{trigger.action}" has no effect in {section.minigame}'
            mend = f"choose one of {', '.join((*schema.ANYWHERE, *own))}"
            yield Finding("triggers", trigger.location, what, mend, Severity.WARNING)
