"""Every screen can be drawn by its name, in states that differ from each other."""

from collections import Counter

from game.app.gallery import SCENES, pictures
from game.app.offscreen import ScreenDriver
from game.states.screens import SCREENS
from tests.states.rig import Rig


def driver_of(rig: Rig) -> ScreenDriver:
    return ScreenDriver(rig.machine, rig.app, rig.clock, rig.canvas)


def test_every_screen_is_drawn_and_no_picture_overwrites_another(rig: Rig) -> None:
    names = Counter(pictures(driver_of(rig)))
    assert [name for name, count in names.items() if count > 1] == []
    for screen in SCREENS:
        assert any(name == screen or name.startswith(f"{screen}-") for name in names), f"{screen} is not drawn"


def test_scenes_are_of_screens_that_exist() -> None:
    assert set(SCENES) <= set(SCREENS)


def test_one_screen_alone_is_drawn_by_its_name(rig: Rig) -> None:
    assert list(pictures(driver_of(rig), ["offer"])) == ["offer-row-01", "offer-row-02"]


def test_a_steady_calibration_shows_how_late_the_taps_were(rig: Rig) -> None:
    readings = [
        rig.machine.state.rows()[0].label  # type: ignore[attr-defined]
        for name in pictures(driver_of(rig), ["calibrate"])
        if name.endswith("-reading")
    ]
    assert readings == ["Use +23 ms", "Use +23 ms"]
