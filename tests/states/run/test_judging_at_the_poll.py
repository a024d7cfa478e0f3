"""A press is judged and answered at its poll, whatever the frames do; what leads elsewhere waits for the frame."""

from collections.abc import Callable, Sequence

import pygame
import pytest

from game.minigames.manifest import MINIGAMES
from game.platform.audio.silent_player import SilentPlayer
from game.platform.input.input_events import ButtonEvent, InputDevice, StoodStill, WindowEvent
from game.replay.verify import verify
from game.sim.chart import Difficulty
from game.sim.events import Event, Judged
from game.sim.judge import Grade
from game.states.run.run import Run
from game.states.run.run_plan import Mode, RunPlan
from game.states.run.running import Running
from game.timing.units import Micros, ms
from tests.charts import BEAT_US
from tests.states.rig import CUE_BEATS, FRAME_US, POLL_US, Rig, short_chart
from tests.states.run.test_running import LEAD_IN_US, running


class NotingPlayer(SilentPlayer):
    """A player that notes at what time it is asked to answer which judgements."""

    def __init__(self, rig: Rig) -> None:
        super().__init__(rig.clock, "No sound in tests.")
        self._rig = rig
        self.answered: list[tuple[Micros, Judged]] = []

    def on_events(self, events: Sequence[Event]) -> None:
        """Note the judgements."""
        now_us = self._rig.clock.now_us()
        self.answered += [(now_us, event) for event in events if isinstance(event, Judged)]


@pytest.fixture
def player(rig: Rig) -> NotingPlayer:
    noting = NotingPlayer(rig)
    rig.app.loaded.wait().player = noting
    return noting


