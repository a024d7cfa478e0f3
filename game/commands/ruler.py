"""`levels ruler MAP`: writes the song's waveform, beats and bars into a map, on a layer that the game ignores."""

import argparse
from fractions import Fraction
from itertools import pairwise
from pathlib import Path

from game.app.content import load_content
from game.content.level import Level
from game.content.ruler import PX_PER_POINT, points_of, ruled
from game.errors import UsageError
from game.platform.audio.song.onsets import SAMPLE_RATE, Rises, decoded_mono
from game.storage.files import write_atomically
from game.timing.tempo import TempoMap
from game.timing.units import US_PER_SECOND


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the sub-command."""
    parser = commands.add_parser("ruler", help="write the song's waveform, beats and bars into a map, as a note layer")
    parser.add_argument("file", type=Path, metavar="MAP", help="a map (.tmx)")
    parser.set_defaults(run=run_ruler)


def run_ruler(args: argparse.Namespace) -> int:
    """Write the layer and print the map's path; raises UsageError, ContentError or StorageError."""
    content = load_content(str(args.file))
    if not isinstance(content.world, tuple):
        raise UsageError(f"{args.file}: is a world; name one of its maps")
    (level,) = content.world
    peaks = peaks_of(decoded_mono(content.song.audio), level, content.song.tempo)
    write_atomically(args.file, ruled(args.file.read_text(encoding="utf-8"), level, peaks).encode())
    print(args.file)
    return 0


def peaks_of(mono: Rises, level: Level, tempo: TempoMap) -> list[float]:
    """Return the loudest sample (0 to 1, the map's loudest being 1) between each point of the ruler and the next."""
    beats = [
        level.start_beat + Fraction(place * PX_PER_POINT, level.px_per_beat) for place in range(points_of(level) + 1)
    ]
    frames = [tempo.to_us(beat) * SAMPLE_RATE // US_PER_SECOND for beat in beats]
    loud = [float(abs(mono[a:b]).max(initial=0.0)) for a, b in pairwise(frames)]
    most = max(loud, default=0.0) or 1.0
    return [each / most for each in loud]
