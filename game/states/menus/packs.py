"""The choice of a pack: its picture, author and length, and the best run on each difficulty beside its row."""

from collections import Counter
from collections.abc import Sequence

import pygame

from game.content.pack import Pack
from game.content.packing.installed import SHIPPED_ID
from game.errors import ContentError, GameError
from game.sim.chart import Difficulty
from game.states.context import AppContext
from game.states.loading import Loading
from game.states.menus.menu_backdrop import draw_backdrop, still
from game.states.menus.menu_state import MenuState
from game.states.pack_shelf import ShelvedPack
from game.states.protocols import Poll
from game.states.transitions import Transition
from game.storage.board import BoardRow
from game.storage.history.attempt import world_of
from game.timing.units import US_PER_SECOND, Micros
from game.view.canvas.pictures import load_picture
from game.view.ui.fonts import Face
from game.view.ui.menu import Column, Row, draw_plate
from game.view.ui.text import Align, Style, wrapped, write
from game.view.ui.ui_colors import CREAM, EMBER, FADED, RULE, SUN

CARD = pygame.Rect(372, 40, 240, 280)
"""Position and size of the chosen pack's card, px."""
PICTURE = (224, 126)
"""Size of its picture, px: 16 to 9."""
LINE = 13
"""Height of a line of text, px."""
WAITING = "Looking through the packs ..."
"""Row while they are being read."""
NONE_INSTALLED = "packs install FILE puts another one here."
"""Line under the only pack."""
STILL_LOADING = "The last pack is still being loaded: choose in a moment."
"""Notice where another pack is chosen too early."""
MOST_LINES = 6
"""Most lines of what is wrong with a pack."""


