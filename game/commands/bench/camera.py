"""`bench camera`: sub-pixel camera accuracy at the window's resolution, and its cost.

The velocity error is the root mean square, over consecutive frames, of the difference between a thing's motion in the
window and the camera's, in window pixels: with everything at whole pixels of the 640x360 picture, and with the floating
layers. The jerk is the greatest change of the lane's speed from one frame to the next, in window pixels at scale 3:
exact, at whole pixels, and floating.
"""

import gc
import os
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from math import floor, sqrt
from statistics import median
from time import perf_counter

import pygame

from game.app.content import load_content
from game.minigames.manifest import MINIGAMES
from game.sim.chart import Chart, Difficulty
from game.sim.options import RunOptions
from game.sim.session import Session
from game.sim.simulate import perfect_inputs
from game.timing.units import US_PER_SECOND, Micros
from game.view.canvas.composite_layers import FloatingLayers, Parts, fraction
from game.view.canvas.lens import Lens

FRAMES_PER_SECOND = 60
"""Frames drawn for each second of song time."""
SCALES = (2, 3)
"""Window scales measured, as factors of 640x360."""
LANE = "lane"
"""Figure name of the lane's layer."""
MAN = "man"
"""Figure name of the fighter's layer."""
LAYERS = "layers"
"""Figure name of all other layers."""
SEAM_BEATS = 2.0
"""Beats around a seam between sections that are reported as the seam."""
JUMP_PX = 50.0
"""Greatest motion of a lane column between two frames, px; more is a cut to another place. Whole pixels are removed."""
MapPoint = tuple[float, float]
Figures = dict[str, float | int | str]


class Watched(FloatingLayers):
    """A composite that records the exact position of every layer, in pixels of the 640x360 picture."""

    def __init__(self) -> None:
        super().__init__(lambda: True)
        self.exact: dict[str, MapPoint] = {}

    def enter(self, lens: Lens, x: float, parallax: float = 1.0, parallax_y: float = 1.0) -> Lens:
        """Record the position of the lane, or of the fighter."""
        self.exact[MAN if x else LANE] = (x - lens.x * parallax, -lens.y * parallax_y)
        return super().enter(lens, x, parallax, parallax_y)

    def enter_at(self, lens: Lens, x: float, row: float) -> Lens:
        """Record the fighter's position."""
        self.exact[MAN] = (x - lens.x, row - lens.y)
        return super().enter_at(lens, x, row)

    def paste_parts(self, place: MapPoint, parts: Parts) -> None:
        """Record the position of a picture by its parts."""
        self.exact |= {f"{id(picture)}": place for picture, _ in parts}
        super().paste_parts(place, parts)


@dataclass
class Track:
    """Positions collected over a part of the run."""

    squares: dict[tuple[str, int, str], list[float]] = field(default_factory=lambda: defaultdict(list))
    """Squared velocity errors by layer, window scale and method of placing."""
    lane: list[float] = field(default_factory=list)
    """The lane's exact column for each frame, jumps removed."""

    def follow(self, before: dict[str, MapPoint], after: dict[str, MapPoint]) -> None:
        """Add a frame and its predecessor."""
        for key in after.keys() & before.keys():
            kind = key if key in (LANE, MAN) else LAYERS
            for was, now in zip(before[key], after[key], strict=True):
                for scale in SCALES:
                    for name, placed in PLACED.items():
                        off = placed(now, scale) - placed(was, scale) - (now - was) * scale
                        self.squares[kind, scale, name].append(off * off)
        if LANE in after:
            self.lane.append(self._without_jump(after[LANE][0]))

    def _without_jump(self, column: float) -> float:
        if not self.lane or abs(column - self.lane[-1]) < JUMP_PX:
            return column
        speed = self.lane[-1] - self.lane[-2] if len(self.lane) > 1 else 0.0
        return column - round(column - self.lane[-1] - speed)

    def figures(self, name: str) -> Figures:
        """Return one line for each kind of layer, and one for the jerk."""
        lines: Figures = {}
        for kind in (LAYERS, LANE, MAN):
            shown = [self._spread_at(kind, scale) for scale in SCALES if self.squares[kind, scale, "laid"]]
            if shown:
                lines[f"{name}_{kind}_px"] = ", ".join(shown)
        if len(self.lane) > FRAMES_PER_SECOND // 4:
            jerks = [max(map(abs, second_differences([place(x, 3) for x in self.lane]))) for place in JERKED]
            lines[f"{name}_jerk_px"] = "camera {:.2f}, whole {:.0f} -> {:.0f}".format(*jerks)
        return lines

    def _spread_at(self, kind: str, scale: int) -> str:
        whole, laid = (_rms(self.squares[kind, scale, name]) for name in PLACED)
        return f"{scale}x {whole:.2f} -> {laid:.2f}"


