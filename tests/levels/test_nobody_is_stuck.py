"""Over the real maps: whatever is pressed, let go, unplugged, paused or begun again, every run ends in bounds."""

import pytest

from game.minigames.manifest import MINIGAMES
from game.sim.actions import InputEvent, Verb
from game.sim.chart import Chart, Difficulty
from game.sim.cue_rules import CueRules
from game.sim.events import Event, Judged, RunEnded
from game.sim.options import RATES_PERMILLE, WINDOW_PERCENTS, Assist, RunOptions
from game.sim.players import press_at_random
from game.sim.rng import Rng
from game.sim.session import Session
from game.sim.slot import CuePhase
from game.timing.units import Micros, ms
from tests.levels.montage import chart

FRAMES_US = (ms(4), ms(16), ms(33), ms(120), ms(900))
TROUBLE_EVERY = 40
"""One frame in so many brings trouble."""


class Player:
    """A player at random with a keyboard, a controller that comes and goes, and a window that loses its focus."""

    def __init__(self, played: Chart, options: RunOptions, rng: Rng) -> None:
        self.played, self.options, self.rng = played, options, rng
        self.down: set[Verb] = set()
        self.restarts = 0
        self.begin()

    def begin(self) -> None:
        """Begin the run, or begin it again."""
        self.session = Session(self.played, self.options, MINIGAMES)
        self.events: list[Event] = []
        self.inputs = press_at_random(self.played, 1 + self.rng.below(20), self.rng)
        self.down.clear()

    def play(self) -> None:
        """Play frames of random length to the end."""
        frame_us = FRAMES_US[self.rng.below(len(FRAMES_US))]
        while not self.session.ended:
            now_us = self.session.now_us + 1 + self.rng.below(2 * frame_us)
            if self.rng.below(TROUBLE_EVERY) == 0:
                self.trouble(now_us)
                frame_us = FRAMES_US[self.rng.below(len(FRAMES_US))]
            self.press_until(now_us)
            self.events += self.session.advance_to(now_us)

    def press_until(self, now_us: Micros) -> None:
        """Hand in what was pressed since the last frame."""
        while self.inputs and self.inputs[0].time_us <= now_us:
            event = self.inputs.pop(0)
            self.session.queue(event)
            (self.down.add if event.down else self.down.discard)(event.verb)

    def trouble(self, now_us: Micros) -> None:
        """Pause, lose the focus, lose a controller, answer late, or begin again."""
        match self.rng.below(5):
            case 0:  # a pause: time stands, the same moment is asked for again, what is pressed meanwhile is lost
                self.events += self.session.advance_to(self.session.now_us)
                self.inputs = [event for event in self.inputs if event.time_us > now_us + self.rng.below(ms(800))]
            case 1:  # focus lost: every key that is down comes up at once
                for verb in sorted(self.down):
                    self.session.queue(InputEvent(now_us, verb, down=False))
                self.down.clear()
            case 2:  # a controller is unplugged: its releases never arrive
                gone = Verb(self.rng.below(4))
                until_us = now_us + self.rng.below(ms(9000))
                self.inputs = [
                    event for event in self.inputs if event.down or event.verb is not gone or event.time_us > until_us
                ]
            case 3:  # an input from before the present
                self.session.queue(InputEvent(now_us - ms(500), Verb(self.rng.below(4)), down=self.rng.below(2) == 0))
            case _:
                if self.restarts < 1 and self.rng.below(8) == 0:
                    self.restarts += 1
                    self.begin()


def assert_a_random_run_ends(seed: int) -> None:
    rng = Rng(seed)
    played = chart(list(Difficulty)[rng.below(len(Difficulty))])
    if rng.below(4) == 0:
        played = played.only(played.sections[rng.below(len(played.sections))].id)
    options = RunOptions(
        rate_permille=RATES_PERMILLE[rng.below(len(RATES_PERMILLE))],
        window_percent=WINDOW_PERCENTS[rng.below(len(WINDOW_PERCENTS))],
        assists=frozenset(assist for assist in Assist if rng.below(2)),
        seed=seed,
    )
    player = Player(played, options, rng)
    player.play()
    assert_whole(player)


def assert_whole(player: Player) -> None:
    session = player.session
    judged = [event for event in player.events if isinstance(event, Judged)]
    assert isinstance(player.events[-1], RunEnded)
    assert player.events[-1].time_us >= player.played.end_us
    assert 0 <= session.score.total <= 1_000_000
    assert 0 <= session.form.value <= 1000
    assert all(0 <= tally.net_points <= tally.max_points for tally in session.score.sections)
    assert len(judged) == len({(event.cue_id, event.part) for event in judged})
    assert len(judged) == sum(tally.judgements for tally in session.score.sections)
    assert [event.time_us for event in player.events] == sorted(event.time_us for event in player.events)
    for rules in session.rules:
        assert isinstance(rules, CueRules)
        assert all(slot.stage is CuePhase.DONE for slot in rules.slots), "a hold is stuck"


@pytest.mark.parametrize("seed", range(20))
def test_no_trouble_breaks_a_run(seed: int) -> None:
    assert_a_random_run_ends(seed)


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_a_thousand_runs_full_of_trouble_all_end() -> None:
    for seed in range(1000, 2000):
        assert_a_random_run_ends(seed)
