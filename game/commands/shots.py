"""`shots` and `film`: moments of a run drawn to PNG, without a window; `shots --script`: its colors on one strip."""

import argparse
import os
from collections.abc import Iterable, Iterator
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

from game.app.content import Content, load_content
from game.commands import Subparsers, color_script, screens
from game.commands.runs import autoplay_inputs, difficulty_of, options_of
from game.errors import StorageError, UsageError
from game.minigames.manifest import MINIGAMES
from game.sim.chart import Chart, Difficulty
from game.sim.session import Session
from game.timing.tempo import BEATS_PER_BAR
from game.timing.units import US_PER_SECOND, Micros

if TYPE_CHECKING:
    import pygame

BEAT_GRAIN = 960
"""Resolution of beats on the command line: 1/960."""
STANDARD_BARS = 2
"""Default spacing of shots in bars; each is taken half a beat into its bar."""


def add_parser(subparsers: Subparsers) -> None:
    """Add both commands."""
    shots = subparsers.add_parser("shots", help="draw exact moments of a run to PNG")
    _common(shots)
    shots.add_argument("-o", "--output", metavar="DIR", help="folder for the pictures")
    shots.add_argument(
        "--script", type=Path, metavar="OUT.png", help="draw the color script instead: the mean color of each bar"
    )
    shots.add_argument(
        "--at", action="append", metavar="SECTION:BEAT", help="a moment; may come often (default: a set)"
    )
    shots.add_argument("--screen", metavar="NAME", help="draw a screen in all its states instead (menu, results, ...)")
    shots.set_defaults(run=run_shots)
    film = subparsers.add_parser("film", help="draw consecutive frames of a run to PNG")
    _common(film)
    film.add_argument("-o", "--output", required=True, metavar="DIR", help="folder for the pictures")
    film.add_argument(
        "--from", dest="first", required=True, metavar="BEAT", help="first beat (of the song, or ID:BEAT)"
    )
    film.add_argument("--to", dest="last", required=True, metavar="BEAT", help="last beat")
    film.add_argument("--fps", type=int, default=30, metavar="N", help="frames a second (default 30)")
    film.set_defaults(run=run_film)


def _common(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--scale", type=int, default=1, metavar="N", help="enlarge by a whole number (default 1)")
    parser.add_argument("--difficulty", choices=tuple(map(str, Difficulty)), help="default normal")
    parser.add_argument("--seed", type=int, default=0, metavar="N", help="seed of a spread player")
    parser.add_argument("--level", metavar="FILE", help="one map instead of the shipped world")
    parser.add_argument("--section", metavar="ID", help="one section alone, of the world or with a map of its own")
    parser.add_argument(
        "--autoplay", nargs="?", type=float, const=0.0, default=0.0, metavar="SPREAD_MS",
        help="let taps be spread by so many milliseconds (default: perfect)",
    )  # fmt: skip
    parser.add_argument("--reduced-motion", action="store_true", help="as with the setting")
    parser.set_defaults(rate=None, mode="montage")


def run_shots(args: argparse.Namespace) -> int:
    """Draw the requested moments, or the color script; print the files."""
    if args.script is not None:
        content, chart = _content(args)
        return color_script.write(args.script, chart, lambda times: drawn(args, content, chart, times))
    if args.output is None:
        raise UsageError("shots: name a folder with -o DIR, or a picture with --script OUT.png")
    if args.screen is not None:
        return screens.draw_screens(args, (screens.known_screen(args.screen),))
    content, chart = _content(args)
    wanted = [_moment(text, chart) for text in args.at] if args.at else _standard(chart)
    return _write(args, content, chart, ((name, chart.tempo.to_us(beat)) for name, beat in wanted))


def run_film(args: argparse.Namespace) -> int:
    """Draw the frames from one beat to another; print the last file."""
    content, chart = _content(args)
    if args.fps <= 0:
        raise UsageError(f"--fps {args.fps}: write a whole number above zero")
    first, last = (chart.tempo.to_us(_moment(text, chart)[1]) for text in (args.first, args.last))
    count = (last - first) * args.fps // US_PER_SECOND
    times = ((f"{number:06d}", first + number * US_PER_SECOND // args.fps) for number in range(count + 1))
    return _write(args, content, chart, times)


def _content(args: argparse.Namespace) -> tuple[Content, Chart]:
    content = load_content(args.level)
    return content, content.chart(difficulty_of(args), args.section)


def _moment(text: str, chart: Chart) -> tuple[str, Fraction]:
    """Return a name and a beat of the song for `SECTION:BEAT` (beats of the section) or `BEAT`; raises UsageError."""
    section_id, _, beat_text = text.rpartition(":")
    try:
        beat = Fraction(beat_text).limit_denominator(BEAT_GRAIN)
    except (ValueError, ZeroDivisionError):
        raise UsageError(f'"{text}": write SECTION:BEAT, such as {chart.sections[0].id}:12.5') from None
    if not section_id:
        return f"beat-{float(beat):07.2f}", beat
    section = next((section for section in chart.sections if section.id == section_id), None)
    if section is None:
        known = ", ".join(section.id for section in chart.sections)
        raise UsageError(f'"{text}": no section "{section_id}": there are {known}')
    return f"{section.index + 1:02d}-{section_id}-{float(beat):05.2f}", section.start_beat + beat


def _standard(chart: Chart) -> list[tuple[str, Fraction]]:
    moments: list[tuple[str, Fraction]] = []
    for section in chart.sections:
        length = int(section.end_beat - section.start_beat)
        for beat in range(0, length, STANDARD_BARS * BEATS_PER_BAR):
            moments.append(_moment(f"{section.id}:{beat + 2}.5", chart))
    return moments


def _write(args: argparse.Namespace, content: Content, chart: Chart, times: Iterable[tuple[str, Micros]]) -> int:
    folder = Path(args.output)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StorageError(f"{folder}: cannot be made ({error.strerror}): name another folder") from error
    for path in _pictures(args, content, chart, sorted(times, key=lambda pair: pair[1])):
        print(path)
    return 0


def _pictures(
    args: argparse.Namespace, content: Content, chart: Chart, times: list[tuple[str, Micros]]
) -> Iterator[Path]:
    import pygame

    from game.view.canvas.lens import HEIGHT, WIDTH

    size = (WIDTH * args.scale, HEIGHT * args.scale)
    for (name, _), target in zip(times, drawn(args, content, chart, [time for _, time in times]), strict=True):
        path = Path(args.output) / f"{name}.png"
        pygame.image.save(pygame.transform.scale(target, size) if args.scale > 1 else target, path)
        yield path


def drawn(
    args: argparse.Namespace, content: Content, chart: Chart, times: Iterable[Micros]
) -> "Iterator[pygame.Surface]":
    """Draw moments of a run, in order of time, on one surface that is reused; print what could not be drawn."""
    os.environ["SDL_VIDEODRIVER"] = "dummy"
    import pygame

    from game.minigames.views import open_stage
    from game.view.canvas.lens import HEIGHT, WIDTH
    from game.view.canvas.options import ViewOptions

    options = options_of(args)
    stage = open_stage(
        content.maps_of(chart), content.song, chart, content.pack.roots, ViewOptions(args.reduced_motion)
    )
    session = Session(chart, options, MINIGAMES)
    for event in autoplay_inputs(chart, options, args.autoplay or 0.0):
        session.queue(event)
    target = pygame.Surface((WIDTH, HEIGHT), 0, 32)
    for time_us in times:
        stage.on_events(session.advance_to(time_us))
        stage.draw(target, time_us)
        yield target
    for problem in stage.art.problems:
        print(f"note: {problem}")
