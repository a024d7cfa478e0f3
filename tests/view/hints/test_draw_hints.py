"""Keys lie in four places around a point, show their outline closing, and stay inside the picture."""

from dataclasses import replace
from itertools import combinations

import pygame
import pytest

from game.platform.input.pad_family import PadFamily, label_of
from game.sim.actions import Verb
from game.sim.options import Assist
from game.storage.paths import assets_dir
from game.view.canvas.event_log import EventLog
from game.view.canvas.lens import HEIGHT, WIDTH
from game.view.hints.chalk import LEAST_WIDTH, Chalk
from game.view.hints.draw_hints import HintOptions, area_of, draw_hints
from game.view.hints.hint_track import HintTrack
from game.view.hints.key_face import KeyFace, KeyPicture, button_face_of, face_of
from game.view.ui.fonts import Fonts
from tests.charts import BEAT_US, At, L, R, U, chart_of

MIDDLE = (320, 180)
GROUND = (90, 90, 90)


@pytest.fixture(scope="module")
def options() -> HintOptions:
    faces = dict(zip(Verb, (KeyFace("F"), KeyFace("J"), face_of("SPACE", "Space"), KeyFace("LB")), strict=True))
    return HintOptions(faces, Chalk(Fonts(assets_dir() / "fonts")))


def drawn(options: HintOptions, at: At, beat: float, minigame: str = "market") -> pygame.Surface:
    target = pygame.Surface((WIDTH, HEIGHT), 0, 32)
    target.fill(GROUND)
    hints = HintTrack(chart_of(minigame, at)).at(round(beat * BEAT_US), EventLog(), {})
    draw_hints(target, hints, options, MIDDLE)
    return target


def changed(picture: pygame.Surface) -> pygame.Rect:
    """Return the area that was drawn on."""
    mask = pygame.mask.from_threshold(picture, GROUND, (2, 2, 2))
    mask.invert()
    rects = mask.get_bounding_rects()
    return rects[0].unionall(rects[1:]) if rects else pygame.Rect(0, 0, 0, 0)


def test_arrows_and_the_space_bar_are_pictures_and_all_else_is_written() -> None:
    assert face_of("SPACE", "Space").picture is KeyPicture.SPACE
    assert face_of("LEFT", "Left").picture is KeyPicture.LEFT
    assert face_of("Q", "A") == KeyFace("A"), "as the layout writes it"


def test_the_four_keys_lie_apart() -> None:
    areas = [area_of(verb, LEAST_WIDTH, MIDDLE) for verb in Verb]
    assert not any(one.colliderect(other) for one, other in combinations(areas, 2))
    left, right, up, down = areas
    assert left.right < MIDDLE[0] < right.left and up.bottom < left.top and down.top > left.bottom


def test_the_outline_closes_until_it_meets_the_key(options: HintOptions) -> None:
    widths = [changed(drawn(options, At(6, "crate", U), beat)).width for beat in (5.2, 5.5, 5.8, 6.0)]
    assert widths == sorted(widths, reverse=True) and len(set(widths)) == len(widths)


def test_a_hold_is_a_longer_key(options: HintOptions) -> None:
    tapped = changed(drawn(options, At(6, "straight", R), 6.0, "meat"))
    held = changed(drawn(options, At(6, "hook", R, length=2), 6.0, "meat"))
    assert held.width > tapped.width + 30


def test_a_chord_is_two_keys(options: HintOptions) -> None:
    one = changed(drawn(options, At(6, "catch", L), 6.0))
    both = changed(drawn(options, At(6, "press", (L, R)), 6.0, "yard"))
    assert both.left == one.left and both.right > MIDDLE[0] > one.right


def test_with_one_hand_the_other_is_not_drawn(options: HintOptions) -> None:
    one_hand = replace(options, assists=frozenset({Assist.ONE_HAND}))
    both = changed(drawn(options, At(6, "lift", R), 6.0, "yard"))
    one = changed(drawn(one_hand, At(6, "lift", R), 6.0, "yard"))
    assert both.left < MIDDLE[0] < one.left


@pytest.mark.parametrize("name", ["A", "B", "X", "Y"])
def test_a_thumb_button_is_round_and_a_shoulder_is_not(options: HintOptions, name: str) -> None:
    at, beat = At(6, "crate", U), 5.2
    thumb, shoulder = (
        replace(options, faces=dict.fromkeys(Verb, button_face_of(button, button))) for button in (name, "LB")
    )
    corner = area_of(Verb.UP, LEAST_WIDTH, MIDDLE).topleft
    assert drawn(thumb, at, beat).get_at(corner) == pygame.Color(*GROUND)
    assert drawn(shoulder, at, beat).get_at((corner[0] + 1, corner[1] + 1)) != pygame.Color(*GROUND)


def test_a_playstations_buttons_are_drawn_as_their_shapes() -> None:
    pictures = [button_face_of(name, label_of(name, PadFamily.PLAYSTATION)).picture for name in "ABXY"]
    assert pictures == [KeyPicture.CROSS, KeyPicture.CIRCLE, KeyPicture.SQUARE, KeyPicture.TRIANGLE]
    assert button_face_of("A", label_of("A", PadFamily.NINTENDO)).label == "A"
    assert button_face_of("DPAD_LEFT", "D-pad left").picture is KeyPicture.LEFT


def test_nothing_is_drawn_before_the_lead(options: HintOptions) -> None:
    assert changed(drawn(options, At(6, "crate", U), 4.9)).width == 0
