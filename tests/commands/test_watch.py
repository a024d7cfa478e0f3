"""`replay watch` and a replay in place of a command: what is refused before a window opens."""

from pathlib import Path

import pytest

from game.cli import main


@pytest.mark.parametrize("words", [("replay", "watch", "none.laceup"), ("none.laceup",), ("replay", "watch", *"abc")])
def test_what_is_not_there_is_said_without_a_window(
    words: tuple[str, ...], home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(list(words)) == 64
    assert "no replay is there" in capsys.readouterr().err


def test_junk_is_refused_without_a_window(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (home / "junk.laceup").write_bytes(b"junk")
    assert main([str(home / "junk.laceup")]) == 1
    assert "junk.laceup" in capsys.readouterr().err
