"""A crash leaves a log that names what happened, and costs one sentence."""

import argparse
import logging
from pathlib import Path

import pytest

from game.commands import window
from game.errors import ContentError
from game.platform.crash import start_log


def test_a_crash_is_written_down_and_said(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fall(_: argparse.Namespace) -> int:
        raise ZeroDivisionError("nobody foresaw this")

    monkeypatch.setattr(window, "_play", fall)
    monkeypatch.setattr(logging.getLogger(), "handlers", [])
    assert window.run_windowed(argparse.Namespace()) == 1
    assert str(home / "lace-up.log") in capsys.readouterr().err
    for handler in logging.getLogger().handlers:
        handler.close()
    words = (home / "lace-up.log").read_text()
    assert "ZeroDivisionError: nobody foresaw this" in words
    assert "Traceback" in words


def test_a_log_that_cannot_be_written_costs_only_the_log(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / "file").write_text("")
    start_log(tmp_path / "file" / "lace-up.log")
    assert "no log file" in caplog.text
    assert (tmp_path / "file").read_text() == ""


def test_content_that_cannot_be_played_is_said_in_a_box(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []

    def broken(_: argparse.Namespace) -> int:
        raise ContentError("levels/yard.tmx: not a map: restore it")

    monkeypatch.setattr(window, "_play", broken)
    monkeypatch.setattr(window, "show_box", said.append)
    monkeypatch.setattr(logging.getLogger(), "handlers", [])
    with pytest.raises(ContentError):
        window.run_windowed(argparse.Namespace())
    assert said == ["levels/yard.tmx: not a map: restore it"]
    for handler in logging.getLogger().handlers:
        handler.close()
