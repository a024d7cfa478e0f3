"""`bench frame`: what drawing costs, section by section, on whatever machine this is. Figures only.

Drawn as for a window of at least twice the picture's size: with the planes of a floating camera.
"""

import gc
import os
from statistics import median
from time import perf_counter

from game.commands.runs import autoplay_inputs, load_content
from game.minigames.manifest import MINIGAMES
from game.sim.chart import Difficulty
from game.sim.options import RunOptions
from game.sim.session import Session
from game.storage.paths import assets_dir
from game.timing.units import US_PER_SECOND

FRAMES_PER_SECOND = 30


def bench_frame() -> dict[str, float | int | str]:
    """Draw the whole run at 30 frames a second; return median and 99th percentile in ms, by section and in all."""
    os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
    import pygame

    from game.minigames.views import open_stage
    from game.view.lens import HEIGHT, WIDTH
    from game.view.moment import Moment
    from game.view.planes import FloatingPlanes

    content = load_content()
    chart, options = content.chart(Difficulty.NORMAL), RunOptions()
    stage = open_stage(content.world, content.song, chart, assets_dir())
    began = perf_counter()
    stage.preload()
    loaded_s = perf_counter() - began
    stage.floating = FloatingPlanes(lambda: True)
    session = Session(chart, options, MINIGAMES)
    for event in autoplay_inputs(chart, options, 25.0):
        session.queue(event)
    target = pygame.Surface((WIDTH, HEIGHT), 0, 32)
    costs: dict[str, list[float]] = {section.id: [] for section in chart.sections}
    gc.freeze()
    for time_us in range(0, chart.end_us, US_PER_SECOND // FRAMES_PER_SECOND):
        stage.listen(session.advance_to(time_us))
        state = session.state
        began = perf_counter()
        stage.draw(target, Moment(time_us, state))
        costs[chart.sections[state.section].id].append((perf_counter() - began) * 1e3)
    figures: dict[str, float | int | str] = {"load_s": round(loaded_s, 2), "pictures_mb": stage.bytes_held // 2**20}
    costs["all"] = [cost for section in costs.values() for cost in section]
    for name, cost in costs.items():
        ranked = sorted(cost)
        figures[f"{name}_median_ms"] = round(median(ranked), 2)
        figures[f"{name}_p99_ms"] = round(ranked[len(ranked) * 99 // 100], 2)
    return figures
