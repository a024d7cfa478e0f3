"""A verb is down while any of its keys is down; a hold outlives a change of focus."""

from game.platform.input.input_events import ButtonEvent, InputDevice, PadChanged, WindowEvent
from game.sim.actions import Verb
from game.states.run.run import Run
from game.timing.units import ms
from tests.charts import BEAT_US
from tests.states.rig import Rig
from tests.states.run.test_running import running


def played(run: Run) -> list[tuple[Verb, bool]]:
    """Return the inputs that were recorded."""
    return [(recorded.verb, recorded.down) for recorded in run.replay().trace.inputs]


def found(rig: Rig, key: str, down: bool, device: InputDevice = InputDevice.KEYBOARD, pad: int = 0) -> ButtonEvent:
    """Return a button that the devices found down or up."""
    return ButtonEvent(rig.clock.now_us(), device, key, down, pad, only_held=True)


def held_up(rig: Rig) -> Run:
    """Begin a run, and hold the key of a verb."""
    run = running(rig)
    rig.wait(ms(1500)).hold("SPACE")
    return run


def test_letting_one_of_two_keys_go_does_not_let_the_verb_go(rig: Rig) -> None:
    run = held_up(rig)
    rig.hold("UP").let_go("UP")
    assert played(run) == [(Verb.UP, True), (Verb.UP, True)]
    rig.let_go("SPACE")
    assert played(run)[-1] == (Verb.UP, False)


def test_the_last_key_lets_the_verb_go_whichever_it_is(rig: Rig) -> None:
    run = held_up(rig)
    rig.hold("UP").let_go("SPACE")
    assert run.session_held == {Verb.UP}
    rig.let_go("UP")
    assert run.session_held == set()


def test_a_key_and_a_button_are_two_keys_of_a_verb(rig: Rig) -> None:
    run = held_up(rig)
    rig.hold("Y", InputDevice.PAD).let_go("Y", InputDevice.PAD)
    assert run.session_held == {Verb.UP}


def test_the_same_button_of_two_controllers_is_two_keys(rig: Rig) -> None:
    run = running(rig)
    rig.wait(ms(1500))
    for pad, down in ((0, True), (1, True), (1, False)):
        rig.frame(ButtonEvent(rig.clock.now_us(), InputDevice.PAD, "Y", down, pad))
    assert run.session_held == {Verb.UP}


def test_a_hold_goes_on_after_the_focus_came_back_if_the_key_is_down(rig: Rig) -> None:
    run = held_up(rig)
    rig.frame(found(rig, "SPACE", down=False), WindowEvent.FOCUS_LOST).wait(ms(500))
    rig.frame(WindowEvent.FOCUS_GAINED, found(rig, "SPACE", down=True)).wait(ms(200))
    assert rig.name == "Paused", "a key that is down as the focus returns must not go on by itself"
    rig.press("RETURN").wait(2 * BEAT_US + ms(50))
    assert played(run) == [(Verb.UP, True)]
    assert run.session_held == {Verb.UP}


def test_a_hold_ends_after_the_count_in_if_the_key_is_up(rig: Rig) -> None:
    run = held_up(rig)
    rig.frame(found(rig, "SPACE", down=False), WindowEvent.FOCUS_LOST).wait(ms(500))
    assert played(run) == [(Verb.UP, True)]
    rig.press("RETURN").wait(2 * BEAT_US + ms(50))
    assert played(run) == [(Verb.UP, True), (Verb.UP, False)]


def test_a_pulled_controller_lets_go_after_the_count_in(rig: Rig) -> None:
    run = running(rig)
    rig.wait(ms(1500)).frame(ButtonEvent(rig.clock.now_us(), InputDevice.PAD, "Y", down=True, pad=3))
    rig.frame(found(rig, "Y", False, InputDevice.PAD, pad=3), PadChanged("A pad", present=False)).wait(ms(500))
    assert rig.name == "Paused"
    assert played(run) == [(Verb.UP, True)]
    rig.press("RETURN").wait(2 * BEAT_US + ms(50))
    assert run.session_held == set()


def test_a_key_that_was_down_before_the_run_lets_nothing_go(rig: Rig) -> None:
    rig.hold("SPACE")
    run = running(rig)
    rig.wait(ms(1500)).let_go("SPACE")
    assert played(run) == []
