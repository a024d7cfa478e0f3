"""Templates of the files that `exercise new` writes: one alternating cue kind, drawn by stand-ins. They satisfy ruff
and mypy; a test generates and runs them.
"""

from string import Template

RULES = Template('''\
"""$title: what is done, and what makes it this exercise and no other."""

from fractions import Fraction

from game.sim.actions import Verb
from game.sim.autoplay import perfect_taps
from game.sim.cue_rules import CueRules
from game.sim.rules import Minigame
from game.sim.spec import CueKind, MinigameSpec

SPEC = MinigameSpec(
    id="$id",
    title="$title",
    cues=(
        CueKind(
            "step",
            (Verb.LEFT, Verb.RIGHT),
            "a step, strictly alternating",
            seen_lead=Fraction(1),
            alternates=True,
        ),
    ),
    max_presses_per_second=5.0,
    practice_key="$key",
)


class ${class_name}Rules(CueRules):
    """What all cues share is enough so far."""


MINIGAME = Minigame(SPEC, ${class_name}Rules, perfect_taps)
''')
"""The rules module."""

VIEW = Template('''\
"""The view of $id: stand-ins so far, in the game's own ground and light."""

from game.view.exercise.plain_runner import PlainRunnerView
from game.view.exercise.section_view import SectionView


class ${class_name}View(PlainRunnerView):
    """A runner over patches on the ground."""


VIEW: type[SectionView] = ${class_name}View
''')
"""The view module."""

TEST = Template('''\
"""$title: its story, and what no other exercise does."""

from game.sim.judge import Grade
from tests.charts import BEAT_US, At, L, R, Run, chart_of

CHART = chart_of("$id", At(2, "step", L, either_hand=True), At(3, "step", R))


def test_steps_alternate() -> None:
    run = Run(CHART).tap(L, 2 * BEAT_US).tap(R, 3 * BEAT_US)
    assert [event.grade for event in run.judged] == [Grade.PERFECT] * 2


def test_the_same_foot_twice_is_a_stray() -> None:
    run = Run(CHART).tap(L, 2 * BEAT_US).tap(L, 3 * BEAT_US).to_the_end()
    assert [event.grade for event in run.judged] == [Grade.PERFECT, Grade.MISS]
    assert run.strays == 1
''')
"""The test module."""
