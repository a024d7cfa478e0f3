"""`bench memory`: cost of switching between charts: resident memory, planning time of a stage, files read."""

import gc
import os
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path
from statistics import median
from time import perf_counter

from game.app.content import Content, load_content
from game.sim.chart import Chart, Difficulty
from game.storage.settings import Settings

SWITCHES = 20
"""Number of switches."""
PRINTED_AFTER = (1, 2, 3, 10, 20)
"""Numbers of switches after which resident memory is printed."""
PICTURES_A_SWITCH = 60
"""Pictures drawn after each switch."""
STATM = Path("/proc/self/statm")
"""Linux: a process's memory in pages; the second field is the resident set."""
BYTES_PER_MB = 2**20
"""Bytes in a megabyte of the figures."""
Figures = dict[str, float | int | str]


def bench_memory() -> Figures:
    """Load the art once, then switch difficulty, section, practice, back to the whole run and restart, drawing pictures
    of each; return resident memory in MB, planning time in ms, and files read by all switches.

    Memory is reported only where `/proc` exists.
    """
    os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
    import pygame

    from game.app.stages import Stages
    from game.view.canvas.composite_layers import FloatingLayers
    from game.view.canvas.lens import HEIGHT, WIDTH

    content, settings = load_content(), Settings()
    stages, target = Stages(FloatingLayers(lambda: True)), pygame.Surface((WIDTH, HEIGHT), 0, 32)
    began = perf_counter()
    stage = stages(content, content.chart(Difficulty.NORMAL), settings)
    figures: Figures = {"load_s": round(perf_counter() - began, 2)}
    figures |= _resident("loaded_mb")
    art = stages.art
    files = 0 if art is None else art.files_read
    plans: list[float] = []
    for number, chart in enumerate(islice(charts(content), SWITCHES), start=1):
        began = perf_counter()
        stage = stages(content, chart, settings)
        plans.append((perf_counter() - began) * 1e3)
        for step in range(PICTURES_A_SWITCH):
            stage.draw(target, chart.start_us + (chart.end_us - chart.start_us) * step // PICTURES_A_SWITCH)
        if number in PRINTED_AFTER:
            figures |= _resident(f"after_{number}_mb")
    figures |= {"plan_median_ms": round(median(plans), 1), "plan_max_ms": round(max(plans), 1)}
    return figures | {"files_read": 0 if stages.art is None else stages.art.files_read - files}


def charts(content: Content) -> Iterator[Chart]:
    """Yield the charts to switch to, endlessly: another difficulty, a section, another section, the whole
    run, again.
    """
    sections = cycle(section.id for section in content.chart(Difficulty.NORMAL).sections)
    for difficulty in cycle(Difficulty):
        whole = content.chart(difficulty)
        yield whole
        yield content.chart(difficulty, next(sections))
        yield content.chart(difficulty, next(sections))
        yield whole
        yield whole


def _resident(name: str) -> Figures:
    """Return the process's resident memory under a name, after a garbage collection; empty where `/proc` is missing."""
    if not STATM.exists():
        return {}
    gc.collect()
    pages = int(STATM.read_text(encoding="ascii").split()[1])
    return {name: round(pages * os.sysconf("SC_PAGE_SIZE") / BYTES_PER_MB)}
