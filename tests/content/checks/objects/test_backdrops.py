from pathlib import Path

from game.content.checks.objects import backdrops
from tests.content.tiny import Tiny, whats


def test_an_image_layer_without_an_image_is_found(tmp_path: Path) -> None:
    tiny = Tiny(extra=['<imagelayer name="sky"/>'])
    assert whats(tiny.found(tmp_path, backdrops.find)) == ["is an image layer without an image"]


def test_a_file_that_is_no_picture_is_found(tmp_path: Path) -> None:
    (tmp_path / "sky.png").write_text("a note")
    tiny = Tiny(extra=['<imagelayer name="sky"><image source="sky.png"/></imagelayer>'])
    assert whats(tiny.found(tmp_path, backdrops.find)) == [f"its image {tmp_path / 'sky.png'} is no picture"]


def test_a_picture_is_fine(tmp_path: Path) -> None:
    (tmp_path / "sky.png").write_bytes(b"\x89PNG")
    tiny = Tiny(extra=['<imagelayer name="sky"><image source="sky.png"/></imagelayer>'])
    assert tiny.found(tmp_path, backdrops.find) == []
