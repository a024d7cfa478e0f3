"""Every committed map: free of findings, playable to the last point, as long and as dense as it should be."""

from fractions import Fraction
from itertools import pairwise
from pathlib import Path

import pytest

from game.app.content import shipped_pack
from game.content.checks.registry import check_level, check_play, check_world
from game.content.tiled.level_reader import read_level
from game.content.world import own_map_paths
from game.content.world_reader import read_world
from game.minigames.manifest import MINIGAMES
from game.sim.chart import Difficulty
from game.sim.options import RunOptions
from game.sim.rng import Rng
from game.sim.rules import RunContext
from game.sim.session import Session
from game.storage.paths import levels_dir
from tests.levels.montage import SECTIONS, chart, section, song, world

MAPS = sorted(levels_dir().glob("*.tmx"))
DENSITIES = {
    "yard": (18, 30, 40, 61),
    "market": (16, 28, 40, 52),
    "bridge": (14, 14, 18, 20),
    "speed_bag": (24, 42, 60, 88),
    "heavy_bag": (12, 20, 28, 43),
    "sit_ups": (4, 8, 12, 15),
    "push_ups": (23, 23, 31, 39),
    "medicine_ball": (4, 6, 8, 9),
    "meat": (11, 18, 26, 41),
    "river": (22, 38, 45, 78),
    "cuts": (7, 12, 18, 25),
    "steps": (45, 60, 87, 128),
    "summit": (2, 4, 4, 6),
}
"""Presses on easy, normal, hard and champion."""
PEAKS = {
    "yard": (3.1, 6.3),
    "market": (3.3, 3.3),
    "bridge": (3.3, 3.3),
    "speed_bag": (5.4, 5.4),
    "heavy_bag": (3.6, 7.2),
    "sit_ups": (1.9, 3.7),
    "push_ups": (3.7, 3.7),
    "medicine_ball": (1.9, 1.9),
    "meat": (3.9, 7.7),
    "river": (4.0, 8.0),
    "cuts": (4.2, 8.4),
    "steps": (8.8, 8.8),
    "summit": (4.4, 4.4),
}
"""Most presses a second anywhere in a section: up to hard, and on champion."""


WHERE_KINDS_CROWD = ("bridge", "cuts", "summit")
"""They bring nothing new to learn: steps and silence, what was run before, two jabs as in the yard."""


@pytest.mark.parametrize("path", MAPS, ids=lambda path: path.stem)
def test_every_committed_map_is_free_of_findings(path: Path) -> None:
    level, findings = read_level(path)
    assert level is not None
    findings += [*check_level(level, song()), *check_play(level, song())]
    assert [str(finding) for finding in findings] == []


def test_the_maps_go_together() -> None:
    found, findings = read_world(shipped_pack().world)
    assert found is not None
    assert [str(finding) for finding in [*findings, *check_world(found, song())]] == []
    assert sorted([*(level.path for level in found.levels), *own_map_paths(levels_dir(), found)]) == MAPS


def test_the_run_has_thirteen_sections_in_order() -> None:
    assert tuple(section.id for section in chart(Difficulty.NORMAL).sections) == SECTIONS
    assert tuple(section.minigame for section in chart(Difficulty.NORMAL).sections) == tuple(MINIGAMES)[: len(SECTIONS)]


@pytest.mark.parametrize("difficulty", Difficulty)
def test_perfect_play_is_exactly_a_million_in_exactly_193_seconds(difficulty: Difficulty) -> None:
    played = chart(difficulty)
    options = RunOptions()
    session = Session(played, options, MINIGAMES)
    context = RunContext(played.tempo, options, difficulty, Rng(0))
    presses = [press for part in played.sections for press in MINIGAMES[part.minigame].autoplay(part, context)]
    for press in sorted(presses, key=lambda press: press.time_us):
        session.queue(press)
    session.advance_to(10**9)
    assert session.ended
    assert session.score.total == 1_000_000
    assert session.now_us == 193_000_000


@pytest.mark.parametrize("name", SECTIONS)
def test_densities_are_those_of_the_design_but_for_one_press(name: str) -> None:
    for difficulty, wanted in zip(Difficulty, DENSITIES[name], strict=True):
        presses = len(section(name, difficulty).cues)
        assert abs(presses - wanted) <= 1, f"{name} on {difficulty}: {presses} presses, {wanted} wanted"


