"""Packs as folders and zips: `packs new`, `check`, `zip`, `install` and `list`."""

import argparse
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from game.app.content import open_pack, shipped_pack, shipped_roots
from game.app.packs import ZIP_SUFFIX, pack_folder, unpacked
from game.content.designer import PROJECT_FILE
from game.content.finding import Finding, Severity, errors_in
from game.content.packing.archive import write_zip
from game.content.packing.check import check_pack
from game.content.packing.installed import ID, SHIPPED_ID, Listed, install, installed, pack_hash
from game.content.packing.media import files_of_pack
from game.content.packing.starter import MOST_BARS, Starter, write_starter
from game.content.song.song import load_song
from game.errors import ContentError, UsageError
from game.storage.paths import user_paths
from game.timing.units import US_PER_SECOND

CLEAN = 0
"""Exit status: no errors."""
BROKEN = 2
"""Exit status: errors."""
HASH_DIGITS = 8
"""How many digits of a pack's hash are shown."""


def run_new(args: argparse.Namespace) -> int:
    """Write the starter pack and say what to do with it."""
    root: Path = args.folder
    if not ID.fullmatch(root.name):
        raise UsageError(f"{root.name!r} is no id for a pack: use lower-case letters, digits and -, at most 48")
    if not 2 <= args.bars <= MOST_BARS or not 40 <= args.bpm <= 300:
        raise UsageError(f"--bars {args.bars} --bpm {args.bpm:g}: a song has 2 to {MOST_BARS} bars, at 40 to 300")
    starter = Starter(args.title or root.name, args.author, args.bars, round(60 * US_PER_SECOND / args.bpm))
    write_starter(root, starter, shipped_pack().root.parent.resolve())
    print(f"{root}: a pack of one map. Open {root / 'levels' / PROJECT_FILE} in Tiled by Project > Open Project,")
    print(f"replace song/click.wav by your song; packs check {root}, play --pack {root}, packs zip {root}")
    return CLEAN


def run_check(args: argparse.Namespace) -> int:
    """Check; return 0 where there are no errors, else 2."""
    if Path(args.pack).suffix.lower() == ZIP_SUFFIX:
        with unpacked(Path(args.pack)) as folder:
            findings = check_pack(folder, shipped_roots())
    else:
        findings = check_pack(pack_folder(args.pack), shipped_roots())
    if args.json:
        print(json.dumps({"pack": args.pack, "findings": [finding.as_dict() for finding in findings]}))
    else:
        print_findings(findings)
    return BROKEN if errors_in(findings) else CLEAN


def print_findings(findings: Sequence[Finding]) -> None:
    """Print findings, a line each, and how many there are."""
    for finding in findings:
        print(f"{finding.severity}: {finding}")
    warnings = sum(finding.severity is Severity.WARNING for finding in findings)
    print(f"{len(errors_in(findings))} errors, {warnings} warnings" if findings else "no findings")


def run_zip(args: argparse.Namespace) -> int:
    """Check the pack and write its zip; return 2 where it has errors."""
    root = pack_folder(args.pack)
    findings = check_pack(root, shipped_roots())
    print_findings(findings)
    if errors_in(findings):
        return BROKEN
    pack = open_pack(root)
    if not ID.fullmatch(pack.id):
        raise ContentError(f"{root}: pack.toml: id is {pack.id!r}; write up to 48 lower-case letters, digits and -")
    target: Path = args.output or Path(f"{pack.id}{ZIP_SUFFIX}")
    write_zip(root, files_of_pack(root), target)
    print(f"{target}: {target.stat().st_size / 1e6:.1f} MB, hash {pack_hash(root)[:HASH_DIGITS]}")
    return CLEAN


def run_install(args: argparse.Namespace) -> int:
    """Install the zip and say what was left out."""
    done = install(args.zip, user_paths().packs, shipped_roots(), replace=args.replace)
    for finding in done.findings:
        print(f"{finding.severity}: {finding}")
    for name in done.left_out:
        print(f"left out: {name}")
    print(f'installed "{done.pack.title}": play --pack {done.pack.id}')
    return CLEAN


@dataclass(frozen=True, slots=True)
class PackRow:
    """One line of the list. `seconds` is 0 and the title empty where the pack cannot be read."""

    id: str
    title: str
    author: str
    seconds: int
    folder: str
    hash: str
    problems: tuple[str, ...]

    def __str__(self) -> str:
        """Format for a person; each problem on a line of its own."""
        by = f", by {self.author}" if self.author else ""
        length = f"{self.seconds // 60}:{self.seconds % 60:02}"
        head = f"{self.id:<20} {self.title}{by}, {length}, hash {self.hash[:HASH_DIGITS]}"
        return "\n    ".join([head, *self.problems])


def run_list(args: argparse.Namespace) -> int:
    """List the montage and the installed packs; a faulty one with what is wrong."""
    rows = [
        _row(Listed(shipped_pack().root, shipped_pack())),
        *map(_row, installed(user_paths().packs, shipped_roots())),
    ]
    if args.json:
        print(json.dumps({"packs": [asdict(row) for row in rows]}))
        return CLEAN
    for row in rows:
        print(row)
    return CLEAN


def _row(listed: Listed) -> PackRow:
    pack, folder = listed.pack, str(listed.folder)
    if pack is None:
        return PackRow(listed.folder.name, "", "", 0, folder, "", (listed.problem,))
    checked = [] if pack.id == SHIPPED_ID else errors_in(check_pack(listed.folder, shipped_roots()))
    seconds = 0 if checked else load_song(pack.song).duration_us // US_PER_SECOND
    problems = tuple(str(finding) for finding in checked)
    return PackRow(pack.id, pack.title, pack.author, seconds, folder, pack_hash(listed.folder), problems)
