"""Writes what is made from the table of objects: the Tiled project, the templates, the designer's reference."""

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


def generate(levels: Path) -> list[Path]:
    """Write all generated files into the folder of levels; return those that changed. Strange templates are removed."""
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
