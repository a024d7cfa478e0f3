from pathlib import Path

from game.content.checks.objects import unknown_tiles
from tests.content.tiny import Tiny

CELLS = ["0"] * 64 * 16
CELLS[65] = "9"


def test_a_tile_of_no_tileset_is_found(tmp_path: Path) -> None:
    data = f'<data encoding="csv">{",".join(CELLS)}</data>'
    layer = f'<group name="ground"><layer name="street" width="64" height="16">{data}</layer></group>'
    (finding,) = Tiny(extra=[layer]).found(tmp_path, unknown_tiles.find)
    assert finding.what == "the tile in column 1, row 1 is in no tileset"
