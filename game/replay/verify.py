"""Verifies replays: plays the inputs again and compares with the claimed result.

This shows that the inputs give the score, not that a person made them.
"""

from dataclasses import dataclass, fields

from game.errors import UnknownChart
from game.replay.model import Replay, Result
from game.replay.recorder import result_of
from game.sim.chart import RULES_VERSION, Chart
from game.sim.events import Judged
from game.sim.rules import Registry
from game.sim.simulate import simulate
from game.timing.units import Micros


@dataclass(frozen=True, slots=True)
class Verification:
    """Whether the claim holds; if not, the first divergent moment (song time) and what differed, as a sentence."""

    true: bool
    sentence: str
    first_divergence_us: Micros | None = None


def verify(replay: Replay, chart: Chart, registry: Registry) -> Verification:
    """Play the replay again over `chart`. Raises UnknownChart when it was played on another chart or other rules."""
    header = replay.header
    if header.rules_version != RULES_VERSION or header.chart_hash != chart.hash():
        raise UnknownChart(
            f"the replay was played on chart {header.chart_hash[:8]} (rules {header.rules_version}), which this "
            f"installation does not have (its own is {chart.hash()[:8]}, rules {RULES_VERSION})"
        )
    session, events = simulate(chart, header.options, registry, (row.event for row in replay.inputs))
    judged = [event for event in events if isinstance(event, Judged)]
    return (
        _differing_points(replay, judged)
        or _differing_section(replay, session.section_digests, chart)
        or (
            _differing_result(replay.result, result_of(session), chart)
            or Verification(True, f"true: {replay.result.score} points, digest {replay.result.digest}")
        )
    )


def _differing_points(replay: Replay, judged: list[Judged]) -> Verification | None:
    for claimed, event in zip(replay.points, judged, strict=False):
        if claimed != event.points:
            where = f"{event.time_us} us, {event.kind} {event.part} (cue {event.cue_id})"
            sentence = f"false: at {where} the replay claims {claimed} points, the rules give {event.points}"
            return Verification(False, sentence, event.time_us)
    if len(replay.points) == len(judged):
        return None
    moment = judged[len(replay.points)].time_us if len(replay.points) < len(judged) else judged[-1].time_us
    sentence = (
        f"false: from {moment} us on: the replay claims {len(replay.points)} judgements, the rules give {len(judged)}"
    )
    return Verification(False, sentence, moment)


def _differing_section(replay: Replay, digests: list[str], chart: Chart) -> Verification | None:
    for section, claimed, found in zip(chart.sections, replay.section_digests, digests, strict=False):
        if claimed != found:
            sentence = f"false: in section {section.id}, which begins at {section.start_us} us, the digests differ"
            return Verification(False, sentence, section.start_us)
    if len(replay.section_digests) == len(digests):
        return None
    sentence = f"false: the replay claims {len(replay.section_digests)} sections, the chart has {len(digests)}"
    return Verification(False, sentence, chart.start_us)


def _differing_result(claimed: Result, found: Result, chart: Chart) -> Verification | None:
    for field in fields(Result):
        if getattr(claimed, field.name) != getattr(found, field.name):
            values = f"{getattr(claimed, field.name)}, the rules give {getattr(found, field.name)}"
            return Verification(False, f"false: at the end: {field.name} is claimed as {values}", chart.end_us)
    return None
