"""The results screen: score, rank, each section's grade, a histogram of hit errors, and the lead over the best run."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

import pygame

from game.content.world import World
from game.minigames.manifest import MINIGAMES
from game.platform.input.bindings import PlayAction
from game.platform.input.input_events import ButtonEvent
from game.states.context import AppContext
from game.states.menus.menu_backdrop import paint_ending
from game.states.menus.menu_state import MenuState, practice_hint
from game.states.menus.records.advice import advice, line_outside, weakest
from game.states.menus.section_titles import section_title
from game.states.menus.setup.calibration import offer_after_run
from game.states.protocols import Library, Poll
from game.states.run.race.medals import AUTHOR
from game.states.run.race.splits import RoadSegment
from game.states.run.run_plan import Mode, Outcome, RoadTime, SectionChoice, SectionOutcome
from game.states.theatre.watch import Watch
from game.states.transitions import Transition
from game.timing.units import US_PER_MS, US_PER_SECOND, Micros, clock_text
from game.view.ui.menu import Column, KeyHelp, Row, draw_hints, draw_plate, draw_rows
from game.view.ui.scoresheet import ScoreSheet, SheetRow, draw_sheet

ROWS_PLATE = pygame.Rect(10, 234, 232, 105)
"""Position and size of the plate behind the rows, px."""
OFFER = "Move timing"
"""How the row begins that offers to move the offset, where there is one."""
WATCH = "Watch it"
"""The row that leads to the theatre, where the run was kept."""
MONTAGE = "Your montage"
"""The row that cuts the reel of a run that was kept."""
BUSY = "Another montage is still being cut: it says where it lies when it is done."
"""What is said to whoever asks for two at once."""
RACE = "Race it now"
"""The row that runs again against this run, where it is the best so far."""
ROAD = "Road work"
"""The row that leads to Road work, after the first montage."""


class Results(MenuState):
    """The results of a run, and a menu."""

    column = Column(left=16, top=236, width=220, seen=6)

    def __init__(self, app: AppContext, outcome: Outcome) -> None:
        super().__init__(app)
        self._outcome = outcome
        self._offer_ms = None if outcome.plan.autoplay_ms is not None else offer_after_run(outcome.errors_ms)
        self._sheet = sheet_of(outcome)
        found = weakest(outcome)
        self._weakest = None if found is None else found.id
        self._ground: pygame.Surface | None = None
        whole_montage = outcome.plan.mode is Mode.MONTAGE and outcome.plan.section is None and outcome.plan.counts
        self._tells_road = whole_montage and not app.settings.play.road_told

    def enter(self, wall_us: Micros) -> None:
        """Road work is mentioned once: note it."""
        super().enter(wall_us)
        if self._tells_road:
            self.app.change("play", road_told=True)

    def rows(self) -> Sequence[Row]:
        """Return the rows."""
        return [row for row, _ in self._choices()]

    def confirm(self) -> None:
        """Do what the chosen row names."""
        self._choices()[self.chosen][1]()

    def _choices(self) -> list[tuple[Row, Callable[[], None]]]:
        """Return the rows with what they do; an offer to move the offset names exactly what will be applied."""
        title = "" if self._weakest is None else MINIGAMES[self._weakest].spec.title
        choices = [(Row("Run again"), self._leads_to(Transition("loading", self._outcome.plan)))]
        replay = self._replay()
        if replay is not None:
            watch = Watch((replay,), Transition("results", self._outcome))
            choices.append((Row(WATCH), self._leads_to(Transition("theatre", watch))))
            if self._outcome.is_best:
                race = replace(self._outcome.plan, ghost=str(replay))
                choices.append((Row(RACE), self._leads_to(Transition("loading", race))))
        if replay is not None and replay.parent == self.app.replays.folder:  # it stays there while it is cut
            state = self.app.reels.state_of(replay.name)
            choices.append((Row(MONTAGE, state), partial(self._cut, replay)))
        if self._tells_road:
            told = Row(ROAD, "at your pace")
            choices.append((told, self._leads_to(Transition("loading", self.app.road_plan()))))
        choices += [
            (Row("Practice", title), self.practise),
            (Row("Scores"), self._leads_to(Transition("scores"))),
            (Row("Quit to menu"), self._leads_to(Transition("menu"))),
        ]
        if self._offer_ms is not None:
            choices.append((Row(f"{OFFER} by {self._offer_ms:+} ms"), partial(self._move_offset, self._offer_ms)))
        return choices

    def _leads_to(self, transition: Transition) -> Callable[[], None]:
        def leave() -> None:
            self.transition = transition

        return leave

    def _move_offset(self, by_ms: int) -> None:
        self.app.set_audio_offset(self.app.audio_offset_ms + by_ms)
        self._offer_ms, self.chosen = None, 0

    def _cut(self, replay: Path) -> None:
        """Let the run's reel be cut, unless it is cut or another is."""
        reels = self.app.reels
        if reels.is_cutting:
            self.app.notify(BUSY)
        elif reels.state_of(replay.name) == "":
            try:
                reels.start(replay, content_words(self.app.loaded.wait().library))
            except OSError as error:
                self.app.notify(f"Your montage: no program can be started ({error.strerror}).")

    def _replay(self) -> Path | None:
        """Return the run's replay, on the board or waiting to be; None where it was not kept."""
        name, replays = self._outcome.entry.replay, self.app.replays
        places = (replays.path_of(name), replays.pending_path_of(name)) if name else ()
        return next((path for path in places if path.is_file()), None)

    def practise(self) -> None:
        """Choose a section, beginning at the weakest."""
        self.transition = Transition("practice", SectionChoice(self._weakest))

    def hints(self) -> Sequence[KeyHelp]:
        """Return the hints of the keys."""
        return (*super().hints(), practice_hint(self.app))

    def on_button(self, button_event: ButtonEvent) -> None:
        """Perform a menu action; the restart key starts the run again."""
        if self.app.bindings.play_action(button_event) is PlayAction.RESTART:
            self.transition = Transition("loading", self._outcome.plan)
        else:
            super().on_button(button_event)

    def draw(self, canvas: pygame.Surface, wall_us: Micros, poll: Poll) -> None:
        """Draw the sheet and the rows beside him, over the last picture of the run."""
        if self._ground is None:
            self._ground = paint_ending(self.app)
        canvas.blit(self._ground, (0, 0))
        draw_sheet(canvas, self.app.fonts, self._sheet)
        draw_plate(canvas, ROWS_PLATE)
        rows = self.rows()
        draw_rows(canvas, self.app.fonts, rows, self.chosen, self.shown_column(rows))
        draw_hints(canvas, self.app.fonts, self.hints())


