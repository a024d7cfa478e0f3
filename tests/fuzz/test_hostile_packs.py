"""Hostile zips: each is refused in words or installed harmlessly; nothing appears outside of its folder, nothing takes
long, and no file that could be run is written.

The 300 by name are the same every time; the suite takes one of each kind.
"""

import time
from pathlib import Path

import pytest

from game.app.content import load_content, shipped_roots
from game.content.packing.installed import install
from game.content.packing.limits import MOST_BYTES, MOST_BYTES_IN_ALL
from game.errors import ContentError, GameError
from game.sim.chart import Difficulty
from game.terminal import escaped
from tests.fuzz.honest_pack import honest, sound_pack
from tests.fuzz.hostile_packs import KINDS, hostile

EACH = 12
"""How many zips of each kind are tried by name: 300 in all."""
LONGEST_S = 6.0
"""The most processor time that one may cost."""


def test_a_sound_pack_is_installed(tmp_path: Path) -> None:
    path = tmp_path / "harbor.zip"
    path.write_bytes(honest(sound_pack()))

    done = install(path, tmp_path / "packs", shipped_roots(), replace=False)

    assert (done.pack.id, done.left_out, done.findings) == ("harbor", (), ())
    assert {file.name for file in done.pack.root.rglob("*.tmx")} == {"first.tmx"}


@pytest.mark.parametrize("kind", KINDS)
def test_a_hostile_zip_does_no_harm(kind: str, tmp_path: Path) -> None:
    for label, content in hostile([kind], 1):
        assert_harmless(label, content, tmp_path)


@pytest.mark.slow
@pytest.mark.timeout(1800)
def test_three_hundred_hostile_zips_do_no_harm(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert len(KINDS) * EACH >= 300
    outcomes: list[tuple[float, str, bool]] = []
    for label, content in hostile(KINDS, EACH):
        place = tmp_path / label.replace(" ", "-")
        place.mkdir()
        outcomes.append(
            (*assert_harmless(label, content, place)[:1], label, not (place / "home" / "packs" / "harbor").exists())
        )
    with capsys.disabled():
        slowest = max(outcomes)
        refused = sum(refused for *_, refused in outcomes)
        print(f"\n{len(outcomes)} zips, {refused} refused, slowest {slowest[1]} with {slowest[0]:.2f} s")


def assert_harmless(label: str, content: bytes, place: Path) -> tuple[float, bool]:
    """Install one zip in a place of its own; return the processor time, and whether it was installed."""
    (place / "home").mkdir()
    packs, path = place / "home" / "packs", place / "stranger.zip"
    path.write_bytes(content)
    began, installed = time.process_time(), True
    try:
        install(path, packs, shipped_roots(), replace=False)
    except ContentError as error:
        installed = False
        assert all(line == escaped(line) and len(line) < 2_000 for line in str(error).split("\n")), (
            f"{label}: {error!r}"
        )
    except Exception as error:
        raise AssertionError(f"{label} raises {error!r}") from error
    if installed:
        loads_in_words(label, packs / "harbor")
    spent_s = time.process_time() - began
    assert spent_s < LONGEST_S, f"{label} took {spent_s:.1f} s"
    path.unlink()
    files = [file for file in place.rglob("*") if not file.is_dir() or file.is_symlink()]
    assert all(file.is_file() and not file.is_symlink() for file in files), f"{label} leaves a link"
    assert all(file.is_relative_to(packs / "harbor") for file in files), f"{label} leaves {files}"
    assert bool(files) == installed, f"{label} was refused and left something"
    assert all(file.suffix.lower() in MOST_BYTES for file in files), f"{label} leaves {files}"
    assert sum(file.stat().st_size for file in files) <= MOST_BYTES_IN_ALL
    return spent_s, installed


def loads_in_words(label: str, folder: Path) -> None:
    """Load what was installed, as a run does."""
    try:
        load_content(pack=str(folder)).chart(Difficulty.NORMAL)
    except GameError as error:
        raise AssertionError(f"{label} was installed and cannot be played: {error}") from error
