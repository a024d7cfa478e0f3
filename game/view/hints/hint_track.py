"""Which keys are shown when: computed from the chart, the visual time and the event log, without a picture.

A cue's key appears with the lead of its warning sound, unless its kind was learned by then. What the kind asks for is
read from its `CueKind`: a hold, a chord, alternating hands, whether it is announced at all.
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from game.sim.actions import HANDS, Verb
from game.sim.chart import Chart, Cue, SectionChart
from game.sim.events import Judged, Part
from game.sim.judge import CLEAN, Grade
from game.sim.options import Assist
from game.timing.units import Micros
from game.view.canvas.easing import clamp
from game.view.canvas.event_log import EventLog
from game.view.hints.assisted import NO_ASSISTS, asked_verbs, hands_take_turns, is_tapped, press_us

CLEAN_TO_LEARN = 2
"""Clean hits of a kind after which its key is not shown again."""
BORROWED_LEAD = Fraction(1)
"""Beats ahead that a cue of another exercise is announced, in the cuts."""
ANSWER_BEATS = 0.5
"""Beats for which the key shows how it was hit."""
SOONER = 2
"""The lead of calls on hard charts is this many times shorter."""


@dataclass(frozen=True, slots=True)
class Hint:
    """One cue's keys at a visual time.

    `verbs`: the keys, more than one for a chord. `beats` until the press, negative after it; `hold_beats` until the
    release from there. `timed`: whether the beat is shown: not in the bridge's silence. `filled`: share of a hold that
    has been held. `last` is the latest judgement of the cue and `since` the beats since then.
    """

    cue: Cue
    verbs: tuple[Verb, ...]
    beats: float
    age: float
    """Beats since it appeared."""
    timed: bool
    hold_beats: float = 0.0
    held: bool = False
    filled: float = 0.0
    last: Judged | None = None
    since: float = 0.0

    @property
    def waits(self) -> bool:
        """Whether the press is still to come."""
        return self.last is None and not self.held


@dataclass(frozen=True, slots=True)
class HintedCue:
    """A cue of the chart with what its hint needs: the kind's full name, when it appears, and its earlier siblings."""

    cue: Cue
    kind: str
    from_us: Micros
    until_us: Micros
    siblings: tuple[Cue, ...]
    """The earlier cues of the kind in this chart."""
    before: Cue | None
    """The previous cue of the section."""


@dataclass(frozen=True, slots=True)
class _Glance:
    """What is looked at: a visual time, the log, the assists in force."""

    now_us: Micros
    log: EventLog
    assists: frozenset[Assist]


class HintTrack:
    """The hints of one chart."""

    def __init__(self, chart: Chart) -> None:
        self._tempo = chart.tempo
        self._lessons = list(_lessons_of(chart))
        self._of_kind = {lesson.kind: (*lesson.siblings, lesson.cue) for lesson in self._lessons}
        self._until = [lesson.until_us for lesson in self._lessons]
        for place in range(1, len(self._until)):
            self._until[place] = max(self._until[place - 1 : place + 1])

    def at(
        self,
        now_us: Micros,
        log: EventLog,
        known: Mapping[str, int] | None,
        assists: frozenset[Assist] = NO_ASSISTS,
    ) -> tuple[Hint, ...]:
        """Return the hints of a visual time in order of their cues. `known`: how often each kind was hit clean before
        this run, by `exercise.kind`; None: every cue has its hint. `assists` are those in force."""
        hints: list[Hint] = []
        for lesson in self._lessons[bisect_left(self._until, now_us) :]:
            if lesson.from_us > now_us + self._tempo.segment_at(now_us).us_per_beat * SOONER:
                break
            appeared_us = self._appeared_us(lesson, now_us, log)
            if appeared_us is None or now_us >= lesson.until_us:
                continue
            if known is None or not _are_learned(lesson.siblings, known.get(lesson.kind, 0), log, appeared_us):
                hint = self._hint(lesson, appeared_us, _Glance(now_us, log, assists))
                if hint.last is None or hint.since < ANSWER_BEATS or hint.held:
                    hints.append(hint)
        return tuple(hints)

    def has_learned(self, kind: str, before: int, log: EventLog, now_us: Micros) -> bool:
        """Whether a kind had been hit clean often enough by a time. `before`: how often it was in earlier runs."""
        return _are_learned(self._of_kind.get(kind, ()), before, log, now_us)

    def _appeared_us(self, lesson: HintedCue, now_us: Micros, log: EventLog) -> Micros | None:
        """Return when a hint appeared, None: not yet. One that may not tell the beat follows the previous step."""
        if not lesson.cue.kind.heard and lesson.before is not None:
            judged = log.judged(lesson.before.id, now_us)
            return None if judged is None else judged.time_us
        return lesson.from_us if lesson.from_us <= now_us else None

    def _hint(self, lesson: HintedCue, appeared_us: Micros, glance: _Glance) -> Hint:
        now_us, log = glance.now_us, glance.log
        cue, us_per_beat = lesson.cue, self._tempo.segment_at(now_us).us_per_beat
        tapped = is_tapped(cue, glance.assists)
        last = log.judged(cue.id, now_us, Part.RELEASE) or log.judged(cue.id, now_us)
        pressed_us = log.pressed_us(cue.id, now_us) if cue.is_hold else None
        held = pressed_us is not None and log.let_go_us(cue.id, now_us) is None and now_us < cue.end_us
        length_us = max(1, cue.end_us - cue.time_us)
        return Hint(
            cue=cue,
            verbs=_wanted(lesson, glance),
            beats=(press_us(cue, glance.assists) - now_us) / us_per_beat,
            age=(now_us - appeared_us) / us_per_beat,
            timed=cue.kind.heard,
            hold_beats=0.0 if tapped else (cue.end_us - cue.time_us) / us_per_beat,
            held=held and not tapped,
            filled=clamp((now_us - cue.time_us) / length_us) if pressed_us is not None and not tapped else 0.0,
            last=last,
            since=0.0 if last is None else (now_us - last.time_us) / us_per_beat,
        )


