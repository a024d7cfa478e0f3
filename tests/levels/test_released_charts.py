"""The charts that were released are kept as data, so that their replays stay true whatever becomes of the levels."""

import json
from pathlib import Path

import pytest

from game.app.content import load_content
from game.commands.charts import charts_of, origin_of
from game.replay.chart_codec import decode_chart
from game.sim.chart import RULES_VERSION
from game.storage.paths import released_charts_dir
from game.storage.proof.chart_store import SUFFIX, file_name

FILES = sorted(released_charts_dir().glob(f"*{SUFFIX}"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name[:8])
def test_a_released_chart_is_what_its_name_says(path: Path) -> None:
    data = path.read_bytes()
    if json.loads(data)["rules_version"] < RULES_VERSION:
        pytest.skip("its replays are verified by the older game")
    chart, origin = decode_chart(data, path.name)
    assert path.name == file_name(chart, origin)


def test_every_chart_of_the_game_is_kept() -> None:
    content = load_content()
    kept = {path.name for path in FILES}
    missing = [
        (chart.sections[0].id, chart.difficulty)
        for chart in charts_of(content)
        if file_name(chart, origin_of(content)) not in kept
    ]
    assert missing == [], "the levels, the song or the rules have changed: write them with `main.py levels freeze`"
