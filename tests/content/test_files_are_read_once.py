"""Loading the montage opens and parses each of its maps, tilesets and templates one time."""

import json
import subprocess
import sys
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree

from game.minigames.manifest import MINIGAMES
from game.storage.paths import levels_dir

SCRIPT = """
import json, sys
from xml.etree import ElementTree

opened, parsed = [], []
plain = ElementTree.XMLParser
class Parser(plain):
    def __init__(self, *args, **kinds):
        parsed.append(1)
        super().__init__(*args, **kinds)
ElementTree.XMLParser = Parser
ElementTree.XML.__globals__["XMLParser"] = Parser
sys.addaudithook(lambda event, args: opened.append(str(args[0])) if event == "open" else None)
from game.app.content import load_content
load_content()
print(json.dumps({"opened": opened, "parsed": len(parsed)}))
"""
SUFFIXES = (".world", ".tmx", ".tsx", ".tx")


def sources(file: Path, tag: str) -> set[Path]:
    """Return the files that elements of one kind name in a file."""
    attribute = "template" if tag == "object" else "source"
    names = {node.get(attribute) for node in ElementTree.parse(file).iter(tag)}
    return {(file.parent / name).resolve() for name in names if name is not None}


def test_each_file_of_the_montage_is_opened_and_parsed_once() -> None:
    run = subprocess.run([sys.executable, "-c", SCRIPT], check=True, capture_output=True, text=True)
    found = json.loads(run.stdout.splitlines()[-1])
    opened = Counter(Path(name).resolve() for name in found["opened"] if name.endswith(SUFFIXES))
    world = json.loads((levels_dir() / "montage.world").read_text(encoding="utf-8"))
    maps = {(levels_dir() / row["fileName"]).resolve() for row in world["maps"]}
    maps |= {path.resolve() for name in MINIGAMES if (path := levels_dir() / f"{name}.tmx").exists()}
    used = {file for path in maps for tag in ("tileset", "object") for file in sources(path, tag)}
    assert opened == Counter({*maps, *used, (levels_dir() / "montage.world").resolve()})
    assert found["parsed"] == len(maps | used)
