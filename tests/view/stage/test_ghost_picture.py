"""A ghost is seen beside the runner, below all that has to be read, or as a pip on a strip of bars."""

from dataclasses import replace
from fractions import Fraction

import numpy as np
import numpy.typing as npt
import pygame
import pytest

from game.minigames.manifest import MINIGAMES
from game.replay.ghost import Ghost
from game.replay.headless import play_headless
from game.sim.chart import Chart, Difficulty
from game.sim.options import RunMode, RunOptions
from game.sim.simulate import autoplay_inputs
from game.timing.course import Course, Leg
from game.timing.units import Micros
from game.view.canvas.composite_layers import WHOLE
from game.view.figure.silhouette import TONE, outline_of
from game.view.film.draw_context import DrawContext
from game.view.stage.ghost_picture import STRIP_ROW
from game.view.stage.shots import RunShot, section_at
from game.view.stage.stage import Stage
from tests import shipped
from tests.replay.recording import header_of

ROAD = RunOptions(mode=RunMode.ROAD)
RUNNING = ("yard", "market", "bridge", "river")
INDOORS_AT = (100, 230, 286, 320, 350)
Mask = npt.NDArray[np.bool_]


class GhostAhead(Ghost):
    """A ghost that is so many beats of the present tempo ahead of the runner, who runs at the written tempo."""

    beats = 0.0

    def song_us_at(self, road_us: Micros) -> Micros:
        song_us = self.chart.start_us + road_us
        return song_us + round(self.beats * self.chart.tempo.segment_at(song_us).us_per_beat)


@pytest.fixture(scope="module")
def ghost(chart: Chart) -> GhostAhead:
    inputs = autoplay_inputs(chart, ROAD, MINIGAMES, 20.0)
    return GhostAhead(play_headless(header_of(chart, ROAD), chart, MINIGAMES, inputs)[1], chart, MINIGAMES)


@pytest.fixture
def stage(chart: Chart, ghost: GhostAhead) -> Stage:
    """Return a stage of Road work on which a whole run has happened, at the written tempo: nothing else is drawn."""
    stage = shipped.new_stage(chart)
    stage.on_events(ghost.events)
    stage.course = Course((Leg(chart.start_us, 0, 10_000),))
    return stage


def look(stage: Stage, beat: float) -> npt.NDArray[np.uint8]:
    picture = pygame.Surface((640, 360), 0, 32)
    stage.draw(picture, at_beat(beat))
    return pygame.surfarray.array3d(picture)


def at_beat(beat: float) -> Micros:
    return shipped.chart(Difficulty.NORMAL).tempo.to_us(Fraction(beat))


def cue_pixels(stage: Stage, beat: float, monkeypatch: pytest.MonkeyPatch) -> Mask:
    """Return which pixels the section's own cues and props cover, before its light and film."""
    shot = stage.shot_at(at_beat(beat))
    view = section_at(shot.sections, at_beat(beat)).view
    contexts: list[DrawContext] = []
    own_back = view.back

    def back(context: DrawContext) -> None:
        contexts.append(context)
        own_back(context)

    with monkeypatch.context() as patched:
        patched.setattr(view, "back", back)
        look(stage, beat)
    drawn = []
    for key in ((255, 0, 255), (0, 255, 0)):
        scratch = pygame.Surface((640, 360), 0, 32)
        scratch.fill(key)
        own_back(replace(contexts[0], target=scratch, composite=WHOLE))
        drawn.append(pygame.surfarray.array3d(scratch))
    return np.asarray((drawn[0] == drawn[1]).all(axis=2))


