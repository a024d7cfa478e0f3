"""Writes a pack that passes its check at once: one map, a click track, and what Tiled needs to open it."""

import array
import json
import math
import sys
import wave
from dataclasses import dataclass
from pathlib import Path

from game.content.pack import PACK_FILE, PACK_FORMAT
from game.content.packing.editor_part import write_editor_part
from game.content.song.song import SONG_FORMAT, load_song
from game.content.starter import PX_PER_BEAT, starter_map
from game.errors import ContentError
from game.sim.chart import Difficulty
from game.timing.tempo import BEATS_PER_BAR
from game.timing.units import US_PER_SECOND

MOST_BARS = 64
"""Most bars of a starter."""
SECTION = "first"
"""Name of the starter's section, its map and the file of that."""
MINIGAME = "yard"
"""Its exercise."""
CLICK_RATE = 12_000
"""Sample rate of the click track, frames a second."""
CLICK_S = 0.03
"""Length of a click, in seconds."""
CLICK_HZ = (1_500, 1_000)
"""Pitches of the click on a bar's first beat and on the others."""
CLICK_VOLUME = 12_000
"""Loudness of a click, of 32,767."""


@dataclass(frozen=True, slots=True)
class Starter:
    """What a new pack is to be: its words, the bars of its song and their tempo in microseconds a beat."""

    title: str
    author: str
    bars: int = 8
    us_per_beat: int = 500_000

    @property
    def beats(self) -> int:
        """How many beats its song has."""
        return self.bars * BEATS_PER_BAR


def write_starter(root: Path, starter: Starter, game: Path) -> list[Path]:
    """Write the pack into a new folder; return its files. `game` is the folder of `main.py`, for Tiled's commands.

    Raises ContentError where the folder is there already or cannot be written.
    """
    try:
        root.mkdir(parents=True)
        (root / "song").mkdir()
        (root / "levels").mkdir()
        _write_click(root / "song" / "click.wav", starter)
        texts = {"song/song.toml": song_text(starter)}
        _write(root, texts)
        song = load_song(root / "song" / "song.toml")
        _write(
            root,
            {
                PACK_FILE: pack_text(root.name, starter.title, starter.author),
                f"levels/{SECTION}.tmx": starter_map(SECTION, MINIGAME, starter.bars, song),
                f"levels/{root.name}.world": world_text([(f"{SECTION}.tmx", starter.beats * PX_PER_BEAT)]),
            },
        )
        write_editor_part(root, game)
    except FileExistsError as error:
        raise ContentError(f"{root}: is there already; choose another name") from error
    except OSError as error:
        raise ContentError(f"{root}: cannot be written ({error.strerror}); choose another place") from error
    return sorted(path for path in root.rglob("*") if path.is_file())


def _write(root: Path, texts: dict[str, str]) -> None:
    for name, text in texts.items():
        (root / name).write_text(text, encoding="utf-8", newline="\n")


def pack_text(pack_id: str, title: str, author: str) -> str:
    """Return a `pack.toml`."""
    rows = {"id": pack_id, "title": title, "author": author, "licence": ""}
    lines = [f"{key} = {json.dumps(value, ensure_ascii=False)}" for key, value in rows.items()]
    lines.append(f"difficulties = {json.dumps(list(Difficulty))}")
    return "\n".join([f"format = {PACK_FORMAT}", *lines, ""])


def song_text(starter: Starter) -> str:
    """Return the starter's `song.toml`."""
    tempo = f"us_per_beat = {starter.us_per_beat}\n\n"
    return (
        f"format = {SONG_FORMAT}\ntitle = {json.dumps(starter.title, ensure_ascii=False)}\nsample_rate = 48000\n"
        f"duration_us = {starter.beats * starter.us_per_beat}\n\n[lead_in]\nbeats = 4\n{tempo}"
        f'[[sections]]\nid = "{SECTION}"\nbars = {starter.bars}\n{tempo}'
        '[[rates]]\nrate = 1\nfile = "click.wav"\n'
    )


def world_text(maps: list[tuple[str, int]]) -> str:
    """Return a Tiled world: maps by file name and width in px, from left to right."""
    rows, x = [], 0
    for name, width in maps:
        rows.append({"fileName": name, "height": 384, "width": width, "x": x, "y": 0})
        x += width
    return json.dumps({"maps": rows, "onlyShowAdjacentMaps": False, "type": "world"}, indent=4) + "\n"


def _write_click(path: Path, starter: Starter) -> None:
    frames = array.array("h", bytes(2 * (CLICK_RATE * starter.beats * starter.us_per_beat // US_PER_SECOND)))
    for beat in range(starter.beats):
        first = CLICK_RATE * beat * starter.us_per_beat // US_PER_SECOND
        pitch = CLICK_HZ[beat % BEATS_PER_BAR > 0]
        for frame in range(int(CLICK_S * CLICK_RATE)):
            fading = 1 - frame / (CLICK_S * CLICK_RATE)
            turn = math.sin(2 * math.pi * pitch * frame / CLICK_RATE)
            frames[first + frame] = int(CLICK_VOLUME * fading * turn)
    if sys.byteorder == "big":
        frames.byteswap()
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(CLICK_RATE)
        file.writeframes(frames.tobytes())
