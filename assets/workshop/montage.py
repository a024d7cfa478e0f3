"""Draws the README's moving picture: `python -m assets.workshop.montage`, once all repaints of a day are in.

Pieces of a flawless run, cut on the beat, as one looped picture. The best quality that stays below the limit is kept.
"""

import argparse
import io
import os
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")

import pygame
from PIL import Image

from game.app.content import load_content
from game.minigames.manifest import MINIGAMES
from game.minigames.views import open_stage
from game.sim.chart import Chart, Difficulty
from game.sim.options import RunOptions
from game.sim.session import Session
from game.sim.simulate import perfect_inputs
from game.timing.units import US_PER_SECOND, Micros
from game.view.canvas.lens import HEIGHT, WIDTH

TARGET = Path(__file__).parents[2] / ".github" / "pictures" / "montage.webp"
PIECES = (
    ("yard", 9),
    ("market", 7),
    ("heavy_bag", 12),
    ("meat", 4),
    ("river", 11),
    ("steps", 18),
    ("summit", 13),
)
"""Sections in order, and the beat of each at which its piece begins."""
PIECE_BEATS = 3
"""Length of a piece, in beats."""
FRAMES_PER_SECOND = 12
MOST_BYTES = 2_500_000
"""Limit of the file, so that a page with it opens at once."""
QUALITIES = range(68, 32, -4)
"""Qualities that are tried, best first."""


def times_of(chart: Chart) -> list[Micros]:
    """Return the song time of every frame, in microseconds."""
    starts = {section.id: section.start_beat for section in chart.sections}
    times: list[Micros] = []
    for name, beat in PIECES:
        first, end = (chart.tempo.to_us(starts[name] + Fraction(beat + more)) for more in (0, PIECE_BEATS))
        times += range(first, end, US_PER_SECOND // FRAMES_PER_SECOND)
    return times


def frames() -> Iterator[Image.Image]:
    """Draw the frames of a flawless run on normal."""
    content, options = load_content(), RunOptions()
    chart = content.chart(Difficulty.NORMAL)
    stage = open_stage(content.world, content.song, chart, content.pack.roots)
    session = Session(chart, options, MINIGAMES)
    for event in perfect_inputs(chart, options, MINIGAMES):
        session.queue(event)
    picture = pygame.Surface((WIDTH, HEIGHT), 0, 32)
    for time_us in times_of(chart):
        stage.on_events(session.advance_to(time_us))
        stage.draw(picture, time_us)
        yield Image.frombytes("RGB", (WIDTH, HEIGHT), pygame.image.tobytes(picture, "RGB"))


def packed(pictures: list[Image.Image], quality: int) -> bytes:
    """Return the pictures as an endless WebP of a quality from 0 to 100."""
    data = io.BytesIO()
    first, *others = pictures
    each_ms = round(1000 / FRAMES_PER_SECOND)
    first.save(data, "WEBP", save_all=True, append_images=others, duration=each_ms, loop=0, quality=quality, method=4)
    return data.getvalue()


def main() -> None:
    """Write the moving picture."""
    parser = argparse.ArgumentParser(description="Draw the README's moving picture.")
    parser.add_argument("-o", "--output", type=Path, default=TARGET, help="another file")
    path: Path = parser.parse_args().output
    pictures = list(frames())
    for quality in QUALITIES:
        data = packed(pictures, quality)
        if len(data) <= MOST_BYTES:
            path.write_bytes(data)
            print(f"{path}: {len(pictures)} frames, quality {quality}, {len(data):,} bytes")
            return
    raise SystemExit(f"{len(data):,} bytes at quality {QUALITIES[-1]}: shorten the pieces")


if __name__ == "__main__":
    main()
