"""A replay is played to any moment, back or forth, and is there as in straight play."""

import time

from game.minigames.manifest import MINIGAMES
from game.replay.playback import Playback
from game.replay.recorder import result_of
from game.sim.actions import Verb
from game.sim.chart import Difficulty
from game.sim.rng import Rng
from game.timing.units import ms
from tests.golden.frozen import frozen_chart
from tests.replay.recording import CHART, PRESSES, person_run, recorded_run


def test_any_moment_has_the_digest_of_straight_play() -> None:
    chart = frozen_chart(Difficulty.NORMAL)
    replay, rng = person_run(chart, 25), Rng(7)
    straight, sought = Playback(replay, chart, MINIGAMES), Playback(replay, chart, MINIGAMES)
    moments = [chart.start_us + rng.below(chart.end_us - chart.start_us) for _ in range(12)]
    digests = {}
    for song_us in sorted(moments):
        straight.advance_to(song_us)
        digests[song_us] = (straight.session.digest(), straight.session.score.total, len(straight.events))
    for song_us in moments:
        sought.seek(song_us)
        assert (sought.session.digest(), sought.session.score.total, len(sought.events)) == digests[song_us]


def test_the_end_of_a_sought_replay_is_its_result() -> None:
    chart = frozen_chart(Difficulty.NORMAL)
    replay = person_run(chart, 25)
    playback = Playback(replay, chart, MINIGAMES)
    playback.seek(chart.end_us // 2)
    playback.seek(chart.end_us + ms(5000))
    assert result_of(playback.session, replay.conditions) == replay.result


def test_seeking_back_from_the_end_takes_less_than_a_tenth_of_a_second() -> None:
    chart = frozen_chart(Difficulty.HARD)
    playback = Playback(person_run(chart, 25), chart, MINIGAMES)
    spent_s = []
    for _ in range(5):
        playback.seek(chart.end_us + ms(5000))
        begun_s = time.process_time()
        playback.seek(chart.end_us - ms(100))
        spent_s.append(time.process_time() - begun_s)
    assert min(spent_s) < 0.1


def test_keys_are_down_from_their_press_to_their_release() -> None:
    playback = Playback(recorded_run(), CHART, MINIGAMES)
    pressed_us, verb = PRESSES[0]
    assert playback.held_at(pressed_us - 1) == frozenset()
    assert playback.held_at(pressed_us) == frozenset({verb})
    assert playback.held_at(pressed_us + 44_999) == frozenset({verb})
    assert playback.held_at(pressed_us + 45_001) == frozenset()
    assert playback.held_at(PRESSES[8][0] + 5_000) == frozenset({Verb.LEFT, Verb.RIGHT})


def test_recent_judgements_are_those_of_the_last_moments() -> None:
    playback = Playback(recorded_run(), CHART, MINIGAMES)
    first_us, second_us = PRESSES[0][0], PRESSES[1][0]
    playback.seek(second_us + ms(1))
    assert [event.time_us for event in playback.judged(second_us + ms(1), ms(20))] == [second_us]
    assert [event.time_us for event in playback.judged(second_us + ms(1), ms(3000))] == [first_us, second_us]


def test_a_judgement_is_recent_from_its_very_moment_until_the_span_is_over() -> None:
    playback = Playback(recorded_run(), CHART, MINIGAMES)
    hit_us = PRESSES[1][0]
    playback.seek(hit_us + ms(30))
    times = {moment_us: playback.judged(moment_us, ms(20)) for moment_us in (hit_us - 1, hit_us, hit_us + ms(20) - 1)}
    assert [len(judged) for judged in times.values()] == [0, 1, 1]
    assert playback.judged(hit_us + ms(20), ms(20)) == []
