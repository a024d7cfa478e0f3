"""Practice of any section is two presses away: from the title, from a pause, from the results."""

from dataclasses import replace

import pytest

from game.minigames.manifest import MINIGAMES
from game.platform.input.input_events import ButtonEvent, InputDevice
from game.sim.spec import CueKind
from game.states.menus.instructions import keys_of
from game.states.menus.practice import KEYS, Practice, slow_round_before
from game.states.run.outcome import finish
from game.states.run.paused import exercise_of
from game.states.run.run_plan import Mode, RunPlan, SectionChoice
from game.states.run.running import Running
from game.states.transitions import Transition
from game.storage.history.attempt import Attempt, Ended, Hit
from tests.states.rig import Rig

SECTIONS_BY_KEY = [(key, name) for key, name in zip(KEYS, MINIGAMES, strict=True) if key]


def running(rig: Rig) -> Rig:
    """Begin a run and stand in its lead-in."""
    return rig.go(Transition("loading", RunPlan())).frame()


def at_the_results(rig: Rig) -> Rig:
    """Let a run end unplayed."""
    running(rig)
    assert isinstance(rig.state, Running)
    rig.state.run.session.advance_to(1 << 60)
    return rig.go(Transition("results", finish(rig.state.run)))


def chosen(rig: Rig) -> str:
    """Return the section that a confirm would practise."""
    assert isinstance(rig.state, Practice)
    return tuple(MINIGAMES)[rig.state.chosen]


def is_practising(rig: Rig) -> bool:
    return isinstance(rig.state, Running) and rig.state.run.plan.mode is Mode.PRACTICE


@pytest.mark.parametrize(("device", "keys"), [(InputDevice.KEYBOARD, ("TAB", "RETURN")), (InputDevice.PAD, ("X", "A"))])
def test_two_presses_lead_from_the_title_into_practice(rig: Rig, device: InputDevice, keys: tuple[str, str]) -> None:
    rig.press(*keys, device=device).frame()
    assert is_practising(rig)


@pytest.mark.parametrize("lead_in", [0, 3_000_000])
def test_two_presses_lead_from_a_pause_into_practice(rig: Rig, lead_in: int) -> None:
    running(rig).wait(lead_in).press("ESCAPE")
    assert rig.name == "Paused"
    rig.press("TAB", "RETURN").frame()
    assert is_practising(rig)


@pytest.mark.parametrize("lead_in", [0, 3_000_000])
def test_the_second_row_of_a_pause_offers_the_section_that_is_played(rig: Rig, lead_in: int) -> None:
    running(rig).wait(lead_in).press("ESCAPE", "DOWN", "RETURN")
    assert chosen(rig) == "yard"


def test_a_pause_knows_which_exercise_is_played(rig: Rig) -> None:
    running(rig)
    assert isinstance(rig.state, Running)
    run = rig.state.run
    first = run.chart.sections[0]
    later = replace(first, index=1, id="river", minigame="river", start_us=first.end_us, cues=())
    run.chart = replace(run.chart, sections=(first, later))
    assert exercise_of(run) == "yard"
    run.session.advance_to(first.end_us)
    rig.go(Transition("pause", run)).press("DOWN", "RETURN")
    assert chosen(rig) == "river"


def test_the_weakest_section_is_the_one_that_earned_least_of_its_points(rig: Rig) -> None:
    running(rig)
    assert isinstance(rig.state, Running)
    outcome = finish(rig.state.run)
    (yard,) = outcome.sections
    percents = {"yard": 80.0, "meat": 55.0, "steps": 70.0}
    sections = tuple(replace(yard, id=name, percent=percent) for name, percent in percents.items())
    rig.go(Transition("results", replace(outcome, sections=sections))).choose("Practice").press("RETURN")
    assert chosen(rig) == "meat"


def test_a_pause_in_practice_leads_to_another_section(rig: Rig) -> None:
    rig.press("TAB", "RETURN").frame().wait(500_000)
    rig.press("ESCAPE", "DOWN", "RETURN")
    assert chosen(rig) == "yard"


def test_two_presses_lead_from_the_results_into_practice(rig: Rig) -> None:
    at_the_results(rig).press("TAB", "RETURN").frame()
    assert is_practising(rig)


def test_a_row_of_the_results_offers_the_weakest_section(rig: Rig) -> None:
    at_the_results(rig).choose("Practice").press("RETURN")
    assert chosen(rig) == "yard"


def test_the_menu_leads_to_practice_too_and_back(rig: Rig) -> None:
    rig.go(Transition("menu")).press("TAB")
    assert rig.name == "Practice"
    rig.press("ESCAPE")
    assert rig.name == "MainMenu"


@pytest.mark.parametrize("section", list(MINIGAMES))
def test_a_section_that_is_named_is_chosen(rig: Rig, section: str) -> None:
    assert chosen(rig.go(Transition("practice", SectionChoice(section)))) == section


def test_the_key_of_practice_goes_round_the_sections(rig: Rig) -> None:
    rig.go(Transition("practice", SectionChoice(tuple(MINIGAMES)[-2]))).press("TAB", "TAB")
    assert chosen(rig) == "yard"


def test_starting_again_from_a_pause_is_the_third_row(rig: Rig) -> None:
    running(rig).wait(500_000).press("ESCAPE", "DOWN", "DOWN", "RETURN")
    assert rig.name == "Running"
    assert rig.state.transition is None


@pytest.mark.parametrize(("key", "section"), SECTIONS_BY_KEY)
def test_every_section_is_two_presses_from_the_title(rig: Rig, key: str, section: str) -> None:
    asked = asked_for(rig.press("TAB"), key)
    assert asked == section


