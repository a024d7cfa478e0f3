"""Saving a map while it is played: it is loaded beside the run, which goes on from the same moment."""

import os
import time
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from game.errors import ContentError
from game.sim.actions import Verb
from game.sim.chart import Chart, Difficulty
from game.sim.events import Judged
from game.sim.judge import Grade
from game.states.protocols import Library
from game.states.run.map_reload import LOOK_EVERY_US, MOST_FINDINGS, FileWatch, first_findings
from game.states.run.paused import Paused
from game.states.run.run_plan import RunPlan
from game.states.run.running import OVERLAY_KEY, Running
from game.states.transitions import Transition
from tests.charts import BEAT_US, At, R, chart_of
from tests.states.rig import Rig, ShortLibrary, short_chart


@pytest.fixture
def level(tmp_path: Path) -> Path:
    file = tmp_path / "yard.tmx"
    file.write_text("one")
    return file


class LongerLibrary(ShortLibrary):
    """The short chart with two more bars, its sixth cue for the other hand."""

    bars = 4


class OtherSong(ShortLibrary):
    """The short chart of another song."""

    song_hash = "1" * 64


def save(file: Path) -> None:
    """Save a file at a later moment than before."""
    stamp = file.stat().st_mtime_ns + 1_000_000_000
    os.utime(file, ns=(stamp, stamp))


