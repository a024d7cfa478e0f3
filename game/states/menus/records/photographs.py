"""Photographs of the player's best run: each section at its best hit, drawn from the stored replay, one a frame."""

from collections.abc import Sequence

import pygame

from game.errors import GameError, ReplayError
from game.replay.codec import MAX_FILE_BYTES, decode
from game.replay.model import Replay
from game.sim.chart import Chart, Difficulty, SectionChart
from game.sim.events import Event, Judged
from game.sim.simulate import simulate
from game.states.context import AppContext
from game.states.protocols import Picture
from game.storage.board import BoardRow
from game.timing.units import Micros, ms
from game.view.ui.cork_board import PICTURE

AFTER_HIT_US = ms(60)
"""Time after a hit at which a photograph is taken: the arm is out, or the foot is down."""


class Photographs:
    """Takes the photographs of the best run on any difficulty, in the order of its sections. None without a run."""

    def __init__(self, app: AppContext) -> None:
        self._app = app
        self.by_section: dict[str, pygame.Surface] = {}
        self._picture: Picture | None = None
        self._sections: list[SectionChart] = []
        self._events: Sequence[Event] = ()
        best = best_run(app)
        if best is not None:
            self._begin(*best)

    def _begin(self, replay: Replay, chart: Chart) -> None:
        loaded = self._app.loaded.result
        if loaded is None:
            return
        inputs = (row.event for row in replay.trace.inputs)
        _, self._events = simulate(chart, replay.header.options, self._app.factories.registry, inputs)
        self._picture = self._app.factories.picture(loaded.library, chart, self._app.settings)
        self._sections = list(reversed(chart.sections))

    def take_next(self) -> None:
        """Take one photograph, if there is any left to take; a section that cannot be drawn has none."""
        if not self._sections or self._picture is None:
            return
        section = self._sections.pop()
        moment_us = moment_of(section, self._events)
        canvas = pygame.Surface((640, 360), 0, 32)
        self._picture.reset()
        self._picture.on_events(event for event in self._events if event.time_us <= moment_us)
        try:
            self._picture.draw(canvas, moment_us, lambda: None)
        except GameError:
            return
        self.by_section[section.id] = pygame.transform.smoothscale(canvas, PICTURE.size)


def moment_of(section: SectionChart, events: Sequence[Event]) -> Micros:
    """Return just after the most accurate hit in the inner half of a section; without one, its middle."""
    quarter_us = (section.end_us - section.start_us) // 4
    hits = [
        (abs(event.offset_us), event.time_us)
        for event in events
        if isinstance(event, Judged)
        and event.offset_us is not None
        and section.start_us + quarter_us <= event.time_us < section.end_us - quarter_us
    ]
    return min(hits)[1] + AFTER_HIT_US if hits else section.start_us + 2 * quarter_us


def best_run(app: AppContext) -> tuple[Replay, Chart] | None:
    """Return the replay and the chart of the best ranked run of what is loaded, on any difficulty, or None."""
    loaded = app.loaded.result
    if loaded is None:
        return None
    found: list[tuple[BoardRow, Chart]] = []
    for difficulty in Difficulty:
        try:
            chart = loaded.library.chart(difficulty)
        except (GameError, KeyError):
            continue
        board = app.whole_run(difficulty).board(chart.hash(), loaded.library.map_name)
        found += [(row, chart) for row in app.scores.best(board, 1)]
    for row, chart in sorted(found, key=lambda pair: pair[0].score, reverse=True):
        replay = _read(app, row, chart)
        if replay is not None:
            return replay, chart
    return None


def _read(app: AppContext, row: BoardRow, chart: Chart) -> Replay | None:
    """Return the replay of a row; None where it cannot be read or is of another chart."""
    file = app.replays.path_of(row.replay)
    try:
        with file.open("rb") as opened:
            replay = decode(opened.read(MAX_FILE_BYTES + 1), str(file))
    except (ReplayError, OSError):
        return None
    return replay if replay.header.chart_hash == chart.hash() else None
