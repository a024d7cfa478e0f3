"""`bench ear` and `bench eye`: what a listener earns who is given only the scheduled sounds, or only what the pictures
show ahead.

What a sign means is derived from the table of sounds and the exercises' own facts, never from a chart.
"""

import statistics
from collections.abc import Callable, Mapping
from dataclasses import replace
from fractions import Fraction
from types import MappingProxyType

from game.app.content import Content, load_content
from game.content.song.sound_table import CueSounds, SoundTable, load_sounds
from game.minigames.manifest import MINIGAMES
from game.platform.audio.run_sounds import CUT_LEAD_BEATS, HAND_PAN, RunSounds
from game.sim.chart import Chart, Cue, Difficulty, SectionChart
from game.sim.listener import Lesson, Rhythm, SectionSigns, Sign, answer
from game.sim.options import RunOptions
from game.sim.rng import Rng
from game.sim.score import OK_PERCENT
from game.sim.simulate import simulate
from game.sim.spec import CueKind, Hold
from game.storage.paths import assets_dir

Figures = dict[str, float | int | str]
CROWD = 10
"""Listeners of different luck."""
SILENT_SECTION = "bridge"
"""There is nothing to hear or see there: it is told apart."""

RHYTHMS: Mapping[str, Rhythm] = MappingProxyType({"speed_bag": Rhythm.REPEATS})
"""How the runs of an exercise go on where a run is announced once; elsewhere at the step they have."""
INSIDE = frozenset({"sit_ups.twist"})
"""Movements done while another is held."""
HALTS: Mapping[str, Mapping[str, Fraction]] = MappingProxyType({"medicine_ball": {"freezes": Fraction(1)}})
"""Signs that take back what was announced for so many beats later."""
HARD_ANSWER_BEATS = Fraction(2)
"""On hard the trainer's calls last half a bar, and are answered so much later."""

PICTURE_LEADS: Mapping[str, Fraction] = MappingProxyType(
    {
        "yard.lift": Fraction(1),
        "yard.press": Fraction(1),
        "yard.rail": Fraction(2),
        "market.crate": Fraction(2),
        "market.hanging": Fraction(2),
        "market.slip_left": Fraction(2),
        "market.slip_right": Fraction(2),
        "market.catch": Fraction(2),
        "heavy_bag.jab": Fraction(31, 8),
        "heavy_bag.cross": Fraction(31, 8),
        "heavy_bag.body": Fraction(31, 8),
        "heavy_bag.uppercut": Fraction(31, 8),
        "sit_ups.sit_up": Fraction(1),
        "sit_ups.twist": Fraction(1),
        "push_ups.lower": Fraction(1),
        "push_ups.clap": Fraction(1),
        "medicine_ball.brace": Fraction(15, 8),
        "medicine_ball.brace_short": Fraction(7, 8),
        "river.stride": Fraction(1),
        "river.breath": Fraction(7, 8),
        "river.gust": Fraction(5, 4),
        "speed_bag.strike": Fraction(1),
        "meat.straight": Fraction(7, 8),
        "meat.hook": Fraction(7, 8),
        "steps.step": Fraction(1),
        "steps.leap": Fraction(1),
        "summit.turn": Fraction(7, 8),
        "summit.jab": Fraction(1),
        "summit.raise": Fraction(7, 8),
    }
)
"""How many beats ahead a picture tells a kind of cue apart, its hand included; a test draws the views and compares."""


def bench_ear() -> Figures:
    """Return, per difficulty and section, the per cent earned by ear alone."""
    content, table = load_content(), load_sounds(assets_dir() / "sounds" / "sounds.toml")
    return _figures(content, lambda chart: (heard_signs(chart, table), heard_stretches(chart, table)))


def bench_eye() -> Figures:
    """Return, per difficulty and section, the per cent earned by eye alone."""
    return _figures(load_content(), lambda chart: (seen_signs(chart), seen_stretches(chart)))


def _figures(content: Content, sensed: Callable[[Chart], tuple[list[Sign], list[SectionSigns]]]) -> Figures:
    figures: Figures = {}
    for difficulty in Difficulty:
        chart = content.chart(difficulty)
        percents = section_percents(chart, *sensed(chart))
        figures |= {f"{difficulty}.{name}": round(percent, 1) for name, percent in percents.items()}
        short = [name for name, percent in percents.items() if percent < OK_PERCENT and name != SILENT_SECTION]
        figures[f"{difficulty}: below OK"] = ", ".join(short) or "none"
    return figures


def section_percents(
    chart: Chart, signs: list[Sign], stretches: list[SectionSigns], crowd: int = CROWD
) -> dict[str, float]:
    """Return the mean per cent of each section's points that a crowd of listeners earns."""
    runs = [answer(signs, stretches, chart.tempo, Rng(seed)) for seed in range(crowd)]
    scores = [simulate(chart, RunOptions(), MINIGAMES, inputs)[0].score for inputs in runs]
    tallies = zip(*(score.sections for score in scores), strict=True)
    return {row[0].id: statistics.mean(100 * tally.net_points / tally.max_points for tally in row) for row in tallies}


# -- by ear


