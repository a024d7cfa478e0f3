"""`bench ear` and `bench eye`: scores of a simulated player who is given only the scheduled sounds, or only what the
pictures show ahead.

The meaning of a sound or picture is derived from the sound table and the exercises' facts, never from a chart.
"""

import statistics
from collections.abc import Callable, Mapping
from dataclasses import replace
from fractions import Fraction

from game.app.content import Content, load_content
from game.content.song.sound_reader import open_sounds
from game.content.song.sound_table import CueSounds, SoundTable
from game.minigames.manifest import MINIGAMES
from game.platform.audio.run_sounds import CUT_LEAD_BEATS, HAND_PAN, RunSounds
from game.sim.chart import Chart, Cue, Difficulty, SectionChart
from game.sim.listener import Lesson, SectionSigns, Sign, answer
from game.sim.options import RunOptions
from game.sim.rng import Rng
from game.sim.score import OK_PERCENT
from game.sim.simulate import simulate
from game.sim.spec import CueKind, Hold, Rhythm

Figures = dict[str, float | int | str]
CROWD = 10
"""Simulated players with different random seeds."""
HALF_BAR_CALLS = frozenset({Difficulty.HARD, Difficulty.CHAMPION})
"""Difficulties on which a call is answered half a bar later, not a bar."""


def bench_ear() -> Figures:
    """Return, per difficulty and section, the per cent earned by sound alone."""
    content = load_content()
    table = open_sounds(content.pack.roots)
    return _figures(content, lambda chart: (heard_signs(chart, table), heard_sections(chart, table)))


def bench_eye() -> Figures:
    """Return, per difficulty and section, the per cent earned by sight alone."""
    return _figures(load_content(), lambda chart: (seen_signs(chart), seen_sections(chart)))


def _figures(content: Content, sensed: Callable[[Chart], tuple[list[Sign], list[SectionSigns]]]) -> Figures:
    figures: Figures = {}
    for difficulty in Difficulty:
        chart = content.chart(difficulty)
        percents = section_percents(chart, *sensed(chart))
        figures |= {f"{difficulty}.{name}": round(percent, 1) for name, percent in percents.items()}
        short = [name for name, percent in percents.items() if percent < OK_PERCENT and not is_unannounced(chart, name)]
        figures[f"{difficulty}: below OK"] = ", ".join(short) or "none"
    return figures


def section_percents(
    chart: Chart, signs: list[Sign], sections: list[SectionSigns], crowd: int = CROWD
) -> dict[str, float]:
    """Return the mean per cent of each section's points that several simulated players earn from these signs."""
    runs = [answer(signs, sections, chart.tempo, Rng(seed)) for seed in range(crowd)]
    scores = [simulate(chart, RunOptions(), MINIGAMES, inputs)[0].score for inputs in runs]
    tallies = zip(*(score.sections for score in scores), strict=True)
    return {row[0].id: statistics.mean(100 * tally.net_points / tally.max_points for tally in row) for row in tallies}


# -- by ear


def heard_signs(chart: Chart, table: SoundTable) -> list[Sign]:
    """Return every sound that is played independently of the player: names, times and pan."""
    return [
        Sign(
            timed.song_us,
            timed.voice.sound,
            timed.voice.pan + table.sounds[timed.voice.sound].pan,
        )
        for timed in RunSounds(chart, table).scheduled()
    ]


def heard_sections(chart: Chart, table: SoundTable) -> list[SectionSigns]:
    """Return each section as a listener knows it, with the rhythm of its own part where a run is announced once.

    A rhythm is known once it has been played: the score doubles it on normal, and on each difficulty every past cue has
    sounded as a hit or as a miss.
    """
    return [
        SectionSigns(
            section.start_beat,
            section.end_beat,
            heard_lessons(section.minigame, table, chart.difficulty),
            _halts(section.minigame),
            tuple(cue.beat for cue in section.cues if _sounds(section, cue, table).warn_first_only),
            _whole_bar_lead(section.minigame, chart.difficulty),
        )
        for section in chart.sections
    ]


def _whole_bar_lead(minigame: str, difficulty: Difficulty) -> Fraction | None:
    """Return the lead of calls that fill their bar, where they are answered later than calls of half a bar: on hard. On
    champion half a bar is called while the other half is answered, and a bar may be full of both."""
    leads = MINIGAMES[minigame].spec.answer_beats
    return leads[0] if leads and difficulty is Difficulty.HARD else None


