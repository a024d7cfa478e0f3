"""What a hit or a miss does is seen where it happens: in the hand, on the bag, off the stone."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import pairwise

import pytest

from game.minigames.bridge import view as bridge
from game.minigames.manifest import MINIGAMES
from game.minigames.market import view as market
from game.minigames.speed_bag import view as speed_bag
from game.minigames.steps import view as steps
from game.sim.actions import InputEvent
from game.sim.chart import Chart, Cue
from game.sim.events import Event, Judged, Part
from game.sim.options import RunOptions
from game.sim.session import Session
from game.timing.units import Micros, ms
from game.view.exercise.runner import RunnerView
from game.view.figure.actor import Pose
from game.view.film.draw_context import DrawContext
from tests.shipped import new_stage
from tests.view.conftest import Screening, pixels


def first(chart: Chart, exercise: str, kind: str, which: Callable[[Cue], bool] = lambda cue: True) -> Cue:
    section = next(section for section in chart.sections if section.minigame == exercise)
    return next(cue for cue in section.cues if cue.name == kind and which(cue))


def looks_another_way(chart: Chart, moment_us: Micros, change: Callable[[], None]) -> bool:
    """Whether a moment of a perfect run is drawn otherwise after a change."""
    before = pixels(Screening(chart).look(moment_us))
    change()
    return pixels(Screening(chart).look(moment_us)) != before


def test_an_orange_that_is_caught_cleanly_is_seen_in_the_hand(chart: Chart, monkeypatch: pytest.MonkeyPatch) -> None:
    moment_us = first(chart, "market", "catch").time_us + ms(60)
    assert looks_another_way(chart, moment_us, lambda: monkeypatch.setattr(market, "HELD_BEATS", 0.0))


def test_a_leap_leaves_the_stone(chart: Chart, monkeypatch: pytest.MonkeyPatch) -> None:
    moment_us = first(chart, "steps", "leap").time_us + ms(120)
    assert looks_another_way(chart, moment_us, lambda: monkeypatch.setattr(steps, "LEAP_PX", 0.0))


def test_who_misses_a_lift_is_seen_to_stumble_before_the_next(chart: Chart, monkeypatch: pytest.MonkeyPatch) -> None:
    cue = first(chart, "yard", "lift", lambda cue: float(cue.beat) == 4.0)
    stage = new_stage(chart)
    session = Session(chart, RunOptions(), MINIGAMES)
    for other in chart.cues[:4]:
        if other.id != cue.id:
            session.queue(InputEvent(other.time_us, other.verbs[0], down=True))
            session.queue(InputEvent(other.time_us + ms(60), other.verbs[0], down=False))
    seen: list[str] = []
    pose = RunnerView.pose

    def noted(view: RunnerView, context: DrawContext) -> object:
        shown = pose(view, context)
        seen.append(shown.action)
        return shown

    monkeypatch.setattr(RunnerView, "pose", noted)
    screening = Screening(chart)
    screening.stage, screening.session = stage, session
    screening.look(cue.time_us + ms(420))
    assert set(seen) == {"stumble"}


def test_who_has_hopped_a_rail_lands_once_and_runs_on(chart: Chart, monkeypatch: pytest.MonkeyPatch) -> None:
    cue = first(chart, "yard", "rail")
    up: list[bool] = []
    pose = RunnerView.pose

    def noted(view: RunnerView, context: DrawContext) -> Pose:
        shown = pose(view, context)
        clip = view.setting.actors.clip(view.sheet, shown.action, shown.form)
        sheet = view.setting.actors.sheets.get(view.sheet)
        assert clip is not None and sheet is not None
        frame = sheet.frames[clip.frame_at(shown.beats)]
        up.append(frame.picture.get_height() < frame.origin[1] - 6)
        return shown

    screening = Screening(chart)
    screening.look(cue.time_us + ms(280))
    monkeypatch.setattr(RunnerView, "pose", noted)
    for since in range(300, 680, 20):
        screening.look(cue.time_us + ms(since))
    assert up[0] and not up[-1]
    assert not any(now and not before for before, now in pairwise(up))


@pytest.mark.parametrize("form", ["stiff", "loose", "proud"])
def test_the_fist_reaches_the_speed_bag(chart: Chart, form: str) -> None:
    stage = new_stage(chart)
    cue = first(chart, "speed_bag", "strike")
    view = next(
        staged.view for staged in stage.shot_at(cue.time_us).sections if isinstance(staged.view, speed_bag.SpeedBagView)
    )
    bag = stage.art.sheets.get("bag_speed")
    assert bag is not None
    swing = bag.clips["swing"]
    hanging = bag.frames[swing.frame_of(0.0)]
    fist = view.contact_point(cue, form)
    top = view.setting.place.marks["speed_bag.swivel"].row + speed_bag.CORD_PX - hanging.origin[1]
    assert hanging.picture.get_width() / 2 >= speed_bag.FIST_TO_SWIVEL_PX
    assert top + hanging.picture.get_height() / 3 < fist[1] < top + hanging.picture.get_height()


def test_a_stumble_is_seen_on_the_run_up_to_the_stairs_too(chart: Chart, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []
    pose = steps.StepsView.pose

    def noted(view: steps.StepsView, context: DrawContext) -> Pose:
        shown = pose(view, context)
        seen.append(shown.action)
        return shown

    monkeypatch.setattr(steps.StepsView, "pose", noted)
    unplayed = Screening(chart)
    unplayed.session = Session(chart, RunOptions(), MINIGAMES)
    unplayed.look(first(chart, "steps", "step").time_us + ms(300))
    assert set(seen) == {"stumble"}


def test_pigeons_go_up_only_where_the_join_is_clean(chart: Chart, monkeypatch: pytest.MonkeyPatch) -> None:
    flown: list[float] = []
    monkeypatch.setattr(bridge, "draw_flock", lambda context, flock, into: flown.append(into))
    moment_us = first(chart, "bridge", "join").time_us + ms(100)
    Screening(chart).look(moment_us)
    assert len(flown) == 2
    assert min(flown) > 0
    flown.clear()
    unplayed = Screening(chart)
    unplayed.session = Session(chart, RunOptions(), MINIGAMES)
    unplayed.look(moment_us)
    assert max(flown) < 0


@pytest.mark.parametrize(("exercise", "kind"), [("meat", "hook"), ("push_ups", "lower"), ("sit_ups", "sit_up")])
def test_a_release_that_is_dead_on_is_rewarded(chart: Chart, exercise: str, kind: str) -> None:
    cue = first(chart, exercise, kind)
    rewarded, plain = Screening(chart), Screening(chart)
    heard = plain.stage.on_events

    def without_star(events: Iterable[Event]) -> None:
        heard(
            replace(event, dead_on=False) if isinstance(event, Judged) and event.part is Part.RELEASE else event
            for event in events
        )

    plain.stage.on_events = without_star  # type: ignore[method-assign]
    moment_us = cue.end_us + ms(60)
    assert pixels(rewarded.look(moment_us)) != pixels(plain.look(moment_us))
