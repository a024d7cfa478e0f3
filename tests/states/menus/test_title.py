"""Two presses from the title to running; left alone, the game shows itself."""

from game.platform.input.input_events import InputDevice
from tests.states.rig import Rig


def test_two_presses_lead_from_the_title_to_running_even_on_a_first_launch(rig: Rig) -> None:
    assert rig.name == "Title"
    rig.press("RETURN")
    assert rig.name == "Offer"
    rig.press("RETURN").frame()
    assert rig.name == "Running"


def test_two_presses_lead_to_running_later_too(rig: Rig) -> None:
    rig.app.change("timing", calibrated=True)
    rig.press("F").press("RETURN").frame()
    assert rig.name == "Running"


def test_a_controller_does_it_in_two_presses_as_well(rig: Rig) -> None:
    rig.press("A", "A", device=InputDevice.PAD).frame()
    assert rig.name == "Running"


def test_the_offer_is_made_once(rig: Rig) -> None:
    rig.press("RETURN", "RETURN").press("ESCAPE", "UP", "RETURN", "DOWN", "RETURN")
    assert rig.name == "MainMenu"
    rig.press("ESCAPE", "RETURN")
    assert rig.name == "MainMenu"


def test_left_alone_for_twenty_seconds_it_plays_by_itself_and_any_key_returns(rig: Rig) -> None:
    rig.wait(19_900_000)
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
