"""`levels freeze` keeps every shipped chart as data; its replays stay true when a level is edited."""

from pathlib import Path

import pytest

from game.app.content import load_content
from game.cli import main
from game.commands.charts import charts_of, origin_of
from game.storage.proof.chart_store import charts_in


def test_every_shipped_chart_is_written_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    content = load_content()
    assert main(["levels", "freeze", "--into", str(tmp_path)]) == 0
    kept = {known.hash: known for known in charts_in(tmp_path)}
    assert set(kept) == {chart.hash() for chart in charts_of(content)}
    assert all(known.origins == {origin_of(content)} for known in kept.values())
    assert len(capsys.readouterr().out.splitlines()) == len(kept)
    main(["levels", "freeze", "--into", str(tmp_path)])
    assert capsys.readouterr().out == ""
