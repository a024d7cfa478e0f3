"""The game's own world, song and charts, read once for all tests of this folder."""

from functools import cache

from game.app.content import shipped_pack
from game.content.charts import build_chart
from game.content.song.song import Song, load_song
from game.content.world import World, load_world
from game.sim.chart import Chart, Difficulty, SectionChart

SECTIONS = (
    "yard",
    "market",
    "bridge",
    "speed_bag",
    "heavy_bag",
    "sit_ups",
    "push_ups",
    "medicine_ball",
    "meat",
    "river",
    "cuts",
    "steps",
    "summit",
)


@cache
def song() -> Song:
    """Return the song."""
    return load_song(shipped_pack().song)


@cache
def world() -> World:
    """Return the world, which must be free of errors."""
    return load_world(shipped_pack().world, song())


@cache
def chart(difficulty: Difficulty) -> Chart:
    """Return the chart of the whole run."""
    return build_chart(world(), song(), difficulty)


def section(name: str, difficulty: Difficulty) -> SectionChart:
    """Return one section of the run."""
    return chart(difficulty).sections[SECTIONS.index(name)]
