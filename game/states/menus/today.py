"""The section and the Road work of the day: which it is, and the best grade that it was practised with today."""

from dataclasses import replace
from datetime import UTC, datetime

from game.content.daily import Daily, daily_of
from game.errors import StorageError
from game.sim.chart import BESIDE, Difficulty
from game.states.context import AppContext
from game.states.menus.section_titles import part_title, section_title
from game.states.run.race.standings import best_road_time_us
from game.states.run.run_plan import Mode, RunPlan, options_from, road_options
from game.storage.history.collection import MONTAGE, PRACTICE
from game.timing.units import US_PER_SECOND, clock_text

DAY_S = 86_400
"""Seconds of a day."""


def today_of(app: AppContext) -> Daily | None:
    """Return the choice of today from what is loaded, None until it is."""
    loaded = app.loaded.result
    if loaded is None:
        return None
    sections = tuple(dict.fromkeys(part.id for part in loaded.chart.sections))
    day = datetime.fromtimestamp(app.utc_us() // US_PER_SECOND, UTC).date()
    return daily_of(day, sections, loaded.library.pack.difficulties or tuple(Difficulty))


def today_in_words(app: AppContext, today: Daily) -> str:
    """Return the title of today's section, or with the best grade since midnight (UTC) once it was played."""
    now_s = app.utc_us() // US_PER_SECOND
    try:
        grades = app.collection.best_grades(app.world, (MONTAGE, PRACTICE), since=now_s - now_s % DAY_S)
    except StorageError:
        grades = {}
    title = f"{section_title(today.section)}, {today.difficulty}"
    best = grades.get((today.section, str(today.difficulty)))
    return title if best is None else f"{title}: {best.grade}"


def today_road_plan(app: AppContext, today: Daily) -> RunPlan:
    """Return the Road work of today: three neighbouring sections from a pace of the day's own."""
    options = replace(road_options(options_from(app.settings.play)), start_pace=today.pace)
    return RunPlan(Mode.ROAD, today.difficulty, BESIDE.join(today.sections), options)


def today_road_in_words(app: AppContext, today: Daily) -> tuple[str, str]:
    """Return the sections of today's Road work with its pace, and its difficulty with the best time on its board; once
    the content is loaded."""
    plan, library = today_road_plan(app, today), app.loaded.wait().library
    board = plan.board(library.chart(plan.difficulty, plan.section).hash())
    best_us = best_road_time_us(app, board)
    best = "nobody has run it yet" if best_us is None else f"your best: {clock_text(best_us)}"
    return part_title(board.section), f"{str(today.difficulty).capitalize()}, {best}"


def today_plan(app: AppContext, today: Daily) -> RunPlan:
    """Return the practice of today's section on today's difficulty."""
    return RunPlan(Mode.PRACTICE, today.difficulty, today.section, options_from(app.settings.play))
