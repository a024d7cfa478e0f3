"""`bench start` and `bench input`: start-up time and input polling intervals. Figures only; no thresholds."""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from game.storage.paths import HOME_VARIABLE, PACKAGE
from game.timing.units import US_PER_SECOND, Micros

Figures = dict[str, float | int | str]
STARTS = 5
"""Processes started."""
BENCH_ARGS = argparse.Namespace(level=None, pack=None, safe=False, claps=False, difficulty=None)
"""Command-line arguments of the measured game."""


def bench_start() -> Figures:
    """Start the game several times up to its title screen; return seconds from the command to the end of
    the process.
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
    """Run autoplay for `seconds` in a window; return statistics of the intervals between input polls, with and without
    those that contain a flip, and of the frame time without the flip.
    """
    if not any(name in os.environ for name in ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER")):
        os.environ["SDL_VIDEODRIVER"] = "dummy"
    import pygame

    from game.app.application import RunUntil, open_application
    from game.states.machine import Machine
    from game.states.run.run_plan import RunPlan
    from game.states.run.running import Running
    from game.states.transitions import Transition

    with open_application(BENCH_ARGS) as application:
        end_us: list[Micros] = []

        def over(machine: Machine, wall_us: Micros) -> bool:
            if not end_us and isinstance(machine.state, Running):
                end_us.append(wall_us + round(seconds * US_PER_SECOND))
                for intervals in (
                    application.devices.poll_intervals,
                    application.devices.flip_intervals,
                    application.loop.frame_times,
                ):
                    intervals.clear()
            return bool(end_us) and wall_us >= end_us[0]

        application.app.loaded.wait()
        application.loop.run(RunUntil(application.machine(Transition("loading", RunPlan(autoplay_ms=0.0))), over))
        figures: Figures = {
            "video": pygame.display.get_driver(),
            "presenter": application.window.presenter_name,
            "window": f"{application.window.size[0]}x{application.window.size[1]}",
            "frame_rate": application.window.frame_rate,
        }
        for name, intervals in (
            ("poll", application.devices.poll_intervals),
            ("flip", application.devices.flip_intervals),
            ("frame", application.loop.frame_times),
        ):
            figures |= {f"{name}_{part}": value for part, value in intervals.figures().items()}
    return figures
