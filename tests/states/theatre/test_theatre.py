"""The theatre: replays are played, paused, sought and laid side by side, by key, pad and mouse."""

from dataclasses import replace
from pathlib import Path

import pytest

from game.minigames.manifest import MINIGAMES
from game.platform.input.input_events import FileDropped, InputDevice, PointerAction, PointerEvent
from game.replay.codec import encode
from game.replay.headless import play_headless
from game.replay.model import Player, ReplayHeader
from game.sim.chart import RULES_VERSION, Difficulty
from game.sim.options import RunOptions
from game.states.menus.records.results import Results
from game.states.run.charts import chart_store
from game.states.samples import sample_outcome
from game.states.theatre.theatre import STEP_US, Theatre
from game.states.theatre.watch import Watch
from game.states.transitions import QUIT, Transition
from game.storage.proof.board_check import enter
from game.storage.proof.examined import examine
from game.timing.units import ms
from game.view.ui.theatre_deck import BAR
from tests.replay.recording import CLOCK, person_inputs
from tests.states.rig import Rig, ShortLibrary, short_chart

SECOND_US = 1_000_000


def replay_file(folder: Path, name: str, spread_ms: int, rate_permille: int = 1000, pack: str = "tests") -> Path:
    """Write a replay of the rig's chart; return its file."""
    chart = short_chart(Difficulty.NORMAL)
    options = RunOptions(rate_permille=rate_permille)
    header = ReplayHeader(
        "0.0.0", RULES_VERSION, Player.PERSON, pack, chart.hash(), ShortLibrary.song_hash, "normal", None, options
    )
    inputs = person_inputs(chart, spread_ms, options=options)
    path = folder / f"{name}.laceup"
    path.write_bytes(encode(play_headless(header, chart, MINIGAMES, inputs, CLOCK)[1]))
    return path


def watching(rig: Rig, *files: Path) -> Theatre:
    """Open the theatre; return it when it plays."""
    rig.go(Transition("theatre", Watch(files)))
    assert isinstance(rig.state, Theatre)
    rig.state.wait_until_loaded()
    rig.frame()
    return rig.state


def song_us(rig: Rig, theatre: Theatre) -> int:
    """Return the song time that is shown."""
    assert theatre.transport is not None
    return theatre.transport.song_us(rig.clock.now_us())


@pytest.fixture
def one(tmp_path: Path) -> Path:
    """Return a replay's file."""
    return replay_file(tmp_path, "one", 15)


def test_it_plays_to_the_end_of_the_run_and_stands_there(rig: Rig, one: Path) -> None:
    theatre = watching(rig, one)
    rig.wait(20 * SECOND_US, step_us=ms(100))
    (seat,) = theatre.seats
    assert seat.playback.session.digest() == seat.playback.replay.result.digest
    assert theatre.transport is not None and not theatre.transport.playing


def test_pause_stands_still_and_play_goes_on(rig: Rig, one: Path) -> None:
    theatre = watching(rig, one)
    rig.wait(SECOND_US).press("SPACE")
    at_us = song_us(rig, theatre)
    rig.wait(SECOND_US)
    assert song_us(rig, theatre) == at_us
    rig.press("SPACE").wait(SECOND_US)
    assert song_us(rig, theatre) - at_us == pytest.approx(SECOND_US, abs=ms(20))


@pytest.mark.parametrize(("device", "key"), [(InputDevice.KEYBOARD, "RIGHT"), (InputDevice.PAD, "DPAD_RIGHT")])
def test_seeking_gives_the_picture_and_score_of_straight_play(
    rig: Rig, one: Path, device: InputDevice, key: str
) -> None:
    theatre = watching(rig, one)
    rig.press("SPACE")
    before_us = song_us(rig, theatre)
    rig.press(key, device=device)
    assert song_us(rig, theatre) == before_us + STEP_US
    (seat,) = theatre.seats
    assert rig.picture.log == seat.playback.events
    straight = replace(seat).playback.session.digest()
    rig.press("LEFT").press("RIGHT")
    assert seat.playback.session.digest() == straight
    assert rig.picture.visual_times[-1] == before_us + STEP_US