@pytest.mark.parametrize("difficulty", Difficulty)
def test_the_first_cue_of_a_new_kind_comes_alone(difficulty: Difficulty) -> None:
    for part in chart(difficulty).sections:
        known: set[str] = set()
        for before, cue, after in zip((None, *part.cues), part.cues, (*part.cues[1:], None), strict=False):
            new = cue.name not in known and part.id not in WHERE_KINDS_CROWD
            known.add(cue.name)
            for other in (before, after) if new else ():
                assert other is None or abs(other.beat - cue.beat) >= 1, f"{part.id}: {cue.name} is crowded"


@pytest.mark.parametrize("name", SECTIONS)
def test_no_section_is_faster_than_the_design_says(name: str) -> None:
    for difficulty in Difficulty:
        times = [cue.time_us for cue in section(name, difficulty).cues]
        gaps = [after - before for before, after in pairwise(times)]
        peak = PEAKS[name][difficulty is Difficulty.CHAMPION]
        assert 1_000_000 / min(gaps) <= peak + 0.05


def test_density_rises_from_easy_to_hard_and_speed_through_the_run() -> None:
    counts = [len(chart(difficulty).cues) for difficulty in Difficulty]
    assert counts == sorted(counts)
    yard, steps = (section(name, Difficulty.HARD) for name in ("yard", "steps"))
    assert len(steps.cues) / steps.bars > len(yard.cues) / yard.bars


@pytest.mark.parametrize("difficulty", Difficulty)
def test_fifty_push_ups_and_seventy_two_stairs(difficulty: Difficulty) -> None:
    assert 27 + sum(cue.reps for cue in section("push_ups", difficulty).cues) == 50
    assert sum(cue.reps for cue in section("steps", difficulty).cues) == 72


@pytest.mark.parametrize("difficulty", Difficulty)
def test_stairs_belong_to_beats(difficulty: Difficulty) -> None:
    part = section("steps", difficulty)
    bars = [0] * part.bars
    for cue in part.cues:
        bars[int((cue.beat - part.start_beat) // 4)] += cue.reps
    assert bars == [0, 4, 4, 4, 4, 8, 8, 8, 8, 8, 8, 8]


def test_the_bridge_is_silent_for_seven_beats_and_joins_on_the_last() -> None:
    for difficulty in Difficulty:
        part = section("bridge", difficulty)
        by_kind = {name: [cue.beat - part.start_beat for cue in part.cues if cue.name == name] for name in _KINDS}
        assert by_kind["step"] == [2, 3, 4, 5, 6, 7]
        assert by_kind["silent"][0] == 8
        assert by_kind["silent"][-1] == 14
        assert by_kind["join"] == [15]


_KINDS = ("step", "silent", "join")


def test_the_arms_go_up_on_the_second_bar_and_stay_up_to_the_very_end() -> None:
    for difficulty in Difficulty:
        raised = section("summit", difficulty).cues[-1]
        assert (raised.name, float(raised.beat)) == ("raise", 348)
        assert raised.end_us == 193_000_000


def test_the_cuts_show_ten_pictures_in_the_order_of_the_run() -> None:
    cuts = world().level_of("cuts").cuts
    assert tuple(cut.section for cut in cuts) == SECTIONS[:10]
    assert [cut.length for cut in cuts] == [2] * 6 + [1] * 4


def test_each_picture_of_the_cuts_has_a_cue_of_its_own_exercise() -> None:
    cuts = world().level_of("cuts").cuts
    for difficulty in set(Difficulty) - {Difficulty.EASY}:
        cues = section("cuts", difficulty).cues
        for cut in cuts:
            lenders = {cue.name.partition(".")[0] for cue in cues if cut.beat <= cue.beat < cut.beat + cut.length}
            assert lenders == {cut.section}


def test_every_section_hides_one_lace() -> None:
    assert all(part.lace is not None for part in chart(Difficulty.HARD).sections)


def test_every_cue_lies_on_the_grid() -> None:
    for difficulty in Difficulty:
        assert all(Fraction(48) % cue.beat.denominator == 0 for cue in chart(difficulty).cues)
