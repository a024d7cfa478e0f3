"""Names of a pack's files: what every system can hold, and nothing that leads out."""

import pytest

from game.content.packing.limits import is_wanted, what_is_wrong_with


@pytest.mark.parametrize("name", ["pack.toml", "levels/first.tmx", "backdrops/river/sky-2.png", "song/Größe 1.ogg"])
def test_usual_names_are_fine(name: str) -> None:
    assert what_is_wrong_with(name) is None and is_wanted(name)


@pytest.mark.parametrize(
    "name",
    ["../x.toml", "/x.toml", "a/../x.toml", "a//x.toml", "C:x.toml", "a\\x.toml", "nul.toml", "x.toml ", "x\n.toml"],
)
def test_names_that_lead_out_or_that_a_system_lacks_are_told(name: str) -> None:
    assert what_is_wrong_with(name) is not None


@pytest.mark.parametrize(
    "name", ["x.py", "x.js", "x.tiled-project", ".git/config.toml", "__MACOSX/x.png", "x", "x.png.exe"]
)
def test_what_no_pack_is_made_of_is_not_wanted(name: str) -> None:
    assert not is_wanted(name)
