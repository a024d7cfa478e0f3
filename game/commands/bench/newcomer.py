"""`bench newcomer`: the first runs of somebody who knows no key, and presses only what is drawn.

He reads the keys beside the fighter with a person's delay, where their outline is in whole pixels, and keeps his own
pace where no beat is shown. Once a kind's key is gone he goes by the pictures ahead, as in `bench eye`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from heapq import heappop, heappush
from math import ceil

from game.app.content import load_content
from game.commands.bench.senses import full_name, is_unannounced, seen_sections, seen_signs
from game.minigames.manifest import MINIGAMES
from game.sim.actions import InputEvent, Verb
from game.sim.autoplay import TAP_US
from game.sim.chart import Chart, Difficulty
from game.sim.events import Judged
from game.sim.listener import DELAY_US, Lesson, PlannedPress, moves_of
from game.sim.options import RunOptions
from game.sim.rng import Rng
from game.sim.session import Session
from game.sim.simulate import END_OF_TIME_US
from game.states.learned import LearnedKinds
from game.timing.units import US_PER_SECOND, Micros, ms
from game.view.canvas.event_log import EventLog
from game.view.hints.draw_hints import BEAT_PX, FARTHEST_PX
from game.view.hints.hint_track import Hint, HintTrack

RUNS = 3
"""Runs of each newcomer."""
CROWD = 10
"""Newcomers with different random seeds."""
SPREAD_US = ms(40)
"""Standard deviation of a newcomer's presses."""
DROPPED_PERMILLE = 40
"""Presses left out at random, in thousandths."""
TOGETHER_US = ms(120)
"""A press so near to the last one is the same one: its key and its picture were both seen."""
FRAME_US = US_PER_SECOND // 60
"""How often he sees a picture."""

Figures = dict[str, float | int | str]


class NothingKept:
    """The history of somebody who has never played."""

    def clean_cues(self) -> Mapping[tuple[str, str], int]:
        """Return none."""
        return {}


@dataclass(frozen=True, slots=True)
class Glance:
    """A planned press whose picture is seen now: of which kinds it may be, when, with which verbs, until when."""

    seen_us: Micros
    kinds: tuple[str, ...]
    press_us: Micros
    verbs: tuple[Verb, ...]
    until_us: Micros | None


@dataclass(frozen=True, slots=True, order=True)
class FingerMove:
    """A finger goes down or up at a time; in the order of time, up before down."""

    time_us: Micros
    down: bool
    verb: Verb


class Newcomer:
    """One player over several runs; what he has learned stays."""

    def __init__(self, seed: int) -> None:
        self._rng = Rng(seed)
        self._learned = LearnedKinds(NothingKept())

    def play(self, chart: Chart) -> Session:
        """Play a run to its end; return its session."""
        known = self._learned.known(chart)
        run = _Run(chart, known, self._rng)
        now_us = chart.start_us - chart.lead_in_us
        while now_us < chart.end_us:
            run.frame(now_us)
            now_us += FRAME_US
        run.advance(END_OF_TIME_US)
        self._learned.add(chart, run.judged)
        return run.session


class _Run:
    """One run of a newcomer in no window: what he sees, and a session that takes what his fingers do."""

    def __init__(self, chart: Chart, known: dict[str, int], rng: Rng) -> None:
        self.session, self.judged = Session(chart, RunOptions(), MINIGAMES), list[Judged]()
        self._track, self._log, self._known = HintTrack(chart), EventLog(), known
        self._onlooker = Onlooker(chart, known, rng)
        self._fingers: list[FingerMove] = []
        """What they are about to do: a heap."""

    def advance(self, now_us: Micros) -> None:
        """Let the session run, with what the fingers do until then, and see what it says."""
        while self._fingers and self._fingers[0].time_us <= now_us:
            move = heappop(self._fingers)
            self.session.queue(InputEvent(move.time_us, move.verb, move.down))
        events = self.session.advance_to(now_us)
        self._log.on_events(events)
        self.judged += [event for event in events if isinstance(event, Judged)]

    def frame(self, now_us: Micros) -> None:
        """Look at one picture, and press."""
        self.advance(now_us)
        for move in self._onlooker.look(now_us, self._track.at(now_us, self._log, self._known), self._log):
            heappush(self._fingers, move)


