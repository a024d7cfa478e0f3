"""Tiled, where it is installed, opens and saves every map without changing a byte."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from game.storage.paths import assets_dir, levels_dir

MAPS = sorted(levels_dir().glob("*.tmx"))


@pytest.mark.skipif(shutil.which("tiled") is None, reason="Tiled is not installed")
@pytest.mark.parametrize("path", MAPS, ids=lambda path: path.stem)
def test_tiled_saves_what_is_committed(tmp_path: Path, path: Path) -> None:
    levels = tmp_path / "levels"
    shutil.copytree(levels_dir(), levels)
    (tmp_path / "assets").symlink_to(assets_dir().resolve(), target_is_directory=True)
    saved = levels / "saved.tmx"
    tmp_path.chmod(0o700)
    done = subprocess.run(
        ["tiled", "--export-map", "tmx", str(levels / path.name), str(saved)],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "XDG_RUNTIME_DIR": str(tmp_path)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stderr.strip()) == (0, "")
    assert without_sizes(saved.read_text(encoding="utf-8")) == without_sizes(path.read_text(encoding="utf-8"))


def without_sizes(text: str) -> str:
    """Return a map without the sizes of its images, which Tiled reads anew from the files, and without the names of
    enumerations, which it keeps only where the project is open."""
    text = re.sub(r' propertytype="[A-Za-z]+"', "", text)
    return re.sub(r'(<image source="[^"]*") width="[0-9]+" height="[0-9]+"', r"\1", text)
