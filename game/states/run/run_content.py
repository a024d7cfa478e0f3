"""What a run is played from, and how its replay says that it was set up."""

from dataclasses import dataclass

from game import __version__
from game.platform.audio.song_player import SongPlayer
from game.replay.model import Player, ReplayHeader
from game.sim.actions import InputEvent
from game.sim.chart import RULES_VERSION, Chart
from game.states.context import AppContext
from game.states.protocols import Library, Picture
from game.states.run.run_plan import RunPlan
from game.timing.units import Micros


@dataclass(frozen=True, slots=True)
class RunContent:
    """Chart, picture and player of a run. `script` holds the inputs of a demo or of autoplay, else none."""

    library: Library
    chart: Chart
    picture: Picture
    player: SongPlayer
    script: tuple[InputEvent, ...] = ()
    medal_us: tuple[Micros, ...] = ()
    """The splits of the next medal of Road work, where the settings measure by it."""


def header_of_run(app: AppContext, plan: RunPlan, content: RunContent, restart: int) -> ReplayHeader:
    """Return the header of the replay of a run; `restart` is how often it was begun anew before."""
    return ReplayHeader(
        engine=__version__,
        rules_version=RULES_VERSION,
        player=_player(plan, content),
        pack=content.library.pack.id,
        chart_hash=content.chart.hash(),
        song_hash=content.library.song_hash,
        difficulty=str(plan.difficulty),
        section=plan.section,
        options=plan.options,
        audio_offset_us=app.audio_offset_us,
        visual_offset_us=app.visual_offset_us,
        map=content.library.map_name,
        restart=restart,
    )


def _player(plan: RunPlan, content: RunContent) -> Player:
    if plan.autoplay_ms is not None:
        return Player.AUTO
    return Player.SCRIPT if content.script else Player.PERSON
