"""A short recorded run for the tests of replays."""

from game.minigames.manifest import MINIGAMES
from game.replay.model import Replay, ReplayHeader
from game.replay.recorder import Recorder
from game.sim.actions import InputEvent, Verb
from game.sim.chart import RULES_VERSION, Chart
from game.sim.options import RunOptions
from game.sim.session import Session
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


def header_of(chart: Chart, options: RunOptions) -> ReplayHeader:
    """Return the header of a run over `chart`."""
    return ReplayHeader("0.0.0", RULES_VERSION, chart.hash(), "0" * 64, str(chart.difficulty), None, options)


def recorded_run(chart: Chart = CHART, options: RunOptions | None = None) -> Replay:
    """Play the presses above and return the recording."""
    options = options or RunOptions(seed=5)
    session = Session(chart, options, MINIGAMES)
    recorder = Recorder(header_of(chart, options))
    for time_us, verb in PRESSES:
        for at_us, down in ((time_us, True), (time_us + 45_000, False)):
            placed = session.queue(InputEvent(at_us, verb, down))
            recorder.input(placed, at_us + 777)
    recorder.on_events(session.advance_to(1 << 60))
    return recorder.finish(session)
