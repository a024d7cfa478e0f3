"""The game as the test of a kill in mid-run starts it: plays perfectly, and kills itself a second after a section.

Argument: how many sections to play; then those of the game.
"""

import os
import signal
import sys

from game.cli import main
from game.states.run.running import Running
from game.timing.units import US_PER_SECOND, Micros
from tests.end_to_end.soaked_game import SoakedMachine


class MachineKilledInARun(SoakedMachine):
    """Presses every cue, and ends as a process does that is killed."""

    sections: int = 0

    def advance(self, wall_us: Micros) -> None:
        """Advance; a second into the next section, be killed."""
        super().advance(wall_us)
        if isinstance(self.state, Running):
            session = self.state.run.session
            if len(session.section_digests) < self.sections:
                return
            begin_us = session.chart.sections[self.sections].start_us
            if session.now_us > begin_us + US_PER_SECOND:
                os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    from game.app import application

    setattr(application, "Machine", MachineKilledInARun)  # noqa: B010
    MachineKilledInARun.sections = int(sys.argv.pop(1))
    raise SystemExit(main())