def heard_signs(chart: Chart, table: SoundTable) -> list[Sign]:
    """Return all that sounds whatever the player does: names, times and sides."""
    return [
        Sign(sounding.song_us, sounding.voice.sound, sounding.voice.pan + table.sounds[sounding.voice.sound].pan)
        for sounding in RunSounds(chart, table).scheduled()
    ]


def heard_stretches(chart: Chart, table: SoundTable) -> list[SectionSigns]:
    """Return each section as a listener knows it, with the rhythm of its own part where a run is warned once.

    That rhythm is heard once it has been played: the score doubles it on normal, and on each difficulty every cue that
    is over has sounded as a hit or as a miss.
    """
    return [
        SectionSigns(
            section.start_beat,
            section.end_beat,
            heard_lessons(section.minigame, table, chart.difficulty),
            HALTS.get(section.minigame, {}),
            tuple(cue.beat for cue in section.cues if _sounds(section, cue, table).warn_first_only),
        )
        for section in chart.sections
    ]


def heard_lessons(minigame: str, table: SoundTable, difficulty: Difficulty) -> dict[str, Lesson]:
    """Return what each warning sound of an exercise announces; in the cuts, all exercises' a beat ahead."""
    lessons: dict[str, Lesson] = {}
    for name, kind in kinds_of(minigame):
        sounds = table.cues.get(name, CueSounds())
        lead = kind.lead
        if MINIGAMES[minigame].spec.borrows:
            lead = CUT_LEAD_BEATS
        elif sounds.warned_by_call and difficulty is Difficulty.HARD:
            lead = HARD_ANSWER_BEATS
        goes_on = sounds.warn_first_only and difficulty is not Difficulty.EASY
        lesson = lesson_of(name, kind, lead, goes_on=goes_on)
        lessons |= dict.fromkeys(sounds.warning.names, lesson)
    return lessons


def kinds_of(minigame: str) -> list[tuple[str, CueKind]]:
    """Return the kinds of cue of an exercise by their full names; a borrowing one has those of all the others."""
    spec = MINIGAMES[minigame].spec
    lenders = [other.spec for other in MINIGAMES.values() if not other.spec.borrows] if spec.borrows else [spec]
    return [(f"{lender.id}.{kind.name}", kind) for lender in lenders for kind in lender.cues]


def lesson_of(name: str, kind: CueKind, lead: Fraction, *, goes_on: bool) -> Lesson:
    """Return what a player who has learnt a kind of cue knows of it."""
    exercise = name.partition(".")[0]
    return Lesson(
        verbs=kind.verbs,
        lead=lead,
        chord=kind.chord,
        held=kind.hold in (Hold.RELEASED, Hold.PUNCH),
        alternates=kind.alternates,
        inside=name in INSIDE,
        rhythm=RHYTHMS.get(exercise, Rhythm.GOES_ON) if goes_on else Rhythm.ANNOUNCED,
    )


def _sounds(section: SectionChart, cue: Cue, table: SoundTable) -> CueSounds:
    return table.cues.get(full_name(section, cue), CueSounds())


# -- by eye


def seen_signs(chart: Chart) -> list[Sign]:
    """Return what the views show ahead: each cue's kind and hand as soon as the picture tells them apart, and in
    the cuts the light that leaks in."""
    signs: list[Sign] = []
    for section in chart.sections:
        if MINIGAMES[section.minigame].spec.borrows:
            signs += _cuts_seen(section, chart)
            continue
        for cue in section.cues:
            name = full_name(section, cue)
            if name in PICTURE_LEADS:
                signs.append(Sign(chart.tempo.to_us(cue.beat - PICTURE_LEADS[name]), name, _side(cue)))
    return signs


def _cuts_seen(section: SectionChart, chart: Chart) -> list[Sign]:
    """Return the light that leaks in from the side of each cue, a beat ahead."""
    return [
        Sign(chart.tempo.to_us(cue.beat - CUT_LEAD_BEATS), full_name(section, cue), _side(cue)) for cue in section.cues
    ]


def seen_stretches(chart: Chart) -> list[SectionSigns]:
    """Return each section as a viewer knows it."""
    return [
        SectionSigns(section.start_beat, section.end_beat, seen_lessons(section.minigame), {})
        for section in chart.sections
    ]


def seen_lessons(minigame: str) -> dict[str, Lesson]:
    """Return what each picture of an exercise announces; in the cuts an edge tells the verb, not the hold."""
    if MINIGAMES[minigame].spec.borrows:
        return {
            name: replace(lesson_of(name, kind, CUT_LEAD_BEATS, goes_on=False), held=False)
            for name, kind in kinds_of(minigame)
        }
    return {
        name: lesson_of(name, kind, PICTURE_LEADS[name], goes_on=False)
        for name, kind in kinds_of(minigame)
        if name in PICTURE_LEADS
    }


def full_name(section: SectionChart, cue: Cue) -> str:
    """Return `exercise.kind`."""
    return cue.name if "." in cue.name else f"{section.minigame}.{cue.name}"


def _side(cue: Cue) -> float:
    return 0.0 if cue.kind.chord else HAND_PAN.get(cue.verbs[0], 0.0)
