"""Opens what is watched: replays from files, each with its chart, a picture of its own, and its inputs played again."""

from pathlib import Path

import pygame

from game.errors import ReplayError
from game.replay.codec import MAX_FILE_BYTES, decode, identity_of
from game.replay.playback import Playback
from game.states.context import AppContext
from game.states.run.charts import chart_store
from game.states.theatre.seat import Seat
from game.storage.proof.sidecars import NOBODY, read_initials
from game.terminal import escaped
from game.view.canvas.lens import HEIGHT, WIDTH

LONGEST_NAME = 14
"""The most characters of a file's name that there is room for."""
MOST = 2
"""So many replays are watched at once."""


def open_seats(app: AppContext, files: tuple[Path, ...]) -> tuple[Seat, ...]:
    """Return what is watched. May take seconds. Raises ReplayError where a file is no replay, its chart or pack is not
    here, or two have no bar in common."""
    library = app.loaded.wait().library
    charts = chart_store(app, library)
    seats = []
    for file in files[:MOST]:
        data = read(file)
        replay = decode(data, file.name)
        chart = charts.find(replay.header)
        if replay.header.pack != library.pack.id:
            raise ReplayError(
                f"{file.name}: played in the pack {escaped(replay.header.pack)}: choose that pack, then watch it"
            )
        picture = app.factories.picture(library, chart, app.settings)
        playback = Playback(replay, chart, app.factories.registry)
        initials = read_initials(file.parent, identity_of(data))
        name = file.stem[:LONGEST_NAME] if initials == NOBODY else initials
        seats.append(Seat.of(name, playback, picture, pygame.Surface((WIDTH, HEIGHT), 0, 32)))
    if not seats[0].shares_a_bar(seats[-1]):
        raise ReplayError(f"{files[1].name}: has no bar in common with {files[0].name}: watch one after the other")
    return tuple(seats)


def read(file: Path) -> bytes:
    """Return a replay file's bytes, bounded. Raises ReplayError."""
    try:
        if not file.is_file():
            raise ReplayError(f"{file.name}: no replay is there: check the name")
        with file.open("rb") as opened:
            return opened.read(MAX_FILE_BYTES + 1)
    except OSError as error:
        raise ReplayError(f"{file.name}: cannot be read ({error.strerror}): check its rights") from None
