"""Sound devices: one is chosen in the settings, and each keeps an offset of its own."""

import pytest

from game.platform.audio.silent_player import SilentPlayer
from game.states.menus.setup.detour import Detour
from game.states.menus.setup.settings_menu import SettingsMenu
from game.states.transitions import Transition
from game.storage.settings_file import SettingsFile
from tests.states.rig import Rig

SPEAKERS, PHONES = "Speakers", "Wireless headphones with a name that is longer than any row of a menu has room for"


class TwoDevices(SilentPlayer):
    """A player with speakers, which are the system's own, and headphones."""

    def __init__(self, rig: Rig) -> None:
        super().__init__(rig.clock, "No sound in tests.")
        self.output = ""
        self.is_unplugged = False

    def set_output(self, output: str) -> None:
        """Note it."""
        self.output = output

    def outputs(self) -> tuple[str, ...]:
        """Return both."""
        return (SPEAKERS, PHONES)

    @property
    def heard_on(self) -> str:
        """The chosen one."""
        return SPEAKERS if self.is_unplugged else self.output or SPEAKERS

    @property
    def output_problem(self) -> str | None:
        """What is said where the chosen one is unplugged."""
        return "They are unplugged." if self.is_unplugged else None


@pytest.fixture
def player(rig: Rig) -> TwoDevices:
    two = TwoDevices(rig)
    rig.app.loaded.wait().player = two
    return two


def value_of(rig: Rig, label: str) -> str:
    assert isinstance(rig.state, SettingsMenu)
    return next(row.value for row in rig.state.rows() if row.label == label)


def test_the_settings_walk_through_the_devices_and_stop_at_the_last(rig: Rig, player: TwoDevices) -> None:
    rig.go(Transition("settings", Detour())).choose("Sound device")
    seen = [value_of(rig, "Sound device")]
    for _ in range(3):
        rig.press("RIGHT")
        seen.append(value_of(rig, "Sound device"))
    assert seen[:2] == ["system default", SPEAKERS]
    assert seen[2] == seen[3] == "Wireless headphones with a nam..."
    assert player.output == PHONES
    assert SettingsFile(rig.app.paths.settings).load().settings.timing.output == PHONES


def test_each_device_keeps_its_own_offset(rig: Rig, player: TwoDevices) -> None:
    rig.app.set_audio_offset(12)
    rig.app.change("timing", output=PHONES)
    assert rig.app.audio_offset_ms == 0, "it was never measured"
    rig.app.set_audio_offset(180)
    rig.app.change("timing", output="")
    assert rig.app.audio_offset_us == 12_000
    rig.app.writer.wait()
    timing = SettingsFile(rig.app.paths.settings).load().settings.timing
    assert dict(timing.audio_offsets_ms) == {SPEAKERS: 12, PHONES: 180}


def test_the_offset_of_older_settings_is_that_of_the_systems_own_device(rig: Rig, player: TwoDevices) -> None:
    rig.app.change("timing", audio_offset_ms=35)
    assert rig.app.audio_offset_ms == 35
    rig.app.change("timing", output=PHONES)
    assert rig.app.audio_offset_ms == 0


def test_the_row_of_the_offset_is_that_of_the_device_in_use(rig: Rig, player: TwoDevices) -> None:
    rig.app.change("timing", output=PHONES)
    rig.go(Transition("settings", Detour())).choose("Sound is late by").press("RIGHT", "RIGHT")
    assert value_of(rig, "Sound is late by") == "2 ms"
    assert dict(rig.app.settings.timing.audio_offsets_ms) == {PHONES: 2}


def test_one_that_is_unplugged_is_told_once_on_any_screen(rig: Rig, player: TwoDevices) -> None:
    rig.go(Transition("menu"))
    player.is_unplugged = True
    rig.wait(300_000)
    assert list(rig.app.notices) == ["They are unplugged."]
    rig.wait(20_000_000, 500_000)
    assert list(rig.app.notices) == []
