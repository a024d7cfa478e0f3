"""The theatre: replays are played, paused, sought and laid side by side, by key, pad and mouse."""

from dataclasses import replace
from pathlib import Path

import pytest

from game.minigames.manifest import MINIGAMES
from game.platform.input.input_events import FileDropped, InputDevice, PointerAction, PointerEvent
from game.replay.codec import encode
from game.replay.headless import play_headless
from game.replay.model import Player, ReplayHeader
from game.replay.recorder import result_of
from game.sim.chart import RULES_VERSION, Difficulty
from game.sim.options import RunMode, RunOptions
from game.states.menus.records.results import Results
from game.states.run.charts import chart_store
from game.states.samples import sample_outcome
from game.states.theatre.seat import Lock
from game.states.theatre.stalls import sides_at
from game.states.theatre.theatre import STEP_US, Theatre
from game.states.theatre.watch import Watch
from game.states.transitions import QUIT, Transition
from game.storage.proof.board_check import enter
from game.storage.proof.examined import examine
from game.timing.units import ms
from game.view.ui.menu import HINT_TOP, hint_at
from game.view.ui.theatre_deck import BAR
from tests.replay.recording import CLOCK, person_inputs
from tests.states.rig import Rig, ShortLibrary, short_chart

SECOND_US = 1_000_000


def replay_file(
    folder: Path, name: str, spread_ms: int, options: RunOptions | None = None, pack: str = "tests"
) -> Path:
    """Write a replay of the rig's chart; return its file."""
    chart, options = short_chart(Difficulty.NORMAL, ShortLibrary.bars), options or RunOptions()
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
    assert result_of(seat.playback.session, seat.playback.replay.conditions) == seat.playback.replay.result
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
    theatre = watching(rig, replay_file(tmp_path, "fast", 15, RunOptions(rate_permille=1250)))
    before_us = song_us(rig, theatre)
    rig.wait(SECOND_US)
    assert song_us(rig, theatre) - before_us == pytest.approx(1_250_000, abs=ms(3))


def test_two_are_at_one_song_time_with_the_lead_of_each(rig: Rig, one: Path, tmp_path: Path) -> None:
    theatre = watching(rig, one, replay_file(tmp_path, "two", 45))
    rig.wait(20 * SECOND_US, step_us=ms(100))
    scores = [seat.playback.session.score.total for seat in theatre.seats]
    assert scores == [seat.playback.replay.result.score for seat in theatre.seats]
    leads = [side.lead for side in sides_at(theatre.seats, theatre.times_us(song_us(rig, theatre)))]
    assert leads == [scores[0] - scores[1], scores[1] - scores[0]]
    assert leads[0] != 0


ROAD = RunOptions(mode=RunMode.ROAD)


@pytest.fixture
def race(rig: Rig, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Theatre:
    """Open a good and a poor run of Road work, long enough for their paces to part."""
    monkeypatch.setattr(ShortLibrary, "bars", 4)
    return watching(rig, replay_file(tmp_path, "one", 5, ROAD), replay_file(tmp_path, "two", 60, ROAD))


def test_a_run_of_road_work_is_watched_to_its_end(rig: Rig, tmp_path: Path) -> None:
    theatre = watching(rig, replay_file(tmp_path, "road", 15, ROAD))
    rig.wait(20 * SECOND_US, step_us=ms(100))
    (seat,) = theatre.seats
    assert result_of(seat.playback.session, seat.playback.replay.conditions) == seat.playback.replay.result


@pytest.mark.parametrize(("device", "key"), [(InputDevice.KEYBOARD, "TAB"), (InputDevice.PAD, "X")])
def test_two_runs_of_road_work_are_at_one_road_time_or_at_one_song_time(
    rig: Rig, race: Theatre, device: InputDevice, key: str
) -> None:
    rig.press("RIGHT", "RIGHT")
    one_us, other_us = race.times_us(song_us(rig, race))
    assert race.lock is Lock.ROAD
    assert one_us > other_us
    rig.press(key, device=device)
    one_us, other_us = race.times_us(song_us(rig, race))
    assert one_us == other_us


def test_by_road_time_it_goes_on_until_the_slower_one_is_at_its_end(rig: Rig, race: Theatre) -> None:
    rig.wait(25 * SECOND_US, step_us=ms(100))
    for seat in race.seats:
        assert result_of(seat.playback.session, seat.playback.replay.conditions) == seat.playback.replay.result


def test_two_of_one_speed_have_no_other_clock_and_the_key_seeks_the_next_section(
    rig: Rig, one: Path, tmp_path: Path
) -> None:
    theatre = watching(rig, one, replay_file(tmp_path, "two", 45))
    rig.press("TAB")
    assert theatre.lock is Lock.SONG
    assert song_us(rig, theatre) == pytest.approx(theatre.seats[0].playback.chart.sections[0].start_us, abs=ms(20))


def test_the_bar_is_dragged_without_a_sound_and_then_plays_on(rig: Rig, one: Path) -> None:
    theatre = watching(rig, one)
    assert theatre.transport is not None

    def point(action: PointerAction, x: int, y: int = BAR.y) -> None:
        rig.frame(PointerEvent(rig.clock.now_us(), action, (x, y)))

    point(PointerAction.PRESSED, BAR.x + 10)
    point(PointerAction.MOVED, BAR.x + BAR.width // 2, 10)
    middle_us = (theatre.transport.first_us + theatre.transport.last_us) // 2
    rig.wait(SECOND_US)
    assert song_us(rig, theatre) == middle_us
    assert rig.picture.log == theatre.seats[0].playback.events
    point(PointerAction.MOVED, BAR.x - 50)
    assert song_us(rig, theatre) == theatre.transport.first_us
    point(PointerAction.MOVED, BAR.x + BAR.width // 2)
    point(PointerAction.RELEASED, BAR.x + BAR.width // 2)
    rig.wait(SECOND_US)
    assert song_us(rig, theatre) == pytest.approx(middle_us + SECOND_US, abs=ms(40))


def test_every_control_can_be_clicked(rig: Rig, one: Path) -> None:
    theatre = watching(rig, one)
    assert theatre.transport is not None

    def click(x: int) -> None:
        rig.frame(PointerEvent(rig.clock.now_us(), PointerAction.PRESSED, (x, HINT_TOP + 4)))

    places = {does: x for x in range(640) if (does := hint_words_at(theatre, x)) is not None}
    assert list(places) == ["play, pause", "5 s back", "5 s on", "slower", "faster", "next section", "back"]
    click(places["play, pause"])
    assert not theatre.transport.playing
    at_us = song_us(rig, theatre)
    click(places["5 s on"])
    assert song_us(rig, theatre) == at_us + STEP_US
    click(places["slower"])
    assert theatre.transport.speed_words == "0.75x"
    click(places["back"])
    assert rig.name == "MainMenu"


def hint_words_at(theatre: Theatre, x: int) -> str | None:
    """Return what the hint at a column does."""
    hints = [help_ for _, help_ in theatre.hints()]
    place = hint_at(theatre.app.fonts, hints, (x, HINT_TOP + 4))
    return None if place is None else hints[place].does


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
