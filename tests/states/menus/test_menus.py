"""Menus: everything by pad alone, every change holds at once and is kept."""

import threading
import time

import pygame

from game.minigames.manifest import MINIGAMES
from game.platform.input.input_events import InputDevice, PadChanged, WindowEvent
from game.states.menus.setup.detour import Detour
from game.states.menus.setup.remap import NO_PAD, RESET_DONE, Remap
from game.states.run.run_plan import SectionChoice
from game.states.run.waiting import Waiting
from game.states.screenshots import screenshot_job
from game.states.transitions import Transition
from game.storage.settings import KeyBindings
from game.storage.settings_file import SettingsFile
from game.timing.units import ms
from tests.states.rig import Rig


def kept(rig: Rig) -> SettingsFile:
    return SettingsFile(rig.app.paths.settings)


def test_the_first_row_chooses_the_difficulty(rig: Rig) -> None:
    rig.go(Transition("menu")).press("RIGHT")
    assert rig.app.settings.play.difficulty == "hard"
    rig.press("RIGHT", "LEFT", "LEFT", "LEFT")
    assert rig.app.settings.play.difficulty == "easy"
    assert kept(rig).load().settings.play.difficulty == "easy"


def test_another_difficulty_is_loaded_before_it_runs(rig: Rig) -> None:
    rig.go(Transition("menu")).press("RIGHT", "RETURN")
    assert isinstance(rig.state, Waiting) or rig.name == "Running"
    for _ in range(200):
        rig.frame()
        pygame.time.wait(1)
        if rig.name == "Running":
            return
    raise AssertionError("it never ran")


def test_the_menu_is_played_by_pad_alone(rig: Rig) -> None:
    rig.go(Transition("menu")).choose("Scores", "DPAD_DOWN", InputDevice.PAD).press("A", device=InputDevice.PAD)
    assert rig.name == "Boards"
    rig.press("B", device=InputDevice.PAD)
    assert rig.name == "MainMenu"


def test_a_volume_is_changed_at_once_and_kept(rig: Rig) -> None:
    rig.go(Transition("settings", Detour())).press("DOWN", "LEFT", "LEFT")
    assert rig.app.settings.sound.master == 80
    assert kept(rig).load().settings.sound.master == 80


def test_every_setting_can_be_moved_both_ways(rig: Rig) -> None:
    rig.go(Transition("settings", Detour()))
    for _ in range(30):
        rig.press("RIGHT", "LEFT", "DOWN")
    assert rig.name == "SettingsMenu"
    assert kept(rig).load().notices == ()


def test_the_picture_follows_its_settings_at_once(rig: Rig) -> None:
    rig.app.change("picture", reduced_motion=True, frame_rate=120)
    assert rig.picture.options.reduced_motion
    assert rig.screen.frame_rate == 120


def test_full_screen_follows_key_and_setting(rig: Rig) -> None:
    rig.frame(WindowEvent.FULL_SCREEN_KEY)
    assert rig.screen.full_screen
    assert rig.app.settings.picture.full_screen
    rig.frame(WindowEvent.FULL_SCREEN_KEY)
    assert not rig.screen.full_screen


def test_a_screenshot_says_where_it_is(rig: Rig) -> None:
    rig.frame(WindowEvent.SCREENSHOT_KEY).frame()
    (file,) = rig.app.paths.screenshots.iterdir()
    assert str(file) in next(iter(rig.app.notices))
    assert pygame.image.load(file).get_size() == (1920, 1080)


def test_a_screenshot_that_cannot_be_saved_says_why(rig: Rig) -> None:
    rig.app.paths.screenshots.write_text("in the way")
    rig.frame(WindowEvent.SCREENSHOT_KEY).frame()
    assert "could not be saved" in next(iter(rig.app.notices))


def test_a_screenshot_costs_the_frame_no_more_than_a_copy(rig: Rig) -> None:
    spent_s = []
    for _ in range(5):
        begun_s = time.perf_counter()
        job = screenshot_job(rig.canvas, rig.app.paths.screenshots)
        spent_s.append(time.perf_counter() - begun_s)
        job()
    assert min(spent_s) < 0.002


