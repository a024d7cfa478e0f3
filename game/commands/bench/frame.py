"""`bench frame`: draw time, section by section. Figures only.

Everything is drawn twice: for a window of 640x360, and, with `floating_` before the figure's name, for a window of at
least twice that, with sub-pixel composite layers.
"""

import gc
import os
from bisect import bisect_right
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING

from game.app.content import load_content
from game.commands.runs import autoplay_inputs
from game.minigames.manifest import MINIGAMES
from game.sim.chart import Chart, Difficulty
from game.sim.options import RunOptions
from game.sim.session import Session
from game.timing.units import US_PER_SECOND

if TYPE_CHECKING:
    from game.view.stage.stage import Stage

FRAMES_PER_SECOND = 30
"""Frames drawn for each second of song time."""
SPREAD_MS = 25.0
"""Timing spread of the simulated player, in milliseconds."""
Figures = dict[str, float | int | str]


def bench_frame() -> Figures:
    """Draw the whole run at 30 frames a second; return median and 99th percentile in ms, by section and overall."""
    os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
    from game.minigames.views import open_stage
    from game.view.canvas.composite_layers import FloatingLayers
    from game.view.stage.prewarm import prewarm

    content = load_content()
    chart = content.chart(Difficulty.NORMAL)
    figures: Figures = {}
    for prefix, floating in (("", False), ("floating_", True)):
        stage = open_stage(content.world, content.song, chart, content.pack.roots)
        began = perf_counter()
        prewarm(stage)
        figures[f"{prefix}load_s"] = round(perf_counter() - began, 2)
        if floating:
            stage.floating = FloatingLayers(lambda: True)
        costs = costs_of(stage, chart)
        figures[f"{prefix}pictures_mb"] = stage.art.bytes_held // 2**20
        for name, cost in costs.items():
            ranked = sorted(cost)
            figures[f"{prefix}{name}_median_ms"] = round(median(ranked), 2)
            figures[f"{prefix}{name}_p99_ms"] = round(ranked[len(ranked) * 99 // 100], 2)
    return figures


def costs_of(stage: "Stage", chart: Chart) -> dict[str, list[float]]:
    """Draw a run with a timing spread of 25 ms; return each picture's draw time in ms by section, and all of them."""
    import pygame

    from game.view.canvas.lens import HEIGHT, WIDTH

    options = RunOptions()
    session = Session(chart, options, MINIGAMES)
    for event in autoplay_inputs(chart, options, SPREAD_MS):
        session.queue(event)
    target = pygame.Surface((WIDTH, HEIGHT), 0, 32)
    costs: dict[str, list[float]] = {section.id: [] for section in chart.sections}
    starts = [section.start_us for section in chart.sections]
    gc.freeze()
    for time_us in range(0, chart.end_us, US_PER_SECOND // FRAMES_PER_SECOND):
        stage.on_events(session.advance_to(time_us))
        began = perf_counter()
        stage.draw(target, time_us)
        playing = bisect_right(starts, time_us, lo=1) - 1
        costs[chart.sections[playing].id].append((perf_counter() - began) * 1e3)
    return costs | {"all": [cost for section in costs.values() for cost in section]}
