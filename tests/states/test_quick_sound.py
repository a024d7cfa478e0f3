"""Quicker sound: the setting reaches the player at once, and takes itself back with one sentence."""

import pytest

from game.platform.audio.device.buffers import Buffers
from game.platform.audio.silent_player import SilentPlayer
from game.states.context import BROKE_UP
from game.storage.settings_file import SettingsFile
from tests.states.rig import Rig


class BreakablePlayer(SilentPlayer):
    """A player whose sound breaks up when the test says so, through short buffers only."""

    def __init__(self, rig: Rig) -> None:
        super().__init__(rig.clock, "No sound in tests.")
        self.buffers = Buffers.USUAL
        self.busy = False

    def set_buffers(self, buffers: Buffers) -> None:
        """Note it."""
        self.buffers = buffers

    @property
    def breaks_up(self) -> bool:
        """Whether the machine is too busy for the buffers."""
        return self.busy and self.buffers is Buffers.SHORT


@pytest.fixture
def player(rig: Rig) -> BreakablePlayer:
    breakable = BreakablePlayer(rig)
    rig.app.loaded.wait().player = breakable
    return breakable


def kept(rig: Rig) -> bool:
    """Return the setting as the file has it."""
    rig.app.writer.wait()
    return SettingsFile(rig.app.paths.settings).load().settings.timing.quick_sound


def test_it_is_off_at_first_and_turned_on_at_once(rig: Rig, player: BreakablePlayer) -> None:
    assert not rig.app.settings.timing.quick_sound
    rig.app.change("timing", quick_sound=True)
    assert player.buffers is Buffers.SHORT
    assert kept(rig)


def test_on_a_machine_that_keeps_up_it_stays(rig: Rig, player: BreakablePlayer) -> None:
    rig.app.change("timing", quick_sound=True)
    rig.wait(1_000_000)
    assert player.buffers is Buffers.SHORT
    assert BROKE_UP not in tuple(rig.app.notices)


def test_it_takes_itself_back_and_says_so_once(rig: Rig, player: BreakablePlayer) -> None:
    rig.app.change("timing", quick_sound=True)
    player.busy = True
    rig.wait(1_000_000)
    assert player.buffers is Buffers.USUAL
    assert not kept(rig)
    assert tuple(rig.app.notices).count(BROKE_UP) == 1


def test_a_busy_machine_with_usual_buffers_is_left_alone(rig: Rig, player: BreakablePlayer) -> None:
    player.busy = True
    rig.wait(1_000_000)
    assert tuple(rig.app.notices) == ()
