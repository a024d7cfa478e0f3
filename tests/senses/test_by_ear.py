"""With eyes shut: who hears only the scheduled sounds reaches at least an OK in every section but the bridge."""

from dataclasses import replace
from itertools import pairwise

import pytest

from game.commands.bench.senses import (
    full_name,
    heard_lessons,
    heard_sections,
    heard_signs,
    section_percents,
)
from game.content.song.sound_reader import load_sounds
from game.content.song.sound_table import SoundTable
from game.minigames.manifest import MINIGAMES
from game.platform.audio.run_sounds import ROLL_BEATS, RunSounds
from game.sim.actions import HANDS
from game.sim.chart import Difficulty
from game.sim.listener import DELAY_US, Sign, moves_of
from game.sim.score import OK_PERCENT
from game.storage.paths import assets_dir
from tests.levels.montage import SECTIONS, chart

HEARD = tuple(name for name in SECTIONS if not MINIGAMES[name].spec.unannounced)
CROWD = 4


@pytest.fixture(scope="module")
def table() -> SoundTable:
    return load_sounds(assets_dir() / "sounds" / "sounds.toml")


def in_mono(signs: list[Sign], table: SoundTable) -> list[Sign]:
    """Return the signs without their sides, but for those whose own sound says which hand."""
    rows = [row.warning for row in table.cues.values() if len(row.warning.names) > 1]
    hands = {row.left: -1.0 for row in rows} | {row.right: 1.0 for row in rows}
    return [replace(sign, side=hands.get(sign.name, 0.0)) for sign in signs]


def earned(difficulty: Difficulty, table: SoundTable) -> dict[str, float]:
    played = chart(difficulty)
    return section_percents(played, heard_signs(played, table), heard_sections(played, table), CROWD)


@pytest.mark.parametrize("difficulty", list(Difficulty))
def test_every_section_is_played_by_ear(difficulty: Difficulty, table: SoundTable) -> None:
    percents = earned(difficulty, table)
    assert {name: round(percents[name]) for name in HEARD if percents[name] < OK_PERCENT} == {}


@pytest.mark.parametrize("difficulty", list(Difficulty))
def test_every_section_is_played_by_ear_in_mono(difficulty: Difficulty, table: SoundTable) -> None:
    played = chart(difficulty)
    signs = in_mono(heard_signs(played, table), table)
    percents = section_percents(played, signs, heard_sections(played, table), CROWD)
    assert {name: round(percents[name]) for name in HEARD if percents[name] < OK_PERCENT} == {}


def test_a_burst_on_the_steps_is_called_step_by_step_to_its_end(table: SoundTable) -> None:
    steps = chart(Difficulty.HARD).only("steps")
    called = {timed_voice.song_us for timed_voice in RunSounds(steps, table).scheduled()}
    run = [cue for cue in steps.cues if cue.name == "step"]
    for before, cue in pairwise(run):
        if cue.beat - before.beat < ROLL_BEATS:
            assert steps.tempo.to_us(cue.beat - cue.kind.lead) in called, float(cue.beat)


def test_on_easy_every_cue_is_announced_by_itself(table: SoundTable) -> None:
    played = chart(Difficulty.EASY)
    signs = tuple(heard_signs(played, table))
    for section, part in zip(played.sections, heard_sections(played, table), strict=True):
        if section.id in HEARD:
            moves = moves_of(signs, part, played.tempo)
            assert [(move.beat, move.verbs) for move in moves] == [(cue.beat, cue.verbs) for cue in section.cues]


def test_nobody_plays_by_ear_who_hears_nothing(table: SoundTable) -> None:
    played = chart(Difficulty.NORMAL)
    assert max(section_percents(played, [], heard_sections(played, table), 1).values()) < OK_PERCENT


@pytest.mark.parametrize("minigame", list(MINIGAMES))
def test_in_an_exercise_each_kind_of_cue_has_a_warning_sound_of_its_own(minigame: str, table: SoundTable) -> None:
    spec = MINIGAMES[minigame].spec
    kinds = () if spec.unannounced else spec.cues
    rows = [table.cue(f"{minigame}.{kind.name}", kind).warning.names for kind in kinds]
    assert () not in rows
    warnings = [name for names in rows for name in names]
    assert len(set(warnings)) == len(warnings)


def test_in_the_cuts_no_two_kinds_share_a_sound(table: SoundTable) -> None:
    warned = [name for row in table.cues.values() for name in row.warning.names]
    assert len(set(warned)) == len(warned)
    assert len(heard_lessons("cuts", table, Difficulty.NORMAL)) == len(warned)


@pytest.mark.parametrize("difficulty", list(Difficulty))
def test_every_sound_that_announces_a_cue_comes_in_time_to_be_answered(
    difficulty: Difficulty, table: SoundTable
) -> None:
    played = chart(difficulty)
    for section, part in zip(played.sections, heard_sections(played, table), strict=True):
        for lesson in part.lessons.values():
            shortest_us = played.tempo.segment_at(section.start_us).us_per_beat
            assert lesson.lead * shortest_us >= DELAY_US, section.id


@pytest.mark.parametrize("difficulty", list(Difficulty))
def test_a_hand_is_told_by_its_side(difficulty: Difficulty, table: SoundTable) -> None:
    played = chart(difficulty)
    sides = {(sign.time_us, sign.name): sign.side for sign in heard_signs(played, table)}
    for section in played.sections:
        for cue in section.cues:
            warning = table.cue(full_name(section, cue), cue.kind).warning.of(cue.verbs)
            side = sides.get((played.tempo.to_us(cue.beat - cue.kind.lead), warning), 0.0)
            if side and not cue.kind.chord and cue.verbs[0] in HANDS:
                assert (side < 0) == (cue.verbs[0] is HANDS[0]), (section.id, float(cue.beat))


def test_a_stick_calls_each_change_of_hand_at_the_speed_bag(table: SoundTable) -> None:
    bag = chart(Difficulty.NORMAL).only("speed_bag")
    called = {timed_voice.song_us: timed_voice.voice.pan for timed_voice in RunSounds(bag, table).scheduled()}
    for before, cue in pairwise(bag.cues):
        if cue.verbs != before.verbs:
            assert (called[bag.tempo.to_us(cue.beat - 1)] < 0) == (cue.verbs[0] is HANDS[0]), float(cue.beat)
