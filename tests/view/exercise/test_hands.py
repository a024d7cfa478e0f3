"""The hand or foot on the screen is the hand on the key, for every cue that leaves the choice."""

from collections.abc import Iterator

import pygame
import pytest

from game.commands.runs import autoplay_inputs
from game.minigames.manifest import MINIGAMES
from game.minigames.views import views
from game.sim.actions import HANDS, Verb
from game.sim.chart import Cue, Difficulty
from game.sim.options import RunOptions
from game.sim.session import Session
from game.timing.units import ms
from game.view.figure.actor import Actors, Body, Pose
from game.view.figure.sprite_sheet import SpriteFrame
from tests import shipped

WORDS = {Verb.LEFT: "left", Verb.RIGHT: "right"}
SHOWN_AFTER = ms(25)
ONE_WAY = ("summit.turn",)
"""He turns to the city by the left hand only."""


def cues_with_a_hand(difficulty: Difficulty) -> Iterator[tuple[str, Cue]]:
    """Give every cue of one hand, with its exercise."""
    for section in shipped.chart(difficulty).sections:
        for cue in section.cues:
            exercise = cue.name.partition(".")[0] if "." in cue.name else section.minigame
            if len(cue.verbs) == 1 and cue.verbs[0] in HANDS and f"{exercise}.{cue.name}" not in ONE_WAY:
                yield exercise, cue


@pytest.mark.parametrize("difficulty", list(Difficulty))
def test_the_hand_on_the_screen_is_the_hand_on_the_key(difficulty: Difficulty, monkeypatch: pytest.MonkeyPatch) -> None:
    chart = shipped.chart(difficulty)
    stage = shipped.new_stage(chart)
    session = Session(chart, RunOptions(), MINIGAMES)
    for event in autoplay_inputs(chart, RunOptions(), 0.0):
        session.queue(event)
    seen: dict[str, tuple[Pose, SpriteFrame | None]] = {}
    draw = Actors.draw

    def noted(
        actors: Actors, target: pygame.Surface, body: Body, pose: Pose, at: tuple[int, int]
    ) -> SpriteFrame | None:
        frame = draw(actors, target, body, pose, at)
        seen[body.sheet] = (pose, frame)
        return frame

    monkeypatch.setattr(Actors, "draw", noted)
    target, wrong = pygame.Surface((640, 360), 0, 32), []
    for exercise, cue in cues_with_a_hand(difficulty):
        time_us = cue.time_us + SHOWN_AFTER
        stage.on_events(session.advance_to(time_us))
        stage.draw(target, time_us)
        pose, frame = seen[views()[exercise].sheet]
        if not shows(pose, frame, cue.verbs[0]):
            wrong.append(f"{exercise}.{cue.name} at beat {float(cue.beat):g}: {pose.action}")
    assert not wrong, "\n".join(wrong)


def shows(pose: Pose, frame: SpriteFrame | None, verb: Verb) -> bool:
    """Whether a pose says by its name or its lit hand which side acts, or by which foot stands on the ground."""
    named = f"{pose.action} {pose.hand}"
    if any(word in named for word in WORDS.values()):
        return WORDS[verb] in named
    assert frame is not None
    feet = {word: frame.anchors[f"{word}_foot"][1] for word in WORDS.values()}
    return feet[WORDS[verb]] == max(feet.values())
