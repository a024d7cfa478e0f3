from pathlib import Path

import pytest

from game.content.checks.objects import map_shape
from tests.content.tiny import Tiny, whats


@pytest.mark.parametrize(
    ("attributes", "what"),
    [
        ({"tilewidth": "16"}, "its tiles are 16x24"),
        ({"height": "15"}, "is 15 rows high"),
        ({"width": "60"}, "is 1440 px wide, but its beats need 1536"),
    ],
)
def test_measures_that_do_not_fit_are_found(tmp_path: Path, attributes: dict[str, str], what: str) -> None:
    assert what in whats(Tiny(attributes=attributes).found(tmp_path, map_shape.find))


def test_a_beat_that_cannot_hold_all_notes_is_found(tmp_path: Path) -> None:
    (finding,) = Tiny(bars=3, px=100, attributes={"width": "50"}).found(tmp_path, map_shape.find)
    assert (finding.what, finding.mend) == ("px_per_beat is 100, no multiple of 48", "set it to 96")
