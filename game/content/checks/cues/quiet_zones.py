"""Where the player must leave room: no cue within a call that asks for quiet, none near one that does."""

from collections.abc import Iterator

from game.content.charts import calls_of
from game.content.checks.cues.selection import charts_of
from game.content.finding import Finding
from game.content.level import Level, MapCall, MapCue, Section
from game.content.song.song import Song
from game.minigames.manifest import MINIGAMES


def find(level: Level, song: Song) -> Iterator[Finding]:
    """Return cues within or too near a call that its exercise wants kept quiet."""
    for section, difficulty, cues in charts_of(level):
        for call in calls_of(section, (level,), difficulty):
            for cue in cues:
                if _disturbs(cue, call, section, song):
                    what = f"it lies in the {call.kind} of object {call.location.object_id}"
                    mend = f"move it away from the {call.kind}"
                    yield Finding("quiet_zones", cue.location, what, mend, on=(difficulty,))


def _disturbs(cue: MapCue, call: MapCall, section: Section, song: Song) -> bool:
    kind = MINIGAMES[section.minigame].spec.call(call.kind)
    if kind is None:
        return False
    if kind.quiet_length and call.beat <= cue.beat < call.beat + call.length:
        return True
    reach_us = kind.quiet_reach_us
    return reach_us is not None and abs(song.tempo.to_us(cue.beat) - song.tempo.to_us(call.beat)) <= reach_us
