"""Opens the song player over the audio device, which may come later; a silent one where none could be heard."""

from dataclasses import replace
from pathlib import Path

from game.content.song.song import Song, SongAudio
from game.content.song.sound_reader import open_sounds
from game.content.song.sound_table import SoundTable
from game.errors import ContentError
from game.platform.audio.device.buffers import Buffers
from game.platform.audio.device.device import AudioDevice, UnheardDriver
from game.platform.audio.player import AudioPlayer
from game.platform.audio.silent_player import SilentPlayer
from game.platform.audio.song.stems import Stems
from game.platform.clock.monotonic import MonotonicClock
from game.timing.clock import Clock


def open_song_player(
    roots: tuple[Path, ...],
    song: Song,
    buffers: Buffers = Buffers.USUAL,
    output: str = "",
    wall: Clock | None = None,
    clap: str = "",
) -> AudioPlayer | SilentPlayer:
    """Open the audio device and start decoding; return a silent player where the driver plays nothing.

    `roots` are the pack's, in which the sounds are sought; the song's files lie beside its own. `wall` is the clock
    whose times the player is asked about (default: the monotonic clock of the platform). `output` names the device,
    empty: the system's default. `clap` names one of the
    game's sounds to play on every cue.
    """
    clock = MonotonicClock() if wall is None else wall
    try:
        device = AudioDevice(buffers, output)
    except UnheardDriver as error:
        return SilentPlayer(clock, str(error))
    problem = ""
    try:
        table = open_sounds(roots)
        table = replace(table, clap=table.game.get(clap, ""))
    except ContentError as error:
        table, problem = SoundTable(), str(error)
    try:
        audio = song.audio
    except ContentError as error:
        audio, problem = SongAudio(), str(error)
    player = AudioPlayer(device, clock, Stems(audio), table)
    player.set_volumes({})
    player.set_notice(problem or None)
    player.load()
    player.start_keep_alive()
    return player
