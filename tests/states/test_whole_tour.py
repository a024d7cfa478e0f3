"""From the first launch to quitting, through every kind of screen: by a controller alone, and by mouse and keyboard."""

from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

import pygame
import pytest

from game.platform.input.controllers import BUTTONS
from game.platform.input.devices import InputDevices
from game.platform.input.input_events import InputDevice, PointerAction, PointerEvent
from game.states.menus.menu_state import MenuState
from game.states.run.running import Running
from game.timing.units import Micros, ms
from tests.charts import BEAT_US
from tests.platform.input.virtual_pad import VirtualPad, sdl
from tests.states.rig import CUE_BEATS, FRAME_US, Rig, make_rig

NUMBERS = {name: number for number, name in BUTTONS.items()}
HANDS = ("left", "right")


class Hands(Protocol):
    """Somebody who plays the whole game with one kind of device."""

    rig: Rig
    device: InputDevice

    def frame(self, after_us: Micros = FRAME_US) -> None:
        """Let a frame pass."""
        ...

    def press(self, name: str) -> None:
        """Press what is bound to a verb, an action of the run or of the menus, and let it go."""
        ...

    def take(self, label: str) -> None:
        """Choose a row of the menu, or the row of an answer, and confirm it."""
        ...


class PadHands:
    """A controller of SDL's own making, and nothing else."""

    device = InputDevice.PAD

    def __init__(self, rig: Rig, devices: InputDevices, pad: VirtualPad) -> None:
        self.rig, self._devices, self._pad = rig, devices, pad

    def frame(self, after_us: Micros = FRAME_US) -> None:
        """Poll the controller, and let a frame pass."""
        self._devices.poll()
        self.rig.frame(*self._devices.drain(), after_us=after_us)

    def press(self, name: str) -> None:
        """Press the first button that is bound to it."""
        button = NUMBERS[getattr(self.rig.app.settings.pad, name)[0]]
        for value in (1, 0):
            self._pad.button(button, value)
            self.frame()

    def take(self, label: str) -> None:
        """Walk down to the row."""
        menu = self.rig.state
        assert isinstance(menu, MenuState)
        for _ in rows_of(menu):
            if rows_of(menu)[menu.chosen] == label:
                return self.press("confirm")
            self.press("menu_down")
        raise AssertionError(f"no row is called {label}")


class MouseAndKeys:
    """The mouse in all menus, the keyboard for everything else."""

    device = InputDevice.KEYBOARD

    def __init__(self, rig: Rig) -> None:
        self.rig = rig

    def frame(self, after_us: Micros = FRAME_US) -> None:
        """Let a frame pass."""
        self.rig.frame(after_us=after_us)

    def press(self, name: str) -> None:
        """Press the first key that is bound to it."""
        self.rig.press(getattr(self.rig.app.settings.keys, name)[0])

    def take(self, label: str) -> None:
        """Point at the row and press the left button; a long list is moved by the wheel."""
        menu = self.rig.state
        assert isinstance(menu, MenuState)
        for _ in rows_of(menu):
            for at in ((x, y) for x in (60, 300, 500) for y in range(0, 360, 4)):
                place = menu.place_at(at)
                if place is not None and rows_of(menu)[place] == label:
                    self._point(PointerAction.MOVED, at)
                    return self._point(PointerAction.PRESSED, at)
            self._point(PointerAction.DOWN, (100, 100))
        raise AssertionError(f"no row is called {label}")

    def _point(self, action: PointerAction, at: tuple[int, int]) -> None:
        self.rig.frame(PointerEvent(self.rig.clock.now_us(), action, at))


def rows_of(menu: MenuState) -> list[str]:
    return [row.label for row in (menu.rows() if menu.question is None else menu.question.rows())]


@pytest.fixture
def first_launch(tmp_path: Path) -> Iterator[Rig]:
    made = make_rig(tmp_path)
    yield made
    made.app.writer.close()
    made.app.replays.ending.discard()
    made.app.replays.close()
    made.app.scores.close()


