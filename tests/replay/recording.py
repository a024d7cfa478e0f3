"""A short recorded run for the tests of replays, and one by somebody who could be a person."""

from dataclasses import replace
from typing import Any

from game.minigames.manifest import MINIGAMES
from game.replay.headless import MadeUpClock, play_headless
from game.replay.model import Player, Replay, ReplayHeader
from game.replay.recorder import laces_of, result_of
from game.replay.verify import played_again
from game.sim.actions import InputEvent, Verb
from game.sim.chart import RULES_VERSION, Chart
from game.sim.events import Judged
from game.sim.options import RunOptions
from game.sim.players import in_order, inputs_of, person_of
from game.sim.rng import Rng
from tests.charts import BEAT_US, At, L, R, U, chart_of

CHART = chart_of(
    "yard",
    *(At(beat, "lift", (L, R)[beat % 2]) for beat in range(2, 10)),
    At(11, "press", (L, R)),
    At(13, "rail", U),
)
PRESSES: tuple[tuple[int, Verb], ...] = (
    *((beat * BEAT_US + beat * 3_000, (L, R)[beat % 2]) for beat in range(2, 9)),
    (11 * BEAT_US - 7_000, L),
    (11 * BEAT_US + 9_000, R),
    (12 * BEAT_US, U),
    (13 * BEAT_US + 60_000, U),
)
CLOCK = MadeUpClock(wall_us=77_000_000, utc_us=1_764_000_000_000_000, has_device=True)


def header_of(chart: Chart, options: RunOptions) -> ReplayHeader:
    """Return the header of a run over `chart`."""
    return ReplayHeader(
        "0.0.0", RULES_VERSION, Player.PERSON, "tests", chart.hash(), "0" * 64, str(chart.difficulty), None, options
    )


def taps() -> list[InputEvent]:
    """Return the presses above, each held for another time, in order."""
    return in_order(
        InputEvent(at_us, verb, down)
        for place, (time_us, verb) in enumerate(PRESSES)
        for at_us, down in ((time_us, True), (time_us + 45_000 + 997 * place, False))
    )


def recorded_run(chart: Chart = CHART, options: RunOptions | None = None) -> Replay:
    """Play the presses above, each held for another time, and return the recording."""
    options = options or RunOptions(seed=5)
    return play_headless(header_of(chart, options), chart, MINIGAMES, taps(), CLOCK)[1]


def person_inputs(chart: Chart, spread_ms: int, seed: int = 1, options: RunOptions | None = None) -> list[InputEvent]:
    """Return inputs as somebody could have made them: with a spread, and every key let go after another time."""
    rng = Rng(seed)
    events = inputs_of(chart, person_of(spread_ms), rng, options)
    loose = [event if event.down else replace(event, time_us=event.time_us + rng.below(30_000)) for event in events]
    return in_order(loose)


def person_run(
    chart: Chart, spread_ms: int = 15, seed: int = 1, options: RunOptions | None = None, clock: MadeUpClock = CLOCK
) -> Replay:
    """Return the recording of such a run."""
    options = options or RunOptions()
    inputs = person_inputs(chart, spread_ms, seed, options)
    return play_headless(header_of(chart, options), chart, MINIGAMES, inputs, clock)[1]


def simulated_again(replay: Replay, chart: Chart) -> Replay:
    """Return a run whose claims were computed from its inputs."""
    session, found = played_again(replay, chart, MINIGAMES)
    conditions = replace(replay.conditions, laces=laces_of(found))
    return replace(
        replay,
        conditions=conditions,
        points=tuple(event.points for event in found if isinstance(event, Judged)),
        section_digests=tuple(session.section_digests),
        result=result_of(session, conditions),
    )


def run_of_header(replay: Replay, chart: Chart, **changes: Any) -> Replay:
    """Return the same run under a header with other fields, as it would have been recorded."""
    return simulated_again(replace(replay, header=replace(replay.header, **changes)), chart)
