"""The run that is being played, as the sound player sees it: gains, sounds, and scenery still to come."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from game.content.song.sound_table import SoundTable
from game.platform.audio.run_sounds import RunSounds, TimedVoice
from game.platform.audio.song.ducking import Ducking
from game.platform.audio.song.road_song import RoadSong
from game.platform.audio.song.song_writer import song_frame
from game.platform.audio.song.stem_gains import StemGains
from game.platform.audio.sound_bank import Voice
from game.sim.chart import Chart
from game.sim.events import Event
from game.sim.streak import Streak
from game.timing.units import Micros, ms

SCENERY_LATE_US = ms(500)
"""Passing scenery later than this (the device was away) is left out."""


@dataclass(slots=True)
class PlayedRun:
    """A run's chart and rate, and its scenery sounds still to come, in order."""

    chart: Chart
    rate_permille: int
    gains: StemGains
    ducking: Ducking
    sounds: RunSounds
    scenery: list[TimedVoice]
    road_song: RoadSong | None = None
    """What stretches the song in Road work."""
    streak: Streak = field(default_factory=Streak)

    def place_at(self, song_us: Micros) -> str:
        """Return the sound of the place at a song time; before the first section, that of the first."""
        sections = self.chart.sections
        index = max((section.index for section in sections if section.start_us <= song_us), default=sections[0].index)
        return self.sounds.exercise(index).place

    def passing(self, song_us: Micros) -> list[Voice]:
        """Take the scenery that is due by a song time; return what of it is heard now, at this form."""
        due: list[Voice] = []
        while self.scenery and self.scenery[0].song_us <= song_us:
            passing = self.scenery.pop(0)
            if passing.from_band <= self.gains.band and song_us - passing.song_us <= SCENERY_LATE_US:
                due.append(passing.voice)
        return due


def played_run(table: SoundTable, chart: Chart, begins: tuple[Micros, int], heard: Sequence[Event]) -> PlayedRun:
    """Return a run that begins at a song time and a rate in thousandths; `heard` are all events of it so far."""
    from_us, rate_permille = begins
    sounds = RunSounds(chart, table)
    scenery = [timed_voice for timed_voice in sounds.scenery() if timed_voice.song_us >= from_us]
    ducking = Ducking(song_frame(song_us, rate_permille) for song_us in sounds.warnings_us())
    run = PlayedRun(chart, rate_permille, StemGains(chart), ducking, sounds, scenery)
    for event in heard:
        run.streak.mark(event)
        run.gains.follow(event)
    return run
