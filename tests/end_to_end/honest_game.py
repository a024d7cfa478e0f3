"""The game as the tests of its clock start it: plays its run as a person could, and closes once the run is kept.

Arguments: those of the game, with `--record FILE`.
"""

from collections import deque
from collections.abc import Sequence

from game.cli import main
from game.platform.input.input_events import ButtonEvent, DeviceEvent, InputDevice, WindowEvent
from game.sim.actions import InputEvent
from game.states.machine import Machine
from game.states.run.paused import Paused
from game.states.run.run import Run
from game.states.run.running import Running
from game.timing.units import Micros
from tests.replay.recording import person_inputs

KEYS = ("F", "J", "I", "K")
"""The keys of the verbs, in their order."""
SPREAD_MS = 15


class MachineThatPlays(Machine):
    """Presses keys at the moments of a simulated person, whose error no frame changes."""

    waiting: deque[InputEvent] | None = None

    def on_device_events(self, device_events: Sequence[DeviceEvent], wall_us: Micros) -> None:
        """Handle the devices' events, then the person's."""
        super().on_device_events(device_events, wall_us)
        if isinstance(self.state, Running):
            super().on_device_events(self._pressed(self.state.run, wall_us), wall_us)
        elif isinstance(self.state, Paused):  # a busy machine stood still
            super().on_device_events(tap("ESCAPE", wall_us), wall_us)
        elif self.waiting is not None:
            self._app.writer.wait()
            super().on_device_events([WindowEvent.CLOSE_ASKED], wall_us)

    def _pressed(self, run: Run, wall_us: Micros) -> list[DeviceEvent]:
        if self.waiting is None:
            self.waiting = deque(person_inputs(run.chart, SPREAD_MS))
        now_us, due = run.judged_time(wall_us), list[DeviceEvent]()
        while self.waiting and self.waiting[0].time_us <= now_us:
            event = self.waiting.popleft()
            due.append(
                ButtonEvent(wall_us - (now_us - event.time_us), InputDevice.KEYBOARD, KEYS[event.verb], event.down)
            )
        return due


def tap(key: str, wall_us: Micros) -> list[DeviceEvent]:
    """Return a key going down and up."""
    return [ButtonEvent(wall_us, InputDevice.KEYBOARD, key, down) for down in (True, False)]


if __name__ == "__main__":
    from game.app import application

    setattr(application, "Machine", MachineThatPlays)  # noqa: B010
    raise SystemExit(main())
