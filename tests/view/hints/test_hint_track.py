"""A cue's key appears with the lead of its sound, shows what to do and how it was hit, and goes when it is learned."""

from fractions import Fraction

import pytest

from game.minigames.manifest import MINIGAMES
from game.sim.actions import InputEvent, Verb
from game.sim.chart import Call, Chart
from game.sim.options import Assist, RunOptions
from game.sim.session import Session
from game.view.canvas.event_log import EventLog
from game.view.canvas.timing_error import is_clean, is_missed
from game.view.hints.hint_track import Hint, HintTrack
from tests.charts import BEAT_US, At, D, L, R, U, chart_of

PRESSED_US = 60_000


class Seen:
    """What is shown of a chart while keys are pressed: each for some milliseconds, at a beat and some milliseconds."""

    def __init__(
        self, chart: Chart, *taps: InputEvent, known: dict[str, int] | None = None, assists: tuple[Assist, ...] = ()
    ) -> None:
        self._track, self._log, self._known = HintTrack(chart), EventLog(), {} if known is None else known
        options = RunOptions(assists=frozenset(assists))
        self._assists = options.assists_in_force
        session = Session(chart, options, MINIGAMES)
        for tap in taps:
            session.queue(tap)
        self._log.on_events(session.advance_to(chart.end_us))

    def at(self, beat: float) -> tuple[Hint, ...]:
        """Return the hints at a beat."""
        return self._track.at(round(beat * BEAT_US), self._log, self._known, self._assists)

    def cues(self, beat: float) -> list[int]:
        """Return whose keys wait at a beat."""
        return [hint.cue.id for hint in self.at(beat) if hint.waits]


def tap(beat: float, verb: Verb, off_ms: int = 0, beats: float = 0.0) -> tuple[InputEvent, InputEvent]:
    at_us = round(beat * BEAT_US) + off_ms * 1000
    until_us = at_us + (round(beats * BEAT_US) or PRESSED_US)
    return InputEvent(at_us, verb, down=True), InputEvent(until_us, verb, down=False)


def test_a_key_appears_with_the_lead_of_its_sound() -> None:
    seen = Seen(chart_of("river", At(6, "gust", U), At(10, "stride", L)))
    assert (seen.cues(3.9), seen.cues(4.1)) == ([], [0]), "two beats ahead"
    assert (seen.cues(8.9), seen.cues(9.1)) == ([], [1]), "one beat ahead"


def test_the_outline_says_how_many_beats_are_left() -> None:
    seen = Seen(chart_of("market", At(6, "crate", U)))
    assert seen.at(5.25)[0].beats == pytest.approx(0.75)
    assert seen.at(6.1)[0].beats == pytest.approx(-0.1), "it is still open"


def test_a_call_on_a_hard_chart_comes_half_as_early() -> None:
    cues = At(6, "jab", L), At(7, "body", D)
    calls = Call("call_jab", 2_000_000, 2_000_000, Fraction(4)), Call("call_body", 2_500_000, 2_500_000, Fraction(5))
    assert Seen(chart_of("heavy_bag", *cues)).cues(2.5) == [0]
    seen = Seen(chart_of("heavy_bag", *cues, calls=calls))
    assert (seen.cues(2.5), seen.cues(4.5)) == ([], [0])


def test_a_hit_is_answered_and_then_gone() -> None:
    seen = Seen(chart_of("market", At(6, "crate", U), At(10, "crate", U)), *tap(6, U), *tap(10, U, off_ms=200))
    (hint,) = seen.at(6.2)
    assert hint.last is not None and is_clean(hint.last) and hint.since == pytest.approx(0.2)
    assert seen.at(6.7) == ()
    (missed,) = seen.at(10.4)
    assert missed.last is not None and is_missed(missed.last)


def test_a_hold_fills_while_it_is_held_and_not_otherwise() -> None:
    chart = chart_of("sit_ups", At(4, "sit_up", U, length=2), At(10, "sit_up", U, length=2))
    seen = Seen(chart, *tap(4, U, beats=2), *tap(10, U, beats=1))
    (held,) = seen.at(5)
    assert held.held and held.filled == pytest.approx(0.5) and held.hold_beats == pytest.approx(2)
    assert not seen.at(11.1)[0].held, "he let go too soon"


