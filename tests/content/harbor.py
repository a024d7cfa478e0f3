"""A stranger's pack for tests: two sections, a song and a look of its own, and nothing else."""

from pathlib import Path

from tests.content.test_world import write_world
from tests.content.tiny import SONG, Tiny

PACK = 'format = 1\nid = "harbor"\ntitle = "Down at the harbor"\n'


def write_harbor(folder: Path) -> Path:
    """Write the pack into a folder of its own; return that."""
    root = folder / "harbor"
    (root / "song").mkdir(parents=True)
    (root / "levels").mkdir()
    (root / "pack.toml").write_text(PACK, encoding="utf-8")
    (root / "song" / "song.toml").write_text(SONG, encoding="utf-8")
    Tiny("heavy_bag", name="first").add("stations", "Station", 4, 321).write(root / "levels")
    Tiny(name="second", start_beat=16).cue(2, "lift").write(root / "levels")
    (root / "levels" / "first.look.toml").write_text('ground = "#305040"\n', encoding="utf-8")
    write_world(root / "levels", "first", "second").rename(root / "levels" / "harbor.world")
    return root