def full_name(section: SectionChart, cue: Cue) -> str:
    """Return a cue's kind as `exercise.kind`, of the exercise that it is borrowed from."""
    return cue.name if "." in cue.name else f"{section.minigame}.{cue.name}"


def _lessons_of(chart: Chart) -> Iterator[HintedCue]:
    siblings: dict[str, tuple[Cue, ...]] = {}
    for section in chart.sections:
        before: Cue | None = None
        for cue in section.cues:
            kind = full_name(section, cue)
            appears_us = chart.tempo.to_us(cue.beat - lead_of(section, cue))
            gone_us = cue.end_us + round(2 * ANSWER_BEATS * chart.tempo.segment_at(cue.end_us).us_per_beat)
            yield HintedCue(cue, kind, appears_us, gone_us, siblings.get(kind, ()), before)
            siblings[kind] = (*siblings.get(kind, ()), cue)
            before = cue


def lead_of(section: SectionChart, cue: Cue) -> Fraction:
    """Return the beats between a cue's warning sound and the cue: with calls, the distance that all calls have."""
    if "." in cue.name:
        return BORROWED_LEAD
    calls = {(call.kind, call.beat) for call in section.calls}
    cues = [other for other in section.cues if (f"call_{other.name}", other.beat - other.kind.lead / SOONER) in calls]
    return cue.kind.lead / SOONER if cues == list(section.cues) else cue.kind.lead


def _are_learned(cues: tuple[Cue, ...], before: int, log: EventLog, time_us: Micros) -> bool:
    """Whether enough of these cues had been hit clean at a time, with those of earlier runs."""
    hits = before
    for cue in cues:
        if hits >= CLEAN_TO_LEARN:
            break
        hits += _was_clean(cue, log, time_us)
    return hits >= CLEAN_TO_LEARN


def _was_clean(cue: Cue, log: EventLog, time_us: Micros) -> bool:
    ends = [judged for part in Part if (judged := log.judged(cue.id, time_us, part)) is not None]
    return bool(ends) and all(judged.grade in CLEAN for judged in ends)


def _wanted(lesson: HintedCue, glance: _Glance) -> tuple[Verb, ...]:
    """Return the keys of a cue: of alternating hands the one that did not come last."""
    cue, before, now_us, log = lesson.cue, lesson.before, glance.now_us, glance.log
    asked = asked_verbs(cue.verbs, glance.assists, log, now_us)
    judged = log.judged(cue.id, now_us) or log.judged(cue.id, now_us, Part.RELEASE)
    if judged is not None and judged.grade is not Grade.MISS and (len(asked) == 1 or not cue.kind.chord):
        return (judged.verb,)
    if not hands_take_turns(glance.assists):
        return asked
    if judged is not None and not cue.kind.chord:
        return (judged.verb,)
    if not cue.kind.alternates or cue.either_hand or before is None or not before.kind.alternates:
        return cue.verbs
    last = log.judged(before.id, now_us)
    if last is None or last.grade is Grade.MISS:
        return cue.verbs
    return tuple(verb for verb in HANDS if verb is not last.verb)
