"""Writes the pack of an imported song: its description, song, practice rates, maps and world."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import numpy as np

from game.content.importing.arrangement import CLIMB, TOP, ArrangedSection
from game.content.importing.beat_grid import BeatGrid
from game.content.importing.charting import charted, lace_of
from game.content.importing.choosing import Heard
from game.content.importing.cover import cover_of
from game.content.importing.map_writer import Charts, Places, write_map
from game.content.importing.practice_mix import RATE_ONE, cuts_among, practice_mix
from game.content.importing.recording import SAMPLE_RATE, Report, Samples, write_vorbis
from game.content.pack import PACK_FILE
from game.content.packing.starter import pack_text, world_text
from game.content.song.song import SONG_FORMAT
from game.errors import ContentError
from game.minigames.manifest import MINIGAMES
from game.sim.chart import Difficulty
from game.sim.options import RATES_PERMILLE
from game.timing.tempo import BEATS_PER_BAR
from game.timing.units import US_PER_SECOND, Micros

LEAD_IN_BEATS = 4
"""Beats of the lead-in: what the recording has before its first bar, or silence."""
LONGEST_RING_OUT_S = 8.0
"""Longest sound after the last bar, in seconds."""
COVER = "cover.png"
"""Name of the pack's picture."""
QUALITY = 0.4
"""Quality of the song's Ogg Vorbis, 0 to 1."""
PRACTICE_QUALITY = 0.2
"""Quality of practice rates."""
CUTS_A_BEAT = 4
"""A practice rate begins anew so many times a beat, where the tempo allows it."""


@dataclass(frozen=True)
class Words:
    """What the pack says of itself."""

    title: str
    author: str


@dataclass(frozen=True)
class Laid:
    """A song that has been laid out: its samples, grid, sections, and what is heard of it."""

    samples: Samples
    grid: BeatGrid
    parts: tuple[ArrangedSection, ...]
    heard: Heard


def write_pack(root: Path, words: Words, laid: Laid, places: Places, report: Report) -> None:
    """Write the pack into a new folder; raises ContentError where it is there already or cannot be written."""
    try:
        (root / "song").mkdir(parents=True)
        (root / "levels").mkdir()
        described = pack_text(root.name, words.title, words.author) + f'picture = "{COVER}"\n'
        (root / PACK_FILE).write_text(described, encoding="utf-8", newline="\n")
        (root / COVER).write_bytes(cover_of(laid.samples))
        _write_song(root / "song", words.title, laid, report)
        widths = list(_write_maps(root / "levels", laid, places, report))
        (root / "levels" / f"{root.name}.world").write_text(world_text(widths), encoding="utf-8", newline="\n")
    except FileExistsError as error:
        raise ContentError(f"{root}: is there already; choose another name") from error
    except OSError as error:
        raise ContentError(f"{root}: cannot be written ({error.strerror}); choose another place") from error


def _write_maps(levels: Path, laid: Laid, places: Places, report: Report) -> Iterator[tuple[str, int]]:
    """Write one map a place; yield each file's name and width."""
    groups = _groups(laid.parts)
    for number, parts in enumerate(groups, start=1):
        sections = [_charts(part, laid.heard) for part in parts]
        name = f"{number:02}-{parts[0].id}.tmx"
        yield name, write_map(levels / name, sections, places.map_of(parts[0].minigame))
        report("charting", number / len(groups))


def _groups(parts: Sequence[ArrangedSection]) -> list[list[ArrangedSection]]:
    """Return the sections of each map: the climb and its top share one, all others have their own."""
    groups: list[list[ArrangedSection]] = []
    for part in parts:
        if part.minigame == TOP and groups and groups[-1][-1].minigame == CLIMB:
            groups[-1].append(part)
        else:
            groups.append([part])
    return groups


def _charts(part: ArrangedSection, heard: Heard) -> Charts:
    spec = MINIGAMES[part.minigame].spec
    charts = {difficulty: charted(part, spec, difficulty, heard) for difficulty in Difficulty}
    return Charts(part, charts, lace_of(spec, list(charts.values()), part.bars))


