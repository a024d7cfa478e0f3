"""Without the extra, importing says what is missing; with it, these tests run at all."""

from importlib.util import find_spec
from pathlib import Path

import pytest

from game.cli import main
from game.commands.packs import extra


def test_the_extra_is_there() -> None:
    if missing := extra.missing_modules():
        pytest.skip(f"importing songs needs {', '.join(missing)}: its tests are skipped")
    assert all(find_spec(name) for name in extra.MODULES)


def test_what_is_missing_is_told_with_the_command_that_installs_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(extra, "MODULES", ("soundfile", "no_such_module"))

    assert main(["packs", "from", str(tmp_path / "x.ogg"), "-o", str(tmp_path / "x")]) == 2
    told = capsys.readouterr().err
    assert "importing songs needs no_such_module: install it with" in told and '"soundfile>=0.12"' in told