def playing(rig: Rig, level: Path, plan: RunPlan | None = None) -> Rig:
    """Play up to the third beat with a watch on the map."""
    rig.app.watch = FileWatch((level,))
    rig.machine.go(Transition("loading", plan or RunPlan(autoplay_ms=0.0)), rig.clock.now_us())
    return rig.wait(2 * BEAT_US + 3 * BEAT_US + BEAT_US // 2)


def running(rig: Rig) -> Running:
    assert isinstance(rig.state, Running)
    return rig.state


def saved(rig: Rig, level: Path, library: Callable[[], Library]) -> None:
    """Save the map, which now holds another library, and let frames pass until it is loaded or refused."""
    rig.app.factories = replace(rig.app.factories, library=library)
    save(level)
    for _ in range(150):
        rig.frame()
        time.sleep(0.001)


def test_a_change_is_told_once_and_only_when_the_file_is_at_rest(level: Path) -> None:
    watch = FileWatch((level,))
    looks = []
    for look in range(8):
        if look in (2, 3):
            save(level)
        looks.append(watch.changed(look * LOOK_EVERY_US))
    assert looks == [frozenset({level}) if look == 4 else frozenset() for look in range(8)]


def test_a_file_that_is_added_is_watched_from_now_on(level: Path, tmp_path: Path) -> None:
    watch = FileWatch((level,))
    template = tmp_path / "lift.tx"
    template.write_text("one")
    watch.add([template])
    assert [watch.changed(look * LOOK_EVERY_US) for look in range(2)] == [frozenset()] * 2
    save(template)
    assert [watch.changed(look * LOOK_EVERY_US) for look in range(2, 4)] == [frozenset(), frozenset({template})]


def test_a_saved_map_is_played_on_from_the_same_moment_with_its_score(rig: Rig, level: Path) -> None:
    playing(rig, level)
    state, score, before_us = running(rig), running(rig).run.session.score.total, running(rig).run.session.now_us
    assert score > 0
    saved(rig, level, LongerLibrary)
    assert running(rig) is state
    assert state.run.chart.hash() == short_chart(Difficulty.NORMAL, 4).hash()
    assert state.run.session.now_us > before_us
    assert all(event.grade is Grade.PERFECT for event in rig.picture.log if isinstance(event, Judged))
    assert state.run.session.score.total > score
    assert not state.run.plan.counts
    assert any(notice.startswith("Reloaded") for notice in rig.app.notices)


def test_what_a_person_pressed_is_judged_by_the_changed_chart(rig: Rig, level: Path) -> None:
    class OtherHand(ShortLibrary):
        def chart(self, difficulty: Difficulty, section: str | None = None) -> Chart:
            chart = chart_of("yard", At(Fraction(3), "lift", R), bars=2, difficulty=difficulty)
            return Chart(chart.tempo, difficulty, chart.sections, lead_in_us=2 * BEAT_US)

    rig.app.watch = FileWatch((level,))
    rig.machine.go(Transition("loading", RunPlan()), rig.clock.now_us())
    rig.frame()
    run = running(rig).run
    while run.session.now_us < 3 * BEAT_US:
        rig.frame()
    run.press(Verb.RIGHT, rig.clock.now_us(), down=True)
    rig.wait(BEAT_US // 2)
    assert run.session.score.total > 0
    saved(rig, level, OtherHand)
    (judged,) = [event for event in rig.picture.log if isinstance(event, Judged)]
    assert judged.grade is not Grade.MISS
    assert run.inputs_recorded == 1


def test_where_the_song_changed_the_run_starts_again_at_the_present_bar(rig: Rig, level: Path) -> None:
    playing(rig, level)
    first, player = running(rig), rig.app.loaded.wait().player
    saved(rig, level, OtherSong)
    assert running(rig) is not first
    assert running(rig).run.plan.from_beat is not None
    assert rig.app.loaded.wait().player is not player


def test_findings_are_listed_until_they_are_mended_and_the_run_goes_on(rig: Rig, level: Path) -> None:
    playing(rig, level)
    state, run = running(rig), running(rig).run

    def broken() -> Library:
        raise ContentError("\n".join(f"/far/away/yard.tmx: object {number}: is broken: mend it" for number in range(9)))

    saved(rig, level, broken)
    assert rig.state is state
    assert state.run is run
    assert rig.app.watch is not None
    assert rig.app.watch.findings[0] == "yard.tmx: object 0: is broken: mend it"
    assert len(rig.app.watch.findings) == MOST_FINDINGS + 1
    saved(rig, level, LongerLibrary)
    assert rig.app.watch.findings == ()


def test_a_few_findings_are_all_listed() -> None:
    assert first_findings("/a/b.tmx: is bad; mend it\nc.tmx: too") == ("b.tmx: is bad; mend it", "c.tmx: too")


def test_the_chart_is_shown_over_the_picture_while_a_map_is_watched(rig: Rig, level: Path) -> None:
    playing(rig, level)
    plain = rig.canvas.get_at((160, 60))
    rig.press(OVERLAY_KEY)
    assert rig.frame().canvas.get_at((160, 60)) != plain
    rig.press(OVERLAY_KEY)
    assert rig.frame().canvas.get_at((160, 60)) == plain


def test_a_run_that_plays_itself_goes_on_while_its_maker_looks_at_another_window(rig: Rig, level: Path) -> None:
    playing(rig, level)
    state = running(rig)
    state.interrupt(rig.clock.now_us())
    assert rig.frame().state is state


def test_a_map_that_is_saved_in_a_pause_is_changed_under_it(rig: Rig, level: Path) -> None:
    playing(rig, level, RunPlan())
    rig.press(OVERLAY_KEY)
    before = running(rig).run
    running(rig).interrupt(rig.clock.now_us())
    rig.frame()
    assert isinstance(rig.state, Paused)
    saved(rig, level, LongerLibrary)
    assert isinstance(rig.state, Paused)
    assert before.chart.hash() == short_chart(Difficulty.NORMAL, 4).hash()
    assert any(notice.startswith("Reloaded") for notice in rig.app.notices)
    rig.press("ESCAPE")
    rig.frame()
    assert running(rig).run is before
    assert rig.app.watch is not None and rig.app.watch.shows_chart


def test_another_song_that_is_saved_in_a_pause_begins_at_the_present_bar(rig: Rig, level: Path) -> None:
    playing(rig, level, RunPlan())
    running(rig).interrupt(rig.clock.now_us())
    rig.frame()
    saved(rig, level, OtherSong)
    assert running(rig).run.plan.from_beat is not None


def test_a_trial_of_some_bars_begins_again_behind_them(rig: Rig, level: Path) -> None:
    plan = RunPlan(autoplay_ms=0.0, loop_bars=1)
    playing(rig, level, plan)
    first = running(rig)
    rig.wait(2 * BEAT_US)
    assert running(rig) is not first
    assert running(rig).run is first.run
    assert running(rig).run.beat(rig.clock.now_us()) < 4
    assert not plan.counts
