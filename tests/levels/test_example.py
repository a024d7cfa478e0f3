"""The worked example of levels/README.md is a pack that passes its check and is played perfectly."""

import json

import pytest

from game.app.content import shipped_pack, shipped_roots
from game.cli import main
from game.content.packing.check import check_pack
from game.sim.chart import Difficulty

WHARF = shipped_pack().root / "examples" / "wharf"


def test_the_example_has_no_findings() -> None:
    assert check_pack(WHARF, shipped_roots()) == []


@pytest.mark.parametrize("difficulty", list(Difficulty))
def test_the_example_is_played_perfectly(difficulty: Difficulty, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["play", "--headless", "--autoplay", "--json", "--pack", str(WHARF), "--difficulty", str(difficulty)]

    assert main(words) == 0
    assert json.loads(capsys.readouterr().out)["score"] == 1_000_000
