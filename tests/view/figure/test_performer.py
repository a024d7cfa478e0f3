"""A standing body: anticipation on the song's clock, the contact at the press, follow-through, and the miss."""

from fractions import Fraction
from pathlib import Path

import pytest

from game.sim.actions import Verb
from game.sim.chart import Cue
from game.sim.events import Judged, Part
from game.sim.judge import Grade
from game.sim.spec import CueKind
from game.timing.units import Micros
from game.view.canvas.event_log import EventLog
from game.view.figure.actor import Actors, Pose
from game.view.figure.performer import CueClips, Now, Performer, form_of
from game.view.figure.sprite_sheet import Clip, Sheets

BEAT_US = 500_000
KIND = CueKind("jab", (Verb.LEFT,), "a jab")


class Shelf(Actors):
    """Actors with one movement: a quarter beat of anticipation, half a beat of follow-through, under these names."""

    names: tuple[str, ...] = ("jab", "off", "miss")

    def clip(self, sheet: str, action: str, form: str = "loose") -> Clip | None:
        """Return the one movement."""
        return Clip(action, (0, 1), (0.0, 0.25), 0.75, False, 0.25) if action in self.names else None


class FullShelf(Shelf):
    """Actors whose jab goes wrong in ways of its own."""

    names = ("jab", "off", "miss", "jab_early", "jab_late", "jab_miss")


def cue(number: int, beat: int) -> Cue:
    """Return a jab on a beat."""
    time_us = beat * BEAT_US
    return Cue(number, 0, time_us, time_us, Fraction(beat), KIND, "jab", (Verb.LEFT,))


def judged(number: int, time_us: Micros, grade: Grade = Grade.PERFECT, offset_us: Micros = 0) -> Judged:
    """Return a judgement of a jab."""
    offset = None if grade is Grade.MISS else offset_us
    return Judged(time_us, 0, number, "jab", Part.PRESS, Verb.LEFT, grade, 1000, False, offset)


def pose(beat: float, *told: Judged, shelf: type[Shelf] = Shelf) -> Pose | None:
    """Return the pose at a beat after what was told, with jabs on beats 4 and 5."""
    log = EventLog()
    log.on_events(told)
    performer = Performer(
        "x", (cue(0, 4), cue(1, 5)), lambda _: CueClips("jab", "off", "miss"), shelf(Sheets((Path(),)))
    )
    return performer.pose(Now(round(beat * BEAT_US), beat, BEAT_US, "loose"), log)


def test_he_idles_until_the_wind_up() -> None:
    assert pose(3.7) is None


def test_he_winds_up_on_the_clock_and_waits_at_the_last_of_it() -> None:
    early, late = pose(3.9), pose(4.1)
    assert early is not None and early.beats == pytest.approx(0.15)
    assert late is not None and 0.24 < late.beats < 0.25


@pytest.mark.parametrize("pressed", [3.9, 4.0, 4.1])
def test_a_press_shows_the_contact_at_once(pressed: float) -> None:
    shown = pose(pressed, judged(0, round(pressed * BEAT_US)))
    assert shown is not None and shown.action == "jab" and shown.beats == pytest.approx(0.25)


def test_the_follow_through_runs_from_the_press_to_its_end() -> None:
    told = judged(0, 4 * BEAT_US)
    following = pose(4.3, told)
    assert following is not None and following.beats == pytest.approx(0.55)
    assert pose(4.6, told) is None


def test_the_next_wind_up_takes_over() -> None:
    shown = pose(4.8, judged(0, 4 * BEAT_US))
    assert shown is not None and shown.beats == pytest.approx(0.05)


def test_off_and_missed_look_different() -> None:
    off, missed = pose(4.1, judged(0, 4 * BEAT_US, Grade.SLOPPY)), pose(4.3, judged(0, 2_130_000, Grade.MISS))
    assert off is not None and off.action == "off"
    assert missed is not None and missed.action == "miss"


@pytest.mark.parametrize(
    ("told", "action"),
    [
        (judged(0, 4 * BEAT_US, Grade.SLOPPY, -90_000), "jab_early"),
        (judged(0, 4 * BEAT_US, Grade.SLOPPY, 90_000), "jab_late"),
        (judged(0, 4 * BEAT_US, Grade.MISS), "jab_miss"),
    ],
)
def test_a_sheet_that_has_them_shows_a_movements_own_mistakes(told: Judged, action: str) -> None:
    shown = pose(4.1, told, shelf=FullShelf)
    assert shown is not None and shown.action == action


def test_the_future_is_not_shown() -> None:
    assert pose(3.5, judged(0, 4 * BEAT_US)) is None


def test_bands_pick_the_performance() -> None:
    assert [form_of(band) for band in range(4)] == ["stiff", "stiff", "loose", "proud"]
