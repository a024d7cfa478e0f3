"""Verification plays the inputs again and names the first moment at which claim and rules part."""

from dataclasses import replace

import pytest

from game.errors import UnknownChart
from game.minigames.manifest import MINIGAMES
from game.replay.codec import decode, encode
from game.replay.verify import verify
from game.sim.options import RunOptions
from game.timing.units import ms
from tests.charts import At, U, chart_of
from tests.replay.recording import CHART, recorded_run

REPLAY = recorded_run()


def test_a_true_replay_is_true_also_after_a_file() -> None:
    verification = verify(decode(encode(REPLAY), "r"), CHART, MINIGAMES)
    assert verification.true
    assert str(REPLAY.result.score) in verification.sentence


@pytest.mark.parametrize("rate_permille", [500, 1500])
def test_a_replay_at_another_rate_is_true_as_well(rate_permille: int) -> None:
    replay = recorded_run(options=RunOptions(rate_permille=rate_permille, window_percent=150, seed=9))
    assert verify(replay, CHART, MINIGAMES).true


def test_a_moved_input_is_found_at_the_cue_it_changed() -> None:
    inputs = REPLAY.trace.inputs
    moved = replace(inputs[2], song_us=inputs[2].song_us + 30_000)
    forged = replace(REPLAY, trace=replace(REPLAY.trace, inputs=(*inputs[:2], moved, *inputs[3:])))
    verification = verify(forged, CHART, MINIGAMES)
    assert not verification.true
    assert verification.first_divergence_us == moved.song_us
    assert "lift press (cue 1)" in verification.sentence


def test_a_better_score_without_the_inputs_is_false() -> None:
    forged = replace(REPLAY, result=replace(REPLAY.result, score=REPLAY.result.score + 1))
    verification = verify(forged, CHART, MINIGAMES)
    assert not verification.true
    assert "score is claimed" in verification.sentence


def test_a_forged_digest_of_a_section_is_false() -> None:
    verification = verify(replace(REPLAY, section_digests=("0" * 32,)), CHART, MINIGAMES)
    assert not verification.true
    assert "yard" in verification.sentence


def test_judgements_left_out_or_added_are_false_from_the_first_of_them_on() -> None:
    last_us = CHART.cues[-1].time_us
    for points in (REPLAY.points[:-1], (*REPLAY.points, 0)):
        verification = verify(replace(REPLAY, points=points), CHART, MINIGAMES)
        assert not verification.true
        assert verification.first_divergence_us is not None
        assert abs(verification.first_divergence_us - last_us) <= ms(135)


def test_a_replay_of_another_chart_is_unknown_not_wrong() -> None:
    with pytest.raises(UnknownChart, match="does not have"):
        verify(REPLAY, chart_of("market", At(2, "crate", U)), MINIGAMES)


def test_an_unknown_chart_is_named_by_the_eight_first_digits_of_its_hash() -> None:
    other = chart_of("market", At(2, "crate", U))
    with pytest.raises(UnknownChart, match=rf"chart {CHART.hash()[:8]} .*its own is {other.hash()[:8]}, "):
        verify(REPLAY, other, MINIGAMES)


def test_a_replay_of_other_rules_is_unknown_not_wrong() -> None:
    older = replace(REPLAY, header=replace(REPLAY.header, rules_version=0))
    with pytest.raises(UnknownChart):
        verify(older, CHART, MINIGAMES)