@pytest.fixture
def pad_hands(first_launch: Rig) -> Iterator[PadHands]:
    library = sdl()
    if library is None:
        pytest.skip("this SDL cannot make virtual controllers")
    window = pygame.Window("", (64, 36))
    devices = InputDevices(first_launch.clock)
    devices.poll()
    pad = VirtualPad(library)
    devices.poll()
    first_launch.frame(*devices.drain())
    yield PadHands(first_launch, devices, pad)
    pad.pull_out()
    devices.close()
    window.destroy()


def test_all_by_a_controller_alone(pad_hands: PadHands) -> None:
    assert_whole_tour(pad_hands)


def test_all_by_mouse_and_keyboard(first_launch: Rig) -> None:
    assert_whole_tour(MouseAndKeys(first_launch))


def assert_whole_tour(hands: Hands) -> None:
    """Go through the game as a newcomer would."""
    rig = hands.rig
    hands.press("confirm")
    assert rig.name == "Offer"
    hands.take("Run")
    run_with_a_pause(hands)
    name_it(hands)
    practise(hands)
    look_around(hands)
    hands.take("Quit")
    assert rig.machine.finished


def run_with_a_pause(hands: Hands) -> None:
    """Play the first run to its end; half way pause it, and change a setting."""
    rig = hands.rig
    hands.frame()
    assert isinstance(rig.state, Running)
    run = rig.state.run
    assert rig.app.device is hands.device
    for place, beat in enumerate(CUE_BEATS[:3]):
        wait_for(hands, beat * BEAT_US)
        hands.press(HANDS[place % 2])
    hands.press("pause")
    assert rig.name == "Paused"
    hands.take("Settings")
    volume = rig.app.settings.sound.master
    hands.press("menu_down")
    for _ in range(3):
        hands.press("menu_left")
        hands.press("menu_down")
    assert rig.app.settings.sound.master != volume
    hands.press("back")
    assert rig.name == "Paused"
    hands.take("Resume")
    for place, beat in enumerate(CUE_BEATS[3:], start=3):
        wait_for(hands, beat * BEAT_US)
        hands.press(HANDS[place % 2])
    wait(hands, 2_000_000)
    assert run.ended and run.session.score.total > 900_000


def wait(hands: Hands, duration_us: Micros) -> None:
    for _ in range(duration_us // FRAME_US):
        hands.frame()


def wait_for(hands: Hands, song_us: Micros) -> None:
    """Wait until the run is a few milliseconds before a song time; a press takes a frame."""
    while isinstance(hands.rig.state, Running) and hands.rig.state.run.session.now_us < song_us - ms(10):
        hands.frame(ms(5))
    assert isinstance(hands.rig.state, Running)


def name_it(hands: Hands) -> None:
    """Enter initials with what the device has, and look at the results."""
    rig = hands.rig
    assert rig.name == "Initials"
    wait(hands, 600_000)
    hands.press("menu_down")
    for _ in range(3):
        hands.press("confirm")
    assert rig.name == "Results"
    assert rig.app.settings.play.initials in ("BAA", "SAA"), "the down key also types its letter"


def practise(hands: Hands) -> None:
    """Practise a section from the results, and leave by the pause."""
    rig = hands.rig
    hands.take("Practice")
    assert rig.name == "Practice"
    hands.press("confirm")
    hands.frame()
    assert rig.name == "Running"
    wait(hands, 500_000)
    hands.press("pause")
    hands.take("Quit to menu")
    assert rig.name == "MainMenu"


def look_around(hands: Hands) -> None:
    """Open and leave every screen that the menu leads to."""
    rig = hands.rig
    for label, name in (
        ("Scores", "Boards"),
        ("The gym's board", "Wall"),
        ("Statistics", "Statistics"),
        ("Settings", "SettingsMenu"),
        ("Calibrate", "Calibrate"),
        ("Credits", "Credits"),
        ("Packs", "Packs"),
    ):
        hands.take(label)
        assert rig.name == name
        hands.press("back")
        assert rig.name == "MainMenu", f"back from {name}"
