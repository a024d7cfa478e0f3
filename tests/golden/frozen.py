"""The frozen chart of the golden replays: a little of every exercise, at changing tempos. Never edit it: make another.

It is the tests' own, so that editing a level breaks no golden replay.
"""

from fractions import Fraction

from game.minigames.manifest import MINIGAMES, cue_kind
from game.sim.actions import Verb
from game.sim.chart import Call, Chart, Cue, Difficulty, Lace, SectionChart
from game.sim.spec import CueKind, Hold
from game.timing.tempo import TempoMap

BARS = 4
BEATS = 4 * BARS
TEMPOS_US = (638_000, 600_000, 600_000, 555_000, 555_000, 535_000, 535_000, 535_000, 517_500, 500_000, 476_000, 454_000)
ORDER = (
    "yard",
    "market",
    "bridge",
    "speed_bag",
    "heavy_bag",
    "sit_ups",
    "push_ups",
    "medicine_ball",
    "meat",
    "river",
    "cuts",
    "steps",
    "summit",
)
"""Named here and not taken from the manifest: a new exercise changes no golden replay."""
FORM_CEILINGS = (490, 640, 700, 740, 740, 740, 860, 900, 940, 1000, 1000, 1000, 1000)
"""Named here and not taken from the song."""
TEMPO = TempoMap.from_runs(tuple((BEATS, us_per_beat) for us_per_beat in (*TEMPOS_US, 453_500)))
BORROWED = ("yard.lift", "market.crate", "speed_bag.strike", "sit_ups.sit_up", "meat.hook", "river.stride")


def frozen_chart(difficulty: Difficulty) -> Chart:
    """Return the frozen chart at a difficulty."""
    sections: list[SectionChart] = []
    first_cue = 0
    for index, minigame in enumerate(ORDER):
        section = _section(index, minigame, first_cue)
        first_cue += len(section.cues)
        sections.append(section)
    return Chart(TEMPO, difficulty, tuple(sections), lead_in_us=4 * 638_000)


def _section(index: int, minigame: str, first_cue: int) -> SectionChart:
    start = Fraction(index * BEATS)
    names = BORROWED if minigame == "cuts" else tuple(kind.name for kind in MINIGAMES[minigame].spec.cues)
    cues = tuple(
        _cue(first_cue + place, index, minigame, names[place % len(names)], start + 2 + Fraction(3 * place, 2))
        for place in range(8)
    )
    feint = Call("feint", TEMPO.to_us(start + 15), TEMPO.to_us(start + 15), start + 15)
    echo = Call("echo", TEMPO.to_us(start + 14), TEMPO.to_us(start + 16), start + 14)
    calls = {"medicine_ball": (feint,), "meat": (echo,)}.get(minigame, ())
    lace = Lace(cues[0].verbs[0], TEMPO.to_us(start), TEMPO.to_us(start + 1))
    bounds = (start, start + BEATS, TEMPO.to_us(start), TEMPO.to_us(start + BEATS))
    return SectionChart(index, minigame, minigame, *bounds, cues, calls, lace, FORM_CEILINGS[index])


def _cue(cue_id: int, section: int, minigame: str, name: str, beat: Fraction) -> Cue:
    kind = cue_kind(minigame, name)
    assert kind is not None
    length = Fraction(0) if kind.hold is Hold.NONE else Fraction(1)
    return Cue(
        id=cue_id,
        section=section,
        time_us=TEMPO.to_us(beat),
        end_us=TEMPO.to_us(beat + length),
        beat=beat,
        kind=kind,
        name=name,
        verbs=_verbs(kind, cue_id),
        reps=1,
        either_hand=cue_id % 3 == 0,
    )


def _verbs(kind: CueKind, cue_id: int) -> tuple[Verb, ...]:
    return kind.verbs if kind.chord else (kind.verbs[cue_id % len(kind.verbs)],)
