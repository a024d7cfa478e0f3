"""How a run may be played: replays and boards hold these numbers, so none of them may move."""

from game.sim.options import RATES_PERMILLE, WINDOW_PERCENTS, RunOptions


def test_the_song_goes_at_half_to_one_and_a_half_of_its_rate() -> None:
    assert RATES_PERMILLE == (500, 600, 750, 900, 1000, 1250, 1500)


def test_windows_are_three_quarters_to_twice_as_wide() -> None:
    assert WINDOW_PERCENTS == (75, 100, 150, 200)


def test_a_run_is_played_at_the_songs_rate_without_help_unless_it_is_asked_for() -> None:
    options = RunOptions()
    assert (options.rate_permille, options.window_percent, options.assists, options.seed) == (1000, 100, frozenset(), 0)
