"""`bench figure`: contrast of the fighter against his background, section by section, in the game's own pictures.

A section passes when every moment does. Moments in which foreground objects hide most of him are skipped.
"""

import os
from collections.abc import Collection, Sequence
from dataclasses import replace
from statistics import mean, median

from game.app.content import load_content
from game.commands.runs import autoplay_inputs
from game.minigames.manifest import MINIGAMES
from game.sim.chart import Difficulty
from game.sim.options import RunOptions
from game.sim.session import Session
from game.view.canvas.readability import Contrast, contrast_of

MOMENTS = 12
"""Pictures taken of each section."""
BESIDE_US = 20_000
"""Timing offset of every press, in microseconds: clean but not perfect, because the hit effect of a perfect press
surrounds a fist with light for a fifth of a second and would count as background.
"""
MOSTLY_HIDDEN = 0.3
"""Share of his usual pixels below which a moment is skipped: a bag or a pillar passes in front of him."""


def bench_figure() -> dict[str, float | int | str]:
    """Return for each section the fighter's lightness against a 7 px ring, the ring's spread, and how many moments
    pass.
    """
    figures: dict[str, float | int | str] = {}
    for section, found in measure().items():
        if not found:
            figures[section] = "not seen"
            continue
        difference, spread = means_of(found)
        least = min(found, key=lambda contrast: abs(contrast.difference))
        verdict = "passes" if all(each.passes for each in found) else "FAILS "
        figures[section] = (
            f"{verdict}  difference {difference:.2f} (least {least.difference:+.2f})  "
            f"spread {spread:.2f} (most {max(each.spread for each in found):.2f})  "
            f"moments {sum(each.passes for each in found)} of {len(found)}"
        )
    return figures


def means_of(found: Sequence[Contrast]) -> tuple[float, float]:
    """Return the mean lightness difference from the ring, in either direction, and the ring's mean spread."""
    return mean(abs(each.difference) for each in found), mean(each.spread for each in found)


def measure(moments: int = MOMENTS, only: Collection[str] = ()) -> dict[str, list[Contrast]]:
    """Return the fighter's contrast at `moments` times of each section, or of `only` some, by section id."""
    os.environ["SDL_VIDEODRIVER"] = "dummy"
    import pygame

    from game.minigames.views import open_stage
    from game.view.canvas.lens import HEIGHT, WIDTH

    content = load_content()
    chart, options = content.chart(Difficulty.NORMAL), RunOptions()
    stage = open_stage(content.world, content.song, chart, content.pack.roots)
    session = Session(chart, options, MINIGAMES)
    for event in autoplay_inputs(chart, options, 0.0):
        session.queue(replace(event, time_us=event.time_us + BESIDE_US))
    shown, hidden = (pygame.Surface((WIDTH, HEIGHT), 0, 32) for _ in range(2))
    found: dict[str, list[Contrast]] = {}
    for section in chart.sections:
        if only and section.id not in only:
            continue
        contrasts = found.setdefault(section.id, [])
        for number in range(moments):
            time_us = section.start_us + (2 * number + 1) * (section.end_us - section.start_us) // (2 * moments)
            stage.on_events(session.advance_to(time_us))
            stage.draw(shown, time_us)
            stage.draw_without_fighter(hidden, time_us)
            contrast = contrast_of(*(pygame.surfarray.array3d(picture) for picture in (shown, hidden)))
            if contrast is not None:
                contrasts.append(contrast)
    return {section: in_sight(contrasts) for section, contrasts in found.items()}


def in_sight(found: Sequence[Contrast]) -> list[Contrast]:
    """Return the moments in which at least three tenths of his usual pixels are visible."""
    usual = median([each.pixels for each in found]) if found else 0
    return [each for each in found if each.pixels >= MOSTLY_HIDDEN * usual]
