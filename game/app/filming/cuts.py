"""What a film shows: stretches of the song, each with the song time of the pictures in it.

`whole` is the run from its lead-in to its last chord. `reel` is twenty seconds of it: the music is that before the
raise, and over it stands one moment of every exercise, in the order in which the cuts have them, each cut on the beat
with its best hit on a beat; the last cut is the raise itself.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from game.sim.chart import Chart, SectionChart
from game.sim.events import Event, Judged, Part
from game.sim.judge import Grade
from game.timing.course import Course
from game.timing.units import US_PER_SECOND, Micros, ms

RING_OUT_US = ms(2500)
"""How long a film goes on behind the run's end, song time."""
REEL_US = 20 * US_PER_SECOND
"""Length of a reel, real time; a beat more or less."""
AFTER_RAISE_US = ms(2500)
"""How much of that lies behind the raise, real time."""
HIT_BEATS = 1
"""A cut's best hit is so many beats behind its beginning."""


@dataclass(frozen=True, slots=True)
class ReelCut:
    """From `from_us` up to `to_us` of the music, pictures are shown from song time `picture_us` on."""

    from_us: Micros
    to_us: Micros
    picture_us: Micros

    def picture_at(self, music_us: Micros) -> Micros:
        """Return the song time of the picture at a time of the music."""
        return self.picture_us + music_us - self.from_us


def whole(chart: Chart) -> tuple[ReelCut, ...]:
    """Return the whole run as one cut."""
    first_us = chart.start_us - chart.lead_in_us
    return (ReelCut(first_us, chart.end_us + RING_OUT_US, first_us),)


def reel(chart: Chart, events: Iterable[Event], course: Course) -> tuple[ReelCut, ...]:
    """Return the cuts of a reel of a run with these events, which took this course."""
    hits = [event for event in events if isinstance(event, Judged) and event.part is Part.PRESS]
    tempo = chart.tempo
    raise_us = chart.cues[-1].time_us
    last_us = course.later(raise_us, AFTER_RAISE_US)
    sections = [section for section in in_order_of_cuts(chart) if section is not chart.sections[-1]]
    last_beat = int(tempo.beat_at(raise_us))
    first_beat = int(tempo.beat_at(max(chart.start_us, course.later(last_us, -REEL_US))))
    beats = max(2 * HIT_BEATS, (last_beat - first_beat) // (len(sections) + 1))
    shown = sections[-max(0, (last_beat - first_beat) // beats - 1) :] if sections else []
    cuts = []
    for place, section in enumerate(shown):
        beat = first_beat + place * beats
        from_us, hit_us, to_us = (tempo.to_us(Fraction(beat + more)) for more in (0, HIT_BEATS, beats))
        cuts.append(ReelCut(from_us, to_us, _best_us(section, hits) - (hit_us - from_us)))
    end_us = tempo.to_us(Fraction(first_beat + len(shown) * beats))
    return (*cuts, ReelCut(end_us, last_us, end_us))


def in_order_of_cuts(chart: Chart) -> list[SectionChart]:
    """Return the sections in the order in which the section that borrows cues shows their exercises; those that it does
    not show come last, in their own order."""
    borrowed = [cue.name.split(".")[0] for section in chart.sections for cue in section.cues if "." in cue.name]
    order = list(dict.fromkeys(borrowed))
    borrowing = {section.index for section in chart.sections if any("." in cue.name for cue in section.cues)}
    own = [section for section in chart.sections if section.index not in borrowing]
    return sorted(own, key=lambda section: order.index(section.minigame) if section.minigame in order else len(order))


def _best_us(section: SectionChart, hits: Sequence[Judged]) -> Micros:
    """Return when the best hit of a section was: of the most points, nearest to its beat, then the last."""
    own = [hit for hit in hits if hit.section == section.index and hit.grade is not Grade.MISS]
    if not own:
        return section.cues[0].time_us if section.cues else section.start_us
    return max(own, key=lambda hit: (hit.points, -abs(hit.offset_us or 0), hit.time_us)).time_us
