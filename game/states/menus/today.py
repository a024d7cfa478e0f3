"""The section of the day: which it is, and the best grade that it was practised with today."""

from datetime import UTC, datetime

from game.content.daily import Daily, daily_of
from game.errors import StorageError
from game.sim.chart import Difficulty
from game.states.context import AppContext
from game.states.menus.section_titles import section_title
from game.states.run.run_plan import Mode, RunPlan, options_from
from game.storage.history.collection import MONTAGE, PRACTICE
from game.timing.units import US_PER_SECOND

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
        grades = app.collection.best_grades((MONTAGE, PRACTICE), since=now_s - now_s % DAY_S)
    except StorageError:
        grades = {}
    title = f"{section_title(today.section)}, {today.difficulty}"
    best = grades.get((today.section, str(today.difficulty)))
    return title if best is None else f"{title}: {best.grade}"


def today_plan(app: AppContext, today: Daily) -> RunPlan:
    """Return the practice of today's section on today's difficulty."""
    return RunPlan(Mode.PRACTICE, today.difficulty, today.section, options_from(app.settings.play))