def key(rig: Rig, name: str, *, down: bool = True) -> ButtonEvent:
    """Return a key that went down or up within the next poll's gap."""
    return ButtonEvent(rig.clock.now_us() + POLL_US // 2, InputDevice.KEYBOARD, name, down)


def poll_until(rig: Rig, wall_us: Micros) -> None:
    """Poll every millisecond, without a frame."""
    while rig.clock.now_us() < wall_us:
        rig.poll()


def at_first_cue(rig: Rig, plan: RunPlan = RunPlan()) -> Run:  # noqa: B008
    """Begin a run and poll until its first cue is half a poll away."""
    run = running(rig, plan)
    poll_until(rig, rig.clock.now_us() + LEAD_IN_US + CUE_BEATS[0] * BEAT_US)
    return run


def test_a_press_is_answered_within_its_poll(rig: Rig, player: NotingPlayer) -> None:
    at_first_cue(rig)
    rig.poll(key(rig, "F"))
    ((answered_us, judged),) = player.answered
    assert judged.grade is Grade.PERFECT
    assert judged.offset_us == POLL_US // 2
    assert answered_us == rig.clock.now_us()


def test_a_miss_is_answered_at_the_poll_that_passes_its_window(rig: Rig, player: NotingPlayer) -> None:
    run = at_first_cue(rig)
    poll_until(rig, rig.clock.now_us() + ms(200))
    ((answered_us, judged),) = player.answered
    assert judged.grade is Grade.MISS
    assert 0 <= answered_us - (rig.clock.now_us() - (run.session.now_us - judged.time_us)) <= POLL_US


def played(rig: Rig, step: Callable[[ButtonEvent | None], object]) -> Run:
    """Press all cues some milliseconds off, and one stray; `step` lets a millisecond pass."""
    run = running(rig)
    begin_us = rig.clock.now_us() + LEAD_IN_US
    moments = [
        (begin_us + beat * BEAT_US + ms(7 * place - 20), "FJ"[place % 2]) for place, beat in enumerate(CUE_BEATS)
    ]
    moments = sorted([*moments, (begin_us + ms(1300), "K")])
    while rig.clock.now_us() < moments[-1][0] + ms(900):
        due = [name for wall_us, name in moments if rig.clock.now_us() == wall_us]
        step(key(rig, due[0]) if due else None)
    return run


def frames_of_length(rig: Rig, polls: int) -> Callable[[ButtonEvent | None], object]:
    """Return a step that collects key events and handles them only with every so-manieth poll, in a frame."""
    kept: list[ButtonEvent] = []
    count = 0

    def step(event: ButtonEvent | None) -> None:
        nonlocal count
        count += 1
        kept.extend([event] if event is not None else [])
        rig.clock.advance(POLL_US)
        if count % polls == 0:
            rig.frame(*kept, after_us=0)
            kept.clear()

    return step


def test_the_digest_is_the_same_at_the_poll_and_at_any_frame(rig: Rig) -> None:
    at_polls = played(rig, lambda event: rig.poll(*([event] if event is not None else [])))
    digest, score = at_polls.session.digest(), at_polls.session.score.total
    assert 0 < score < 1_000_000
    for polls in (1, 7, 16, 33):
        in_frames = played(rig, frames_of_length(rig, polls))
        assert in_frames.session.digest() == digest


def test_presses_behind_a_pause_wait_with_it(rig: Rig, player: NotingPlayer) -> None:
    run = at_first_cue(rig)
    rig.poll(key(rig, "ESCAPE"), key(rig, "F"))
    rig.poll()
    assert player.answered == []
    assert isinstance(rig.state, Running)
    stood_us = run.session.now_us
    rig.frame()
    assert rig.name == "Paused"
    assert player.answered == []
    assert run.session.now_us == stood_us


def test_presses_before_a_pause_are_judged(rig: Rig, player: NotingPlayer) -> None:
    at_first_cue(rig)
    rig.poll(key(rig, "F"), key(rig, "ESCAPE"))
    rig.frame()
    assert rig.name == "Paused"
    assert [judged.grade for _, judged in player.answered] == [Grade.PERFECT]


@pytest.mark.parametrize("what", ["focus", "gap"])
def test_nothing_is_judged_from_a_lost_focus_or_a_gap_to_the_frame(rig: Rig, player: NotingPlayer, what: str) -> None:
    run = at_first_cue(rig)
    since_us, song_us = rig.clock.now_us(), run.session.now_us
    event = WindowEvent.FOCUS_LOST if what == "focus" else StoodStill(since_us, since_us + ms(1500))
    rig.poll(event, after_us=ms(1500))
    rig.poll(key(rig, "F"))
    assert run.session.now_us == song_us
    rig.frame()
    assert rig.name == "Paused"
    assert player.answered == []


def test_a_release_is_judged_at_its_poll_too(rig: Rig) -> None:
    run = at_first_cue(rig)
    rig.poll(key(rig, "F"))
    assert run.session_held
    rig.poll(key(rig, "F", down=False))
    assert not run.session_held


def test_a_count_in_takes_no_press_and_ends_at_the_poll_at_which_the_song_moves(rig: Rig, player: NotingPlayer) -> None:
    run = at_first_cue(rig)
    rig.poll(key(rig, "ESCAPE")).frame().press("RETURN")
    assert isinstance(rig.state, Running)
    stood_us = run.judged_time(rig.clock.now_us())
    rig.poll(key(rig, "F"), key(rig, "F", down=False))
    assert player.answered == []
    for _ in range(5000):
        rig.poll()
        if run.judged_time(rig.clock.now_us()) > stood_us:
            break
    rig.poll(key(rig, "F"))
    assert [judged.grade for _, judged in player.answered] == [Grade.PERFECT]


def test_what_is_pressed_between_the_end_and_its_frame_is_not_recorded(rig: Rig) -> None:
    run = running(rig)
    while not run.ended:
        rig.poll()
    rig.poll(key(rig, "F"), key(rig, "F", down=False))
    replay = run.replay()
    assert replay.trace.inputs == ()
    assert verify(replay, short_chart(Difficulty.NORMAL), MINIGAMES).true
    assert isinstance(rig.state, Running)
    assert rig.frame().name in ("Initials", "Results")


def test_a_practice_loop_begins_anew_at_the_frame_after_its_end(rig: Rig, player: NotingPlayer) -> None:
    run = running(rig, RunPlan(Mode.PRACTICE, section="yard"))
    while not run.ended:
        rig.poll()
    missed = len(player.answered)
    rig.poll(key(rig, "F"))
    assert run.ended
    rig.frame()
    assert not run.ended
    poll_until(rig, rig.clock.now_us() + LEAD_IN_US + CUE_BEATS[0] * BEAT_US - FRAME_US)
    rig.poll(key(rig, "F"))
    assert len(player.answered) == missed + 1


def drawn(rig: Rig, poll: Callable[[], None]) -> bytes:
    """Return the picture of a frame during which `poll` is called."""
    rig.machine.draw(rig.canvas, rig.clock.now_us(), poll)
    return pygame.image.tobytes(rig.canvas, "RGB")


def test_a_press_judged_while_the_picture_is_drawn_is_seen_by_the_next_frame_only(rig: Rig) -> None:
    rig.app.change("picture", overlay=True)
    run = at_first_cue(rig)
    rig.frame(after_us=0)
    still = drawn(rig, lambda: None)

    def press() -> None:
        rig.poll(key(rig, "F"))

    assert drawn(rig, press) == still
    assert run.session.score.streak == 1
    rig.frame(after_us=0)
    assert drawn(rig, lambda: None) != still


def test_the_loading_screen_and_menus_take_nothing_between_frames(rig: Rig) -> None:
    rig.press("RETURN")
    before = rig.name
    rig.poll(key(rig, "RETURN"), key(rig, "ESCAPE"))
    assert rig.name == before
    assert rig.state.transition is None
