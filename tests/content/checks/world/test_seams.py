from pathlib import Path

from game.content.checks.world import seams
from game.content.finding import Finding
from game.content.tiled.level_reader import read_level
from game.content.world_reader import World
from tests.content.tiny import Tiny, tiny_song, whats


def findings_of(folder: Path, *tinies: Tiny, drawn_x: tuple[int, ...] = (0, 1536)) -> list[Finding]:
    levels = [read_level(tiny.write(folder))[0] for tiny in tinies]
    world = World(folder / "montage.world", tuple(level for level in levels if level is not None), drawn_x)
    return list(seams.find(world, tiny_song(folder)))


def ground(rows: int) -> str:
    cells = ",".join("1" if row >= rows else "0" for row in range(16) for _ in range(64))
    data = f'<data encoding="csv">{cells}</data>'
    return f'<group name="ground"><layer name="street" width="64" height="16">{data}</layer></group>'


def test_maps_that_meet_give_no_finding(tmp_path: Path) -> None:
    one, two = Tiny(name="one", extra=[ground(13)]), Tiny(name="two", start_beat=16, extra=[ground(13)])
    assert findings_of(tmp_path, one, two) == []


def test_beats_that_do_not_meet_are_found(tmp_path: Path) -> None:
    (finding,) = findings_of(tmp_path, Tiny(name="one"), Tiny(name="two", start_beat=20))
    assert (finding.what, finding.mend) == ("begins on beat 20, but one.tmx ends on 16", "set start_beat to 16")


def test_ground_that_does_not_meet_is_found(tmp_path: Path) -> None:
    one, two = Tiny(name="one", extra=[ground(13)]), Tiny(name="two", start_beat=16, extra=[ground(12)])
    assert whats(findings_of(tmp_path, one, two)) == ["its ground begins in row 12, that of one.tmx ends in row 13"]


def test_a_map_drawn_elsewhere_is_found(tmp_path: Path) -> None:
    one, two = Tiny(name="one"), Tiny(name="two", start_beat=16)
    assert whats(findings_of(tmp_path, one, two, drawn_x=(0, 1500))) == [
        "two.tmx is drawn at x 1500, but the maps before it end at 1536"
    ]
