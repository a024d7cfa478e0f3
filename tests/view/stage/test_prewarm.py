"""A stage is prepared beside a run that is shown: a picture that is locked for a moment is drawn a moment later."""

import pygame
import pytest

from game.sim.chart import Difficulty
from game.timing.units import Micros
from game.view.stage import prewarm as module
from game.view.stage.stage import Stage
from tests import shipped


class LockedStage(Stage):
    """A stage one of whose pictures is locked for its first `fails` drawings."""

    fails = 0

    def draw(self, target: pygame.Surface, visual_us: Micros, poll: object = None) -> None:
        """Fail as a blit of a locked picture does."""
        if self.fails:
            self.fails -= 1
            raise TypeError("Blit failed")


@pytest.mark.parametrize(("fails", "ends_well"), [(0, True), (module.TRIES - 1, True), (module.TRIES, False)])
def test_a_moment_is_drawn_again_while_a_picture_is_locked(fails: int, ends_well: bool) -> None:
    stage = LockedStage(shipped.art(), shipped.chart(Difficulty.EASY).only("yard"))
    stage.fails = fails
    if ends_well:
        module.prewarm(stage)
        assert stage.fails == 0
    else:
        with pytest.raises(TypeError, match="Blit failed"):
            module.prewarm(stage)
