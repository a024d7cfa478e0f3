"""`music` calls the workshop, or says in one sentence what it lacks."""

import argparse
from pathlib import Path

import pytest

from game.commands import music
from game.errors import UsageError

REPORT = argparse.Namespace(job="report", pictures=None, json=False)


def test_missing_packages_are_named_with_the_mend(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(music, "NEEDS", ("no_such_package_here",))
    with pytest.raises(UsageError, match=r"needs no_such_package_here: install it with .*\[workshop\]"):
        music.run(REPORT)


def test_an_installed_game_has_no_workshop(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(music, "WORKSHOP", Path("assets/workshop/nowhere"))
    with pytest.raises(UsageError, match="comes with a checkout"):
        music.run(REPORT)
