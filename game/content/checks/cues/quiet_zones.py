"""Where the player must leave room: no cue in an echo, none near a feint."""

from collections.abc import Iterator

from game.content.charts import calls_of
from game.content.checks.cues.selection import charts_of
from game.content.finding import Finding
from game.content.level import Level
from game.content.song.song import Song
from game.minigames.medicine_ball.rules import FEINT_REACH_US


def find(level: Level, song: Song) -> Iterator[Finding]:
    """Return cues in an echo and cues so near a feint that bracing for one is bracing for the other."""
    for section, difficulty, cues in charts_of(level):
        for call in calls_of(section, (level,), difficulty):
            call_us = song.tempo.to_us(call.beat)
            for cue in cues:
                echoed = call.kind == "echo" and call.beat <= cue.beat < call.beat + call.length
                feinted = call.kind == "feint" and abs(song.tempo.to_us(cue.beat) - call_us) <= FEINT_REACH_US
                if echoed or feinted:
                    what = f"it lies in the {call.kind} of object {call.place.object_id}"
                    yield Finding(
                        "quiet_zones", cue.place, what, f"move it away from the {call.kind}", on=(difficulty,)
                    )
