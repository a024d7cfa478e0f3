"""A player's attempts at Road work as a splits file (`.lss`) of LiveSplit: attempts, golds and game time.

The format is that of LiveSplit 1.7, as `livesplit-core` reads it. All times are game time, which alone counts and is
known to the microsecond. Attempts that were restarted or quit are in it, with the segments that they came through.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import accumulate
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from game.storage.history.attempt import Attempt, Ended
from game.timing.units import US_PER_SECOND, Micros

VERSION = "1.7.0"
"""Version of the format."""
GAME = "Lace Up"
"""Name of the game, as splits are filed under."""
BEST = "Personal Best"
"""LiveSplit's name of the best run."""
SECONDS_PER_MINUTE, SECONDS_PER_HOUR = 60, 3600


@dataclass(frozen=True, slots=True)
class SplitsOf:
    """What a splits file is made of. `sections` are id and title in the order of the run; `attempts` are one board's,
    oldest first."""

    category: str
    sections: tuple[tuple[str, str], ...]
    attempts: tuple[Attempt, ...]


def splits_file(splits: SplitsOf) -> bytes:
    """Return the file, in UTF-8."""
    run = Element("Run", version=VERSION)
    SubElement(run, "GameIcon")
    SubElement(run, "GameName").text = GAME
    SubElement(run, "CategoryName").text = splits.category
    SubElement(run, "Offset").text = "00:00:00"
    SubElement(run, "AttemptCount").text = str(len(splits.attempts))
    history = SubElement(run, "AttemptHistory")
    for number, attempt in enumerate(splits.attempts, 1):
        _add_attempt(history, number, attempt)
    best = _best_of(splits.attempts)
    segments = SubElement(run, "Segments")
    for place, (section, title) in enumerate(splits.sections):
        _add_segment(SubElement(segments, "Segment"), title, place, section, splits.attempts, best)
    SubElement(run, "AutoSplitterSettings")
    ElementTree.indent(run)
    file: bytes = ElementTree.tostring(run, encoding="utf-8", xml_declaration=True)
    return file + b"\n"


def duration_text(time_us: Micros) -> str:
    """Return a time as LiveSplit writes it: 00:02:52.8012340."""
    seconds, us = divmod(time_us, US_PER_SECOND)
    minutes, seconds = divmod(seconds, SECONDS_PER_MINUTE)
    hours, minutes = divmod(minutes, SECONDS_PER_MINUTE)
    return f"{hours:02d}:{minutes:02d}:{seconds:02d}.{us:06d}0"


def _best_of(attempts: Sequence[Attempt]) -> Attempt | None:
    """Return the fastest attempt that was finished and has a replay."""
    finished = [attempt for attempt in attempts if attempt.ended is Ended.FINISHED and attempt.identity]
    return min(finished, key=lambda attempt: attempt.real_us, default=None)


def _add_attempt(history: Element, number: int, attempt: Attempt) -> None:
    paused_us = sum(pause.lasted_us for pause in attempt.pauses)
    began = datetime.fromtimestamp(attempt.began_at, UTC)
    ended = began + timedelta(microseconds=attempt.real_us + paused_us)
    item = SubElement(
        history,
        "Attempt",
        id=str(number),
        started=_date_text(began),
        isStartedSynced="True",
        ended=_date_text(ended),
        isEndedSynced="True",
    )
    if attempt.ended is Ended.FINISHED:
        SubElement(item, "GameTime").text = duration_text(attempt.real_us)


def _date_text(moment: datetime) -> str:
    return f"{moment:%m/%d/%Y %H:%M:%S}"


def _add_segment(
    segment: Element, title: str, place: int, section: str, attempts: Sequence[Attempt], best: Attempt | None
) -> None:
    SubElement(segment, "Name").text = title
    SubElement(segment, "Icon")
    split = SubElement(SubElement(segment, "SplitTimes"), "SplitTime", name=BEST)
    ends_us = [] if best is None else list(accumulate(part.real_us for part in best.segments))
    if place < len(ends_us):
        SubElement(split, "GameTime").text = duration_text(ends_us[place])
    times = [
        (number, part.real_us)
        for number, attempt in enumerate(attempts, 1)
        for part in attempt.segments
        if part.section == section
    ]
    gold = SubElement(segment, "BestSegmentTime")
    if times:
        SubElement(gold, "GameTime").text = duration_text(min(real_us for _, real_us in times))
    history = SubElement(segment, "SegmentHistory")
    for number, real_us in times:
        SubElement(SubElement(history, "Time", id=str(number)), "GameTime").text = duration_text(real_us)
