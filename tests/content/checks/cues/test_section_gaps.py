from pathlib import Path

from game.content.checks.cues import section_gaps
from tests.content.tiny import Tiny, whats


def test_a_map_without_a_section_is_found(tmp_path: Path) -> None:
    assert whats(Tiny(sections=0).found(tmp_path, section_gaps.find)) == ["has no section"]


def test_a_gap_between_sections_and_a_broken_bar_are_found(tmp_path: Path) -> None:
    tiny = Tiny(bars=4, sections=0)
    tiny.add("sections", "Section", 0, 0, 7, "one", minigame="yard")
    tiny.add("sections", "Section", 8, 0, 8, "two", minigame="yard")
    assert whats(tiny.found(tmp_path, section_gaps.find)) == [
        "is not a number of whole bars",
        "leaves a gap after what comes before it",
    ]


def test_a_section_that_the_song_has_elsewhere_is_found(tmp_path: Path) -> None:
    assert Tiny(name="first").found(tmp_path, section_gaps.find) == []
    (finding,) = Tiny(name="second").found(tmp_path, section_gaps.find)
    assert finding.what == "lies on other beats than the song's, 16 to 32"


def test_a_section_of_no_length_is_one_finding(tmp_path: Path) -> None:
    tiny = Tiny().add("sections", "Section", 4, 0, name="empty")
    assert whats(tiny.found(tmp_path, section_gaps.find)) == ["has no length"]
