"""Every kind of file that a person can touch: a sound one of each in a folder, and how the game reads it.

A reader returns the sentences by which the game refuses the file or a part of it; none: it took all of it.
"""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pygame

from game.commands.replay_file import read_replay
from game.content.checks.files import check_file
from game.content.look import read_look
from game.content.pack import read_pack
from game.content.song.song import load_song
from game.content.song.sound_reader import load_sounds
from game.content.world_reader import read_world
from game.errors import GameError
from game.minigames.manifest import MINIGAMES
from game.minigames.steps.climb import read_climb
from game.platform.audio.device.pcm import SoundProblem, decode
from game.replay.codec import encode
from game.replay.verify import Verdict, verify
from game.storage.board import Board, BoardRow, Proof, Split
from game.storage.paths import assets_dir, levels_dir
from game.storage.scores import Scores
from game.storage.settings import Settings
from game.storage.settings_file import SettingsFile
from game.view.canvas.pictures import Pictures, load_picture
from game.view.figure.sprite_sheet import load_sheet
from game.view.place.backdrop import read_backdrop
from game.view.place.painted_props import props_over
from tests.content.test_bad_files import write_all
from tests.content.test_world import write_both, write_world
from tests.content.tiny import tiny_song
from tests.replay.recording import CHART, recorded_run

Read = Callable[[Path], list[str]]
BOARD = Board("montage", "", "normal", 1000, 100, "", "ab" * 32)
RUN = BoardRow(
    *("JOE", 800_000, 8_700, 100, "Prospect", 1_000),
    splits=(Split("yard", 70_000, "OK"),),
    proof=Proof("cd" * 32, Verdict.TRUE),
)
SOUND_FILE = "air_punch_clean.ogg"


@dataclass(frozen=True)
class Kind:
    """A kind of file: the name of the one in the folder, what writes all that it needs, and what reads it."""

    file: str
    write: Callable[[Path], object]
    read: Read


def copying(*sources: Path) -> Callable[[Path], None]:
    """Return a writer that copies shipped files and folders."""

    def write(folder: Path) -> None:
        for source in sources:
            if source.is_dir():
                shutil.copytree(source, folder / source.name)
            else:
                shutil.copy(source, folder)

    return write


def refusing(read: Callable[[Path], object]) -> Read:
    """Return a reader of what raises a sentence."""

    def refuse(path: Path) -> list[str]:
        try:
            read(path)
        except GameError as error:
            return str(error).splitlines()
        return []

    return refuse


def read_settings(path: Path) -> list[str]:
    """Load the settings, and save them again."""
    file = SettingsFile(path)
    loaded = file.load()
    if not any("newer version" in notice for notice in loaded.notices):
        file.save(loaded.settings)
    return list(loaded.notices)


def read_scores(path: Path) -> list[str]:
    """Read all boards, as `scores` and the screens do, and add a run."""
    with Scores(path) as scores:
        sentences: list[str] = []
        try:
            rows = [row for board in scores.boards() for row in scores.best(board)]
            scores.best_splits(BOARD)
            assert all(f"{row.score:,} {row.accuracy_permyriad / 100:.2f} {row.rank}" for row in rows)
            scores.add(BOARD, RUN)
        except GameError as error:
            sentences.append(str(error))
        return [*sentences, *([scores.notice] if scores.notice else [])]


def read_replay_file(path: Path) -> list[str]:
    """Read a replay and verify it."""
    try:
        verification = verify(read_replay(path), CHART, MINIGAMES)
    except GameError as error:
        return str(error).splitlines()
    return [] if verification.true else [f"{path.name}: {verification.sentence}"]


def read_song(path: Path) -> list[str]:
    """Read the song and the names of its audio files."""
    return refusing(lambda file: [load_song(file).audio_files(table) for table in ("stems", "mixes")])(path)