class Packs(MenuState):
    """Up and down choose a pack, confirming plays it: the title loads it. A faulty one says what is wrong."""

    title = "PACKS"
    column = Column(left=40, top=76, width=290, seen=14)

    def __init__(self, app: AppContext) -> None:
        super().__init__(app)
        self._reading = Loading(app.shelf.packs)
        self._best: dict[str, BoardRow | None] = {}
        self._medals: dict[str, Counter[str]] = {}
        self._pictures: dict[str, pygame.Surface | None] = {}

    @property
    def _packs(self) -> tuple[ShelvedPack, ...]:
        return self._reading.result or ()

    def rows(self) -> Sequence[Row]:
        """Return a row for each pack."""
        if not self._reading.done or not self._packs:
            return (Row("" if self._reading.done else WAITING),)
        return [Row(pack.title, "faulty" if pack.problem else _length(pack.duration_us)) for pack in self._packs]

    def advance(self, wall_us: Micros) -> None:
        """Tell where the packs cannot be read."""
        try:
            self._reading.check()
        except GameError as error:
            self.app.notify(str(error))
            self.transition = self.back

    def confirm(self) -> None:
        """Play the chosen pack from now on."""
        pack = self._chosen_pack()
        loaded = self.app.loaded.result
        if loaded is None:
            self.app.notify(STILL_LOADING)
        if pack is None or pack.problem or loaded is None:
            return
        loaded.player.close()
        self.app.painted.clear()
        self.app.watch = None
        self.app.loaded = self.app.shelf.open(pack)
        self.transition = Transition("title")

    def draw_ground(self, canvas: pygame.Surface, wall_us: Micros, poll: Poll) -> None:
        """Draw the backdrop, darkened for the card."""
        draw_backdrop(self.app, canvas, wall_us, 150)

    def draw_more(self, canvas: pygame.Surface, wall_us: Micros) -> None:
        """Draw the chosen pack's card."""
        pack = self._chosen_pack()
        if len(self._packs) == 1:
            write(canvas, self.app.fonts, NONE_INSTALLED, (50, 100), Style(Face.SMALL, FADED))
        if pack is None:
            return
        draw_plate(canvas, CARD)
        self._draw_picture(canvas, pack)
        left, top = CARD.x + 8, CARD.y + 14 + PICTURE[1]
        write(canvas, self.app.fonts, pack.title[:32], (left, top), Style(Face.BODY, CREAM))
        by = f"by {pack.author[:36]}" if pack.author else ""
        write(canvas, self.app.fonts, by, (left, top + LINE + 2), Style(Face.SMALL, FADED))
        if pack.problem:
            self._draw_problem(canvas, pack.problem, (left, top + 2 * LINE + 6))
        else:
            self._draw_best(canvas, pack, (left, top + 2 * LINE + 6))

    def _chosen_pack(self) -> ShelvedPack | None:
        return self._packs[self.chosen] if self.chosen < len(self._packs) else None

    def _draw_picture(self, canvas: pygame.Surface, pack: ShelvedPack) -> None:
        name = str(pack.folder)
        if name not in self._pictures:
            self._pictures[name] = _picture(pack) or self._still_of(pack)
        at, picture = (CARD.x + 8, CARD.y + 8), self._pictures[name]
        if picture is not None:
            canvas.blit(picture, at)
        pygame.draw.rect(canvas, RULE, (*at, *PICTURE), 1)

    def _still_of(self, pack: ShelvedPack) -> pygame.Surface | None:
        """Return a still of a pack without a picture, where it is the one that is loaded."""
        loaded = self.app.loaded.result
        if loaded is None or loaded.library.pack.root != pack.folder:
            return None
        return pygame.transform.smoothscale(still(self.app).convert(32), PICTURE)

    def _draw_best(self, canvas: pygame.Surface, pack: ShelvedPack, at: tuple[int, int]) -> None:
        for place, difficulty in enumerate(pack.charts):
            top = at[1] + place * LINE
            best = self._best_on(pack, difficulty)
            words = "not run yet" if best is None else f"{best.score:,}  {best.rank}"
            write(canvas, self.app.fonts, difficulty.capitalize(), (at[0], top), Style(Face.SMALL, EMBER))
            tint = FADED if best is None else SUN
            write(canvas, self.app.fonts, words, (at[0] + 70, top), Style(Face.SMALL, tint))
            if medals := self.medals_of(pack)[difficulty]:
                told = f"{medals} medal{'s' if medals > 1 else ''}"
                write(canvas, self.app.fonts, told, (CARD.right - 8, top), Style(Face.SMALL, FADED, Align.RIGHT))

    def medals_of(self, pack: ShelvedPack) -> Counter[str]:
        """Return how many sections of a pack have a medal, by difficulty."""
        if pack.id not in self._medals:
            grades = self.app.collection.best_grades(world_of(pack.id, None))
            self._medals[pack.id] = Counter(difficulty for (_, difficulty), best in grades.items() if best.is_medal)
        return self._medals[pack.id]

    def _best_on(self, pack: ShelvedPack, difficulty: Difficulty) -> BoardRow | None:
        """Return the best run of the whole pack on a difficulty, at the settings' speed and assists."""
        chart_hash = pack.charts.get(difficulty, "")
        if chart_hash not in self._best:
            board = self.app.whole_run(difficulty).board(chart_hash)
            self._best[chart_hash] = next(iter(self.app.scores.best(board, 1)), None)
        return self._best[chart_hash]

    def _draw_problem(self, canvas: pygame.Surface, problem: str, at: tuple[int, int]) -> None:
        lines = wrapped(self.app.fonts, problem, Face.SMALL, CARD.width - 16)
        for place, line in enumerate(lines[:MOST_LINES]):
            write(canvas, self.app.fonts, line, (at[0], at[1] + place * LINE), Style(Face.SMALL, EMBER))


def other_pack(app: AppContext) -> Pack | None:
    """Return the pack that is loaded, if it is another than the shipped one."""
    loaded = app.loaded.result
    return None if loaded is None or loaded.library.pack.id == SHIPPED_ID else loaded.library.pack


def _length(duration_us: Micros) -> str:
    seconds = duration_us // US_PER_SECOND
    return f"{seconds // 60}:{seconds % 60:02}"


def _picture(pack: ShelvedPack) -> pygame.Surface | None:
    """Return a pack's picture at the card's size, None where it has none that can be drawn."""
    if pack.picture is None or pack.problem:
        return None
    try:
        return pygame.transform.smoothscale(load_picture(pack.picture).convert(32), PICTURE)
    except (ContentError, pygame.error, ValueError):
        return None
