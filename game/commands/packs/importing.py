"""Does what `packs from` asks for. Imported once it is known that the extra is there."""

import argparse
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from game.content.importing.beat_grid import Octave
from game.content.importing.chart_file import ReadChart
from game.content.importing.features import Floats
from game.content.importing.from_audio import Wishes, lay_out, lay_out_chart
from game.content.importing.map_writer import Places
from game.content.importing.osu import SUFFIX as OSU_SUFFIX
from game.content.importing.osu import read_osu
from game.content.importing.pack_writer import Words, write_pack
from game.content.importing.recording import SAMPLE_RATE, Recording, Report, Span, read_recording
from game.content.importing.stepmania import SUFFIXES as STEPMANIA_SUFFIXES
from game.content.importing.stepmania import read_stepmania
from game.content.pack import Pack
from game.content.packing.editor_part import write_editor_part
from game.content.world_reader import read_world
from game.errors import ContentError, UsageError
from game.timing.units import US_PER_SECOND

LONGEST_HEARD_S = 120
"""So much of a song is heard to tap along with, in seconds."""
FEWEST_TAPS = 4
"""Fewest taps that tell a tempo."""


def import_song(args: argparse.Namespace, shipped: Pack, report: Report) -> list[str]:
    """Make the pack of a sound file or chart; return what is worth knowing, a sentence each. Raises ContentError."""
    world, _ = read_world(shipped.world)
    if world is None:
        raise ContentError(f"{shipped.world}: cannot be read; install the game again")
    with TemporaryDirectory(prefix="lace-up-chart-") as place:
        chart = _chart(args, Path(place))
        span = _span(args)
        recording = read_recording(args.source if chart is None else chart.sound, span, report)
    if chart is None:
        taps = _tapped_along(recording) if args.tap else _taps(args.taps, span.start_s)
        wishes = Wishes(args.bpm, Octave(args.tempo or Octave.SAME), args.shift, taps)
        laid = lay_out(recording, wishes, report)
    else:
        laid = lay_out_chart(recording, chart)
    title = args.title or (chart or recording).title or args.source.stem
    words = Words(title, args.author if args.author is not None else (chart or recording).artist)
    write_pack(args.output, words, laid, Places(world), report)
    write_editor_part(args.output, shipped.root.parent.resolve())
    told = f"{laid.grid.bars} bars at {laid.grid.bpm:.1f} beats a minute, from {laid.grid.start_s:.2f} s on"
    parts = ", ".join(part.id for part in laid.parts)
    return [*filter(None, [recording.notice]), told, f"sections: {parts}"]


def _chart(args: argparse.Namespace, place: Path) -> ReadChart | None:
    """Return the chart that the source is, or None for a sound file."""
    suffix = args.source.suffix.lower()
    if suffix not in (*STEPMANIA_SUFFIXES, OSU_SUFFIX):
        return None
    told = [flag for flag in ("start", "end", "bpm", "tempo", "shift", "taps", "tap") if getattr(args, flag)]
    if told:
        raise UsageError(
            "a chart says its own beats: leave out --from, --to, --bpm, --tempo, --shift, --tap and --taps"
        )
    if suffix == OSU_SUFFIX:
        return read_osu(args.source, args.difficulty, place)
    return read_stepmania(args.source, args.difficulty)


def _span(args: argparse.Namespace) -> Span:
    if args.start < 0 or (args.end is not None and args.end <= args.start):
        raise UsageError(f"--from {args.start:g} --to {args.end}: the part must have an end behind its beginning")
    return Span(args.start, args.end)


def _tapped_along(recording: Recording) -> Floats:
    """Return the times in seconds that a person taps along with a recording; raises UsageError where none are."""
    from game.app.tapping import tap_along  # pygame is imported only where there is a window

    taps_us = tap_along(recording.samples[: LONGEST_HEARD_S * SAMPLE_RATE])
    if not taps_us:
        raise UsageError("no beat was tapped, and nothing was written: leave out --tap to have it found")
    return np.array(taps_us) / US_PER_SECOND


def _taps(path: Path | None, start_s: float) -> Floats:
    """Return tapped times in seconds of the recording; an Audacity label track is read too: its first column."""
    if path is None:
        return np.zeros(0)
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
        taps = np.array(sorted(float(line.replace(",", " ").split()[0]) for line in lines if line.strip())) - start_s
    except OSError as error:
        raise ContentError(f"{path}: cannot be read ({error.strerror}); name a file of times in seconds") from error
    except ValueError as error:
        raise ContentError(f"{path}: {error}; write a time in seconds on each line") from error
    if len(taps) < FEWEST_TAPS or not np.isfinite(taps).all() or np.median(np.diff(taps)) <= 0:
        raise ContentError(f"{path}: holds {len(taps)} taps; tap at least {FEWEST_TAPS} beats that follow each other")
    return taps
