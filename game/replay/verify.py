"""Verifies replays: plays the inputs again, compares with the claims, and checks the clock.

What is proven: these inputs, at these times, give this score. That a person made them is not.
"""

from dataclasses import dataclass, fields
from enum import IntEnum

from game.errors import UnknownChart
from game.replay.claims import setup_of
from game.replay.clock_check import ClockFault, walk_clock
from game.replay.fit import unfit_reasons
from game.replay.model import Replay, ReplayHeader, Result
from game.replay.recorder import laces_of, result_of
from game.sim.chart import BESIDE, RULES_VERSION, Chart
from game.sim.events import Event, Judged
from game.sim.options import RunMode
from game.sim.rules import Registry
from game.sim.session import Session
from game.sim.simulate import simulate
from game.timing.units import Micros

NOT_PROVEN = "That a person pressed the keys is not proven."
"""What every true verdict says."""


FULL_RATE = 1000
"""Rate of play in Road work, in thousandths."""


class Verdict(IntEnum):
    """What verification finds; the numbers are the command's exit statuses."""

    TRUE = 0
    FALSE = 1
    UNKNOWN = 2
    """Not verifiable here: another chart, other rules, another format or mode."""
    UNFIT = 3
    """True, but not fit for a board."""


@dataclass(frozen=True, slots=True)
class Verification:
    """The verdict with a sentence; of a false replay the first divergent moment (song time), of a true one the session
    that was played again, with its events."""

    verdict: Verdict
    sentence: str
    first_divergence_us: Micros | None = None
    session: Session | None = None
    events: tuple[Event, ...] = ()

    @property
    def true(self) -> bool:
        """Whether the inputs give the score, fit for a board or not."""
        return self.verdict in (Verdict.TRUE, Verdict.UNFIT)


def verify(replay: Replay, chart: Chart, registry: Registry) -> Verification:
    """Play the replay again over `chart`. Raises UnknownChart when it was played on another chart, by other rules."""
    require_rules(replay.header)
    session, events = played_again(replay, chart, registry)
    _require_known(replay.header, session.chart_hash)
    judged = [event for event in events if isinstance(event, Judged)]
    false = (
        _differing_header(replay, chart, session, events)
        or _differing_points(replay, judged)
        or _differing_section(replay, session.section_digests, chart)
        or _differing_result(replay.result, result_of(session, replay.conditions), chart)
    )
    if false is not None:
        return false
    walk = walk_clock(replay, chart)
    if isinstance(walk, ClockFault):
        return Verification(Verdict.FALSE, f"false: {walk.sentence}", walk.song_us)
    reasons = unfit_reasons(replay, chart, judged, walk)
    proven = f"the inputs give {replay.result.score} points, digest {replay.result.digest}. {NOT_PROVEN}"
    if reasons:
        sentence = f"true, but not fit for a board: {'; '.join(reasons)}; {proven}"
        return Verification(Verdict.UNFIT, sentence, session=session, events=tuple(events))
    return Verification(Verdict.TRUE, f"true: {proven}", session=session, events=tuple(events))


def played_again(replay: Replay, chart: Chart, registry: Registry) -> tuple[Session, list[Event]]:
    """Return the session that the replay's inputs give over `chart`, ended, and all its events."""
    inputs = (row.event for row in replay.trace.inputs)
    return simulate(chart, replay.header.options, registry, inputs, setup_of(replay.header))


def require_rules(header: ReplayHeader) -> None:
    """Raise UnknownChart where a replay was played by other rules than these."""
    if header.rules_version != RULES_VERSION:
        age = "older" if header.rules_version < RULES_VERSION else "newer"
        raise UnknownChart(
            f"the replay was played by {age} rules (version {header.rules_version}, these are {RULES_VERSION}): "
            "verify it with the game that it was played in"
        )


def _require_known(header: ReplayHeader, chart_hash: str) -> None:
    if header.chart_hash != chart_hash:
        raise UnknownChart(
            f"the replay was played on chart {header.chart_hash[:8]} (rules {header.rules_version}), which this "
            f"installation does not have (its own is {chart_hash[:8]}, rules {RULES_VERSION})"
        )


def _differing_header(replay: Replay, chart: Chart, session: Session, events: list[Event]) -> Verification | None:
    """What the rules know of the header is computed again."""
    header, only = replay.header, _part_of(replay.header, chart)
    claims: tuple[tuple[str, object, object], ...] = (
        ("rate", header.options.rate_permille, _rate_of(header)),
        ("difficulty", header.difficulty, str(chart.difficulty)),
        ("section", header.section or only, only),
        ("laces", replay.conditions.laces, laces_of(events)),
        ("paces", replay.trace.paces, () if session.pace is None else session.pace.paces),
    )
    for name, claimed, found in claims:
        if claimed != found:
            sentence = f"false: {name} is claimed as {claimed}, the chart and the inputs give {found}"
            return Verification(Verdict.FALSE, sentence, chart.start_us)
    return None


def _part_of(header: ReplayHeader, chart: Chart) -> str | None:
    """Return the section or the neighbours that a chart is of; None for a whole run. Only their lead-in tells several
    neighbours from a whole run."""
    part = BESIDE.join(section.id for section in chart.sections)
    if len(chart.sections) == 1:
        return part
    return part if header.section == part and chart.lead_in_us == chart.part_lead_in_us else None


def _rate_of(header: ReplayHeader) -> int:
    """Return the rate that a run of its mode has: in Road work only the pace changes the tempo."""
    return header.options.rate_permille if header.mode is RunMode.MONTAGE else FULL_RATE


def _differing_points(replay: Replay, judged: list[Judged]) -> Verification | None:
    for claimed, event in zip(replay.points, judged, strict=False):
        if claimed != event.points:
            where = f"{event.time_us} us, {event.kind} {event.part} (cue {event.cue_id})"
            sentence = f"false: at {where} the replay claims {claimed} points, the rules give {event.points}"
            return Verification(Verdict.FALSE, sentence, event.time_us)
    if len(replay.points) == len(judged):
        return None
    moment = judged[min(len(replay.points), len(judged) - 1)].time_us if judged else 0
    sentence = (
        f"false: from {moment} us on: the replay claims {len(replay.points)} judgements, the rules give {len(judged)}"
    )
    return Verification(Verdict.FALSE, sentence, moment)


def _differing_section(replay: Replay, digests: list[str], chart: Chart) -> Verification | None:
    for section, claimed, found in zip(chart.sections, replay.section_digests, digests, strict=False):
        if claimed != found:
            sentence = f"false: in section {section.id}, which begins at {section.start_us} us, the digests differ"
            return Verification(Verdict.FALSE, sentence, section.start_us)
    if len(replay.section_digests) == len(digests):
        return None
    sentence = f"false: the replay claims {len(replay.section_digests)} sections, the chart has {len(digests)}"
    return Verification(Verdict.FALSE, sentence, chart.start_us)


def _differing_result(claimed: Result, found: Result, chart: Chart) -> Verification | None:
    for field in fields(Result):
        if getattr(claimed, field.name) != getattr(found, field.name):
            values = f"{getattr(claimed, field.name)}, the rules give {getattr(found, field.name)}"
            return Verification(Verdict.FALSE, f"false: at the end: {field.name} is claimed as {values}", chart.end_us)
    return None
