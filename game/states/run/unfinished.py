"""Keeps a run from being lost by accident: which runs are guarded, and the key that must be held to restart one."""

from game.platform.input.input_events import ButtonEvent
from game.states.run.run import Run
from game.states.run.run_plan import Mode
from game.timing.units import US_PER_SECOND, Micros, ms

GUARDED_AFTER_US = 20 * US_PER_SECOND
"""A run that has been played for so long is guarded."""
HELD_FOR_US = ms(300)
"""How long the key is held to restart a guarded run."""


def is_guarded(run: Run) -> bool:
    """Whether so much of a run was played that one key must not end it. Practice and a designer's trial never are."""
    if run.plan.mode is not Mode.MONTAGE or run.plan.from_beat is not None:
        return False
    played_us = (run.session.now_us - run.chart.start_us) * 1000 // run.plan.options.rate_permille
    return played_us >= GUARDED_AFTER_US


class RestartKey:
    """The restart key of a run: at once, or held where the run is guarded and `speedrun` is off."""

    def __init__(self, run: Run) -> None:
        self._run = run
        self._key: str | None = None
        self._since_us: Micros = 0

    def press(self, button_event: ButtonEvent) -> bool:
        """Take the key going down; return whether the run restarts at once."""
        if self._run.app.settings.play.speedrun or not is_guarded(self._run):
            return True
        self._key, self._since_us = button_event.key, button_event.wall_us
        return False

    def on_button(self, button_event: ButtonEvent) -> None:
        """Let go where the key is released."""
        if not button_event.down and button_event.key == self._key:
            self._key = None

    def release(self) -> None:
        """Forget a key that is down."""
        self._key = None

    def share(self, wall_us: Micros) -> float:
        """Return how much of the time the key has been held, 0 to 1; 0 where it is not down."""
        if self._key is None:
            return 0.0
        return max(0.0, min(1.0, (wall_us - self._since_us) / HELD_FOR_US))

    def is_due(self, wall_us: Micros) -> bool:
        """Whether the key was held long enough."""
        return self.share(wall_us) >= 1.0
