"""What `bench frame|start|input` measure. Figures only; judging them is left to tests and notes."""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from game.storage.paths import HOME_VARIABLE, PACKAGE, assets_dir
from game.timing.units import US_PER_SECOND, Micros

Figures = dict[str, float | int | str]
STARTS = 5
FRAME_STEP_US = 100_000
BENCH_ARGS = argparse.Namespace(level=None, safe=False)


def bench_frame() -> Figures:
    """Draw a perfect run every tenth of a second without a window; milliseconds a picture, overall and by section."""
    os.environ["SDL_VIDEODRIVER"] = "dummy"
    import pygame

    from game.commands.runs import autoplay_inputs, load_content
    from game.minigames.manifest import MINIGAMES
    from game.minigames.views import open_stage
    from game.platform.gaps import Gaps
    from game.sim.chart import Difficulty
    from game.sim.options import RunOptions
    from game.sim.session import Session
    from game.view.moment import Moment

    pygame.display.init()
    window = pygame.Window("", (640, 360), hidden=True)
    canvas = window.get_surface()
    content = load_content(None)
    chart = content.chart(Difficulty.NORMAL)
    stage = open_stage(content.world, content.song, chart, assets_dir())
    stage.preload()
    session = Session(chart, RunOptions(), MINIGAMES)
    for event in autoplay_inputs(chart, RunOptions(), 0):
        session.queue(event)
    overall, sections = Gaps(), [Gaps() for _ in chart.sections]
    for time_us in range(chart.start_us - chart.lead_in_us, chart.end_us, FRAME_STEP_US):
        stage.listen(session.advance_to(time_us))
        state = session.state
        begin = time.perf_counter_ns()
        stage.draw(canvas, Moment(time_us, state), lambda: None)
        spent_us = (time.perf_counter_ns() - begin) // 1000
        overall.add(spent_us)
        sections[state.section].add(spent_us)
    by_section = {
        f"{section.id}_p99_ms": gaps.figures()["p99_ms"] for section, gaps in zip(chart.sections, sections, strict=True)
    }
    pygame.display.quit()
    return {**overall.figures(), **by_section}


def bench_start() -> Figures:
    """Start the game anew a few times until its title is on screen; seconds from the command to the end of the
    process.
    """
    command = [sys.executable, str(PACKAGE.parent / "main.py"), "play", "--until", "title"]
    if not Path(command[1]).exists():
        command[1:2] = ["-m", "game"]
    spent = []
    with tempfile.TemporaryDirectory() as home:
        environment = {**os.environ, HOME_VARIABLE: home}
        if not any(name in environment for name in ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER")):
            environment["SDL_VIDEODRIVER"] = "dummy"
        for _ in range(STARTS):
            begin = time.perf_counter()
            subprocess.run(command, env=environment, check=True)
            spent.append(time.perf_counter() - begin)
    median = round(statistics.median(spent), 3)
    return {"starts": STARTS, "median_s": median, "best_s": round(min(spent), 3), "worst_s": round(max(spent), 3)}


def bench_input(seconds: float) -> Figures:
    """Play by itself for so long in a real window (or a dummy one); the gaps between polls of the devices, with and
    without those that a flip fell into, and the time of a frame without its flip.
    """
    if not any(name in os.environ for name in ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER")):
        os.environ["SDL_VIDEODRIVER"] = "dummy"
    import pygame

    from game.commands.cabinet import Until, open_cabinet
    from game.states.destinations import ToRun
    from game.states.machine import Machine
    from game.states.montage import Montage
    from game.states.plan import RunPlan

    with open_cabinet(BENCH_ARGS) as cabinet:
        end_us: list[Micros] = []

        def over(machine: Machine, wall_us: Micros) -> bool:
            if not end_us and isinstance(machine.state, Montage):
                end_us.append(wall_us + round(seconds * US_PER_SECOND))
                for gaps in (cabinet.devices.gaps, cabinet.devices.flip_gaps, cabinet.loop.frame_times):
                    gaps.clear()
            return bool(end_us) and wall_us >= end_us[0]

        cabinet.desk.stock.wait()
        cabinet.loop.run(Until(cabinet.machine(ToRun(RunPlan(autoplay_ms=0.0))), over))
        figures: Figures = {
            "video": pygame.display.get_driver(),
            "presenter": cabinet.window.presenter_name,
            "window": f"{cabinet.window.size[0]}x{cabinet.window.size[1]}",
            "frame_rate": cabinet.window.frame_rate,
        }
        for name, gaps in (
            ("poll", cabinet.devices.gaps),
            ("flip", cabinet.devices.flip_gaps),
            ("frame", cabinet.loop.frame_times),
        ):
            figures |= {f"{name}_{part}": value for part, value in gaps.figures().items()}
    return figures
