"""The game as the kill test starts it: plays its run perfectly, and kills itself so long after the last chord.

Arguments: the delay in milliseconds, then those of the game.
"""

import os
import signal
import sys
import threading
import time

from game.cli import main
from game.states.run.running import Running
from game.timing.units import Micros, ms
from tests.end_to_end.soaked_game import SoakedMachine

NEAR_US = ms(300)
"""How long before the end its moment is computed."""


class KilledMachine(SoakedMachine):
    """Presses every cue, and ends as a process does that is killed."""

    delay_us: Micros = 0
    timer: threading.Thread | None = None

    def advance(self, wall_us: Micros) -> None:
        """Advance; near the end of the run, begin to wait for its moment."""
        super().advance(wall_us)
        if self.timer is None and isinstance(self.state, Running):
            run = self.state.run
            left_us = (run.chart.end_us - run.judged_time(wall_us)) * 1000 // run.plan.options.rate_permille
            if left_us < NEAR_US:
                at_us = wall_us + left_us + self.delay_us
                self.timer = threading.Thread(target=self._kill, args=(at_us,), daemon=True)
                self.timer.start()

    def _kill(self, at_us: Micros) -> None:
        time.sleep(max(0, at_us - self._app.clock.now_us()) / 1e6)
        os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    from game.app import application

    setattr(application, "Machine", KilledMachine)  # noqa: B010
    KilledMachine.delay_us = ms(int(sys.argv.pop(1)))
    raise SystemExit(main())
