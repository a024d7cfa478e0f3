"""In the cuts, light leaks in from the side of the coming cue, a beat ahead."""

import pygame
import pytest

from game.sim.actions import Verb
from game.sim.chart import Difficulty
from game.view.figure.performer import Now
from game.view.film.light_leak import draw_leaks
from tests.levels.montage import chart

SIZE, VISIBLE = (640, 360), 20
EDGE_OF = {Verb.LEFT: (2, 180), Verb.RIGHT: (637, 180), Verb.UP: (320, 2), Verb.DOWN: (320, 357)}


@pytest.mark.parametrize("verb", list(EDGE_OF))
def test_a_cue_of_the_cuts_lights_its_own_edge_a_beat_ahead(verb: Verb) -> None:
    played = chart(Difficulty.NORMAL)
    cue = next(cue for part in played.sections if part.minigame == "cuts" for cue in part.cues if cue.verbs == (verb,))
    target = pygame.Surface(SIZE, 0, 32)
    draw_leaks(target, (cue,), Now(0, float(cue.beat) - 1.0, 500_000, "loose"))
    lit = {edge for edge, at in EDGE_OF.items() if target.get_at(at)[0] > VISIBLE}
    assert lit == {verb}


def test_no_light_leaks_in_before_that() -> None:
    cue = next(cue for part in chart(Difficulty.NORMAL).sections if part.minigame == "cuts" for cue in part.cues)
    target = pygame.Surface(SIZE, 0, 32)
    draw_leaks(target, (cue,), Now(0, float(cue.beat) - 1.01, 500_000, "loose"))
    assert not any(target.get_at(at)[0] for at in EDGE_OF.values())
