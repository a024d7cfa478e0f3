"""What Tiled needs beside the maps of a pack that does not lie in the game's folder: a project, templates, pictures.

None of it is part of the pack: zips leave it out.
"""

import json
import sys
from contextlib import suppress
from pathlib import Path

from game.content.designer import PROJECT_FILE, PROJECT_FOLDER, TEMPLATE_FOLDER, project_text, template_texts

PACK_FOLDER = f"{PROJECT_FOLDER}/.."
"""The pack's folder, as Tiled's commands write it: the project lies in its `levels`."""
CHECK_ALL = "main.py levels check"
"""Command that checks the shipped world."""
CHECK_PACK = f"main.py packs check {PACK_FOLDER}"
"""Command that checks a pack."""


def write_editor_part(root: Path, game: Path) -> None:
    """Write what Tiled needs into a pack: the project, the templates, and links to the shipped pictures and tilesets.

    The links are no part of the pack: zips leave them out. Where a system allows none, Tiled shows missing pictures,
    and the game finds them all the same.
    """
    levels = root / "levels"
    (levels / TEMPLATE_FOLDER).mkdir(exist_ok=True)
    texts = {
        PROJECT_FILE: own_project(game),
        **{f"{TEMPLATE_FOLDER}/{name}": text for name, text in template_texts().items()},
    }
    for name, text in texts.items():
        (levels / name).write_text(text, encoding="utf-8", newline="\n")
    for link, shipped in ((root / "assets", game / "assets"), (levels / "tilesets", game / "levels" / "tilesets")):
        if shipped.is_dir():
            with suppress(OSError, NotImplementedError):
                link.symlink_to(shipped.resolve(), target_is_directory=True)


def own_project(game: Path) -> str:
    """Return the Tiled project of a pack: its commands run the game in its folder, on the pack that the project is of;
    its extension is the game's.
    """
    project = json.loads(project_text())
    for command in project["commands"]:
        arguments = command["arguments"]
        command["arguments"] = CHECK_PACK if arguments == CHECK_ALL else arguments.replace(PROJECT_FOLDER, PACK_FOLDER)
        command["workingDirectory"] = str(game)
        command["command"] = sys.executable
    project["extensionsPath"] = str(game / "levels" / project["extensionsPath"])
    return json.dumps(project, indent=4) + "\n"
