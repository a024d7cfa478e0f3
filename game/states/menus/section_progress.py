"""What a player has reached in each section: medal, best grade in practice too, and kinds of cue never hit."""

from functools import partial

from game.errors import StorageError
from game.sim.score import SectionGrade
from game.sim.spec import CueKind, MinigameSpec
from game.states.context import AppContext
from game.storage.history.collection import MONTAGE, PRACTICE, BestGrade

NONE_YET = BestGrade(SectionGrade.TRY_AGAIN)
"""What a section has that was never played to its end."""


class SectionProgress:
    """Reads the history once, for the difficulty of the settings; one that cannot be read counts as empty."""

    def __init__(self, app: AppContext) -> None:
        self._app = app
        self._difficulty = app.settings.play.difficulty
        self._collection = app.collection
        self._new_kinds: dict[str, tuple[CueKind, ...]] = {}
        try:
            self._medals = self._collection.best_grades(app.world)
            self._best = self._collection.best_grades(app.world, (MONTAGE, PRACTICE))
        except StorageError as error:
            app.notify(str(error))
            self._medals, self._best = {}, {}

    def medal(self, section: str) -> BestGrade:
        """Return the best grade of a section in the montage."""
        return self._medals.get((section, self._difficulty), NONE_YET)

    def best_in_words(self, section: str) -> str:
        """Return the best grade of a section, practised ones too; empty where there is none."""
        best = self._best.get((section, self._difficulty))
        return "" if best is None else str(best.grade)

    def new_kinds(self, spec: MinigameSpec) -> tuple[CueKind, ...]:
        """Return the kinds of cue of an exercise that were never hit."""
        if spec.id not in self._new_kinds:
            try:
                was_hit = partial(self._collection.was_hit, self._app.world, spec.id)
                new = tuple(kind for kind in spec.cues if not was_hit(kind.name))
            except StorageError:
                new = ()
            self._new_kinds[spec.id] = () if spec.borrows else new
        return self._new_kinds[spec.id]
