"""The market: four ways to dodge, and a catch."""

from fractions import Fraction

import numpy as np
import pygame
import pytest

from game.content.layers import MapProps
from game.content.tiled.level_reader import read_level
from game.minigames.market import bulbs, vapour
from game.minigames.market.people import PEOPLE, People
from game.sim.actions import Verb
from game.sim.chart import Cue, Difficulty
from game.sim.judge import Grade
from game.storage.paths import levels_dir
from game.view.canvas.lens import HEIGHT, WIDTH
from game.view.figure.actor import Actors, Body, Pose
from game.view.figure.sprite_sheet import SpriteFrame
from game.view.film.draw_context import DrawContext
from tests import shipped
from tests.charts import BEAT_US, At, D, L, R, Run, U, chart_of

HALF_BODY_PX = 24
"""Half the width of somebody, px: so far outside the picture nobody is seen."""
SLATE = "board-"
"""Beginning of the names of the pictures of slates."""
THIRD_OF_A_BODY_PX = 8
"""So much of somebody's half width is within the picture when two thirds of him are seen."""


@pytest.mark.parametrize(
    ("kind", "verb"), [("crate", U), ("hanging", D), ("slip_left", L), ("slip_right", R), ("catch", R)]
)
def test_each_obstacle_wants_its_own_way(kind: str, verb: Verb) -> None:
    run = Run(chart_of("market", At(4, kind, verb)))
    for other in Verb:
        if other is not verb:
            run.tap(other, 4 * BEAT_US - 80_000)
    assert run.strays == 3
    assert run.tap(verb, 4 * BEAT_US).judged[0].grade is Grade.PERFECT


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the sheets of the people and dogs of the market that are drawn within the picture, as they are drawn."""
    sheets: list[str] = []
    draw = Actors.draw

    def noted(
        actors: Actors, target: pygame.Surface, body: Body, pose: Pose, at: tuple[int, int]
    ) -> SpriteFrame | None:
        if body.sheet in (*PEOPLE, "dog") and -HALF_BODY_PX < at[0] < WIDTH + HALF_BODY_PX:
            sheets.append(body.sheet)
        return draw(actors, target, body, pose, at)

    monkeypatch.setattr(Actors, "draw", noted)
    return sheets


@pytest.mark.parametrize("difficulty", list(Difficulty))
def test_nobody_stands_twice_in_one_view(difficulty: Difficulty, drawn: list[str]) -> None:
    played = shipped.chart(difficulty)
    section = next(part for part in played.sections if part.minigame == "market")
    stage, picture, most = shipped.new_stage(played), pygame.Surface((WIDTH, HEIGHT), 0, 32), 0
    for half_beat in range(2, round(2 * (section.end_beat - section.start_beat))):
        drawn.clear()
        stage.draw(picture, played.tempo.to_us(section.start_beat + Fraction(half_beat, 2)))
        assert len(drawn) == len(set(drawn)), f"half beat {half_beat}: {drawn}"
        most = max(most, len(drawn))
    assert most >= 2


def test_everybody_painted_into_the_street_is_somebody_else() -> None:
    people = pytest.importorskip("assets.workshop.places.market.people")
    painted = [*people.SELLERS, *(who for _, who in people.FOLK)]
    dressed = [(who.coat, who.hat, who.crown, who.holds) for who in painted]
    assert len(set(dressed)) == len(dressed) and len({who.coat for who in painted}) == len(painted)


def test_an_orange_from_the_left_is_caught_by_the_left() -> None:
    chart = chart_of("market", At(4.5, "catch", L))
    run = Run(chart).tap(R, 9 * BEAT_US // 2).to_the_end()
    assert (run.strays, run.judged[0].grade) == (1, Grade.MISS)


@pytest.mark.parametrize("difficulty", list(Difficulty))
def test_whoever_throws_an_orange_is_seen_two_beats_ahead(
    difficulty: Difficulty, monkeypatch: pytest.MonkeyPatch
) -> None:
    columns: list[int] = []

    def noted(people: People, context: DrawContext, cue: Cue) -> None:
        if cue.beat == caught.beat:
            columns.append(context.lens.column(people.thrown_from(cue)[0]))

    monkeypatch.setattr(People, "thrower", noted)
    played = shipped.chart(difficulty)
    section = next(part for part in played.sections if part.minigame == "market")
    stage, picture = shipped.new_stage(played), pygame.Surface((WIDTH, HEIGHT), 0, 32)
    catches = [cue for cue in section.cues if cue.name == "catch"]
    for caught in catches:
        stage.draw(picture, played.tempo.to_us(caught.beat - 2))
    assert len(columns) == len(catches) and max(columns) < WIDTH - THIRD_OF_A_BODY_PX, columns


def test_no_two_slates_in_one_view_say_the_same() -> None:
    shops = pytest.importorskip("assets.workshop.places.market.shops")
    level, _ = read_level(levels_dir() / "market.tmx")
    assert level is not None
    street = next(layer.facts.parallax for layer in level.layers if layer.facts.name == "stalls")
    put_down = [prop for layer in level.layers if isinstance(layer, MapProps) for prop in layer.props]
    named = [(prop.x, prop.picture.cels[0].image.stem) for prop in put_down]
    slates = [(x, 1.0, name.removeprefix(SLATE)) for x, name in named if name.startswith(SLATE)]
    painted = [((1.0 - street) * WIDTH / 2 + 50 * street * x, street, " ".join(text)) for x, text in shops.BOARDS]
    assert len(slates) >= 3
    for camera in range(0, 5760, 16):
        seen = [text.lower() for x, depth, text in (*slates, *painted) if -40 < x - camera * depth < WIDTH]
        assert not [one for number, one in enumerate(seen) for other in seen[number + 1 :] if one in other], seen


def test_most_bulbs_are_out_on_the_poorest_run_and_none_on_a_good_one() -> None:
    place = next(place for place in shipped.art().places if place.name == "market")

    assert len(bulbs.Bulbs(place).boxes) > 100
    assert (bulbs.lit_share(0.0), bulbs.lit_share(1.0)) == (bulbs.STILL_LIT, 1.0)


def test_vapour_is_thin_and_has_no_edge() -> None:
    for radius in range(vapour.RADII_PX[0], vapour.RADII_PX[1] + 1):
        alpha = pygame.surfarray.array_alpha(vapour.wisp(radius, (255, 255, 255), vapour.OPACITY_STEPS))
        rim = np.concatenate((alpha[0], alpha[-1], alpha[:, 0], alpha[:, -1]))
        assert alpha.max() < 110 and rim.max() < 14


def test_vapour_is_warm_in_the_sun_and_cool_in_the_shade() -> None:
    (shade_red, _, shade_blue), (sun_red, _, sun_blue) = vapour.light_of(0), vapour.light_of(vapour.LIGHT_STEPS)
    assert shade_blue > shade_red and sun_red > sun_blue