def exactly(exact: float, scale: int) -> float:
    """Return the exact window column."""
    return exact * scale


def whole_at(exact: float, scale: int) -> float:
    """Return the window column of a thing placed at whole pixels of the 640x360 picture."""
    return float(floor(exact + 0.5) * scale)


def laid_at(exact: float, scale: int) -> float:
    """Return the window column of a thing placed by the compositor at its fractional position."""
    return float(floor(exact - fraction(exact) + 0.5) * scale + floor(fraction(exact) * scale + 0.5))


PLACED: dict[str, Callable[[float, int], float]] = {"whole": whole_at, "laid": laid_at}
"""Methods of placing by name."""
JERKED = (exactly, whole_at, laid_at)
"""Methods whose jerk is measured."""


def second_differences(values: Sequence[float]) -> list[float]:
    """Return the second differences of a sequence."""
    return [c - 2 * b + a for a, b, c in zip(values, values[1:], values[2:], strict=False)]


def bench_camera() -> Figures:
    """Draw the whole run at 60 frames a second; return velocity errors in window pixels and costs in ms."""
    os.environ["SDL_VIDEODRIVER"] = "dummy"
    from game.minigames.views import open_stage
    from game.platform.window.compositor import PICTURE_SIZE, Compositor
    from game.view.stage.prewarm import prewarm

    content = load_content()
    chart = content.chart(Difficulty.NORMAL)
    stage = open_stage(content.world, content.song, chart, content.pack.roots)
    prewarm(stage)
    stage.floating = composite = Watched()
    session = Session(chart, RunOptions(), MINIGAMES)
    for event in perfect_inputs(chart, RunOptions(), MINIGAMES):
        session.queue(event)
    canvas = pygame.Surface(PICTURE_SIZE, 0, 32)
    windows = [Compositor(pygame.Surface((PICTURE_SIZE[0] * s, PICTURE_SIZE[1] * s), 0, 32)) for s in SCALES]
    watch, tracks, before = Stopwatch(), defaultdict[str, Track](Track), dict[str, MapPoint]()
    gc.freeze()
    for time_us in frames(chart.end_us):
        stage.on_events(session.advance_to(time_us))
        composite.exact, shot = {}, stage.shot_at(time_us)
        watch.begin()
        stage.draw(canvas, time_us)
        watch.note("draw")
        turn = time_us // (US_PER_SECOND // FRAMES_PER_SECOND) % len(windows)
        watch.begin()
        windows[turn].compose(canvas, composite.layer_map(canvas), watch.poll)
        watch.note(f"lay_{SCALES[turn]}x")
        for name in tracked_names(chart, time_us):
            tracks[name].follow(before if stage.shot_at(time_us - 1) is shot else {}, composite.exact)
        before = composite.exact
    figures: Figures = {}
    for name, track in tracks.items():
        figures |= track.figures(name)
    return figures | watch.figures()


class Stopwatch:
    """Measures the cost of drawing and compositing, and the longest interval between input polls while compositing."""

    def __init__(self) -> None:
        self.costs: dict[str, list[float]] = defaultdict(list)
        self._began = self._asked = perf_counter()

    def begin(self) -> None:
        """Start measuring."""
        self._began = self._asked = perf_counter()

    def poll(self) -> None:
        """Record an input poll."""
        now = perf_counter()
        self.costs["unasked"].append((now - self._asked) * 1e3)
        self._asked = now

    def note(self, name: str) -> None:
        """Record the end of a named step."""
        self.costs[name].append((perf_counter() - self._began) * 1e3)

    def figures(self) -> Figures:
        """Return medians, 99th percentiles and maxima, in ms."""
        lines: Figures = {}
        for name, cost in self.costs.items():
            ranked = sorted(cost)
            lines[f"{name}_median_ms"] = round(median(ranked), 2)
            lines[f"{name}_p99_ms"] = round(ranked[len(ranked) * 99 // 100], 2)
            lines[f"{name}_max_ms"] = round(ranked[-1], 2)
        return lines


def frames(end_us: Micros) -> range:
    """Return the song times of all frames of a run, in microseconds."""
    return range(0, end_us, US_PER_SECOND // FRAMES_PER_SECOND)


def tracked_names(chart: Chart, time_us: Micros) -> Iterable[str]:
    """Return the names of what plays at a time: the section, and the seam if one is near."""
    beat = chart.tempo.beat_at(time_us)
    for before, section in zip((None, *chart.sections), chart.sections, strict=False):
        if section.start_us <= time_us < section.end_us:
            yield section.id
        if before is not None and abs(beat - float(section.start_beat)) < SEAM_BEATS:
            yield f"{before.id}>{section.id}"


def _rms(squares: Sequence[float]) -> float:
    return sqrt(sum(squares) / len(squares))
