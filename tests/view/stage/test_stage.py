"""The stage draws every moment of the run, and the same moment always alike."""

import numpy as np
import pygame
import pytest

from game.app.content import Content, load_content
from game.minigames.manifest import MINIGAMES
from game.minigames.views import open_stage, views
from game.sim.chart import Chart, Difficulty
from game.storage.paths import levels_dir
from game.timing.units import Micros, ms
from game.view.canvas.options import Quality, ViewOptions
from game.view.stage.prewarm import prewarm
from game.view.stage.stage import Stage
from tests import shipped
from tests.view.conftest import Screening, pixels

FLAT_COLOURS = 40
"""A picture with fewer colors than this shows no place: it is black, or one flat tone with grain."""


def colors(picture: pygame.Surface) -> int:
    """Return how many colors a picture has."""
    return len(np.unique(pygame.surfarray.array2d(picture)))


def middles(chart: Chart) -> list[Micros]:
    """Return a moment in the middle of every section."""
    return [(section.start_us + section.end_us) // 2 for section in chart.sections]


def with_art_of_its_own(content: Content, chart: Chart) -> Stage:
    """Return a stage that shares no picture with any other."""
    return open_stage(content.world, content.song, chart, content.pack.roots)


def test_every_exercise_has_a_view() -> None:
    assert list(views()) == list(MINIGAMES)


def test_every_section_shows_a_picture_with_light_and_dark(screening: Screening, chart: Chart) -> None:
    for section, time_us in zip(chart.sections, middles(chart), strict=True):
        tones = pygame.surfarray.array3d(screening.look(time_us)).astype(int).sum(2)
        assert np.percentile(tones, 98) - np.percentile(tones, 2) > 60, section.id


def test_the_lead_in_and_the_last_moment_are_drawn(screening: Screening, chart: Chart) -> None:
    assert colors(screening.look(chart.start_us - chart.lead_in_us)) < FLAT_COLOURS, "the film fades up from black"
    assert colors(screening.look(chart.end_us)) > FLAT_COLOURS


def test_the_same_moment_gives_the_same_pixels(screening: Screening, chart: Chart) -> None:
    for time_us in middles(chart):
        assert pixels(screening.look(time_us)) == pixels(screening.look(time_us))


def test_the_order_of_looking_does_not_matter(chart: Chart) -> None:
    forwards, straight = Screening(chart, 25.0), Screening(chart, 25.0)
    straight.stage = with_art_of_its_own(shipped.content(), chart)
    times = middles(chart)[::3]
    for time_us in range(0, times[-1], 3_000_000):
        forwards.look(time_us)
    straight.stage.on_events(straight.session.advance_to(times[-1]))
    forwards.stage.on_events(forwards.session.advance_to(times[-1]))
    for time_us in reversed(times):
        assert pixels(straight.look(time_us)) == pixels(forwards.look(time_us))


def test_a_poor_run_and_a_great_one_look_different(chart: Chart) -> None:
    great, poor = Screening(chart), Screening(chart, 140.0)
    time_us = chart.sections[9].start_us + 2_100_000
    difference = np.abs(
        pygame.surfarray.array3d(great.look(time_us)).astype(int)
        - pygame.surfarray.array3d(poor.look(time_us)).astype(int)
    )
    assert difference.mean() > 1.0


@pytest.mark.parametrize(
    "options", [ViewOptions(reduced_motion=True), ViewOptions(quality=Quality.PLAIN, overlay=True)]
)
def test_options_of_the_picture_are_drawn(chart: Chart, options: ViewOptions) -> None:
    screening = Screening(chart, 40.0, options)
    for time_us in middles(chart)[::4]:
        assert colors(screening.look(time_us)) > FLAT_COLOURS


def test_inputs_are_polled_between_layers(screening: Screening, chart: Chart) -> None:
    polls: list[int] = []

    target = pygame.Surface((640, 360), 0, 32)
    screening.stage.draw(target, chart.start_us, lambda: polls.append(1))
    assert len(polls) >= 4


@pytest.mark.parametrize("section", ["yard", "speed_bag", "meat", "cuts", "river"])
def test_events_of_a_poll_during_the_drawing_do_not_change_the_picture(
    screening: Screening, chart: Chart, section: str
) -> None:
    stage, session = screening.stage, screening.session
    cue = next(cue for part in chart.sections if part.id == section for cue in part.cues)
    stage.on_events(session.advance_to(cue.time_us - 1))
    fresh = session.advance_to(cue.time_us + ms(60))
    before, during, after = (pygame.Surface((640, 360), 0, 32) for _ in range(3))
    stage.draw(before, cue.time_us + ms(60))

    def poll() -> None:
        stage.on_events(fresh)
        fresh.clear()

    stage.draw(during, cue.time_us + ms(60), poll)
    stage.draw(after, cue.time_us + ms(60))
    assert not fresh
    assert pixels(during) == pixels(before)
    assert pixels(after) != pixels(before), "the next picture shows them"


def test_a_restart_forgets_the_run(screening: Screening, chart: Chart) -> None:
    screening.look(chart.sections[3].start_us)
    screening.stage.reset()
    assert screening.stage.log.events == []


def test_pictures_stay_within_their_memory(screening: Screening) -> None:
    prewarm(screening.stage)
    assert screening.stage.art.bytes_held < 200 * 2**20


@pytest.mark.parametrize("section", ["market", "sit_ups", "cuts", "summit"])
def test_a_section_can_be_played_alone(section: str) -> None:
    chart = shipped.chart(Difficulty.HARD).only(section)
    screening = Screening(chart, 30.0)
    for time_us in range(chart.start_us - chart.lead_in_us, chart.end_us, 1_500_000):
        picture = screening.look(time_us)
        assert time_us < chart.start_us or colors(picture) > FLAT_COLOURS


@pytest.mark.parametrize("name", ["yard", "gym", "cuts", "steps"])
def test_a_map_can_be_shown_alone(name: str) -> None:
    content = load_content(str(levels_dir() / f"{name}.tmx"))
    chart = content.chart(Difficulty.EASY)
    screening = Screening(chart)
    screening.stage = with_art_of_its_own(content, chart)
    assert colors(screening.look((chart.start_us + chart.end_us) // 2)) > FLAT_COLOURS
