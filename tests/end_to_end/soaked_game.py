"""The game as the soak starts it: plays its run by a controller of its own and takes orders, one a line, on stdin.

`pad in` and `pad out` plug a virtual controller in and out; `tell` prints a line of JSON about the run.
"""

import json
import queue
import sys
import threading
from collections.abc import Sequence

from game.cli import main
from game.platform.input.input_events import ButtonEvent, DeviceEvent, InputDevice
from game.states.machine import Machine
from game.states.run.run import Run
from game.states.run.running import Running
from game.timing.units import Micros
from tests.platform.input.virtual_pad import VirtualPad, sdl

BUTTONS = ("LEFTSHOULDER", "RIGHTSHOULDER", "Y", "A")
"""The buttons of the verbs, in their order."""
ROBOT = 99
"""The instance id of the controller that plays."""
orders: queue.SimpleQueue[str] = queue.SimpleQueue()


class SoakedMachine(Machine):
    """Presses every cue within the frame in which it is due, and obeys orders between frames."""

    pad: VirtualPad | None = None
    played_us: Micros = -(10**12)
    counted_in = False
    """Whether the song moves: in a count-in, verbs that were let go in the pause are not let go yet."""

    def on_device_events(self, device_events: Sequence[DeviceEvent], wall_us: Micros) -> None:
        """Handle the devices' events, then the robot's."""
        super().on_device_events(device_events, wall_us)
        while not orders.empty():
            self._obey(orders.get())
        if isinstance(self.state, Running):
            super().on_device_events(self._robot(self.state.run, wall_us), wall_us)

    def _robot(self, run: Run, wall_us: Micros) -> list[DeviceEvent]:
        since_us, now_us = self.played_us, run.judged_time(wall_us)
        self.played_us, self.counted_in = now_us, now_us > since_us
        moves = [(cue.time_us, verb, True) for cue in run.chart.cues for verb in cue.verbs]
        moves += [(cue.end_us + 1, verb, False) for cue in run.chart.cues for verb in cue.verbs]
        due = sorted((time_us, verb, down) for time_us, verb, down in moves if since_us < time_us <= now_us)
        return [ButtonEvent(wall_us, InputDevice.PAD, BUTTONS[verb], down, ROBOT) for _, verb, down in due]

    def _obey(self, order: str) -> None:
        library = sdl()
        if order == "pad in" and self.pad is None and library is not None:
            self.pad = VirtualPad(library)
        elif order == "pad out" and self.pad is not None:
            self.pad.pull_out()
            self.pad = None
        elif order == "tell":
            print(json.dumps(self._told()), flush=True)

    def _told(self) -> dict[str, object]:
        run = getattr(self.state, "run", None)
        told: dict[str, object] = {"screen": self.screen, "notices": len(self._app.notices)}
        if isinstance(run, Run):
            told["score"] = run.session.score.total
            told["trial"] = run.plan.is_trial
        if isinstance(run, Run) and self.counted_in:
            told["stuck"] = sorted(verb.name for verb in run.session_held - self._app.held_verbs())
        return told


def listen() -> None:
    """Pass the lines of stdin on."""
    for line in sys.stdin:
        orders.put(line.strip())


if __name__ == "__main__":
    from game.app import application

    setattr(application, "Machine", SoakedMachine)  # noqa: B010
    threading.Thread(target=listen, daemon=True).start()
    raise SystemExit(main())
