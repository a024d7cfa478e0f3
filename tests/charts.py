"""Charts for tests, written inline: one section of one exercise at a round tempo, cues given by beat."""

from dataclasses import dataclass
from fractions import Fraction

from game.minigames.manifest import MINIGAMES, cue_kind
from game.sim.actions import InputEvent, Verb
from game.sim.chart import Call, Chart, Cue, Difficulty, SectionChart
from game.sim.events import Event, Judged, Part, Strayed
from game.sim.options import RunOptions
from game.sim.session import Session
from game.timing.tempo import TempoMap
from game.timing.units import Micros

BEAT_US = 500_000
L, R, U, D = Verb.LEFT, Verb.RIGHT, Verb.UP, Verb.DOWN


@dataclass(frozen=True)
class At:
    """A cue for a test: its beat, kind and verbs, and how many beats it is held."""

    beat: Fraction | float
    kind: str
    verbs: Verb | tuple[Verb, ...]
    length: Fraction | float = 0
    reps: int = 0
    either_hand: bool = False
    window_us: Micros = 0


def chart_of(
    minigame: str,
    *cues: At,
    bars: int = 4,
    calls: tuple[Call, ...] = (),
    difficulty: Difficulty = Difficulty.NORMAL,
) -> Chart:
    """Return a chart of one section at 120 beats a minute."""
    tempo = TempoMap.from_runs(((bars * 4, BEAT_US),))
    section = SectionChart(
        index=0,
        id=minigame,
        minigame=minigame,
        start_beat=Fraction(0),
        end_beat=Fraction(bars * 4),
        start_us=0,
        end_us=bars * 4 * BEAT_US,
        cues=tuple(_cue(place, minigame, at, tempo) for place, at in enumerate(cues)),
        calls=calls,
    )
    return Chart(tempo, difficulty, (section,))


def _cue(place: int, minigame: str, at: At, tempo: TempoMap) -> Cue:
    kind = cue_kind(minigame, at.kind)
    assert kind is not None, f"{minigame} has no cue kind {at.kind}"
    beat, length = Fraction(at.beat), Fraction(at.length)
    return Cue(
        id=place,
        section=0,
        time_us=tempo.to_us(beat),
        end_us=tempo.to_us(beat + length),
        beat=beat,
        kind=kind,
        name=at.kind,
        verbs=at.verbs if isinstance(at.verbs, tuple) else (at.verbs,),
        reps=at.reps,
        either_hand=at.either_hand,
        window_us=at.window_us,
    )


class Run:
    """A session that is told in plain words what is pressed and when."""

    def __init__(self, chart: Chart, options: RunOptions | None = None) -> None:
        self.session = Session(chart, options or RunOptions(), MINIGAMES)
        self.events: list[Event] = []
        self._cues = {cue.id: cue for cue in chart.cues}

    def press(self, verb: Verb, at_us: Micros) -> "Run":
        """Press a verb at a song time."""
        return self._input(verb, at_us, down=True)

    def release(self, verb: Verb, at_us: Micros) -> "Run":
        """Let a verb go at a song time."""
        return self._input(verb, at_us, down=False)

    def tap(self, verb: Verb, at_us: Micros) -> "Run":
        """Press a verb and let it go 60 ms later."""
        return self.press(verb, at_us).release(verb, at_us + 60_000)

    def until(self, at_us: Micros) -> "Run":
        """Let time pass."""
        self.events += self.session.advance_to(at_us)
        return self

    def to_the_end(self) -> "Run":
        """Let the run end."""
        return self.until(1 << 60)

    @property
    def judged(self) -> list[Judged]:
        """All judgements so far."""
        return [event for event in self.events if isinstance(event, Judged)]

    @property
    def reps(self) -> int:
        """How many repetitions are over: those of the cues whose last part is judged, missed ones too."""
        over = {event.cue_id for event in self.judged if event.part is Part.RELEASE}
        over |= {event.cue_id for event in self.judged if not self._cues[event.cue_id].is_hold}
        return sum(self._cues[cue_id].reps for cue_id in over)

    @property
    def strays(self) -> int:
        """How many stray presses so far."""
        return sum(isinstance(event, Strayed) for event in self.events)

    def _input(self, verb: Verb, at_us: Micros, *, down: bool) -> "Run":
        self.session.queue(InputEvent(at_us, verb, down))
        return self.until(at_us)