class Onlooker:
    """Somebody who looks at one picture after the other, and plans presses by what is drawn."""

    def __init__(self, chart: Chart, known: Mapping[str, int], rng: Rng) -> None:
        self._chart, self._known, self._rng = chart, known, rng
        self._track = HintTrack(chart)
        self._glances = glances_of(chart)
        self._seen_us: dict[int, Micros] = {}
        self._done: set[int] = set()
        self._moves: list[FingerMove] = []
        self._last_us: Micros = chart.start_us - chart.lead_in_us
        self._last_verb = Verb.RIGHT

    def look(self, now_us: Micros, hints: Sequence[Hint], log: EventLog) -> list[FingerMove]:
        """Look at the picture of a visual time, with the keys that it shows; return what the fingers will do."""
        self._moves = []
        for hint in hints:
            self._read(hint, now_us)
        while self._glances and self._glances[0].seen_us <= now_us:
            glance = self._glances.pop(0)
            learned = any(self._has_learned(kind, now_us, log) for kind in glance.kinds)
            if learned and glance.press_us > self._last_us + TOGETHER_US:
                self._press(glance.press_us, now_us, glance.verbs, glance.until_us)
        self._walk_on(now_us, hints, log)
        return self._moves

    def _read(self, hint: Hint, now_us: Micros) -> None:
        """Decide on a key once it has been in sight for the reaction time."""
        since_us = now_us - self._seen_us.setdefault(hint.cue.id, now_us)
        if hint.cue.id in self._done or not hint.waits or since_us < DELAY_US or hint.beats * BEAT_PX > FARTHEST_PX:
            return
        self._done.add(hint.cue.id)
        us_per_beat = self._chart.tempo.segment_at(now_us).us_per_beat
        left_us = round(round(hint.beats * BEAT_PX) / BEAT_PX * us_per_beat) if hint.timed else self._pace_us(now_us)
        press_us = now_us + max(0, left_us)
        until_us = press_us + round(hint.hold_beats * us_per_beat) if hint.hold_beats else None
        self._press(press_us, now_us, hint.verbs, until_us)

    def _walk_on(self, now_us: Micros, hints: Sequence[Hint], log: EventLog) -> None:
        """Where nothing is shown ahead, go on at his own pace, hands in turn; after a rest on the song's beat."""
        section = next((part for part in self._chart.sections if part.start_us <= now_us < part.end_us), None)
        if section is None or not is_unannounced(self._chart, section.id) or self._last_us > now_us:
            return
        waits = any(hint.waits for hint in hints)
        known = any(self._has_learned(full_name(section, cue), now_us, log) for cue in section.cues[:1])
        tempo, us_per_beat = self._chart.tempo, self._chart.tempo.segment_at(now_us).us_per_beat
        stood = now_us - self._last_us > us_per_beat * 3 // 2
        due_us = tempo.to_us(Fraction(ceil(tempo.to_beat(now_us)))) if stood else self._last_us + us_per_beat
        if known and not waits and due_us - now_us < FRAME_US:
            self._press(due_us, now_us, (Verb.RIGHT if self._last_verb is Verb.LEFT else Verb.LEFT,), None)

    def _pace_us(self, now_us: Micros) -> Micros:
        """Return the time until the next step at the pace of the song, from his own last step."""
        return self._last_us + self._chart.tempo.segment_at(now_us).us_per_beat - now_us

    def _press(self, press_us: Micros, now_us: Micros, verbs: tuple[Verb, ...], until_us: Micros | None) -> None:
        if self._rng.below(1000) < DROPPED_PERMILLE:
            return
        down_us = max(now_us, press_us + self._rng.normal_us(SPREAD_US))
        up_us = down_us + TAP_US if until_us is None else until_us + self._rng.normal_us(SPREAD_US)
        self._last_us, self._last_verb = down_us, verbs[0]
        for verb in verbs:
            self._moves += (FingerMove(down_us, True, verb), FingerMove(max(up_us, down_us + TAP_US), False, verb))

    def _has_learned(self, kind: str, now_us: Micros, log: EventLog) -> bool:
        return self._track.has_learned(kind, self._known.get(kind, 0), log, now_us)


def glances_of(chart: Chart) -> list[Glance]:
    """Return what the pictures show ahead to somebody who knows every kind, in order of when it is seen."""
    signs = tuple(seen_signs(chart))
    glances: list[Glance] = []
    for section in seen_sections(chart):
        kinds = dict[Lesson, tuple[str, ...]]()
        for name, lesson in section.lessons.items():  # in the cuts kinds of several exercises mean the same
            kinds[lesson] = (*kinds.get(lesson, ()), name)
        glances += [_glance(move, kinds, chart) for move in moves_of(signs, section, chart.tempo)]
    return sorted(glances, key=lambda glance: glance.seen_us)


def _glance(move: PlannedPress, kinds: Mapping[Lesson, tuple[str, ...]], chart: Chart) -> Glance:
    press_us = chart.tempo.to_us(move.beat)
    until_us = None if move.end_beat is None else chart.tempo.to_us(move.end_beat)
    return Glance(press_us - DELAY_US, kinds[move.lesson], press_us, move.verbs, until_us)


def bench_newcomer() -> Figures:
    """Return the mean and least score of each run of some newcomers on easy, and their ranks."""
    chart = load_content().chart(Difficulty.EASY)
    rows = [scores_of(seed, chart) for seed in range(CROWD)]
    figures: Figures = {}
    for number, runs in enumerate(zip(*rows, strict=True), start=1):
        scores = [session.score.total for session in runs]
        ranks = [str(session.score.rank) for session in runs]
        figures[f"run {number}"] = f"mean {sum(scores) // len(scores):,}  least {min(scores):,}  " + ", ".join(
            f"{ranks.count(rank)} {rank}" for rank in dict.fromkeys(ranks)
        )
    for index, section in enumerate(chart.sections):
        figures[section.id] = "  ".join(f"{_percent(session, index):.0f} %" for session in rows[0])
    return figures


def scores_of(seed: int, chart: Chart, runs: int = RUNS) -> list[Session]:
    """Return the sessions of one newcomer's first runs."""
    newcomer = Newcomer(seed)
    return [newcomer.play(chart) for _ in range(runs)]


def _percent(session: Session, index: int) -> float:
    tally = session.score.sections[index]
    return 100 * tally.net_points / tally.max_points
