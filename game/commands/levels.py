"""`levels check [FILES]` lists every problem of the maps; `levels chart` prints rhythms and densities; `levels new
NAME` generates a starter map; `levels preview FILE` draws it; `levels generate` writes the Tiled project, the templates
and the designer's reference.

Needs neither display nor sound.
"""

import argparse
import json
import re
from pathlib import Path

from game.app.content import WORLD_SUFFIX, files_of, load_content, pack_of, shipped_pack
from game.commands import Subparsers, charts, preview, ruler
from game.content.chart_figures import chart_figures
from game.content.checks.files import check_file
from game.content.checks.registry import check_world
from game.content.editor_files import write_editor_files
from game.content.finding import Finding, Severity, errors_in
from game.content.grid import curve, density, section_grid
from game.content.look import look_file
from game.content.pack import Pack
from game.content.placed_starter import placed, placed_look
from game.content.song.song import Song, load_song
from game.content.starter import starter_map
from game.content.tiled.xml_files import XmlFiles
from game.content.world import own_map_paths
from game.content.world_reader import read_world
from game.errors import UsageError
from game.minigames.manifest import MINIGAMES
from game.platform.audio.song.onsets import song_onsets
from game.sim.chart import Difficulty

CLEAN = 0
"""Exit status: no problem that counts."""
WARNED = 1
"""Exit status: warnings, with --strict."""
BROKEN = 2
"""Exit status: errors."""
MOST_BARS = 64
"""Longest starter map, in bars."""


def add_parser(subparsers: Subparsers) -> None:
    """Add the command and its sub-commands."""
    parser = subparsers.add_parser("levels", help="check maps, read their charts, or begin a new one")
    commands = parser.add_subparsers(title="what to do", metavar="WHAT", required=True)
    check = commands.add_parser("check", help="list everything that is wrong with maps; status 2 on errors")
    check.add_argument("files", nargs="*", type=Path, metavar="FILE", help="maps (.tmx) or worlds; default: the game's")
    check.add_argument("--json", action="store_true", help="print one JSON object")
    check.add_argument("--strict", action="store_true", help="status 1 on warnings")
    check.set_defaults(run=run_check)
    chart = commands.add_parser("chart", help="print how dense all sections are, or the rhythm of some")
    chart.add_argument(
        "sections", nargs="*", metavar="FILE|SECTION", help="a map or world, and sections to print, a line a bar"
    )
    chart.add_argument("--difficulty", choices=tuple(Difficulty), help="one difficulty only")
    chart.add_argument("--json", action="store_true", help="print all figures as one JSON object (decodes the song)")
    chart.set_defaults(run=run_chart)
    new = commands.add_parser("new", help="write a map that passes the check at once")
    new.add_argument("name", help="name of the map: lower-case letters, digits, - and _")
    new.add_argument("--minigame", required=True, choices=tuple(MINIGAMES), help="its exercise")
    new.add_argument("--bars", type=int, default=8, help="how many bars (default 8)")
    new.add_argument("--place", metavar="MAP", help="looks like this map of the game: yard, market, river, ...")
    new.add_argument("--into", type=Path, help="folder (default: the game's levels)")
    new.set_defaults(run=run_new)
    generate = commands.add_parser("generate", help="write the Tiled project, the templates and the reference anew")
    generate.set_defaults(run=run_generate)
    freeze = commands.add_parser("freeze", help="keep the shipped charts as data, so that their replays stay true")
    freeze.add_argument("--into", type=Path, help="folder (default: that of the released charts)")
    freeze.set_defaults(run=charts.run_freeze)
    preview.add_parser(commands)
    ruler.add_parser(commands)


def run_check(args: argparse.Namespace) -> int:
    """Check; return 0 when clean, 1 on warnings with --strict, 2 on errors."""
    files = args.files or _shipped(shipped_pack())
    findings = [finding for file in files for finding in _check_in_its_pack(file)]
    if args.json:
        print(json.dumps({"files": [str(file) for file in files], "findings": [f.as_dict() for f in findings]}))
    else:
        for finding in findings:
            print(f"{finding.severity}: {finding}")
        print(_summary(findings))
    if errors_in(findings):
        return BROKEN
    return WARNED if findings and args.strict else CLEAN


