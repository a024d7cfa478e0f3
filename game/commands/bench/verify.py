"""`bench verify`: how many replays of the whole run are verified in a second of one core, on each difficulty.

Each file is read, decoded, played again and held against its clock, as `replay verify` and the boards do, over charts
that are loaded once. Processor time is counted, so that other programs disturb little.
"""

import time
from pathlib import Path

from game.app.content import Content, load_content
from game.commands.charts import origin_of
from game.commands.runs import header_of
from game.minigames.manifest import MINIGAMES
from game.replay.codec import encode
from game.replay.headless import MadeUpClock, play_headless
from game.sim.chart import Difficulty
from game.sim.options import RunMode, RunOptions
from game.sim.players import inputs_of, person_of
from game.sim.rng import Rng
from game.storage.proof.chart_store import ChartStore, Playable
from game.storage.proof.examined import examine_data

REPLAYS = 4
"""Number of different replays of each kind."""
ROUNDS = 5
"""How often all of them are verified; the quickest round counts, as the others were disturbed."""
SPREAD_MS = 15
"""Standard deviation of the simulated person's hits."""
Figures = dict[str, float | int | str]


def bench_verify() -> Figures:
    """Return the verifications in a second of processor time, by difficulty, and in Road work."""
    content = load_content()
    charts = ChartStore(Playable(content.chart, origin_of(content)), Path("nowhere"))
    runs = {str(difficulty): (difficulty, RunOptions()) for difficulty in Difficulty}
    runs["road.normal"] = (Difficulty.NORMAL, RunOptions(mode=RunMode.ROAD))
    figures: Figures = {}
    for name, (difficulty, options) in runs.items():
        replays = [_replay(content, difficulty, options, seed) for seed in range(REPLAYS)]
        quickest_s = min(_verified_s(replays, charts) for _ in range(ROUNDS))
        figures[f"{name}.bytes"] = len(replays[0])
        figures[f"{name}.per_cpu_second"] = round(REPLAYS / quickest_s, 1)
    return figures


def _replay(content: Content, difficulty: Difficulty, options: RunOptions, seed: int) -> bytes:
    chart = content.chart(difficulty)
    inputs = inputs_of(chart, person_of(SPREAD_MS), Rng(seed), options)
    header = header_of(content, chart, options, None)
    return encode(play_headless(header, chart, MINIGAMES, inputs, MadeUpClock(has_device=True))[1])


def _verified_s(replays: list[bytes], charts: ChartStore) -> float:
    """Return the processor time that verifying them took; raises ValueError where one is not true."""
    begin_s = time.process_time()
    examined = [examine_data(data, "bench", charts, MINIGAMES) for data in replays]
    spent_s = time.process_time() - begin_s
    for one in examined:
        if one.verification is None or not one.verification.true:
            raise ValueError(one.sentence)
    return spent_s
