"""What gives an exercise its face comes often enough in an imported song, and leaves room for itself."""

from collections import Counter
from fractions import Fraction
from itertools import pairwise

import numpy as np
import pytest

pytest.importorskip("scipy", reason="importing songs needs scipy")
pytest.importorskip("soundfile", reason="importing songs needs soundfile")

from game.content.importing.arrangement import ArrangedSection
from game.content.importing.charting import Charted, charted
from game.content.importing.choosing import Heard
from game.content.importing.features import Onsets
from game.content.importing.notes import Note, Notes
from game.minigames.manifest import MINIGAMES
from game.sim.actions import Verb
from game.sim.chart import Difficulty
from game.sim.spec import Hold
from game.timing.tempo import TempoMap

BARS, BEAT_S = 8, 0.5
TEMPO = TempoMap.from_runs(((4 * BARS, round(BEAT_S * 1_000_000)),))
CHARTED = [name for name in MINIGAMES if not MINIGAMES[name].spec.borrows]


def dense(seed: int = 1) -> Onsets:
    """Return onsets on most eighths and many sixteenths of eight bars."""
    rng = np.random.default_rng(seed)
    times = np.arange(0, 4 * BARS * BEAT_S, BEAT_S / 4)
    kept = rng.uniform(size=len(times)) < np.where(np.arange(len(times)) % 4 == 0, 0.95, 0.55)
    return Onsets(times[kept], rng.uniform(0.5, 1.3, int(kept.sum())))


def chart_of(name: str, difficulty: Difficulty, heard: Heard | None = None) -> Charted:
    part = ArrangedSection(name, name, 0, BARS)
    return charted(part, MINIGAMES[name].spec, difficulty, heard or Heard(dense(), TEMPO))


@pytest.mark.parametrize("name", CHARTED)
def test_every_act_of_an_exercise_comes_several_times_on_normal(name: str) -> None:
    chart = chart_of(name, Difficulty.NORMAL)
    came = Counter([*(cue.kind.name for cue in chart.cues), *(call.kind for call in chart.calls)])
    spec = MINIGAMES[name].spec

    assert came.keys() >= {kind.name for kind in spec.cues} | {call.name for call in spec.calls}
    ends = {kind.name for kind in spec.cues if kind.hold is Hold.COMPLETES or not kind.heard}
    assert min(count for kind, count in came.items() if kind not in ends) >= 2


@pytest.mark.parametrize("name", CHARTED)
@pytest.mark.parametrize("difficulty", list(Difficulty))
def test_nothing_is_pressed_while_a_verb_is_held_nor_in_a_call_that_wants_quiet(
    name: str, difficulty: Difficulty
) -> None:
    chart = chart_of(name, difficulty)
    for one, other in pairwise(chart.cues):
        assert one.beat + one.length <= other.beat or not set(one.verbs) & set(other.verbs)
    for call in chart.calls:
        assert not any(call.beat <= cue.beat < call.beat + call.length for cue in chart.cues)


def test_silent_steps_end_with_the_step_on_which_the_music_returns() -> None:
    kinds = [cue.kind.name for cue in chart_of("bridge", Difficulty.HARD).cues]

    assert all(later in ("silent", "join") for kind, later in pairwise(kinds) if kind == "silent")
    assert kinds.count("join") == 2


def test_what_another_game_holds_or_strikes_at_once_is_held_or_a_chord() -> None:
    beats = range(4 * BARS)
    notes = [Note(beat * BEAT_S, 2 * BEAT_S if beat % 8 == 5 else 0.0) for beat in beats]
    notes += [Note(beat * BEAT_S) for beat in beats if beat % 8 == 1]
    heard = Heard(Notes(notes).onsets, TEMPO, Notes(notes))

    breaths = [cue for cue in chart_of("river", Difficulty.NORMAL, heard).cues if cue.kind.name == "breath"]
    presses = [cue.beat for cue in chart_of("yard", Difficulty.NORMAL, heard).cues if cue.kind.name == "press"]
    assert any(cue.beat % 8 == 5 for cue in breaths)
    assert any(beat % 8 == 1 for beat in presses)


def test_hands_are_those_of_the_other_games_notes() -> None:
    notes = Notes([Note(beat * BEAT_S, 0.0, Verb.RIGHT) for beat in range(4 * BARS)])
    heard = Heard(notes.onsets, TEMPO, notes)

    straights = [cue for cue in chart_of("meat", Difficulty.EASY, heard).cues if cue.kind.name == "straight"]
    assert straights and all(cue.verbs == (Verb.RIGHT,) for cue in straights)


def test_notes_at_once_are_one_stronger_onset_held_for_the_longest() -> None:
    notes = Notes([Note(1.0), Note(1.00001, 0.5), Note(2.0, 0.0, Verb.LEFT)])

    assert len(notes) == 2 and list(notes.onsets.strengths) == [1.3, 1.0]
    assert (notes.length_s(1.0, 0.01), notes.count(1.0, 0.01), notes.verb(2.0, 0.01)) == (0.5, 2, Verb.LEFT)
    assert notes.count(1.5, 0.01) == 0 and notes.later(1.0).count(3.0, 0.01) == 1
    assert Heard(notes.onsets, TEMPO, notes).held(ArrangedSection("yard", "yard", 0, BARS), Fraction(2)) == 1
