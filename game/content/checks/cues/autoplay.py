"""Checks that perfect play earns all points of every section."""

from collections.abc import Iterator

from game.content.charts import build_chart
from game.content.finding import Finding
from game.content.level import Level
from game.content.song.song import Song
from game.minigames.manifest import MINIGAMES
from game.sim.chart import Chart, Difficulty
from game.sim.events import Judged, Strayed
from game.sim.options import RunOptions
from game.sim.rng import Rng
from game.sim.rules import RunContext
from game.sim.session import Session
from game.timing.units import US_PER_SECOND


def find(level: Level, song: Song) -> Iterator[Finding]:
    """Return for each section and difficulty the first cue that perfect play cannot reach."""
    for difficulty in Difficulty:
        chart = build_chart((level,), song, difficulty)
        for section in level.sections:
            lost = _first_lost(chart.only(section.id))
            if lost is not None:
                beat = float(song.tempo.to_beat(lost.time_us))
                what = f"perfect play loses points near beat {beat:.3g} ({_word(lost)})"
                mend = "look for overlaps, repeated hands and cues too near each other there"
                yield Finding("autoplay", section.location, what, mend, on=(difficulty,))


def _first_lost(chart: Chart) -> Judged | Strayed | None:
    options = RunOptions()
    session = Session(chart, options, MINIGAMES)
    context = RunContext(chart.tempo, options, chart.difficulty, Rng(options.seed))
    for section in chart.sections:
        for press in MINIGAMES[section.minigame].autoplay(section, context):
            session.queue(press)
    for event in session.advance_to(chart.end_us + US_PER_SECOND):
        if isinstance(event, Strayed) or (isinstance(event, Judged) and not event.dead_on):
            return event
    return None


def _word(lost: Judged | Strayed) -> str:
    return "a press that no cue wants" if isinstance(lost, Strayed) else lost.kind
