"""`bench answers`: pixels by which the pictures after a clean, early, late and missed cue differ, by cue kind.

The first cue of each kind is answered in four ways in an otherwise perfect run; counted are the pixels around the
fighter that differ shortly after. The camera is held still, because a miss moves it and would change every pixel; the
dip of the light is too small to count.
"""

import os
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np

from game.app.content import load_content
from game.commands.runs import autoplay_inputs
from game.minigames.manifest import MINIGAMES
from game.sim.actions import InputEvent
from game.sim.chart import Chart, Cue, Difficulty
from game.sim.options import RunOptions
from game.sim.session import Session
from game.timing.units import US_PER_SECOND, Micros, ms
from game.view.canvas.readability import RgbPixels

if TYPE_CHECKING:
    from game.view.stage.stage import Stage

WAYS: dict[str, int | None] = {"clean": 0, "early": -75, "late": 75, "missed": None}
"""Offset in milliseconds at which the cue is pressed, by answer; None: not pressed."""
LOOKED_MS = (40, 110, 170, 240, 320)
"""Milliseconds after the cue at which pictures are compared; a miss is judged at 135 ms."""
PLAIN_MS = 18
"""Offset in milliseconds of a perfect press that earns no star."""
FRAME_MS = 17
"""Milliseconds from the press to the picture of the pair `PRESSED`."""
PRESSED = ("pressed", "not, one frame later")
"""Figure name: a perfect press without a star against no press, one frame later; isolates the body's own reaction."""
BOX = (300, 270)
"""Width and height in px of the area around the fighter that is compared."""
VISIBLE_DIFFERENCE = 24
"""Smallest channel difference, of 255, that counts as visible."""


def bench_answers() -> dict[str, float | int | str]:
    """Return, per kind of cue, the number of pixels by which each two of the four answers differ."""
    return {
        kind: "  ".join(f"{one} and {other} {pixels}" for (one, other), pixels in pairs.items())
        for kind, pairs in measure().items()
    }


def measure() -> dict[str, dict[tuple[str, str], int]]:
    """Return the largest number of differing pixels for each pair of answers, by `exercise.kind`, on hard (it has every
    kind). The pair of `PRESSED` is a press that earns no star against none, one frame after it.
    """
    os.environ["SDL_VIDEODRIVER"] = "dummy"
    from game.minigames.views import open_stage
    from game.view.canvas.options import ViewOptions

    content = load_content()
    chart = content.chart(Difficulty.HARD)
    stage = open_stage(content.world, content.song, chart, content.pack.roots, ViewOptions(reduced_motion=True))
    perfect = autoplay_inputs(chart, RunOptions(), 0.0)
    found: dict[str, dict[tuple[str, str], int]] = {}
    for cue, name in first_of_each_kind(chart):
        inputs = [event for event in perfect if event.time_us < cue.time_us + US_PER_SECOND]  # later ones are not seen
        looks = {
            way: _looks(stage, chart, cue, played(inputs, cue, offset), LOOKED_MS)
            for way, offset in WAYS.items()
            if offset is not None
        }
        missed = played(inputs, cue, None)
        waiting, *looks["missed"] = _looks(stage, chart, cue, missed, (PLAIN_MS + FRAME_MS, *LOOKED_MS))
        found[name] = {pair: _apart(looks[pair[0]], looks[pair[1]]) for pair in combinations(WAYS, 2)}
        pressed = _looks(stage, chart, cue, played(inputs, cue, PLAIN_MS), (PLAIN_MS + FRAME_MS,))
        found[name][PRESSED] = _apart(pressed, [waiting])
    return found


def first_of_each_kind(chart: Chart) -> Iterator[tuple[Cue, str]]:
    """Yield the first cue of each kind of each exercise, with its name."""
    seen: set[str] = set()
    for section in chart.sections:
        for cue in () if MINIGAMES[section.minigame].spec.borrows else section.cues:
            name = f"{section.minigame}.{cue.name}"
            if name not in seen:
                seen.add(name)
                yield cue, name


def played(perfect: list[InputEvent], cue: Cue, offset_ms: int | None) -> list[InputEvent]:
    """Return a perfect run's inputs with one cue pressed off its time, or not pressed."""
    inputs = []
    for event in perfect:
        mine = event.verb in cue.verbs and cue.time_us <= event.time_us <= max(cue.end_us, cue.time_us + ms(70))
        if not mine or (cue.is_hold and not event.down and offset_ms is not None):
            inputs.append(event)
        elif offset_ms is not None:
            inputs.append(replace(event, time_us=event.time_us + ms(offset_ms)))
    return sorted(inputs, key=lambda event: (event.time_us, event.down))


def _looks(
    stage: "Stage", chart: Chart, cue: Cue, inputs: list[InputEvent], looked_ms: tuple[int, ...]
) -> list[RgbPixels]:
    import pygame

    from game.view.canvas.lens import HEIGHT, WIDTH

    stage.reset()
    session = Session(chart, RunOptions(), MINIGAMES)
    for event in inputs:
        session.queue(event)
    target = pygame.Surface((WIDTH, HEIGHT), 0, 32)
    about_him = target.subsurface(((WIDTH - BOX[0]) // 2 - 40, HEIGHT - BOX[1] - 20), BOX)
    looks = []
    for after_ms in looked_ms:
        time_us: Micros = cue.time_us + ms(after_ms)
        stage.on_events(session.advance_to(time_us))
        stage.draw(target, time_us)
        looks.append(pygame.surfarray.array3d(about_him))
    return looks


def _apart(one: list[RgbPixels], other: list[RgbPixels]) -> int:
    differences = (np.abs(a.astype(np.int16) - b) > VISIBLE_DIFFERENCE for a, b in zip(one, other, strict=True))
    return max(int((each[..., 0] | each[..., 1] | each[..., 2]).sum()) for each in differences)
