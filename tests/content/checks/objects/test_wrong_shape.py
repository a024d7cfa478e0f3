from pathlib import Path

from game.content.checks.objects import wrong_shape
from tests.content.tiny import Tiny


def test_an_elliptic_cue_is_found(tmp_path: Path) -> None:
    tiny = Tiny().raw("cues", 'type="Cue" x="192" y="98" width="48" height="20"', "<ellipse/>")
    (finding,) = tiny.found(tmp_path, wrong_shape.find)
    assert finding.what == "is a ellipse, but a Cue is a point or rectangle or tile"