def test_a_click_on_the_bar_goes_there_and_one_on_the_picture_pauses(rig: Rig, one: Path) -> None:
    theatre = watching(rig, one)
    assert theatre.transport is not None
    rig.frame(PointerEvent(rig.clock.now_us(), PointerAction.PRESSED, (320, 100)))
    assert not theatre.transport.playing
    rig.frame(PointerEvent(rig.clock.now_us(), PointerAction.PRESSED, (BAR.x + BAR.width // 2, BAR.y + 2)))
    middle_us = (theatre.transport.first_us + theatre.transport.last_us) // 2
    assert song_us(rig, theatre) == pytest.approx(middle_us, abs=ms(20))
    rig.frame(PointerEvent(rig.clock.now_us(), PointerAction.PRESSED, (BAR.right + 4, BAR.y)))
    assert song_us(rig, theatre) == theatre.transport.last_us


@pytest.mark.parametrize(("presses", "permille"), [(("DOWN",) * 3, 250), (("DOWN",), 750), (("UP",) * 9, 2000)])
def test_it_plays_from_a_quarter_to_twice_the_speed(
    rig: Rig, one: Path, presses: tuple[str, ...], permille: int
) -> None:
    theatre = watching(rig, one)
    rig.press(*presses)
    before_us = song_us(rig, theatre)
    rig.wait(SECOND_US)
    assert song_us(rig, theatre) - before_us == pytest.approx(1000 * permille, abs=ms(3))


def test_as_played_means_the_rate_of_the_run(rig: Rig, tmp_path: Path) -> None:
    theatre = watching(rig, replay_file(tmp_path, "fast", 15, rate_permille=1250))
    before_us = song_us(rig, theatre)
    rig.wait(SECOND_US)
    assert song_us(rig, theatre) - before_us == pytest.approx(1_250_000, abs=ms(3))


def test_two_are_at_one_song_time_with_the_lead_of_each(rig: Rig, one: Path, tmp_path: Path) -> None:
    theatre = watching(rig, one, replay_file(tmp_path, "two", 45))
    rig.wait(20 * SECOND_US, step_us=ms(100))
    scores = [seat.playback.session.score.total for seat in theatre.seats]
    assert scores == [seat.playback.replay.result.score for seat in theatre.seats]
    leads = [theatre.side(seat, song_us(rig, theatre)).lead for seat in theatre.seats]
    assert leads == [scores[0] - scores[1], scores[1] - scores[0]]
    assert leads[0] != 0


def test_a_file_dropped_in_a_menu_is_watched_and_a_second_one_laid_below(rig: Rig, one: Path, tmp_path: Path) -> None:
    rig.go(Transition("menu")).frame(FileDropped(one))
    assert isinstance(rig.state, Theatre)
    rig.state.wait_until_loaded()
    rig.frame().frame(FileDropped(replay_file(tmp_path, "two", 30)))
    rig.state.wait_until_loaded()
    rig.frame()
    assert len(rig.state.seats) == 2
    rig.press("ESCAPE")
    assert rig.name == "MainMenu"


def test_a_file_dropped_during_a_run_does_not_end_it(rig: Rig, one: Path) -> None:
    rig.go(Transition("loading", rig.app.montage_plan())).wait(ms(100))
    assert rig.name == "Running"
    rig.frame(FileDropped(one))
    assert rig.name == "Running"


def test_what_is_no_replay_is_said(rig: Rig, tmp_path: Path) -> None:
    rig.go(Transition("menu")).frame(FileDropped(tmp_path / "holiday.jpg"))
    assert rig.name == "MainMenu"
    bad = tmp_path / "bad.laceup"
    bad.write_bytes(b"junk")
    rig.frame(FileDropped(bad)).wait(ms(300))
    assert rig.name == "Theatre"
    assert rig.app.notices.shown(rig.clock.now_us(), SECOND_US) is not None


def test_a_replay_of_another_pack_is_refused(rig: Rig, tmp_path: Path) -> None:
    theatre = watching_fails(rig, replay_file(tmp_path, "other", 15, pack="harbor"))
    assert theatre.seats == ()


def watching_fails(rig: Rig, file: Path) -> Theatre:
    """Open the theatre with a file that it cannot show."""
    rig.go(Transition("theatre", Watch((file,), QUIT))).wait(ms(500))
    assert isinstance(rig.state, Theatre)
    return rig.state


def test_a_row_of_a_board_is_watched_and_leads_back_to_the_board(rig: Rig, tmp_path: Path) -> None:
    rig.app.replays.folder.mkdir(parents=True, exist_ok=True)
    file = replay_file(rig.app.replays.folder, "row", 15)
    charts = chart_store(rig.app, rig.app.loaded.wait().library)
    assert enter(rig.app.scores, rig.app.history, examine(file, charts, MINIGAMES), "JOE", file.name)
    rig.go(Transition("scores")).press("RETURN")
    assert isinstance(rig.state, Theatre)
    rig.state.wait_until_loaded()
    rig.frame()
    assert len(rig.state.seats) == 1
    rig.press("ESCAPE")
    assert rig.name == "Boards"


def test_the_run_that_has_just_ended_is_watched_from_its_results_and_leads_back(rig: Rig) -> None:
    outcome = sample_outcome(rig.app)
    rig.app.replays.folder.mkdir(parents=True, exist_ok=True)
    file = replay_file(rig.app.replays.folder, "run", 15)
    outcome = replace(outcome, entry=replace(outcome.entry, replay=file.name))
    rig.go(Transition("results", outcome))
    assert isinstance(rig.state, Results)
    rig.state.chosen = [row.label for row in rig.state.rows()].index("Watch it")
    rig.press("RETURN")
    assert rig.name == "Theatre"
    rig.press("ESCAPE")
    assert rig.name == "Results"


def test_results_without_a_kept_run_offer_nothing_to_watch(rig: Rig) -> None:
    outcome = sample_outcome(rig.app)
    rig.go(Transition("results", replace(outcome, entry=replace(outcome.entry, replay=""))))
    assert isinstance(rig.state, Results)
    assert "Watch it" not in [row.label for row in rig.state.rows()]
