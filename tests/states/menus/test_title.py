"""Two presses from the title to running; left alone, the game shows itself."""

import pygame

from game.platform.input.input_events import InputDevice
from game.sim.actions import Verb
from game.sim.chart import Difficulty
from game.states.menus.offer import key_of_each_verb
from game.states.run.running import Running
from game.timing.units import ms
from tests.states.rig import Rig


def test_two_presses_lead_from_the_title_to_running_even_on_a_first_launch(rig: Rig) -> None:
    assert rig.name == "Title"
    rig.press("RETURN")
    assert rig.name == "Offer"
    assert_running(rig.press("RETURN"))


def assert_running(rig: Rig) -> Rig:
    """Wait until the run is loaded, and assert that it runs."""
    for _ in range(400):
        rig.frame()
        pygame.time.wait(1)
        if rig.name == "Running":
            return rig
    raise AssertionError("it never ran")


def test_the_first_run_begins_on_easy(rig: Rig) -> None:
    assert_running(rig.press("RETURN", "RETURN"))
    assert isinstance(rig.state, Running)
    assert rig.state.run.plan.difficulty is Difficulty.EASY


def test_before_the_first_run_the_four_bound_keys_are_shown(rig: Rig) -> None:
    rig.app.change("keys", left=("D",))
    keys = key_of_each_verb(rig.app)
    assert keys == {Verb.LEFT: "D", Verb.UP: "Space", Verb.DOWN: "K", Verb.RIGHT: "J"}


def test_before_the_first_run_a_pad_shows_its_buttons(rig: Rig) -> None:
    rig.press("A", device=InputDevice.PAD)
    assert set(key_of_each_verb(rig.app).values()) == {"LB", "RB", "Y", "A"}


def test_calibrating_first_leads_to_the_calibration(rig: Rig) -> None:
    rig.press("RETURN", "DOWN", "RETURN")
    assert rig.name == "Calibrate"


def test_two_presses_lead_to_running_later_too(rig: Rig) -> None:
    rig.app.change("timing", calibrated=True)
    rig.press("F").press("RETURN").frame()
    assert rig.name == "Running"


def test_a_controller_does_it_in_two_presses_as_well(rig: Rig) -> None:
    assert_running(rig.press("A", "A", device=InputDevice.PAD))


def test_the_offer_is_made_once(rig: Rig) -> None:
    assert_running(rig.press("RETURN", "RETURN")).press("ESCAPE", "UP", "RETURN", "DOWN", "RETURN")
    assert rig.name == "MainMenu"
    rig.press("ESCAPE", "RETURN")
    assert rig.name == "MainMenu"


def test_left_alone_for_twenty_seconds_it_plays_by_itself_and_any_key_returns(rig: Rig) -> None:
    rig.wait(19_900_000, ms(100))
    assert rig.name == "Title"
    rig.wait(200_000)
    assert rig.name == "Attract"
    rig.press("X")
    assert rig.name == "Title"


def test_a_key_held_for_another_is_no_answer(rig: Rig) -> None:
    rig.press("LALT", "RSHIFT")
    assert rig.name == "Title"


def test_escape_leads_out(rig: Rig) -> None:
    rig.press("ESCAPE")
    assert rig.machine.finished
