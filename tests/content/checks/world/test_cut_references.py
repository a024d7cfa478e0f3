from pathlib import Path

from game.content.checks.world import cut_references
from game.content.world_reader import World
from tests.content.tiny import Tiny, tiny_song, whats


def test_cuts_to_nowhere_and_gaps_between_cuts_are_found(tmp_path: Path) -> None:
    plant = Tiny("meat", name="meat").add("stations", "Station", 4, 321, name="beef", section="meat")
    cuts = Tiny("cuts", name="cuts", start_beat=16)
    cuts.add("cuts", "Cut", 0, 218, 4, "one", section="meat", station="beef")
    cuts.add("cuts", "Cut", 5, 218, 3, "two", section="meat", station="pork")
    cuts.add("cuts", "Cut", 8, 218, 4, "three", section="meat")
    cuts.add("cuts", "Cut", 12, 218, 4, "four", section="river")
    world = World(tmp_path / "montage.world", (plant.level(tmp_path), cuts.level(tmp_path)), (0, 1536))
    assert whats(list(cut_references.find(world, tiny_song(tmp_path)))) == [
        'meat has no station "pork"',
        "meat is played standing, but no station is named",
        'cuts to "river", which no map has',
        "does not begin where the cut before it ends",
    ]
