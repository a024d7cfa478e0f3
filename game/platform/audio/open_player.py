"""Opens the sound: the player over a real device, or, where there is none, one that is silent and says so."""

from pathlib import Path

from game.content.song.song import Song
from game.content.song.sound_table import SoundTable, load_sounds
from game.errors import ContentError, DeviceError
from game.platform.audio.device import AudioDevice
from game.platform.audio.player import AudioPlayer
from game.platform.audio.silent_player import SilentPlayer
from game.platform.audio.stems import Stems
from game.platform.clock.monotonic import MonotonicClock
from game.timing.clock import Clock


def open_song_player(assets_dir: Path, song: Song, wall: Clock | None = None) -> AudioPlayer | SilentPlayer:
    """Open the sound device and begin to load; without a device, return a player that is silent and says so.

    `wall` is the clock whose times the player is asked about (default: the monotonic clock of the platform).
    """
    clock = MonotonicClock() if wall is None else wall
    try:
        device = AudioDevice()
    except DeviceError as error:
        return SilentPlayer(clock, str(error))
    trouble = ""
    try:
        table = load_sounds(assets_dir / "sounds" / "sounds.toml")
    except ContentError as error:
        table, trouble = SoundTable(), str(error)
    player = AudioPlayer(device, clock, Stems(song.path.parent), table)
    player.set_volumes({})
    player.tell(trouble or None)
    player.load()
    player.run_by_itself()
    return player
