"""`bench arc`: color distance between the pictures of a poor and of a great run at the same beat, section
by section.
"""

import os
from dataclasses import dataclass
from statistics import mean

import numpy as np

from game.app.content import load_content
from game.minigames.manifest import MINIGAMES
from game.sim.chart import Chart, Difficulty
from game.sim.options import RunOptions
from game.sim.players import Person, inputs_of
from game.sim.rng import Rng
from game.sim.session import Session
from game.timing.units import ms
from game.view.canvas.readability import RgbPixels, oklab_of

GREAT = Person(ms(1), 0, 0)
"""Simulated player of the great run: 1 ms spread, no misses."""
POOR = Person(ms(70), 0, 450)
"""Simulated player of the poor run: 70 ms spread, 45 % of cues missed."""
MOMENTS = 3
"""Pictures compared in each section."""
SEED = 3
"""Seed of the simulated players."""


@dataclass(frozen=True, slots=True)
class Apart:
    """Mean OKLab distance between a great and a poor run's picture, their difference in lightness, and both chromas."""

    difference: float
    lighter: float
    great_chroma: float
    poor_chroma: float


def bench_arc() -> dict[str, float | int | str]:
    """Return for each section the means over its moments."""
    return {
        section: f"difference {found.difference:.3f}  lighter by {found.lighter:+.3f}  "
        f"chroma {found.great_chroma:.3f} and {found.poor_chroma:.3f}"
        for section, found in measure().items()
    }


def measure(moments: int = MOMENTS) -> dict[str, Apart]:
    """Return the color distance in the latter half of each section, by section id."""
    chart = load_content().chart(Difficulty.NORMAL)
    great, poor = (_filmed(chart, person, moments) for person in (GREAT, POOR))
    return {section: _apart(great[section], poor[section]) for section in great}


def _filmed(chart: Chart, person: Person, moments: int) -> dict[str, list[RgbPixels]]:
    os.environ["SDL_VIDEODRIVER"] = "dummy"
    import pygame

    from game.minigames.views import open_stage
    from game.view.canvas.lens import HEIGHT, WIDTH

    content = load_content()
    stage = open_stage(content.world, content.song, chart, content.pack.roots)
    session = Session(chart, RunOptions(), MINIGAMES)
    for event in inputs_of(chart, person, Rng(SEED)):
        session.queue(event)
    target = pygame.Surface((WIDTH, HEIGHT), 0, 32)
    pictures: dict[str, list[RgbPixels]] = {}
    for section in chart.sections:
        length_us = section.end_us - section.start_us
        times = [section.end_us - length_us * (2 * n + 1) // (4 * moments) for n in reversed(range(moments))]
        pictures[section.id] = []
        for time_us in times:
            stage.on_events(session.advance_to(time_us))
            stage.draw(target, time_us)
            pictures[section.id].append(pygame.surfarray.array3d(target))
    return pictures


def _apart(great: list[RgbPixels], poor: list[RgbPixels]) -> Apart:
    differences, lighter, chromas = [], [], []
    for one, other in zip(great, poor, strict=True):
        colors = oklab_of(one), oklab_of(other)
        differences.append(float(np.linalg.norm(colors[0] - colors[1], axis=2).mean()))
        lighter.append(float((colors[0] - colors[1])[..., 0].mean()))
        chromas.append([float(np.linalg.norm(color[..., 1:], axis=2).mean()) for color in colors])
    return Apart(mean(differences), mean(lighter), *(mean(each) for each in zip(*chromas, strict=True)))
