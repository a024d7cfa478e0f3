"""Findings: a problem in a file, its location and how to mend it."""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import asdict, dataclass, replace
from enum import StrEnum

from game.errors import ContentError
from game.terminal import escaped

MOST_OF_A_PROBLEM = 6
"""So many findings of one problem are listed."""


class Severity(StrEnum):
    """An error keeps the file from being played; a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Location:
    """Where in a file something is. `x` and `y` are map pixels, `beat` counts from the first beat of the song."""

    file: str
    layer: str = ""
    object_id: int | None = None
    name: str = ""
    x: float | None = None
    y: float | None = None
    beat: float | None = None

    def __str__(self) -> str:
        """Format as: file: object 41 "crate" on layer "cues", beat 12.5 (x 1200, y 96)."""
        parts: list[str] = []
        if self.object_id is not None:
            parts.append(f"object {self.object_id}" + (f' "{self.name}"' if self.name else ""))
        elif self.name:
            parts.append(f'"{self.name}"')
        if self.layer:
            parts.append(f'on layer "{self.layer}"' if parts else f'layer "{self.layer}"')
        where = " ".join(parts)
        if self.beat is not None:
            where += f"{', ' if where else ''}beat {self.beat:g}"
        if self.x is not None and self.y is not None:
            where += f"{' ' if where else ''}(x {self.x:g}, y {self.y:g})"
        return f"{self.file}: {where}" if where else self.file


@dataclass(frozen=True, slots=True)
class Finding:
    """One problem. `problem` names the check, `what` describes it, `mend` says how to correct it.

    `on` are the difficulties that have it; empty: it does not depend on difficulty.
    """

    problem: str
    location: Location
    what: str
    mend: str
    severity: Severity = Severity.ERROR
    on: tuple[str, ...] = ()

    @property
    def sentence(self) -> str:
        """The finding without its file, for where the file is known."""
        return str(replace(self, location=replace(self.location, file="."))).removeprefix(".: ")

    def __str__(self) -> str:
        """Format as one sentence on one line, whatever the names in it hold."""
        when = f"on {', '.join(self.on)}: " if self.on else ""
        return escaped(f"{self.location}: {when}{self.what}; {self.mend}")

    def as_dict(self) -> dict[str, object]:
        """Return a flat dictionary for JSON."""
        return {
            "problem": self.problem,
            "severity": str(self.severity),
            "on": list(self.on),
            **asdict(self.location),
            "what": self.what,
            "mend": self.mend,
            "sentence": self.sentence,
        }


def merged(findings: Iterable[Finding]) -> list[Finding]:
    """Merge findings that differ only in difficulty."""
    found: dict[Finding, list[str]] = {}
    for finding in findings:
        found.setdefault(replace(finding, on=()), []).extend(finding.on)
    return [replace(finding, on=tuple(dict.fromkeys(on))) for finding, on in found.items()]


def on_any_of(findings: Iterable[Finding], difficulties: Collection[str]) -> list[Finding]:
    """Return the findings that concern one of some difficulties, each on those alone."""
    narrowed = [(found, tuple(name for name in found.on if name in difficulties)) for found in findings]
    return [replace(found, on=on) for found, on in narrowed if on or not found.on]


def few_of_each(findings: Iterable[Finding]) -> list[Finding]:
    """Return the first findings of each problem; the last of many says how many more there are."""
    counts: Counter[str] = Counter()
    listed = list(findings)
    totals = Counter(finding.problem for finding in listed)
    kept: list[Finding] = []
    for finding in listed:
        counts[finding.problem] += 1
        more = totals[finding.problem] - MOST_OF_A_PROBLEM
        if counts[finding.problem] < MOST_OF_A_PROBLEM or more <= 0:
            kept.append(finding)
        elif counts[finding.problem] == MOST_OF_A_PROBLEM:
            kept.append(replace(finding, mend=f"{finding.mend} (and {more} more like it)"))
    return kept


def errors_in(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings of severity error."""
    return tuple(finding for finding in findings if finding.severity is Severity.ERROR)


def refuse_errors(findings: Iterable[Finding]) -> None:
    """Raise ContentError with all errors among the findings, one a line; do nothing when there is none."""
    errors = errors_in(findings)
    if errors:
        raise ContentError("\n".join(str(finding) for finding in errors))
