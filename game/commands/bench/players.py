"""`bench players`: points, form and bands by section of simulated players, and of bots that do not know the chart."""

import statistics
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from itertools import pairwise

from game.app.content import load_content
from game.minigames.manifest import MINIGAMES
from game.sim.actions import HANDS, InputEvent, Verb
from game.sim.chart import Chart, Difficulty
from game.sim.events import BandChanged, Event, SecondWind
from game.sim.form import Form
from game.sim.options import RunOptions
from game.sim.players import alternate, alternate_in_tempo, inputs_of, mash, mash_in_tempo, person_of
from game.sim.rng import Rng
from game.sim.session import Session
from game.sim.simulate import END_OF_TIME_US, perfect_inputs
from game.timing.tempo import BEATS_PER_BAR

SPREADS_MS = (100, 80, 60, 40, 25, 15, 8)
"""Timing spreads of simulated players, in milliseconds."""
MASH_RATES = (8, 12, 16)
"""Presses per second of mashing bots."""
TURBO_RATE = 30
"""Presses per second of the turbo-button bot."""
STEPS_PER_BEAT = (1, 2, 3, 4)
"""Divisions of the beat of bots that press in tempo."""
CROWD = 20
"""Simulated players for each spread."""


@dataclass(frozen=True, slots=True)
class SectionPlayed:
    """One section of one run: points in percent, the form at its end, and the highest band after its first bar."""

    percent: float
    form: float
    band: float


@dataclass(frozen=True, slots=True)
class Played:
    """One run: score, accuracy in percent, and how often the band opened, closed and had its second wind."""

    score: float
    accuracy: float
    openings: float
    closings: float
    second_winds: float
    sections: Mapping[str, SectionPlayed]


def bench_players() -> dict[str, dict[str, Played]]:
    """Return the mean run of each player by difficulty and player."""
    content = load_content()
    return {str(difficulty): _players(content.chart(difficulty)) for difficulty in Difficulty}


def as_rows(found: Mapping[str, Mapping[str, Played]]) -> dict[str, float | int | str]:
    """Return a line a player: the run's figures, then percent/form/band of each section."""
    return {
        f"{difficulty} {player}": f"{run.score:9,.0f}  {run.accuracy:5.1f} %  opens {run.openings:4.1f}  "
        f"closes {run.closings:4.1f}  winds {run.second_winds:3.1f}  "
        + "  ".join(f"{name} {part.percent:.0f}/{part.form:.0f}/{part.band:.1f}" for name, part in run.sections.items())
        for difficulty, players in found.items()
        for player, run in players.items()
    }


def as_numbers(found: Mapping[str, Mapping[str, Played]]) -> dict[str, float | int | str]:
    """Return every figure by a dotted name: difficulty, player, then the figure, or a section and its figure."""
    numbers: dict[str, float | int | str] = {}
    for difficulty, players in found.items():
        for player, run in players.items():
            flat = asdict(run)
            parts = {
                f"{name}.{key}": value for name, part in flat.pop("sections").items() for key, value in part.items()
            }
            numbers |= {f"{difficulty}.{player}.{name}": round(value, 2) for name, value in (flat | parts).items()}
    return numbers


def _players(chart: Chart) -> dict[str, Played]:
    found = {"perfect": [perfect_inputs(chart, RunOptions(), MINIGAMES)]}
    for spread_ms in SPREADS_MS:
        found[f"{spread_ms} ms"] = [inputs_of(chart, person_of(spread_ms), Rng(seed)) for seed in range(CROWD)]
    for rate in MASH_RATES:
        found[f"all verbs {rate}/s"] = [mash(chart, Verb, rate)]
    for rate in (*MASH_RATES, TURBO_RATE):
        found[f"hands in turn {rate}/s"] = [alternate(chart, rate)]
    for steps in STEPS_PER_BEAT:
        found[f"all verbs {steps} a beat"] = [mash_in_tempo(chart, Verb, steps)]
        found[f"both hands {steps} a beat"] = [mash_in_tempo(chart, HANDS, steps)]
        found[f"hands in turn {steps} a beat"] = [alternate_in_tempo(chart, steps)]
    return {name: _mean([_played(chart, inputs) for inputs in crowd]) for name, crowd in found.items()}


def _played(chart: Chart, inputs: list[InputEvent]) -> Played:
    session = Session(chart, RunOptions(), MINIGAMES)
    for event in inputs:
        session.queue(event)
    events: list[Event] = []
    forms: list[int] = []
    for section in chart.sections:
        events += session.advance_to(section.end_us)
        forms.append(session.form.value)
    events += session.advance_to(END_OF_TIME_US)
    changes = [event for event in events if isinstance(event, BandChanged)]
    bands = [Form().band, *(change.band for change in changes)]
    score = session.score
    sections = {
        section.id: SectionPlayed(100 * tally.net_points / tally.max_points, form, _highest_band(chart, index, changes))
        for index, (section, tally, form) in enumerate(zip(chart.sections, score.sections, forms, strict=True))
    }
    return Played(
        score=score.total,
        accuracy=score.accuracy_permyriad / 100,
        openings=sum(after > before for before, after in pairwise(bands)),
        closings=sum(after < before for before, after in pairwise(bands)),
        second_winds=sum(isinstance(event, SecondWind) for event in events),
        sections=sections,
    )


def _highest_band(chart: Chart, index: int, changes: list[BandChanged]) -> int:
    """Return the highest band of a section from its second bar on."""
    section = chart.sections[index]
    from_us = chart.tempo.to_us(section.start_beat + BEATS_PER_BAR)
    before = [change.band for change in changes if change.time_us <= from_us]
    inside = [change.band for change in changes if from_us < change.time_us < section.end_us]
    return max([*(before[-1:] or [Form().band]), *inside])


def _mean(runs: list[Played]) -> Played:
    names = runs[0].sections
    return Played(
        score=statistics.mean(run.score for run in runs),
        accuracy=statistics.mean(run.accuracy for run in runs),
        openings=statistics.mean(run.openings for run in runs),
        closings=statistics.mean(run.closings for run in runs),
        second_winds=statistics.mean(run.second_winds for run in runs),
        sections={name: _mean_section([run.sections[name] for run in runs]) for name in names},
    )


def _mean_section(parts: list[SectionPlayed]) -> SectionPlayed:
    return SectionPlayed(
        percent=round(statistics.mean(part.percent for part in parts), 1),
        form=round(statistics.mean(part.form for part in parts)),
        band=round(statistics.mean(part.band for part in parts), 2),
    )