def test_cues_are_the_same_pixels_with_and_without_a_ghost(
    stage: Stage, ghost: GhostAhead, chart: Chart, monkeypatch: pytest.MonkeyPatch
) -> None:
    """He stands just at a cue, ahead of the runner or behind him."""
    shown, at_cues = 0, 0
    for section in (part for part in chart.sections if part.id in RUNNING):
        for cue in section.cues[3::14][:2]:
            for ghost.beats in (0.7, -0.4):
                beat = float(cue.beat) - ghost.beats
                stage.race(None)
                alone, cues = look(stage, beat), cue_pixels(stage, beat, monkeypatch)
                stage.race(ghost)
                changed = (look(stage, beat) != alone).any(axis=2)
                assert not (changed & cues).any(), (section.id, beat)
                shown += bool(changed.any())
                at_cues += int(cues[changed.any(axis=1)][:, changed.any(axis=0)].sum())
    assert shown > 12, "he is seen in most of them"
    assert at_cues > 700, "and much of the cues lies where he stands"


def test_a_ghost_is_at_most_45_percent_opaque_and_15_within_half_a_beat(stage: Stage, ghost: GhostAhead) -> None:
    stage.race(ghost)
    for beats, percent in ((0.0, 15), (0.5, 15), (-0.5, 15), (0.625, 30), (0.75, 45), (1.0, 45)):
        ghost.beats = beats
        figure = stage.ghost_at(at_beat(45.0))
        assert figure is not None
        step = round(6 * figure.apart)
        outline = outline_of(pygame.Surface((4, 4)), step)
        assert outline.get_at((1, 1))[3] == int(255 * percent / 100)


def test_a_silhouette_is_flat_and_of_one_tone() -> None:
    picture = pygame.Surface((3, 1), pygame.SRCALPHA, 32)
    picture.set_at((0, 0), (255, 0, 0, 255))
    picture.set_at((1, 0), (0, 40, 0, 255))
    outline = outline_of(picture, 6)
    assert [tuple(outline.get_at((column, 0))) for column in range(2)] == [(*TONE, 114)] * 2
    assert outline.get_at((2, 0))[3] == 0


@pytest.mark.parametrize("beat", INDOORS_AT)
def test_where_a_ghost_cannot_be_seen_two_pips_say_where_both_are(stage: Stage, ghost: GhostAhead, beat: float) -> None:
    ghost.beats = 8.0
    alone = look(stage, beat)
    stage.race(ghost)
    changed = (look(stage, beat) != alone).any(axis=2)
    assert changed.any()
    assert changed[:, : STRIP_ROW - 2].sum() == 0, "nothing but the strip"
    pips = np.flatnonzero(changed[:, STRIP_ROW + 2])[0], np.flatnonzero(changed[:, STRIP_ROW - 2])[0]
    assert pips[0] - pips[1] == 8, "eight beats are two bars of four pixels"


def test_out_of_the_picture_there_are_pips_too(stage: Stage, ghost: GhostAhead) -> None:
    ghost.beats = 6.0
    stage.race(ghost)
    assert stage.ghost_at(at_beat(45.0)) is None
    ghost.beats = 0.8
    assert stage.ghost_at(at_beat(45.0)) is not None


def test_without_a_course_the_montage_shows_no_ghost(stage: Stage, ghost: GhostAhead) -> None:
    alone = look(stage, 45.0)
    stage.race(ghost)
    stage.course = None
    montage = look(stage, 45.0)
    stage.race(None)
    assert (look(stage, 45.0) == montage).all()
    assert alone.shape == montage.shape


def test_a_ghost_of_another_difficulty_runs_too(stage: Stage, chart: Chart) -> None:
    hard = shipped.chart(Difficulty.HARD)
    inputs = autoplay_inputs(hard, ROAD, MINIGAMES, 20.0)
    ghost = GhostAhead(play_headless(header_of(hard, ROAD), hard, MINIGAMES, inputs)[1], hard, MINIGAMES)
    ghost.beats = 0.8
    stage.race(ghost)
    assert stage.ghost_at(at_beat(45.0)) is not None


def test_every_running_shot_has_ghosts(stage: Stage) -> None:
    assert sum(isinstance(shot, RunShot) for shot in stage.shots) >= 3