def _write_song(folder: Path, title: str, laid: Laid, report: Report) -> None:
    tempo, grid = laid.heard.tempo, laid.grid
    first = round(grid.start_s * SAMPLE_RATE)
    duration_us = tempo.to_us(grid_beats(grid))
    length = duration_us * SAMPLE_RATE // US_PER_SECOND
    song = _part_of(laid.samples, first, first + length)
    lead_frames = LEAD_IN_BEATS * grid.runs()[0][1] * SAMPLE_RATE // US_PER_SECOND
    lead_in = _part_of(laid.samples, first - lead_frames, first)
    write_vorbis(folder / "lead-in.ogg", lead_in, QUALITY)
    write_vorbis(folder / "ring-out.ogg", _ring_out(laid.samples, first + length), QUALITY)
    cuts = cuts_among((tempo.to_us(beat) * SAMPLE_RATE // US_PER_SECOND for beat in _cut_beats(grid)), len(song))
    for number, rate in enumerate(RATES_PERMILLE):
        mix = practice_mix(song, rate, cuts)
        write_vorbis(folder / _mix_name(rate), mix, QUALITY if rate == RATE_ONE else PRACTICE_QUALITY)
        report("writing the song and its practice rates", (number + 1) / len(RATES_PERMILLE))
    (folder / "song.toml").write_text(_song_text(title, laid, duration_us), encoding="utf-8", newline="\n")


def grid_beats(grid: BeatGrid) -> Fraction:
    """Return how many beats a grid's bars have."""
    return Fraction(grid.bars * BEATS_PER_BAR)


def _cut_beats(grid: BeatGrid) -> list[Fraction]:
    return [Fraction(place, CUTS_A_BEAT) for place in range(grid.bars * BEATS_PER_BAR * CUTS_A_BEAT + 1)]


def _part_of(samples: Samples, first: int, end: int) -> Samples:
    """Return frames from `first` to `end`; what lies outside of the recording is silence."""
    before, after = max(0, -first), max(0, end - len(samples))
    inside = samples[max(0, first) : min(end, len(samples))]
    return np.pad(inside, ((before, after), (0, 0)))


def _ring_out(samples: Samples, first: int) -> Samples:
    """Return what sounds after the last bar, faded out."""
    last = min(len(samples), first + int(LONGEST_RING_OUT_S * SAMPLE_RATE))
    tail = _part_of(samples, first, max(last, first + SAMPLE_RATE))
    fading: Samples = tail * np.linspace(1, 0, len(tail), dtype=np.float32)[:, None]
    return fading


def _mix_name(rate_permille: int) -> str:
    return "song.ogg" if rate_permille == RATE_ONE else f"mix-{rate_permille / RATE_ONE:g}.ogg"


def _song_text(title: str, laid: Laid, duration_us: Micros) -> str:
    """Return the `song.toml`."""
    runs = laid.grid.runs()
    lines = [
        f"format = {SONG_FORMAT}",
        f"title = {json.dumps(title, ensure_ascii=False)}",
        f"sample_rate = {SAMPLE_RATE}",
        f"duration_us = {duration_us}",
        "",
        f'[lead_in]\nbeats = {LEAD_IN_BEATS}\nus_per_beat = {runs[0][1]}\nfile = "lead-in.ogg"\n',
        '[ring_out]\nfile = "ring-out.ogg"\n',
    ]
    lines += [f"[[tempo]]\nbeats = {beats}\nus_per_beat = {us_per_beat}\n" for beats, us_per_beat in runs]
    lines += [f'[[sections]]\nid = "{part.id}"\nbars = {part.bars}\n' for part in laid.parts]
    lines += [f'[[rates]]\nrate = {rate / RATE_ONE:g}\nfile = "{_mix_name(rate)}"\n' for rate in RATES_PERMILLE]
    return "\n".join(lines)
