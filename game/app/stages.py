"""Plans stages from the art of the world that is played, which is loaded once and built anew only when maps change."""

import gc
from collections.abc import Callable

from game.minigames.views import open_art
from game.sim.chart import Chart
from game.states.context import view_options
from game.states.protocols import Library
from game.storage.settings import Settings
from game.view.canvas.composite_layers import FloatingLayers
from game.view.stage.art import Art
from game.view.stage.prewarm import prewarm
from game.view.stage.stage import Stage


class Stages:
    """Makes the stage of each chart. Calling it may take seconds for a world that is not loaded yet."""

    def __init__(self, floating: FloatingLayers, between: Callable[[], None] = lambda: None) -> None:
        """`between` is called after each step of loading; what it raises ends it."""
        self.art: Art | None = None
        """The art of the world that was asked for last."""
        self._library: Library | None = None
        self._floating = floating
        self._between = between

    def __call__(self, library: Library, chart: Chart, settings: Settings) -> Stage:
        """Return a stage for a chart of the library."""
        if self.art is None or library is not self._library:
            self.art = self._load(library, chart)
            self._library = library
        maps, art = library.maps_of(chart), self.art
        if maps is not library.world:  # the own map of an exercise outside the world
            art = open_art(maps, library.song, library.pack.roots, self.art)
        stage = Stage(art, chart, view_options(settings))
        stage.floating = self._floating
        return stage

    def _load(self, library: Library, chart: Chart) -> Art:
        """Return the prewarmed art of a world; the collector need not look at what stays loaded again."""
        art = open_art(library.world, library.song, library.pack.roots, self.art)
        prewarm(Stage(art, library.chart(chart.difficulty)), self._between)
        gc.unfreeze()
        gc.collect()
        gc.freeze()
        return art
