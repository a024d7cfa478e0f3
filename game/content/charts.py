"""From maps to charts: cues in order of time, in microseconds, with their windows and free hands.

What cannot be played (a cue outside every section, of an unknown kind, without a verb) is left out: the checks name it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

from game.content.level import Level, MapCall, MapCue, MapLace, Section
from game.content.song.song import Song
from game.content.world_reader import World
from game.minigames.manifest import MINIGAMES, cue_kind
from game.sim.actions import HANDS, Verb
from game.sim.chart import Call, Chart, Cue, Difficulty, Lace, SectionChart
from game.sim.form import FORM_MAX
from game.sim.judge import NEIGHBOUR_SHARE_PERCENT, SLOPPY_WINDOW_US
from game.sim.options import RATES_PERMILLE, WINDOW_PERCENTS
from game.timing.tempo import TempoMap
from game.timing.units import Micros

WIDEST_WINDOW_US = SLOPPY_WINDOW_US * max(RATES_PERMILLE) * max(WINDOW_PERCENTS) // 100_000
"""The outer window at the fastest rate and the widest assist, in song time: no wider gap can narrow a window."""
LONG_REST = Fraction(2)
"""After more than so many beats without an alternating cue, either hand may begin again."""
CALL_REACH = Fraction(4)
"""A call may stand so many beats ahead of its section, in the one before."""
LEAD_IN_BEATS = 2
"""Beats of lead-in for a chart that does not begin with the song."""


def build_chart(content: World | Sequence[Level], song: Song, difficulty: Difficulty) -> Chart:
    """Return the chart of a world, or of some maps that follow each other, for one difficulty."""
    levels = content.levels if isinstance(content, World) else tuple(content)
    pairs = sorted(((s, level) for level in levels for s in level.sections), key=lambda pair: pair[0].start_beat)
    sections = [_section(index, pair, levels, song, difficulty) for index, pair in enumerate(pairs)]
    windows = _windows([cue for section in sections for cue in section.cues])
    numbered, first = [], 0
    for section in sections:
        cues = tuple(
            replace(cue, id=first + place, window_us=windows[first + place]) for place, cue in enumerate(section.cues)
        )
        numbered.append(replace(section, cues=cues))
        first += len(cues)
    return Chart(song.tempo, difficulty, tuple(numbered), _lead_in(numbered, song))


def _lead_in(sections: list[SectionChart], song: Song) -> Micros:
    if not sections or sections[0].start_us == 0:
        return song.lead_in_us
    return LEAD_IN_BEATS * song.tempo.segment_at(sections[0].start_us).us_per_beat


def _section(
    index: int, found: tuple[Section, Level], levels: Sequence[Level], song: Song, difficulty: Difficulty
) -> SectionChart:
    (section, level), tempo, song_section = found, song.tempo, song.section(found[0].id)
    cues = [cue for cue in level.cues if section.start_beat <= cue.beat < section.end_beat]
    lace = next((lace for lace in level.laces if section.start_beat <= lace.beat < section.end_beat), None)
    return SectionChart(
        index=index,
        id=section.id,
        minigame=section.minigame,
        start_beat=section.start_beat,
        end_beat=section.end_beat,
        start_us=tempo.to_us(section.start_beat),
        end_us=tempo.to_us(section.end_beat),
        cues=_cues([cue for cue in cues if difficulty in cue.difficulties], section.minigame, index, tempo),
        calls=tuple(_call(call, section, tempo) for call in calls_of(section, levels, difficulty)),
        lace=None if lace is None else _lace(lace, tempo),
        form_ceiling=FORM_MAX if song_section is None else song_section.form_ceiling,
    )


def calls_of(section: Section, levels: Iterable[Level], difficulty: Difficulty) -> list[MapCall]:
    """Return the calls of a section; those of its own kinds may stand up to a bar ahead of it, before the seam."""
    spec = MINIGAMES[section.minigame].spec
    calls = [call for level in levels for call in level.calls if difficulty in call.difficulties]
    return [
        call
        for call in sorted(calls, key=lambda call: call.beat)
        if spec.call(call.kind) is not None and section.start_beat - CALL_REACH <= call.beat < section.end_beat
    ]


def _cues(found: list[MapCue], minigame: str, index: int, tempo: TempoMap) -> tuple[Cue, ...]:
    cues: list[Cue] = []
    for map_cue in sorted(found, key=lambda cue: (cue.beat, cue.verbs)):
        kind = cue_kind(minigame, map_cue.kind)
        if kind is None or not map_cue.verbs:
            continue
        cue = Cue(
            id=0,
            section=index,
            time_us=tempo.to_us(map_cue.beat),
            end_us=tempo.to_us(map_cue.beat + map_cue.length),
            beat=map_cue.beat,
            kind=kind,
            name=map_cue.kind,
            verbs=map_cue.verbs,
            reps=map_cue.reps,
        )
        cues.append(replace(cue, either_hand=kind.alternates and _frees_hands(cues[-1:], cue)))
    return tuple(cues)


def _frees_hands(before: list[Cue], cue: Cue) -> bool:
    if not before:
        return True
    return not before[0].kind.alternates or cue.beat - before[0].beat > LONG_REST


def _call(call: MapCall, section: Section, tempo: TempoMap) -> Call:
    end_us = tempo.to_us(call.beat + call.length)
    return Call(call.kind, tempo.to_us(call.beat), end_us, call.beat, called_verb(call.kind, section.minigame))


def called_verb(call_kind: str, minigame: str) -> Verb | None:
    """Return the verb that a call such as `call_jab` asks for, or None."""
    _, called, name = call_kind.partition("call_")
    kind = cue_kind(minigame, name) if called else None
    return None if kind is None else kind.verbs[0]


def _lace(lace: MapLace, tempo: TempoMap) -> Lace:
    return Lace(lace.verb, tempo.to_us(lace.beat), tempo.to_us(lace.beat + lace.length))


def _windows(cues: list[Cue]) -> list[Micros]:
    """Return for each cue 45 % of the gap to its nearest neighbour of the same verb, 0 where that narrows nothing.

    A window narrows at every rate and assist, so all that could be reached by the widest is kept.
    """
    windows = [0] * len(cues)
    for verb in (*HANDS, Verb.UP, Verb.DOWN):
        places = [place for place, cue in enumerate(cues) if verb in cue.verbs]
        for one, other in pairwise(places):
            window_us = (cues[other].time_us - cues[one].time_us) * NEIGHBOUR_SHARE_PERCENT // 100
            if 0 < window_us < WIDEST_WINDOW_US:
                for place in (one, other):
                    windows[place] = min(windows[place] or window_us, window_us)
    return windows
