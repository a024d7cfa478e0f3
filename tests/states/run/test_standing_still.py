"""A machine that stood still pauses the run at the last moment that was played."""

import pytest

from game.platform.input.input_events import ButtonEvent, InputDevice, StoodStill
from game.sim.options import RunOptions
from game.states.run.run_plan import Mode, RunPlan
from game.states.transitions import Transition
from game.timing.units import Micros, ms
from tests.charts import BEAT_US
from tests.states.rig import Rig
from tests.states.run.test_running import running

GAP_US = ms(12_000)
PRACTICE = RunPlan(Mode.PRACTICE, section="yard", options=RunOptions(rate_permille=1500))


def stand_still(rig: Rig, *keys: str) -> Rig:
    """Let nothing run for a while, in which keys are pressed."""
    from_us = rig.clock.now_us()
    to_us = from_us + GAP_US
    pressed = [
        ButtonEvent((from_us + to_us) // 2, InputDevice.KEYBOARD, key, down=down, only_held=True)
        for key in keys
        for down in (True, False)
    ]
    return rig.frame(StoodStill(from_us, to_us), *pressed, after_us=GAP_US)


@pytest.mark.parametrize("plan", [RunPlan(), PRACTICE])
@pytest.mark.parametrize("played_us", [ms(100), ms(900), ms(2500)])
def test_the_run_pauses_where_it_was_and_goes_on_from_there(rig: Rig, plan: RunPlan, played_us: Micros) -> None:
    run = running(rig, plan)
    rig.wait(played_us)
    played_to_us = run.session.now_us
    stand_still(rig, "F", "J", "RETURN", "ESCAPE")
    assert rig.name == "Paused"
    assert run.session.now_us == played_to_us
    rig.wait(ms(1000)).press("RETURN").wait(2 * BEAT_US // 3)
    assert rig.name == "Running"
    assert run.session.now_us == played_to_us
    rig.wait(2 * BEAT_US)
    assert run.session.now_us > played_to_us
    assert sum(tally.strays for tally in run.session.score.sections) == 0


def test_standing_still_in_the_count_in_is_a_pause_and_loses_nothing(rig: Rig) -> None:
    run = running(rig)
    rig.wait(ms(1500)).press("ESCAPE", "RETURN").wait(ms(300))
    frozen_us = run.session.now_us
    stand_still(rig)
    assert rig.name == "Paused"
    assert run.session.now_us == frozen_us
    rig.wait(ms(500)).press("RETURN").wait(2 * BEAT_US + ms(50))
    assert frozen_us < run.session.now_us <= frozen_us + ms(100)


def test_the_gap_stands_in_the_replay_as_one_pause(rig: Rig) -> None:
    run = running(rig)
    rig.wait(ms(1500)).press("ESCAPE").wait(ms(200)).press("RETURN").wait(ms(300))
    stand_still(rig).press("RETURN").wait(ms(8000))
    (pause,) = run.replay().trace.pauses
    assert pause.lasted_us >= GAP_US + ms(500)


def test_a_pause_menu_that_stood_still_stays(rig: Rig) -> None:
    running(rig)
    rig.wait(ms(1500)).press("ESCAPE")
    stand_still(rig, "RETURN").wait(ms(2000))
    assert rig.name == "Paused"


def test_a_demo_that_stood_still_ends(rig: Rig) -> None:
    rig.go(Transition("attract")).wait(ms(500))
    stand_still(rig)
    assert rig.name == "Title"


def test_a_screen_that_took_long_to_open_is_not_interrupted(rig: Rig) -> None:
    from_us = rig.clock.now_us()
    rig.clock.advance(GAP_US)
    rig.go(Transition("attract"))
    rig.frame(StoodStill(from_us, rig.clock.now_us()))
    assert rig.name == "Attract"