def _shipped(pack: Pack) -> list[Path]:
    """Return the pack's world, and the maps of exercises that are not in it."""
    world, _ = read_world(pack.world)
    return [pack.world, *([] if world is None else own_map_paths(pack.levels, world))]


def _check_in_its_pack(path: Path) -> list[Finding]:
    pack = pack_of(path)
    song, files = load_song(pack.song), files_of(pack, path)
    findings = check_file(path, song, files)
    return findings if errors_in(findings) else [*findings, *_in_its_world(path, song, files)]


def _in_its_world(path: Path, song: Song, files: XmlFiles | None) -> list[Finding]:
    """Return what is wrong between a sound map and the others of the worlds beside it that list it."""
    findings: list[Finding] = []
    for beside in sorted(path.parent.glob("*.world")) if path.suffix != ".world" else ():
        world, _ = read_world(beside, files)
        if world is not None and any(level.path.name == path.name for level in world.levels):
            findings += check_world(world, song)
    return findings


def _summary(findings: list[Finding]) -> str:
    errors = len(errors_in(findings))
    warnings = sum(finding.severity is Severity.WARNING for finding in findings)
    return "no findings" if not findings else f"{errors} errors, {warnings} warnings"


def run_chart(args: argparse.Namespace) -> int:
    """Print the charts of a map or world, or of the shipped one: densities, rhythms, or all figures as JSON."""
    files = [name for name in args.sections if Path(name).suffix in (".tmx", WORLD_SUFFIX)]
    args.sections = [name for name in args.sections if name not in files]
    if len(files) > 1:
        raise UsageError(f"{files[1]}: one map or world at a time")
    only = Difficulty(args.difficulty) if args.difficulty else None
    content = load_content(files[0] if files else None, difficulty=only)
    song = content.song
    wanted = [only] if only is not None else list(content.pack.difficulties)
    charts = {difficulty: content.chart(difficulty) for difficulty in wanted}
    if args.json:
        onsets_us = song_onsets(song.audio)
        print(json.dumps({difficulty: chart_figures(chart, onsets_us) for difficulty, chart in charts.items()}))
        return CLEAN
    if not args.sections:
        print(curve(charts))
    for name in args.sections:
        for difficulty, chart in charts.items():
            section = next((section for section in chart.sections if section.id == name), None)
            if section is None:
                known = ", ".join(section.id for section in chart.sections)
                raise UsageError(f"{name!r} is no section: choose from {known}")
            print(f"{name} on {difficulty}: {density(section)}\n{section_grid(section)}\n")
    return CLEAN


def _place(name: str, pack: Pack) -> Path:
    """Return the map of the game that is called `name` and has a picture; raises UsageError."""
    known = [path for path in sorted(pack.levels.glob("*.tmx")) if look_file(path).is_file()]
    found = next((path for path in known if path.stem == name), None)
    if found is None:
        raise UsageError(f"--place {name}: is no map of the game: choose from {', '.join(path.stem for path in known)}")
    return found


def run_generate(args: argparse.Namespace) -> int:
    """Write the generated files and print the names of those that changed."""
    for path in write_editor_files(shipped_pack().levels):
        print(path)
    return CLEAN


def run_new(args: argparse.Namespace) -> int:
    """Write the starter map and print its path."""
    if not re.fullmatch(r"[a-z0-9_-]+", args.name):
        raise UsageError(f"{args.name!r} is no name for a map: use lower-case letters, digits, - and _")
    if not 2 <= args.bars <= MOST_BARS:
        raise UsageError(f"--bars {args.bars}: a map has 2 to {MOST_BARS} bars")
    pack = shipped_pack()
    path = (args.into or pack.levels) / f"{args.name}.tmx"
    text = starter_map(args.name, args.minigame, args.bars, load_song(pack.song))
    place = _place(args.place, pack) if args.place else None
    if place is not None:
        text = placed(text, place, path.parent)
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
        if place is not None:
            look_file(path).write_text(placed_look(place, args.name, args.minigame), encoding="utf-8", newline="\n")
    except FileExistsError as error:
        raise UsageError(f"{path}: is there already; choose another name") from error
    except OSError as error:
        raise UsageError(f"{path}: cannot be written ({error.strerror}); choose a folder with --into") from error
    print(path)
    return CLEAN
