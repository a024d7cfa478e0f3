"""The desktop entry and file type are written where the desktop looks, and taken away again."""

import configparser
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from game.cli import main
from game.commands.desktop import ENTRY, MIME, TYPE, desktop_entry, file_type, quoted

linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only on Linux")


@linux
def test_install_writes_both_and_remove_takes_them_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert main(["desktop", "install"]) == 0
    assert (tmp_path / ENTRY).is_file() and (tmp_path / TYPE).is_file()
    assert main(["desktop", "remove"]) == 0
    assert not (tmp_path / ENTRY).exists() and not (tmp_path / TYPE).exists()


def test_the_entry_opens_replays_with_the_game() -> None:
    parsed = configparser.RawConfigParser()
    parsed.read_string(desktop_entry("lace-up"))
    entry = parsed["Desktop Entry"]
    assert entry["exec"] == "lace-up %f"
    assert entry["mimetype"] == f"{MIME};"


def test_the_file_type_is_that_of_replays() -> None:
    (kind,) = ET.fromstring(file_type())
    assert kind.get("type") == MIME
    assert [child.get("pattern") for child in kind if child.tag.endswith("glob")] == ["*.laceup"]


@pytest.mark.parametrize(
    ("word", "written"),
    [
        ("/usr/bin/python3", "/usr/bin/python3"),
        ("/home/a b/main.py", '"/home/a b/main.py"'),
        ("/100 %/x", '"/100 %%/x"'),
        ("/a$b", '"/a\\\\$b"'),
    ],
)
def test_words_of_the_command_are_quoted(word: str, written: str) -> None:
    assert quoted(word) == written
