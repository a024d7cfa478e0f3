"""What is watched: replays from files, each with its chart, a picture of its own, and its inputs played again."""

from dataclasses import dataclass
from pathlib import Path

import pygame

from game.errors import ReplayError
from game.replay.codec import MAX_FILE_BYTES, decode, identity_of
from game.replay.playback import Playback
from game.states.context import AppContext
from game.states.protocols import Picture
from game.states.run.charts import chart_store
from game.storage.proof.sidecars import NOBODY, read_initials
from game.terminal import escaped
from game.view.canvas.lens import HEIGHT, WIDTH

LONGEST_NAME = 14
"""The most characters of a file's name that there is room for."""
MOST = 2
"""So many replays are watched at once."""


@dataclass(frozen=True, slots=True)
class Seat:
    """One replay that is watched. `surface` is what its picture is drawn on."""

    name: str
    playback: Playback
    picture: Picture
    surface: pygame.Surface


def open_seats(app: AppContext, files: tuple[Path, ...]) -> tuple[Seat, ...]:
    """Return what is watched. May take seconds. Raises ReplayError where a file is no replay, or its chart or pack is
    not here."""
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
        seats.append(Seat(name, playback, picture, pygame.Surface((WIDTH, HEIGHT), 0, 32)))
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