@pytest.mark.parametrize(("key", "section"), SECTIONS_BY_KEY)
def test_every_section_is_two_presses_from_a_pause(rig: Rig, key: str, section: str) -> None:
    running(rig).wait(500_000).press("ESCAPE")
    assert asked_for(rig.press("TAB"), key) == section


@pytest.mark.parametrize(("key", "section"), SECTIONS_BY_KEY)
def test_every_section_is_two_presses_from_the_results(rig: Rig, key: str, section: str) -> None:
    assert asked_for(at_the_results(rig).press("TAB"), key) == section


def asked_for(rig: Rig, key: str) -> str | None:
    """Press a key in the choice of practice; return the section that is asked for, before it is loaded."""
    assert isinstance(rig.state, Practice)
    rig.state.on_button(ButtonEvent(rig.clock.now_us(), InputDevice.KEYBOARD, key, down=True))
    transition = rig.state.transition
    assert transition is not None and isinstance(transition.payload, RunPlan)
    assert transition.payload.mode is Mode.PRACTICE
    return transition.payload.section


def test_a_key_that_walks_the_menus_does_so_here_too(rig: Rig) -> None:
    rig.app.change("keys", menu_down=("DOWN", "5"))
    rig.go(Transition("practice", SectionChoice())).press("5")
    assert chosen(rig) == "market"


def test_the_keys_of_the_sections_walk_no_menu_as_delivered(rig: Rig) -> None:
    button_events = [ButtonEvent(0, InputDevice.KEYBOARD, key, down=True) for key, _ in SECTIONS_BY_KEY]
    assert all(rig.app.bindings.menu_action(button_event) is None for button_event in button_events)


def kind(section: str, name: str) -> CueKind:
    return next(kind for kind in MINIGAMES[section].spec.cues if kind.name == name)


def test_the_choice_says_by_which_keys_a_section_is_played(rig: Rig) -> None:
    assert keys_of(rig.app, kind("yard", "lift")) == (("F", "J"), "or", "")
    assert keys_of(rig.app, kind("yard", "press")) == (("F", "J"), "+", "")
    rig.app.device = InputDevice.PAD
    assert keys_of(rig.app, kind("yard", "rail")) == (("Y",), "or", "")


def test_what_is_to_be_held_is_told(rig: Rig) -> None:
    assert keys_of(rig.app, kind("sit_ups", "sit_up")) == (("Space",), "or", "held")
    assert keys_of(rig.app, kind("sit_ups", "twist"))[2] == ""


def began_with(rig: Rig) -> RunPlan:
    """Confirm in the choice of practice; return the plan that is asked for."""
    rig.machine.state.on_button(ButtonEvent(rig.clock.now_us(), InputDevice.KEYBOARD, "RETURN", down=True))
    transition = rig.state.transition
    assert transition is not None and isinstance(transition.payload, RunPlan)
    return transition.payload


def test_a_section_with_a_kind_never_hit_begins_with_a_slow_round(rig: Rig) -> None:
    plan = began_with(rig.go(Transition("practice", SectionChoice("yard"))))
    assert plan.options.rate_permille == 500
    assert plan.then is not None and plan.then.options.rate_permille == 1000
    assert plan.then.then is None


def test_the_slow_round_can_be_declined_and_taken_again(rig: Rig) -> None:
    rig.go(Transition("practice", SectionChoice("yard"))).press("RIGHT")
    assert began_with(rig).then is None
    rig.go(Transition("practice", SectionChoice("yard"))).press("RIGHT", *["LEFT"] * 5)
    assert began_with(rig).then is not None


def test_a_section_whose_kinds_were_all_hit_offers_none(rig: Rig) -> None:
    kinds = MINIGAMES["river"].spec.cues
    hits = tuple(Hit("river", place, kind.name, "press", 0, 5_000, 1000) for place, kind in enumerate(kinds))
    board = RunPlan(Mode.PRACTICE, section="river").board("ab" * 32)
    rig.app.history.add(Attempt(board, 1_000, Ended.QUIT, 0, 0, 0, 0, world="tests", hits=hits))
    assert began_with(rig.go(Transition("practice", SectionChoice("river")))).then is None
    rig.app.history.add(Attempt(board, 1_000, Ended.QUIT, 0, 0, 0, 0))
    assert began_with(rig.go(Transition("practice", SectionChoice("meat")))).then is not None


def practising(rig: Rig, *keys: str) -> Running:
    """Practise the yard without a slow round, press keys, and come to the second round."""
    rig.go(Transition("loading", RunPlan(Mode.PRACTICE, section="yard"))).frame().press(*keys)
    assert isinstance(rig.state, Running)
    rig.state.run.session.advance_to(1 << 60)
    rig.frame()
    assert isinstance(rig.state, Running)
    return rig.state


def test_something_is_said_of_each_round_in_the_next(rig: Rig) -> None:
    assert practising(rig).run.verdict == "Try again: 0 of 0 clean"
    rig.frame()
    lit = rig.canvas.get_at((320, 330))
    assert tuple(lit)[:3] != (40, 30, 20), "nothing is drawn"


def test_nothing_is_said_after_the_slow_round(rig: Rig) -> None:
    plan = slow_round_before(RunPlan(Mode.PRACTICE, section="yard"))
    rig.go(Transition("loading", plan)).frame()
    assert isinstance(rig.state, Running)
    rig.state.run.session.advance_to(1 << 60)
    rig.frame().frame()
    assert isinstance(rig.state, Running)
    assert (rig.state.run.plan, rig.state.run.verdict) == (plan.then, "")
