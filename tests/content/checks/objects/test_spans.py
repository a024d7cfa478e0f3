from pathlib import Path

import pytest

from game.content.checks.objects import spans
from tests.content.tiny import Tiny, whats


def test_a_light_that_ends_before_it_begins_is_found(tmp_path: Path) -> None:
    tiny = Tiny().add("lights", "Light", 2, 100, from_beat=9.0, to_beat=5.0)
    assert whats(tiny.found(tmp_path, spans.find)) == ["is drawn from beat 9 to beat 5: never"]


@pytest.mark.parametrize("to_beat", [-1.0, 9.5])
def test_a_light_that_ends_later_or_never_is_fine(tmp_path: Path, to_beat: float) -> None:
    assert Tiny().add("lights", "Light", 2, 100, from_beat=9.0, to_beat=to_beat).found(tmp_path, spans.find) == []
