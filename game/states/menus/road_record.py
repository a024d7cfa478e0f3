"""The best time and medal of Road work, as the menu writes them beside its name."""

from game.sim.chart import Difficulty
from game.states.context import AppContext
from game.states.run.race.medals import medal_of
from game.states.run.race.standings import best_road_time_us
from game.timing.units import Micros, clock_text


class RoadRecord:
    """Reads the best time once for each difficulty: a menu asks every frame."""

    def __init__(self, app: AppContext) -> None:
        self._app = app
        self._words: dict[Difficulty, str] = {}

    def words(self) -> str:
        """Return the best time and its medal on the difficulty of the settings; empty before there is one."""
        plan, loaded = self._app.road_plan(), self._app.loaded.result
        if loaded is None:
            return ""
        if plan.difficulty not in self._words:
            library = loaded.library
            board = plan.board(library.chart(plan.difficulty).hash(), library.map_name)
            self._words[plan.difficulty] = _in_words(
                library.pack.id, plan.difficulty, best_road_time_us(self._app, board)
            )
        return self._words[plan.difficulty]


def _in_words(pack: str, difficulty: Difficulty, best_us: Micros | None) -> str:
    if best_us is None:
        return ""
    medal = medal_of(pack, difficulty, best_us)
    return clock_text(best_us) if medal is None else f"{clock_text(best_us)}  {medal.name}"
