"""Saving a map while it is played: it is loaded beside the run and played on from the same place."""

import os
import time
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from game.errors import ContentError
from game.states.context import Library
from game.states.run.map_reload import LOOK_EVERY_US, Watch
from game.states.run.run_plan import RunPlan
from game.states.run.running import Running
from game.states.transitions import Transition
from tests.charts import BEAT_US
from tests.states.rig import Rig


@pytest.fixture
def level(tmp_path: Path) -> Path:
    file = tmp_path / "yard.tmx"
    file.write_text("one")
    return file


def save(file: Path) -> None:
    """Save a file at a later moment than before."""
    stamp = file.stat().st_mtime_ns + 1_000_000_000
    os.utime(file, ns=(stamp, stamp))


def playing(rig: Rig, level: Path) -> Rig:
    """Play up to the third beat with a watch on the map."""
    rig.app.watch = Watch((level,))
    rig.machine.go(Transition("loading", RunPlan(autoplay_ms=0.0)), rig.clock.now_us())
    return rig.wait(2 * BEAT_US + 3 * BEAT_US)


def until_loaded(rig: Rig) -> Running:
    """Let frames pass until another run is shown."""
    first = rig.machine.state
    for _ in range(400):
        rig.frame()
        time.sleep(0.001)
        if isinstance(rig.machine.state, Running) and rig.machine.state is not first:
            return rig.machine.state
    raise AssertionError("the map was not loaded again")


def test_a_change_is_told_once_and_only_when_the_file_is_at_rest(level: Path) -> None:
    watch = Watch((level,))
    looks = []
    for look in range(8):
        if look in (2, 3):
            save(level)
        looks.append(watch.changed(look * LOOK_EVERY_US))
    assert looks == [False, False, False, False, True, False, False, False]


def test_a_saved_map_is_played_on_from_the_same_place(rig: Rig, level: Path) -> None:
    playing(rig, level)
    save(level)
    montage = until_loaded(rig)
    assert montage.run.plan.from_beat is not None
    assert Fraction(7) <= montage.run.plan.from_beat <= Fraction(12)
    assert not montage.run.plan.counts


def test_a_map_that_cannot_be_loaded_is_told_and_the_run_goes_on(rig: Rig, level: Path) -> None:
    playing(rig, level)
    run = rig.state

    def broken() -> Library:
        raise ContentError("yard.tmx: is broken: mend it")

    rig.app.factories = replace(rig.app.factories, library=broken)
    save(level)
    for _ in range(150):
        rig.frame()
        time.sleep(0.001)
    assert "yard.tmx: is broken: mend it" in rig.app.notices
    assert rig.state is run