def test_a_chord_wants_both_keys() -> None:
    (hint,) = Seen(chart_of("yard", At(6, "press", (L, R)))).at(5.5)
    assert hint.verbs == (L, R)


def test_alternating_hands_show_the_one_that_did_not_come_last() -> None:
    chart = chart_of("yard", At(4, "lift", L, either_hand=True), At(5, "lift", R), At(6, "lift", L))
    other = [hint.verbs for hint in Seen(chart, *tap(4, R)).at(4.9) if hint.waits]
    assert other == [(L,)], "he began with the right hand, which the chart allows"
    assert [hint.verbs for hint in Seen(chart).at(4.5) if hint.waits] == [(R,)], "after a miss as the chart says"


def test_a_kind_that_was_hit_clean_twice_is_not_shown_again() -> None:
    cues = [At(beat, "crate", U) for beat in (4, 6, 8, 10)]
    seen = Seen(chart_of("market", *cues), *tap(4, U), *tap(6, U, off_ms=80), *tap(8, U, off_ms=-20))
    assert [seen.cues(beat - 0.5) for beat in (4, 6, 8, 10)] == [[0], [1], [2], []]


def test_what_was_learned_in_earlier_runs_counts() -> None:
    chart = chart_of("market", At(4, "crate", U), At(6, "crate", U), At(8, "hanging", D))
    seen = Seen(chart, *tap(4, U), known={"market.crate": 1})
    assert [seen.cues(beat - 0.5) for beat in (4, 6, 8)] == [[0], [], [2]]


def test_always_shows_what_is_learned_too() -> None:
    chart = chart_of("market", At(4, "crate", U))
    assert HintTrack(chart).at(3 * BEAT_US + 1, EventLog(), None)
    assert not HintTrack(chart).at(3 * BEAT_US + 1, EventLog(), {"market.crate": 2})


def test_in_the_silence_the_next_foot_follows_the_step_and_no_beat_is_told() -> None:
    chart = chart_of("bridge", At(4, "step", L), At(5, "silent", R), At(6, "silent", L))
    seen = Seen(chart, *tap(4, L, off_ms=20), *tap(5, R, off_ms=40))
    assert seen.cues(4.03) == [0], "not by the clock"
    (hint,) = (hint for hint in seen.at(4.1) if hint.waits)
    assert hint.verbs == (R,) and not hint.timed


def test_with_one_button_every_cue_shows_the_button_that_is_used() -> None:
    chart = chart_of("yard", At(4, "lift", L), At(6, "lift", R), At(10, "press", (L, R)))
    seen = Seen(chart, *tap(4, D), *tap(6, D), assists=(Assist.ONE_BUTTON,))
    assert [seen.at(beat)[0].verbs for beat in (3.5, 4.2, 5.5, 6.2, 9.5)] == [(U,), (D,), (D,), (D,), (D,)]


def test_with_one_hand_the_hand_in_use_is_shown_for_both_and_for_a_chord() -> None:
    chart = chart_of("yard", At(4, "lift", L), At(6, "lift", R), At(10, "press", (L, R)))
    seen = Seen(chart, *tap(4, L), assists=(Assist.ONE_HAND,))
    assert [seen.at(beat)[0].verbs for beat in (3.5, 4.2, 5.5, 9.5)] == [(R,), (L,), (L,), (L,)]
    assert Seen(chart_of("market", At(6, "crate", U)), assists=(Assist.ONE_HAND,)).at(5.5)[0].verbs == (U,)


def test_holds_as_taps_show_no_long_key_and_a_hook_the_moment_that_it_lands() -> None:
    sit_up = chart_of("sit_ups", At(4, "sit_up", U, length=2))
    (hint,) = Seen(sit_up, *tap(4, U), assists=(Assist.HOLD_TAP,)).at(3.5)
    assert hint.hold_beats == 0 and hint.beats == pytest.approx(0.5)
    (hint,) = Seen(sit_up, *tap(4, U), assists=(Assist.HOLD_TAP,)).at(4.2)
    assert not hint.held and hint.last is not None and is_clean(hint.last)
    hook = Seen(chart_of("meat", At(4, "hook", R, length=2)), *tap(6, R), assists=(Assist.HOLD_TAP,))
    assert hook.at(5.5)[0].beats == pytest.approx(0.5)
    assert hook.at(6.2)[0].last is not None