def heard_lessons(minigame: str, table: SoundTable, difficulty: Difficulty) -> dict[str, Lesson]:
    """Return what each warning sound of an exercise announces; in the cuts, all exercises' warnings a beat ahead."""
    lessons: dict[str, Lesson] = {}
    for name, kind in kinds_of(minigame):
        if MINIGAMES[minigame].spec.borrows and name not in table.cues:
            continue  # a kind that has default sounds only is not told apart among those of all exercises
        sounds = table.cue(name, kind)
        lead = kind.lead
        if MINIGAMES[minigame].spec.borrows:
            lead = CUT_LEAD_BEATS
        elif sounds.warned_by_call and difficulty in HALF_BAR_CALLS:
            lead = MINIGAMES[minigame].spec.answer_beats[-1]
        goes_on = sounds.warn_first_only and difficulty is not Difficulty.EASY
        lesson = lesson_of(name, kind, lead, goes_on=goes_on)
        lessons |= dict.fromkeys(sounds.warning.names, lesson)
    return lessons


def kinds_of(minigame: str) -> list[tuple[str, CueKind]]:
    """Return an exercise's cue kinds by full name; a borrowing exercise has those of all others."""
    spec = MINIGAMES[minigame].spec
    lenders = [other.spec for other in MINIGAMES.values() if not other.spec.borrows] if spec.borrows else [spec]
    return [(f"{lender.id}.{kind.name}", kind) for lender in lenders for kind in lender.cues]


def lesson_of(name: str, kind: CueKind, lead: Fraction, *, goes_on: bool) -> Lesson:
    """Return what a player who has learnt a kind of cue knows of it."""
    spec = MINIGAMES[name.partition(".")[0]].spec
    return Lesson(
        verbs=kind.verbs,
        lead=lead,
        chord=kind.chord,
        held=kind.hold in (Hold.RELEASED, Hold.PUNCH),
        alternates=kind.alternates,
        inside=kind.during_hold,
        rhythm=spec.rhythm if goes_on else Rhythm.ANNOUNCED,
    )


def _sounds(section: SectionChart, cue: Cue, table: SoundTable) -> CueSounds:
    return table.cue(full_name(section, cue), cue.kind)


# -- by eye


def seen_signs(chart: Chart) -> list[Sign]:
    """Return what the views show ahead: each cue's kind and verb from the time at which the picture makes them
    recognizable, and in the cuts the light leaks.
    """
    signs: list[Sign] = []
    for section in chart.sections:
        if MINIGAMES[section.minigame].spec.borrows:
            signs += _cuts_seen(section, chart)
            continue
        for cue in section.cues:
            lead = cue.kind.seen_lead
            if lead is not None:
                signs.append(Sign(chart.tempo.to_us(cue.beat - lead), full_name(section, cue), _side(cue)))
    return signs


def _cuts_seen(section: SectionChart, chart: Chart) -> list[Sign]:
    """Return the light leaks at the edge of each cue's verb, a beat ahead."""
    return [
        Sign(chart.tempo.to_us(cue.beat - CUT_LEAD_BEATS), full_name(section, cue), _side(cue)) for cue in section.cues
    ]


def seen_sections(chart: Chart) -> list[SectionSigns]:
    """Return each section as a viewer knows it."""
    return [
        SectionSigns(section.start_beat, section.end_beat, seen_lessons(section.minigame), {})
        for section in chart.sections
    ]


def seen_lessons(minigame: str) -> dict[str, Lesson]:
    """Return what each picture of an exercise announces; in the cuts an edge shows the verb, but not
    whether to hold.
    """
    if MINIGAMES[minigame].spec.borrows:
        return {
            name: replace(lesson_of(name, kind, CUT_LEAD_BEATS, goes_on=False), held=False)
            for name, kind in kinds_of(minigame)
        }
    return {
        name: lesson_of(name, kind, kind.seen_lead, goes_on=False)
        for name, kind in kinds_of(minigame)
        if kind.seen_lead is not None
    }


def is_unannounced(chart: Chart, section_id: str) -> bool:
    """Whether a section's exercise announces nothing: both benches skip it."""
    return any(part.id == section_id and MINIGAMES[part.minigame].spec.unannounced for part in chart.sections)


def _halts(minigame: str) -> Mapping[str, Fraction]:
    """Return the sounds that cancel an announced cue, and the beats from the sound to the cancelled time."""
    return dict(kind.cancelled_by for kind in MINIGAMES[minigame].spec.calls if kind.cancelled_by is not None)


def full_name(section: SectionChart, cue: Cue) -> str:
    """Return `exercise.kind`."""
    return cue.name if "." in cue.name else f"{section.minigame}.{cue.name}"


def _side(cue: Cue) -> float:
    return 0.0 if cue.kind.chord else HAND_PAN.get(cue.verbs[0], 0.0)
