"""The event log: by time, never ahead of it; a cut keeps to what was there when it was made."""

from game.sim.actions import Verb
from game.sim.events import BandChanged, Held, Judged, Part, Strayed
from game.sim.judge import Grade
from game.view.canvas.event_log import EventLog


def hit(cue: int, time_us: int, grade: Grade = Grade.PERFECT, points: int = 1000, section: int = 0) -> Judged:
    """Return a judgement."""
    return Judged(time_us, section, cue, "x", Part.PRESS, Verb.LEFT, grade, points, False, 0)


def log_of(*events: Judged | Held | Strayed | BandChanged) -> EventLog:
    """Return a log."""
    log = EventLog()
    log.on_events(events)
    return log


def test_a_judgement_is_known_from_its_moment_on() -> None:
    log = log_of(hit(3, 500))
    assert log.judged(3, 499) is None and log.judged(3, 500) is not None
    assert log.pressed_us(3, 600) == 500


def test_a_miss_is_no_press() -> None:
    assert log_of(hit(3, 500, Grade.MISS)).pressed_us(3, 900) is None


def test_an_unjudged_hold_is_pressed_and_let_go() -> None:
    log = log_of(Held(100, 0, 1, "hook", Verb.LEFT, True), Held(300, 0, 1, "hook", Verb.LEFT, False))
    assert log.pressed_us(1, 200) == 100 and log.let_go_us(1, 200) is None and log.let_go_us(1, 300) == 300


def test_the_band_is_that_of_its_time_and_warmth_eases_to_it() -> None:
    log = log_of(BandChanged(1000, 2), BandChanged(2000, 3))
    assert [log.band(time_us) for time_us in (0, 1000, 1999, 2000)] == [1, 2, 2, 3]
    assert log.warmth(1000, 400) == 1.0 < log.warmth(1200, 400) < log.warmth(1500, 400) == 2.0


def test_recent_events_are_those_of_the_span() -> None:
    log = log_of(Strayed(100, 0, Verb.UP), Strayed(200, 0, Verb.UP), Strayed(300, 0, Verb.UP))
    assert [event.time_us for event in log.recent(Strayed, 250, 100)] == [200]


def test_quality_is_the_share_of_points_less_strays() -> None:
    log = log_of(hit(0, 1), hit(1, 2, Grade.GOOD, 500), Strayed(3, 0, Verb.UP), hit(2, 4, section=1))
    assert log.quality(0, 10) == 0.25 and log.quality(1, 10) == 1.0 and log.quality(5, 10) == 1.0


def test_a_cut_does_not_see_events_that_are_appended_later() -> None:
    log = log_of(hit(0, 100))
    cut = log.cut()
    log.on_events([hit(1, 200, Grade.MISS, 0), Held(200, 0, 2, "hook", Verb.LEFT, True), BandChanged(200, 3)])
    assert cut.judged(1, 900) is None and log.judged(1, 900) is not None
    assert cut.pressed_us(2, 900) is None and log.pressed_us(2, 900) == 200
    assert (cut.band(900), log.band(900)) == (1, 3)
    assert (cut.warmth(900, 10), log.warmth(900, 10)) == (1.0, 3.0)
    assert (cut.quality(0, 900), log.quality(0, 900)) == (1.0, 0.5)
    assert (len(cut.recent(Judged, 900, 900)), len(log.recent(Judged, 900, 900))) == (1, 2)
    assert (len(cut.events), len(log.events)) == (1, 4)


def test_a_cut_is_of_the_run_of_its_log() -> None:
    log = log_of(hit(0, 100))
    assert log.cut().is_of_run(log) and log.is_of_run(log.cut()) and log.cut().is_of_run(log.cut())
    assert not log.is_of_run(log_of(hit(0, 100))) and not log.is_of_run(None)


def test_a_mark_of_the_streak_is_known_from_its_moment_on_and_only_in_cuts_made_later() -> None:
    log = log_of(*(hit(cue, 100 * cue) for cue in range(1, 25)))
    early = log.cut()
    log.on_events([hit(25, 2500)])
    assert log.streak_marks(2499, 1000) == [] and early.streak_marks(9000, 9000) == []
    (mark,) = log.streak_marks(2500, 1000)
    assert (mark.length, mark.cue_id, mark.time_us) == (25, 25, 2500)
    assert log.streak_marks(3499, 1000) == [mark] and log.streak_marks(3500, 1000) == []


def test_a_stray_begins_the_streak_anew() -> None:
    log = log_of(*(hit(cue, cue) for cue in range(24)), Strayed(30, 0, Verb.UP), hit(24, 31))
    assert log.streak_marks(100, 100) == []
