"""Keeps which keys and buttons are down. A verb is down while any of its keys is down."""

from game.platform.input.bindings import Bindings
from game.platform.input.input_events import ButtonEvent
from game.sim.actions import Verb


class HeldButtons:
    """Follows every button event, whatever screen is shown."""

    def __init__(self) -> None:
        self._down: dict[tuple[str, int, str], ButtonEvent] = {}

    def on_button(self, button_event: ButtonEvent) -> None:
        """Take a button that went down or up."""
        place = (str(button_event.device), button_event.pad, button_event.key)
        if button_event.down:
            self._down[place] = button_event
        else:
            self._down.pop(place, None)

    def verbs(self, bindings: Bindings) -> frozenset[Verb]:
        """Return the verbs that are down."""
        verbs = (bindings.verb(button_event) for button_event in self._down.values())
        return frozenset(verb for verb in verbs if verb is not None)
