"""Writes what the editor and the designer read, made from the exercises' facts and the table of map objects.

Changes only what is out of date; removes templates that nothing makes any more.
"""

from pathlib import Path

from game.content.designer import (
    PROJECT_FILE,
    REFERENCE_FILE,
    REFERENCE_MARK,
    TEMPLATE_FOLDER,
    project_text,
    reference_text,
    template_texts,
)


def write_editor_files(levels: Path) -> list[Path]:
    """Write the Tiled project, the templates and the reference into the folder of maps; return those that changed."""
    wanted = {levels / PROJECT_FILE: project_text()}
    for name, text in template_texts().items():
        wanted[levels / TEMPLATE_FOLDER / name] = text
    readme = levels / REFERENCE_FILE
    above = readme.read_text(encoding="utf-8").split(REFERENCE_MARK)[0] if readme.exists() else "# Levels\n\n"
    wanted[readme] = above + reference_text()
    for strange in set((levels / TEMPLATE_FOLDER).glob("*.tx")) - set(wanted):
        strange.unlink()
    return [path for path, text in wanted.items() if _write(path, text)]


def _write(path: Path, text: str) -> bool:
    if path.exists() and path.read_text(encoding="utf-8") == text:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
    return True
