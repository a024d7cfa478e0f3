from pathlib import Path

from game.content.checks.cues import missing_lead
from tests.content.tiny import Tiny


def test_an_answer_without_a_call_and_a_call_without_an_answer_are_found(tmp_path: Path) -> None:
    tiny = Tiny("heavy_bag").add("calls", "Call", 2, kind="call_jab").cue(6, "jab")
    assert tiny.found(tmp_path, missing_lead.find) == []
    tiny.cue(7, "cross", "right", difficulties="easy").add("calls", "Call", 8, kind="call_body", difficulties="hard")
    without_call, without_answer = tiny.found(tmp_path, missing_lead.find)
    assert without_call.what == "no call_cross announces it 4 beats ahead"
    assert without_call.on == ("easy",)
    assert without_answer.what == "nothing answers this call 4 beats later"
    assert without_answer.on == ("hard",)


def test_half_a_bar_is_a_lead_too_where_a_whole_bar_has_it(tmp_path: Path) -> None:
    tiny = Tiny("heavy_bag").add("calls", "Call", 4, kind="call_jab").cue(6, "jab")
    assert tiny.found(tmp_path, missing_lead.find) == []
    tiny.add("calls", "Call", 8, kind="call_cross").cue(12, "cross", "right")
    assert tiny.found(tmp_path, missing_lead.find) == []


def test_within_a_bar_the_lead_is_one(tmp_path: Path) -> None:
    tiny = Tiny("heavy_bag").add("calls", "Call", 4, kind="call_jab").cue(6, "jab")
    tiny.add("calls", "Call", 3, kind="call_jab").cue(7, "jab")
    assert {finding.what.partition(" call")[0] for finding in tiny.found(tmp_path, missing_lead.find)} == {
        "no",
        "nothing answers this",
    }


def test_a_warning_before_the_run_begins_is_found(tmp_path: Path) -> None:
    assert Tiny("heavy_bag", start_beat=4).cue(0, "jab").found(tmp_path, missing_lead.find)
