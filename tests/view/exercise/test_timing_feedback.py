"""Early and late look different from clean, and from each other."""

from dataclasses import replace

import pygame
import pytest

from game.minigames.manifest import MINIGAMES
from game.sim.actions import InputEvent, Verb
from game.sim.chart import Chart, Cue
from game.sim.events import Judged, Part
from game.sim.judge import Grade
from game.sim.options import RunOptions
from game.sim.session import Session
from game.timing.units import Micros, ms
from game.view.canvas.lens import HEIGHT, WIDTH
from game.view.canvas.timing_error import TimingError, timing_of
from tests.shipped import new_stage
from tests.view.conftest import pixels

BESIDE_US = ms(70)
LOOK_AFTER_US = ms(120)
EXERCISES = (
    ("yard", "lift"),
    ("yard", "rail"),
    ("market", "crate"),
    ("market", "hanging"),
    ("market", "catch"),
    ("market", "slip_left"),
    ("bridge", "step"),
    ("bridge", "join"),
    ("speed_bag", "strike"),
    ("heavy_bag", "cross"),
    ("heavy_bag", "body"),
    ("heavy_bag", "uppercut"),
    ("sit_ups", "sit_up"),
    ("sit_ups", "twist"),
    ("push_ups", "lower"),
    ("medicine_ball", "brace"),
    ("meat", "straight"),
    ("meat", "hook"),
    ("river", "stride"),
    ("river", "breath"),
    ("river", "gust"),
    ("steps", "step"),
    ("steps", "leap"),
    ("summit", "turn"),
    ("summit", "jab"),
    ("summit", "raise"),
)


def judged(grade: Grade, offset_us: Micros | None) -> Judged:
    return Judged(0, 0, 0, "k", Part.PRESS, Verb.LEFT, grade, 0, False, offset_us)


def test_a_clean_hit_is_neither_early_nor_late() -> None:
    assert timing_of(judged(Grade.PERFECT, -3)) is TimingError.CLEAN


def test_a_hit_that_is_not_clean_is_on_the_side_of_its_offset() -> None:
    assert timing_of(judged(Grade.SLOPPY, -80_000)) is TimingError.EARLY
    assert timing_of(judged(Grade.GOOD, 60_000)) is TimingError.LATE


def test_nothing_at_all_is_a_miss() -> None:
    assert timing_of(judged(Grade.MISS, None)) is TimingError.MISSED


@pytest.mark.parametrize(("exercise", "kind"), EXERCISES)
def test_early_late_and_clean_are_three_pictures(chart: Chart, exercise: str, kind: str) -> None:
    cue = first(chart, (exercise, kind))
    early, clean, late = (
        answered(chart, cue, (grade, by))
        for grade, by in ((Grade.GOOD, -BESIDE_US), (Grade.GREAT, 0), (Grade.GOOD, BESIDE_US))
    )
    assert early != clean
    assert late != clean
    assert early != late


def answered(chart: Chart, cue: Cue, told: tuple[Grade, Micros]) -> bytes:
    """Return the picture a moment after a cue was pressed on time, if the judge had called it so.

    Only the judgement differs: all else on the picture is the same moment of the same run.
    """
    stage = new_stage(chart)
    session = Session(chart, RunOptions(), MINIGAMES)
    for verb in cue.verbs:
        session.queue(InputEvent(cue.time_us, verb, down=True))
    look_us = cue.time_us + LOOK_AFTER_US
    for event in session.advance_to(look_us):
        if isinstance(event, Judged) and event.cue_id == cue.id:
            event = replace(event, grade=told[0], offset_us=told[1], dead_on=False)
        stage.on_events([event])
    picture = pygame.Surface((WIDTH, HEIGHT), 0, 32)
    stage.draw(picture, look_us)
    return pixels(picture)


def first(chart: Chart, which: tuple[str, str]) -> Cue:
    section = next(section for section in chart.sections if section.minigame == which[0])
    return next(cue for cue in section.cues if cue.name == which[1])
