"""Every forging that was thought of is found, and the sentence says which it is; an honest run is true."""

import json
import re
from pathlib import Path

import pytest

from game.cli import main
from game.minigames.manifest import MINIGAMES
from game.replay.chart_codec import Origin
from game.replay.codec import encode
from game.replay.verify import Verdict
from game.sim.chart import Chart, Difficulty
from game.sim.options import RunOptions
from game.storage.proof.chart_store import ChartStore, Playable
from game.storage.proof.examined import Examined, examine_data
from tests.golden.frozen import frozen_chart
from tests.replay.forgings.kinds import FORGINGS, write_all
from tests.replay.forgings.source import Source, shipped_source, source_of
from tests.replay.recording import header_of

CHART = frozen_chart(Difficulty.NORMAL)


@pytest.fixture(scope="module")
def source() -> Source:
    """Return what a forger starts from, on the tests' own chart."""
    return source_of(CHART, header_of(CHART, RunOptions()))


def examined(data: bytes, chart: Chart = CHART) -> Examined:
    playable = Playable(lambda *_: chart, Origin("tests", "0" * 64))
    return examine_data(data, "run.laceup", ChartStore(playable, Path("nowhere")), MINIGAMES)


def test_the_honest_run_is_true_and_says_what_is_not_proven(source: Source) -> None:
    found = examined(encode(source.honest))
    assert found.verdict is Verdict.TRUE, found.sentence
    assert "That a person pressed the keys is not proven" in found.sentence


@pytest.mark.parametrize("name", FORGINGS)
def test_a_forging_gets_its_verdict_and_a_sentence(source: Source, name: str) -> None:
    forging = FORGINGS[name]
    found = examined(forging.make(source))
    assert found.verdict is forging.verdict, found.sentence
    assert re.search(forging.words, found.sentence), found.sentence
    assert "\x1b" not in found.sentence
    assert "\n" not in found.sentence


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_a_folder_of_forgings_of_the_shipped_montage(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], home: Path
) -> None:
    write_all(tmp_path, shipped_source())
    expected = json.loads((tmp_path / "expected.json").read_text(encoding="utf-8"))
    for file, told in expected.items():
        assert main(["replay", "verify", str(tmp_path / file)]) == told["exit"], file
        assert re.search(told["words"], capsys.readouterr().out), file
    assert main(["replay", "verify", str(tmp_path / "honest.laceup")]) == 0
