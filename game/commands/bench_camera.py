"""`bench camera`: how exactly the picture's planes follow the camera at the window's resolution, and what that costs.

The velocity error is the root mean square, over consecutive frames, of how much further a plane moved in the window
than the camera says, in the window's pixels: at whole pixels of the small picture, and floating.
"""

import gc
import os
from collections import defaultdict
from collections.abc import Callable
from functools import partial
from itertools import pairwise
from math import floor, sqrt
from statistics import median
from time import perf_counter

from game.commands.runs import load_content
from game.minigames.manifest import MINIGAMES
from game.sim.chart import Difficulty
from game.sim.options import RunOptions
from game.sim.session import Session
from game.sim.simulate import perfect_inputs
from game.storage.paths import assets_dir
from game.timing.units import US_PER_SECOND, Micros
from game.view.lens import Lens
from game.view.planes import FloatingPlanes, fraction

FRAMES_PER_SECOND = 60
SCALES = (2, 3)
LANE = 1.0


class Watched(FloatingPlanes):
    """Planes that note where the lane and the nearest houses should lie, in pixels of the small picture."""

    def __init__(self) -> None:
        super().__init__(lambda: True)
        self.exact: dict[str, float] = {}

    def enter(self, lens: Lens, x: float, parallax: float = LANE, parallax_y: float = 1.0) -> Lens:
        """Note the plane's exact place."""
        plane = "houses" if parallax != LANE else "man" if x else "lane"
        self.exact[plane] = x - lens.x * parallax
        return super().enter(lens, x, parallax, parallax_y)


def bench_camera() -> dict[str, float | int | str]:
    """Draw every section at 60 frames a second; return errors in window pixels and costs in ms."""
    os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
    import pygame

    from game.minigames.views import open_stage
    from game.platform.collage import PICTURE_SIZE, Collage
    from game.view.moment import Moment

    content = load_content()
    chart = content.chart(Difficulty.NORMAL)
    stage = open_stage(content.world, content.song, chart, assets_dir())
    stage.preload()
    stage.floating = planes = Watched()
    session = Session(chart, RunOptions(), MINIGAMES)
    for event in perfect_inputs(chart, RunOptions(), MINIGAMES):
        session.queue(event)
    canvas = pygame.Surface(PICTURE_SIZE, 0, 32)
    windows = [Collage(pygame.Surface((PICTURE_SIZE[0] * s, PICTURE_SIZE[1] * s), 0, 32)) for s in SCALES]
    costs: dict[str, list[float]] = defaultdict(list)
    places: dict[str, list[dict[str, float]]] = {section.id: [] for section in chart.sections}
    gc.freeze()
    for time_us in frames(chart.end_us):
        stage.listen(session.advance_to(time_us))
        planes.exact = {}
        began = perf_counter()
        stage.draw(canvas, Moment(time_us, session.state))
        drawn = perf_counter()
        # One picture can be laid once: the windows take turns.
        turn = time_us // (US_PER_SECOND // FRAMES_PER_SECOND) % len(windows)
        windows[turn].lay(canvas, planes.parts(canvas), lambda: None)
        costs["draw"].append((drawn - began) * 1e3)
        costs[f"lay_{SCALES[turn]}x"].append((perf_counter() - drawn) * 1e3)
        places[chart.sections[session.state.section].id].append(planes.exact)
    figures: dict[str, float | int | str] = {}
    for name, seen in places.items():
        figures |= errors(name, seen)
    for name, cost in costs.items():
        ranked = sorted(cost)
        figures[f"{name}_median_ms"] = round(median(ranked), 2)
        figures[f"{name}_p99_ms"] = round(ranked[len(ranked) * 99 // 100], 2)
    return figures


def frames(end_us: Micros) -> range:
    """Return the times of all frames of a run."""
    return range(0, end_us, US_PER_SECOND // FRAMES_PER_SECOND)


def errors(section: str, seen: list[dict[str, float]]) -> dict[str, float | int | str]:
    """Return a section's velocity errors: a line a plane, whole and floating at each scale."""
    lines: dict[str, float | int | str] = {}
    for plane in ("houses", "lane", "man"):
        exact = [moment.get(plane) for moment in seen]
        if sum(place is not None for place in exact) < FRAMES_PER_SECOND:
            continue
        told = []
        for scale in SCALES:
            whole = velocity_error(exact, partial(whole_at, scale=scale), scale)
            floating = velocity_error(exact, partial(laid_at, scale=scale), scale)
            told.append(f"{scale}x {whole:.2f} -> {floating:.2f}")
        lines[f"{section}_{plane}_px"] = ", ".join(told)
    return lines


def whole_at(exact: float, scale: int) -> float:
    """Return the window column of a plane that keeps to whole pixels of the small picture."""
    return float(floor(exact + 0.5) * scale)


def laid_at(exact: float, scale: int) -> float:
    """Return the window column of a plane whose exact place is given in pixels of the small picture."""
    return float(floor(exact - fraction(exact) + 0.5) * scale + round(fraction(exact) * scale))


def velocity_error(exact: list[float | None], placed: Callable[[float], float], scale: int) -> float:
    """Return the root mean square of what a plane moved too far from one frame to the next, in window pixels."""
    steps = [
        placed(after) - placed(before) - (after - before) * scale
        for before, after in pairwise(exact)
        if before is not None and after is not None
    ]
    return sqrt(sum(step * step for step in steps) / len(steps)) if steps else 0.0
