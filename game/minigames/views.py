"""The exercises' views by id, and the stage that has them all. One line for each; a test holds it level with the
manifest."""

from pathlib import Path
from types import MappingProxyType

from game.content.level import Level
from game.content.song.song import Song
from game.content.world import World
from game.minigames.bridge.view import VIEW as BRIDGE
from game.minigames.cuts.view import VIEW as CUTS
from game.minigames.heavy_bag.view import VIEW as HEAVY_BAG
from game.minigames.market.view import VIEW as MARKET
from game.minigames.meat.view import VIEW as MEAT
from game.minigames.medicine_ball.view import VIEW as MEDICINE_BALL
from game.minigames.push_ups.view import VIEW as PUSH_UPS
from game.minigames.river.view import VIEW as RIVER
from game.minigames.sit_ups.view import VIEW as SIT_UPS
from game.minigames.speed_bag.view import VIEW as SPEED_BAG
from game.minigames.steps.view import VIEW as STEPS
from game.minigames.summit.view import VIEW as SUMMIT
from game.minigames.yard.view import VIEW as YARD
from game.sim.chart import Chart
from game.view.canvas.options import ViewOptions
from game.view.exercise.section_view import Views
from game.view.stage.stage import Stage

VIEWS: Views = MappingProxyType(
    {
        "yard": YARD,
        "market": MARKET,
        "bridge": BRIDGE,
        "speed_bag": SPEED_BAG,
        "heavy_bag": HEAVY_BAG,
        "sit_ups": SIT_UPS,
        "push_ups": PUSH_UPS,
        "medicine_ball": MEDICINE_BALL,
        "meat": MEAT,
        "river": RIVER,
        "cuts": CUTS,
        "steps": STEPS,
        "summit": SUMMIT,
    }
)


def open_stage(
    world: World | tuple[Level, ...], song: Song, chart: Chart, assets: Path, options: ViewOptions | None = None
) -> Stage:
    """Return a stage that knows every exercise's view. Reads no picture yet: see `Stage.preload`."""
    return Stage(world, song, chart, assets, options, VIEWS)