def test_saving_a_screenshot_lets_other_threads_run(rig: Rig) -> None:
    job = screenshot_job(rig.canvas, rig.app.paths.screenshots)
    thread = threading.Thread(target=job)
    thread.start()
    turns = 0
    while thread.is_alive():
        time.sleep(0.0002)
        turns += 1
    assert turns > 20, "encoding holds the interpreter's lock"


def test_a_notice_goes_away_after_a_while(rig: Rig) -> None:
    rig.app.notify("Something happened.")
    rig.wait(5_000_000, ms(10))
    assert list(rig.app.notices) == ["Something happened."]
    rig.wait(2_000_000, ms(10))
    assert len(rig.app.notices) == 0


def test_a_key_is_bound_anew_and_holds_at_once(rig: Rig) -> None:
    rig.go(Transition("remap", Detour())).press("RETURN").press("D")
    assert rig.app.settings.keys.left == ("D", "LEFT")
    rig.press("RIGHT", "RETURN").press("G")
    assert rig.app.settings.keys.left == ("D", "G")
    assert kept(rig).load().settings.keys.left == ("D", "G")


def test_binding_gives_up_after_a_while(rig: Rig) -> None:
    rig.go(Transition("remap", Detour())).press("RETURN").wait(5_100_000, ms(100)).press("ESCAPE")
    assert rig.name == "SettingsMenu"


def test_defaults_can_be_restored(rig: Rig) -> None:
    rig.go(Transition("remap", Detour())).press("RETURN").press("D").press("UP", "RETURN", "DOWN", "RETURN")
    assert rig.app.settings.keys.left == ("F", "LEFT")


def test_practice_offers_every_section(rig: Rig) -> None:
    rig.go(Transition("practice", SectionChoice()))
    assert len(rig.state.rows()) == len(MINIGAMES)  # type: ignore[attr-defined]


def test_empty_boards_say_so_and_lead_back(rig: Rig) -> None:
    rig.go(Transition("scores")).press("RIGHT", "LEFT", "ESCAPE")
    assert rig.name == "MainMenu"


def test_escape_cancels_a_row_that_waits_for_a_key(rig: Rig) -> None:
    rig.go(Transition("remap", Detour())).press("RETURN", "ESCAPE")
    assert rig.name == "Remap"
    assert rig.app.settings.keys == KeyBindings()
    rig.press("ESCAPE")
    assert rig.name == "SettingsMenu"


def test_a_button_cannot_be_bound_without_a_controller_and_the_row_says_so(rig: Rig) -> None:
    rig.go(Transition("remap", Detour())).press(*["UP"] * 3)
    assert status(rig) == NO_PAD
    rig.press("RETURN").press("ESCAPE")
    assert rig.name == "SettingsMenu", "it did not wait for a button"


def test_a_controller_that_is_plugged_in_can_be_bound_until_it_is_pulled_out(rig: Rig) -> None:
    rig.go(Transition("remap", Detour())).press(*["UP"] * 3).frame(PadChanged("A pad", present=True))
    assert status(rig) == "Press Enter, then the new button."
    rig.frame(PadChanged("A pad", present=False))
    assert status(rig) == NO_PAD


def test_the_reset_asks_and_no_is_the_first_answer(rig: Rig) -> None:
    rig.app.change("keys", left=("D",))
    rig.go(Transition("remap", Detour())).press("UP", "RETURN", "RETURN")
    assert rig.app.settings.keys.left == ("D",)
    rig.press("RETURN", "ESCAPE")
    assert rig.app.settings.keys.left == ("D",)
    assert rig.name == "Remap"


def test_the_reset_answers(rig: Rig) -> None:
    rig.app.change("keys", left=("D",))
    rig.go(Transition("remap", Detour())).press("UP", "RETURN", "DOWN", "RETURN")
    assert rig.app.settings.keys == KeyBindings()
    assert status(rig) == RESET_DONE


def status(rig: Rig) -> str:
    assert isinstance(rig.state, Remap)
    return rig.state.status
