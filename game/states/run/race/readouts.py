"""The figures of the overlay: read from a run's session, its standings and its ghost."""

from game.sim.judge import MAX_POINTS
from game.states.run.race.splits import compared_us, segments_so_far
from game.states.run.run import Run
from game.storage.settings import MEDAL
from game.timing.units import US_PER_SECOND, Micros
from game.view.ui.hud import Readout, RoadReadout, SplitReadout

RECENT = 12
"""How many hits the overlay remembers."""
SPLIT_SHOWN_US: Micros = 2 * US_PER_SECOND
"""How long a split is shown after its section, real time."""


def readout_of(run: Run) -> Readout:
    """Return the figures of the overlay."""
    score = run.session.score
    lost = sum(sum(tally.counts.values()) * MAX_POINTS - tally.net_points for tally in score.sections)
    return Readout(
        streak=score.streak,
        points_lost=lost,
        score=score.total,
        recent_ms=tuple(run.errors_ms[-RECENT:]),
        pace=lead_over_best(run),
        ghost_points=_lead_over_ghost(run),
        road=_road(run),
    )


def _road(run: Run) -> RoadReadout | None:
    """Return the in-game time of Road work, its lead over the ghost, and the split of a section that has just ended."""
    if run.session.pace is None:
        return None
    course, now_us = run.session.course, run.session.now_us
    lead_us = None if run.ghost is None else run.ghost.lead_us(course, min(now_us, run.chart.end_us))
    return RoadReadout(course.real_at(now_us), _split(run), lead_us)


def _split(run: Run) -> SplitReadout | None:
    session, road, ended = run.session, run.standings.road, len(run.session.section_digests)
    if not ended:
        return None
    last = segments_so_far(run.chart, session.course, road, ended)[-1]
    against = run.app.settings.picture.splits
    compared = run.medal_us if against == MEDAL else compared_us(against, run.chart, road, run.ghost)
    shown_us = session.course.real_at(session.now_us) - session.course.real_at(run.chart.start_us) - last.end_us
    if shown_us >= SPLIT_SHOWN_US or (len(compared) < ended and not last.is_gold):
        return None
    behind_us = last.end_us - compared[ended - 1] if len(compared) >= ended else None
    return SplitReadout(behind_us, against, last.is_gold)


def _lead_over_ghost(run: Run) -> int | None:
    """Return the lead over a ghost of the montage, in points of the cues that were judged."""
    if run.ghost is None or run.session.pace is not None:
        return None
    strays = sum(tally.strays for tally in run.session.score.sections)
    return run.ghost.lead_points(run.judged, strays, run.session.now_us)


def lead_over_best(run: Run) -> int | None:
    """Return the lead over the best run of the board over the sections that have ended."""
    ended, standings = len(run.session.section_digests), run.standings
    best = [split.section_score for split in standings.best[0].splits] if standings.best else []
    if not ended or len(best) < ended:
        return None
    return sum(map(run.session.score.section_score, range(ended))) - sum(best[:ended])