def content_words(library: Library) -> list[str]:
    """Return the words of a command that name the content of a run: its pack, and the map where it was one alone."""
    words = ["--pack", str(library.pack.root)]
    if library.map_name is not None and not isinstance(library.world, World):
        words += ["--level", str(library.world[0].path)]
    return words


def sheet_of(outcome: Outcome) -> ScoreSheet:
    """Return the contents of the results screen for an outcome."""
    entry, best = outcome.entry, outcome.best
    segments = () if outcome.road is None else outcome.road.segments
    rows = tuple(map(_timed_row, outcome.sections, segments)) if segments else tuple(map(_scored_row, outcome.sections))
    return ScoreSheet(
        rank=entry.rank,
        outside=line_outside(entry.rank),
        advice=advice(outcome) if outcome.road is None else medal_ahead(outcome.road),
        score=entry.score,
        accuracy_permyriad=entry.accuracy_permyriad,
        dead_on=entry.dead_on,
        best_streak=outcome.best_streak,
        standing=_standing(outcome, None if best is None else entry.score - best.score),
        rows=rows,
        errors_ms=outcome.errors_ms,
        grades=outcome.grades,
        by_hand=outcome.by_hand,
        time="" if outcome.road is None else clock_text(outcome.road.time_us),
    )


def _scored_row(section: SectionOutcome) -> SheetRow:
    best, score = section.best_section_score, section.section_score
    return SheetRow(
        name=section_title(section.id),
        figure=f"{score:,}",
        lead="" if best is None else f"{score - best:+,}",
        grade=section.grade,
        ahead=best is not None and score >= best,
    )


def _timed_row(section: SectionOutcome, segment: RoadSegment) -> SheetRow:
    """Return a section of Road work: its time, and how far it was behind its gold."""
    behind_us = None if segment.gold_us is None else segment.real_us - segment.gold_us
    return SheetRow(
        name=section_title(section.id),
        figure=f"{segment.real_us // US_PER_MS / 1000:.3f}",
        lead="" if behind_us is None else f"{behind_us / US_PER_SECOND:+.2f}",
        grade=section.grade,
        ahead=behind_us is not None and behind_us <= 0,
        gold=segment.is_gold,
    )


def _standing(outcome: Outcome, lead: int | None) -> str:
    if outcome.plan.autoplay_ms is not None:
        return "Not ranked: the game played by itself."
    if outcome.unfit is not None:
        return f"Not ranked: {outcome.unfit}"
    if outcome.road is not None:
        return road_standing(outcome.road)
    parts = [] if outcome.place is None else [f"No. {outcome.place} on its board"]
    if lead is not None:
        parts.append(f"{lead:+,} against the best" if lead else "level with the best")
    else:
        parts.append("the first run there")
    return ", ".join(parts) + "."


def medal_ahead(road: RoadTime) -> str:
    """Return the medal that is next and its time; empty where there is none."""
    medal = road.target
    if medal is None:
        return ""
    if medal.name == AUTHOR:
        return f"The author's medal is at {clock_text(medal.time_us)}, the model's time."
    return f"{medal.name.capitalize()} is at {clock_text(medal.time_us)}."


def road_standing(road: RoadTime) -> str:
    """Return the in-game time of Road work, its medal, and how it stands to the best."""
    parts = [f"In {clock_text(road.time_us)}"]
    if road.medal is not None:
        parts.append(road.medal.words)
    if road.best_us is not None:
        ahead_us = road.best_us - road.time_us
        parts.append(f"{clock_text(abs(ahead_us))} {'faster than' if ahead_us > 0 else 'behind'} the best")
    golds = sum(segment.is_gold for segment in road.segments)
    if golds:
        parts.append(f"{golds} gold{'s' if golds > 1 else ''}")
    return ", ".join(parts) + "."
