"""The content that is played, loaded without display or sound: the song, the maps and their charts."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from game.content.charts import build_chart
from game.content.level import Level
from game.content.song.song import Song, load_song
from game.content.world import load_levels, load_world
from game.content.world_reader import World
from game.errors import UsageError
from game.sim.chart import Chart, Difficulty
from game.storage.paths import levels_dir, song_file


@dataclass(frozen=True, slots=True)
class Content:
    """The song and the world, loaded without display or sound."""

    song: Song
    world: World | tuple[Level, ...]
    song_hash: str

    def chart(self, difficulty: Difficulty, section: str | None = None) -> Chart:
        """Return the chart of the run or of one section; raises UsageError naming the sections there are."""
        whole = build_chart(self.world, self.song, difficulty)
        if section is None:
            return whole
        try:
            return whole.only(section)
        except KeyError:
            known = ", ".join(part.id for part in whole.sections)
            raise UsageError(f'no section "{section}": there are {known}') from None


def load_content(level: str | None = None) -> Content:
    """Load the song and the montage's world, or the one level of a file (its pictures are found from the file)."""
    song = load_song(song_file())
    world = load_levels((Path(level).resolve(),), song) if level else load_world(levels_dir(), song)
    return Content(song, world, hashlib.sha256(song_file().read_bytes()).hexdigest())
