from fractions import Fraction
from pathlib import Path

from game.content.charts import build_chart
from game.sim.actions import Verb
from game.sim.chart import Chart, Difficulty
from tests.content.tiny import Tiny, tiny_song


def chart_of(folder: Path, *tinies: Tiny, difficulty: Difficulty = Difficulty.NORMAL) -> Chart:
    return build_chart([tiny.level(folder) for tiny in tinies], tiny_song(folder), difficulty)


def test_cues_are_numbered_in_order_of_time_over_all_maps(tmp_path: Path) -> None:
    one = Tiny(name="first").cue(3, "lift", "right").cue(2, "lift")
    two = Tiny("market", name="second", start_beat=16).cue(2, "crate", "up")
    chart = chart_of(tmp_path, two, one)
    assert [(cue.id, cue.section, cue.time_us) for cue in chart.cues] == [
        (0, 0, 1_000_000),
        (1, 0, 1_500_000),
        (2, 1, 9_000_000),
    ]
    assert [section.id for section in chart.sections] == ["first", "second"]


def test_a_difficulty_has_only_its_own_cues(tmp_path: Path) -> None:
    tiny = Tiny().cue(2, "lift").cue(4, "lift", "right", difficulties="normal,hard").cue(5, "lift", difficulties="hard")
    counts = [len(chart_of(tmp_path, tiny, difficulty=difficulty).cues) for difficulty in Difficulty]
    assert counts == [1, 2, 3, 1]


def test_a_hold_ends_where_its_rectangle_does(tmp_path: Path) -> None:
    (cue,) = chart_of(tmp_path, Tiny("sit_ups").cue(2, "sit_up", "up", 1.5)).cues
    assert (cue.time_us, cue.end_us) == (1_000_000, 1_750_000)


def test_a_chord_has_all_its_verbs_and_a_row_gives_the_hand(tmp_path: Path) -> None:
    chord, hand = chart_of(tmp_path, Tiny().cue(2, "press").cue(4, "lift", "right")).cues
    assert chord.verbs == (Verb.LEFT, Verb.RIGHT)
    assert hand.verbs == (Verb.RIGHT,)


def test_either_hand_begins_a_section_and_follows_a_rest_or_another_kind(tmp_path: Path) -> None:
    tiny = Tiny().cue(2, "lift").cue(4, "lift", "right").cue(6.25, "lift").cue(7, "rail", "up").cue(8, "lift", "right")
    cues = chart_of(tmp_path, tiny.cue(9, "lift")).cues
    assert [cue.either_hand for cue in cues] == [True, False, True, False, True, False]


def test_a_neighbour_of_the_same_verb_narrows_the_window(tmp_path: Path) -> None:
    tiny = Tiny().cue(2, "lift").cue(2.5, "lift", "right").cue(3, "lift").cue(8, "lift", "right")
    left, right, again, alone = chart_of(tmp_path, tiny).cues
    assert left.window_us == again.window_us == 225_000
    assert right.window_us == alone.window_us == 0


def test_a_chord_narrows_both_hands(tmp_path: Path) -> None:
    lift, chord = chart_of(tmp_path, Tiny().cue(2, "lift", "right").cue(2.25, "press")).cues
    assert lift.window_us == chord.window_us == 56_250


def test_neighbours_narrow_over_seams_too(tmp_path: Path) -> None:
    one = Tiny(name="first").cue(15.5, "lift")
    two = Tiny("speed_bag", name="second", start_beat=16).cue(0, "strike")
    assert [cue.window_us for cue in chart_of(tmp_path, one, two).cues] == [112_500, 112_500]


def test_a_call_may_stand_a_bar_ahead_of_its_section(tmp_path: Path) -> None:
    tiny = Tiny("speed_bag", bars=8, sections=0).add("sections", "Section", 0, 0, 16, "one", minigame="speed_bag")
    tiny.add("sections", "Section", 16, 0, 16, "two", minigame="heavy_bag")
    tiny.add("calls", "Call", 14, kind="call_body").add("calls", "Call", 11, kind="call_jab")
    one, two = chart_of(tmp_path, tiny).sections
    assert one.calls == ()
    assert [(call.kind, call.beat, call.verb) for call in two.calls] == [("call_body", Fraction(14), Verb.DOWN)]


def test_a_lace_is_found_between_its_edges(tmp_path: Path) -> None:
    (section,) = chart_of(tmp_path, Tiny()).sections
    assert section.lace is not None
    assert (section.lace.verb, section.lace.from_us, section.lace.to_us) == (Verb.DOWN, 250_000, 500_000)


def test_a_chart_that_begins_with_the_song_has_its_lead_in_others_two_beats(tmp_path: Path) -> None:
    assert chart_of(tmp_path, Tiny()).lead_in_us == 2_000_000
    assert chart_of(tmp_path, Tiny(start_beat=16)).lead_in_us == 1_000_000


def test_what_cannot_be_played_is_left_out(tmp_path: Path) -> None:
    tiny = Tiny().cue(2, "crate", "up").cue(20, "lift").add("cues", "Cue", 3, 10, kind="lift")
    assert chart_of(tmp_path, tiny).cues == ()
