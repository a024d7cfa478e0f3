"""The charts that replays are verified with: those of the content that is loaded, those released, those once played."""

from game.replay.chart_codec import Origin
from game.states.context import AppContext
from game.states.protocols import Library
from game.storage.proof.chart_store import ChartStore, Playable, store_of


def chart_store(app: AppContext, library: Library) -> ChartStore:
    """Return where the charts of replays are found."""
    playable = Playable(library.chart, Origin(library.pack.id, library.song_hash))
    return store_of(playable, app.replays.folder)
