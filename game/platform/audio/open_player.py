"""Opens the song player: over a real device or, without one, a silent player with a notice."""

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
    """Open the audio device and start decoding; without a device, return a silent player with a notice.

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
    player.set_notice(trouble or None)
    player.load()
    player.start_keep_alive()
    return player
