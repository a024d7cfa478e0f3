"""The sentences that are shown on top of any screen for some seconds, one at a time."""

from collections.abc import Iterator
from dataclasses import dataclass

from game.timing.units import Micros, ms

IN_PLAY_US = ms(3000)
"""How long a notice is shown during a run."""
IN_MENUS_US = ms(6000)
"""How long a notice is shown elsewhere."""
REPEATED_AFTER_US = ms(60_000)
"""A sentence is not said again within so long."""


@dataclass(slots=True)
class Notice:
    """A sentence, and what it is about: a later one about the same topic takes its place."""

    sentence: str
    topic: str


class Notices:
    """In menus notices wait for each other; during a run only the newest is shown and nothing waits."""

    def __init__(self) -> None:
        self._waiting: list[Notice] = []
        self._said: dict[str, Micros] = {}
        self._shown_since_us: Micros | None = None

    def __iter__(self) -> Iterator[str]:
        return (notice.sentence for notice in self._waiting)

    def __len__(self) -> int:
        return len(self._waiting)

    def add(self, sentence: str, wall_us: Micros, topic: str = "") -> None:
        """Add a sentence, unless it was said within the last minute. One about the topic of a notice that is still to
        be seen replaces that notice's words."""
        said_us = self._said.get(sentence)
        self._said[sentence] = wall_us
        for notice in self._waiting:
            if topic and notice.topic == topic:
                notice.sentence = sentence
                return
        if said_us is None or wall_us - said_us >= REPEATED_AFTER_US:
            self._waiting.append(Notice(sentence, topic))

    def shown(self, wall_us: Micros, duration_us: Micros) -> str | None:
        """Return the sentence to show now, each for a duration, or None."""
        if self._shown_since_us is not None and wall_us - self._shown_since_us >= duration_us:
            self._waiting.pop(0)
            self._shown_since_us = None
        if not self._waiting:
            return None
        if self._shown_since_us is None:
            self._shown_since_us = wall_us
        return self._waiting[0].sentence

    def keep_newest(self) -> None:
        """Drop all notices but the newest."""
        if len(self._waiting) > 1:
            del self._waiting[:-1]
            self._shown_since_us = None

    def clear(self) -> None:
        """Drop all notices."""
        self._waiting.clear()
        self._shown_since_us = None
