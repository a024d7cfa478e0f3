"""Game controllers: opened when plugged in, known by instance id, buttons named by position.

A stick pushed past half way counts as the D-pad. A pad without an SDL mapping reports button numbers.
"""

import pygame
from pygame._sdl2 import controller

from game.platform.input.input_events import PadChanged

BUTTONS: dict[int, str] = {
    getattr(pygame, f"CONTROLLER_BUTTON_{name}"): name
    for name in (
        "A", "B", "X", "Y", "BACK", "GUIDE", "START", "LEFTSTICK", "RIGHTSTICK", "LEFTSHOULDER", "RIGHTSHOULDER",
        "DPAD_UP", "DPAD_DOWN", "DPAD_LEFT", "DPAD_RIGHT",
    )
}  # fmt: skip
"""Names of a controller's buttons, by SDL's number."""
PLAIN_BUTTONS = ("A", "B", "X", "Y", "LEFTSHOULDER", "RIGHTSHOULDER", "BACK", "START")
"""Names of the first buttons of a pad without a mapping, the most common order."""
AXES = {
    pygame.CONTROLLER_AXIS_LEFTX: ("DPAD_LEFT", "DPAD_RIGHT"),
    pygame.CONTROLLER_AXIS_LEFTY: ("DPAD_UP", "DPAD_DOWN"),
    pygame.CONTROLLER_AXIS_TRIGGERLEFT: ("", "TRIGGERLEFT"),
    pygame.CONTROLLER_AXIS_TRIGGERRIGHT: ("", "TRIGGERRIGHT"),
}
"""Buttons that the negative and the positive side of an axis stand for; empty: none."""
PRESSED_AT = 0.5
"""Axis value from which an axis counts as pressed, 0 to 1."""
RELEASED_AT = 0.35
"""Axis value below which it counts as released: hysteresis against chatter."""
AXIS_RANGE = 32768
"""Largest raw axis value."""


class Controllers:
    """All controllers that are plugged in. `events` turns one pygame event into button names going down or up."""

    def __init__(self) -> None:
        pygame.joystick.init()
        controller.init()
        self._pads: dict[int, controller.Controller] = {}
        self._sticks: dict[int, pygame.joystick.JoystickType] = {}
        self._names: dict[int, str] = {}
        self._held: set[tuple[int, str]] = set()

    def close(self) -> None:
        """Close every controller."""
        controller.quit()
        pygame.joystick.quit()

    def held_by(self, pad: int) -> list[str]:
        """Return the buttons of a controller that are down."""
        return sorted(name for owner, name in self._held if owner == pad)

    def button_events(self, event: pygame.event.Event) -> list[tuple[str, bool]]:
        """Return the buttons that an event moves, each with whether it went down."""
        if event.type in (pygame.CONTROLLERBUTTONDOWN, pygame.CONTROLLERBUTTONUP):
            name = BUTTONS.get(event.button, f"BUTTON{event.button}")
            return self._moved(event.instance_id, name, event.type == pygame.CONTROLLERBUTTONDOWN)
        if event.type == pygame.CONTROLLERAXISMOTION and event.axis in AXES:
            return self._axis(event.instance_id, AXES[event.axis], event.value / AXIS_RANGE)
        if event.type in (pygame.JOYBUTTONDOWN, pygame.JOYBUTTONUP) and event.instance_id in self._sticks:
            known = event.button < len(PLAIN_BUTTONS)
            name = PLAIN_BUTTONS[event.button] if known else f"BUTTON{event.button}"
            return self._moved(event.instance_id, name, event.type == pygame.JOYBUTTONDOWN)
        if event.type == pygame.JOYHATMOTION and event.instance_id in self._sticks:
            right, up = event.value
            across = self._axis(event.instance_id, ("DPAD_LEFT", "DPAD_RIGHT"), float(right))
            return across + self._axis(event.instance_id, ("DPAD_UP", "DPAD_DOWN"), float(-up))
        return []

    def opened(self, index: int) -> PadChanged:
        """Open the controller with a device index."""
        stick = pygame.joystick.Joystick(index)
        if controller.is_controller(index):
            self._pads[stick.get_instance_id()] = controller.Controller(index)
        else:
            self._sticks[stick.get_instance_id()] = stick
        name = self._names[stick.get_instance_id()] = stick.get_name()
        return PadChanged(name, present=True, pad=stick.get_instance_id())

    def closed(self, pad: int) -> PadChanged:
        """Close a controller that was pulled out."""
        self._pads.pop(pad, None)
        self._sticks.pop(pad, None)
        self._held = {held for held in self._held if held[0] != pad}
        return PadChanged(self._names.pop(pad, "Controller"), present=False, pad=pad)

    def rumble(self, pad: int, strength: float, duration_ms: int) -> None:
        """Let a controller shake, by 0 to 1; one that has no motors stays still."""
        found = self._pads.get(pad) or self._sticks.get(pad)
        if found is not None:
            found.rumble(strength, strength, duration_ms)

    def _axis(self, pad: int, names: tuple[str, str], value: float) -> list[tuple[str, bool]]:
        moved = []
        for name, amount in zip(names, (-value, value), strict=True):
            held = (pad, name) in self._held
            if name and (amount >= PRESSED_AT if not held else amount < RELEASED_AT):
                moved += self._moved(pad, name, not held)
        return moved

    def _moved(self, pad: int, name: str, down: bool) -> list[tuple[str, bool]]:
        if ((pad, name) in self._held) == down:
            return []
        (self._held.add if down else self._held.discard)((pad, name))
        return [(name, down)]
