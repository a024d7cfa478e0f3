"""The market: four ways to dodge, and a catch."""

from fractions import Fraction

import pygame
import pytest

from game.minigames.market.people import PEOPLE
from game.sim.actions import Verb
from game.sim.chart import Difficulty
from game.sim.judge import Grade
from game.view.canvas.lens import HEIGHT, WIDTH
from game.view.figure.actor import Actors, Body, Pose
from game.view.figure.sprite_sheet import SpriteFrame
from tests import shipped
from tests.charts import BEAT_US, At, D, L, R, Run, U, chart_of

HALF_BODY_PX = 24
"""Half the width of somebody, px: so far outside the picture nobody is seen."""


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
