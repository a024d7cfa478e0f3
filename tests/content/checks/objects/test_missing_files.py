from pathlib import Path

from game.content.checks.objects import missing_files
from tests.content.tiny import Tiny


def test_an_image_layer_without_its_image_is_found(tmp_path: Path) -> None:
    tiny = Tiny(extra=['<group name="back"><imagelayer name="sky"><image source="sky.png"/></imagelayer></group>'])
    (finding,) = tiny.found(tmp_path, missing_files.find)
    assert finding.location.layer == "sky"
    (tmp_path / "sky.png").touch()
    assert tiny.found(tmp_path, missing_files.find) == []
