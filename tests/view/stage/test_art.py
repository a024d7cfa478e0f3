"""Art is loaded once: a stage for another chart reads nothing, holds nothing for good, and draws the same pictures."""

import gc
from collections.abc import Iterator
from dataclasses import replace
from weakref import ref

import pygame
import pytest

from game.app.content import Content
from game.app.stages import Stages
from game.minigames.views import open_art, open_stage
from game.sim.chart import Chart, Difficulty
from game.storage.settings import Settings
from game.view.canvas.composite_layers import FloatingLayers
from game.view.canvas.lens import HEIGHT, WIDTH
from game.view.stage.art import Art, PlacedSection
from game.view.stage.prewarm import prewarm
from game.view.stage.stage import Stage
from tests.view.conftest import pixels

SECTION = "speed_bag"


class WindowClosed(Exception):
    """Raised by a step of loading once the window is closed."""


@pytest.fixture(scope="module")
def art(content: Content, chart: Chart) -> Art:
    art = open_art(content.world, content.song, content.pack.roots)
    prewarm(Stage(art, chart))
    return art


@pytest.fixture
def no_collector() -> Iterator[None]:
    gc.collect()
    gc.disable()
    yield
    gc.enable()


def switches(content: Content, chart: Chart) -> list[Chart]:
    """Return another difficulty, one section, the whole run, and the same again."""
    return [content.chart(Difficulty.HARD), content.chart(Difficulty.EASY, SECTION), chart, chart]


def look(stage: Stage, time_us: int) -> pygame.Surface:
    picture = pygame.Surface((WIDTH, HEIGHT), 0, 32)
    stage.draw(picture, time_us)
    return picture


def has_own_backdrop(placed: PlacedSection) -> bool:
    """Whether a section is shown before another backdrop than its map's."""
    own = placed.level.look.sections.get(placed.section.id)
    return own is not None and bool(own.backdrop)


def test_a_switch_reads_no_file_and_holds_no_more_pictures(content: Content, chart: Chart, art: Art) -> None:
    before = art.files_read, art.bytes_held, list(art.problems)
    for switched in switches(content, chart):
        stage = Stage(art, switched)
        for section in switched.sections:
            look(stage, (section.start_us + section.end_us) // 2)
    assert (art.files_read, art.bytes_held, art.problems) == before


@pytest.mark.usefixtures("no_collector")
def test_a_stage_that_is_let_go_of_is_gone_without_the_collector(content: Content, chart: Chart, art: Art) -> None:
    for switched in switches(content, chart):
        stage = Stage(art, switched)
        look(stage, switched.end_us - 1)
        parts = [stage, stage._memories, stage.log, *stage.shots]
        parts += [staged.view for shot in stage.shots for staged in shot.sections]
        left = [ref(part) for part in parts]
        del stage, parts
        assert [type(part()).__name__ for part in left if part() is not None] == []


def test_stages_of_one_art_draw_what_a_stage_of_its_own_draws(content: Content, chart: Chart, art: Art) -> None:
    hard = content.chart(Difficulty.HARD)
    alone, shared = open_stage(content.world, content.song, hard, content.pack.roots), Stage(art, hard)
    for section in hard.sections:
        middle_us = (section.start_us + section.end_us) // 2
        assert pixels(look(shared, middle_us)) == pixels(look(alone, middle_us)), section.id


def test_art_of_a_changed_world_reads_no_picture_again_and_keeps_the_other_places(content: Content, art: Art) -> None:
    levels = content.world if isinstance(content.world, tuple) else content.world.levels
    changed = (replace(levels[0], lights=()), *levels[1:])
    read = art.files_read
    after = open_art(changed, content.song, content.pack.roots, art)
    for place in after.places:
        place.load()
    assert after.files_read == read
    kept = [place.layers for place in art.places]
    assert after.places[0].layers not in kept
    unchanged = [placed for placed in after.sections if placed.level is not changed[0] and not has_own_backdrop(placed)]
    assert unchanged
    assert all(placed.place.layers in kept for placed in unchanged)


def test_a_closed_window_ends_the_prewarm_at_the_next_step(content: Content, chart: Chart) -> None:
    steps = 0

    def between() -> None:
        nonlocal steps
        steps += 1
        raise WindowClosed

    with pytest.raises(WindowClosed):
        Stages(FloatingLayers(lambda: False), between)(content, chart, Settings())
    assert steps == 1


def test_the_art_is_loaded_once_for_a_library_and_anew_for_another(content: Content, chart: Chart) -> None:
    steps: list[int] = []
    only = replace(content, world=(content.world if isinstance(content.world, tuple) else content.world.levels)[:1])
    stages, short = Stages(FloatingLayers(lambda: False), lambda: steps.append(1)), only.chart(Difficulty.NORMAL)
    stages(only, short, Settings())
    loaded = len(steps)
    stages(only, only.chart(Difficulty.HARD), Settings())
    assert len(steps) == loaded
    stages(replace(only), short, Settings())
    assert len(steps) == 2 * loaded