def read_map(path: Path) -> list[str]:
    """Check the map that stands beside the file."""
    return [str(finding) for finding in check_file(path.with_name("tiny.tmx"), tiny_song(path.parent))]


def read_world_file(path: Path) -> list[str]:
    """Read a world of two maps."""
    return [str(finding) for finding in read_world(path)[1]]


def read_look_file(path: Path) -> list[str]:
    """Read the look of a place."""
    found = read_look(path.with_name("yard.tmx"), ["yard"])[1]
    return [str(finding) for finding in found]


def read_place(path: Path) -> list[str]:
    """Read a backdrop's facts and its props."""
    folder = path if path.name == "place" else path.parent
    pictures = Pictures((folder,))
    try:
        backdrop = read_backdrop(folder)
        for painted in backdrop.props:
            props_over(painted.after, backdrop, pictures)
    except GameError as error:
        return str(error).splitlines()
    return pictures.problems


def read_sound(path: Path) -> list[str]:
    """Decode a sound."""
    if pygame.mixer.get_init() is None:
        pygame.mixer.init(48000, -16, 2, 1024, allowedchanges=0)
    found = decode(path)
    return [found.sentence] if isinstance(found, SoundProblem) else []


def write_settings(folder: Path) -> None:
    """Write all settings."""
    SettingsFile(folder / "settings.toml").save(Settings())


def write_scores(folder: Path) -> None:
    """Write a board of a few runs."""
    with Scores(folder / "scores.sqlite") as scores:
        for _ in range(5):
            scores.add(BOARD, RUN)


def write_small_world(folder: Path) -> None:
    """Write a world of two maps."""
    write_both(folder)
    write_world(folder, "first", "second")


def write_pack(folder: Path) -> None:
    """Write a pack of that world."""
    write_small_world(folder)
    tiny_song(folder)
    text = (
        'format = 1\nid = "p"\ntitle = "P"\nauthor = "A"\nlicence = "L"\nsong = "song.toml"\nworld = "montage.world"\n'
    )
    (folder / "pack.toml").write_text(text, encoding="utf-8")


def kinds() -> dict[str, Kind]:
    """Return all kinds by name."""
    assets, yard = assets_dir(), assets_dir() / "backdrops" / "yard"
    return {
        "settings": Kind("settings.toml", write_settings, read_settings),
        "scores": Kind("scores.sqlite", write_scores, read_scores),
        "replay": Kind(
            "run.laceup", lambda folder: (folder / "run.laceup").write_bytes(encode(recorded_run())), read_replay_file
        ),
        "song": Kind("song.toml", copying(assets / "music" / "song.toml"), read_song),
        "sounds": Kind("sounds.toml", copying(assets / "sounds" / "sounds.toml"), refusing(load_sounds)),
        "world": Kind("montage.world", write_small_world, read_world_file),
        "map": Kind("tiny.tmx", write_all, read_map),
        "template": Kind("lift.tx", write_all, read_map),
        "tileset": Kind("t.tsx", write_all, read_map),
        "look": Kind("yard.look.toml", copying(levels_dir() / "yard.look.toml"), read_look_file),
        "layers": Kind("layers.json", copying(yard / "layers.json", yard / "props"), read_place),
        "pack": Kind("pack.toml", write_pack, refusing(lambda path: read_pack(path.parent, ()))),
        "sheet": Kind(
            "ball.json",
            copying(assets / "sprites" / "ball.json", assets / "sprites" / "ball.png"),
            refusing(lambda path: load_sheet(path.parent, "ball")),
        ),
        "climb": Kind(
            "climb.json",
            copying(assets / "backdrops" / "steps" / "climb.json"),
            refusing(lambda path: read_climb(path.parent)),
        ),
        "picture": Kind("wires.png", copying(yard / "wires.png"), refusing(load_picture)),
        "sound": Kind(SOUND_FILE, copying(assets / "sounds" / SOUND_FILE), read_sound),
    }
