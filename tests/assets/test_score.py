"""The committed music and its written source: what a careless change would break first."""

from __future__ import annotations

import json
import os
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest

from assets.workshop.score import chart, measure, report, sections, tempo, theme
from assets.workshop.score.figures import openings, salience, summary
from assets.workshop.score.groove import OPEN, PEDAL
from assets.workshop.score.sound import instruments, performance
from game.sim.form import FORM_BAND_FLOORS, FORM_MAX

ROOT = Path(__file__).resolve().parents[2]
MUSIC = ROOT / "assets" / "music"
SAMPLES = 9_264_000
STEMS = ("bed", "lead", "low", "high", "choir", "percussion")
PEAK = 10 ** (-1 / 20)
ON_TIME_BEATS = 1e-6
TOO_SHORT = 48_000 * 0.02
OCTAVE_FALLS_DB = 10
"""Its attack over, it is 8 dB softer; when a release silenced it, it was 15."""

Audio = npt.NDArray[np.float32]


@pytest.fixture(scope="module")
def song() -> dict[str, Any]:
    return tomllib.loads((MUSIC / "song.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def mixer() -> Iterator[Any]:
    before = os.environ.get("SDL_AUDIODRIVER")
    os.environ["SDL_AUDIODRIVER"] = "dummy"
    import pygame  # noqa: PLC0415 - the driver must be chosen first

    pygame.mixer.quit()
    pygame.mixer.init(48000, -16, 2, 1024, allowedchanges=0)
    yield pygame
    pygame.mixer.quit()
    if before is None:
        del os.environ["SDL_AUDIODRIVER"]
    else:
        os.environ["SDL_AUDIODRIVER"] = before


def decoded(pygame: Any, name: str) -> Audio:
    array: npt.NDArray[np.int16] = pygame.sndarray.array(pygame.mixer.Sound(MUSIC / name))
    return array.astype(np.float32) / np.float32(32768)


@pytest.fixture(scope="module")
def stems(mixer: Any) -> dict[str, Audio]:
    return {name: decoded(mixer, f"{name}.ogg") for name in STEMS}


@pytest.fixture(scope="module")
def mix(stems: dict[str, Audio]) -> Audio:
    total: Audio = np.zeros((SAMPLES, 2), np.float32)
    for audio in stems.values():
        total += audio
    return total


@pytest.fixture(scope="module")
def score() -> dict[str, list[Any]]:
    spans = tempo.load(path=MUSIC / "song.toml")
    return sections.compose(chart.read(spans, ROOT / "levels"))


def octave_db(audio: Audio, summit: tempo.Span, bar: int) -> float:
    """Level of the theme's high D and its octaves in a bar of the summit, by a filter 3 % wide."""
    bar_us = 4 * summit.us_per_beat
    start, end = (round((summit.start_us + (bar + part) * bar_us) * 48 / 1000) for part in (0.25, 0.75))
    power = np.abs(np.fft.rfft(audio[start:end].mean(axis=1))) ** 2
    hz = np.fft.rfftfreq(end - start, 1 / 48_000)
    near = np.logical_or.reduce([np.abs(hz / color_grade - 1) < 0.015 for color_grade in (587.33, 1174.66)])
    return 10 * float(np.log10(power[near].sum() + 1e-12))


def section_level_db(mix: Audio, span: tempo.Span) -> float:
    start, end = (round(us * 48 / 1000) for us in (span.start_us, span.start_us + span.beats * span.us_per_beat))
    return 10 * float(np.log10(np.mean(mix[start:end] ** 2) + 1e-12))


def test_the_tempo_map_makes_193_seconds_to_the_sample() -> None:
    assert tempo.load(path=MUSIC / "song.toml").samples() == SAMPLES


def test_the_score_has_a_composer_for_each_section_in_the_song_s_order(song: dict[str, Any]) -> None:
    assert list(sections.COMPOSERS) == [section["id"] for section in song["sections"]]


def test_every_listed_file_is_there(song: dict[str, Any]) -> None:
    assert [stem["id"] for stem in song["stems"]] == list(STEMS)
    files = [song["lead_in"]["file"], song["ring_out"]["file"], *(e["file"] for e in (*song["stems"], *song["rates"]))]
    assert [f for f in files if not (MUSIC / f).is_file()] == []


def test_every_stem_lasts_exactly_as_long_as_the_song(stems: dict[str, Audio]) -> None:
    assert {name: len(audio) for name, audio in stems.items()} == dict.fromkeys(STEMS, SAMPLES)


def test_the_lead_in_lasts_its_four_beats(mixer: Any, song: dict[str, Any]) -> None:
    beats_us = song["lead_in"]["beats"] * song["lead_in"]["us_per_beat"]
    assert len(decoded(mixer, song["lead_in"]["file"])) == round(beats_us * 48 / 1000)


def test_every_practice_mix_lasts_the_song_at_its_rate(mixer: Any, song: dict[str, Any]) -> None:
    lengths = {e["rate"]: len(mixer.sndarray.samples(mixer.mixer.Sound(MUSIC / e["file"]))) for e in song["rates"]}
    assert lengths == {rate: tempo.load(rate, MUSIC / "song.toml").samples() for rate in lengths}


def test_the_full_mix_stays_a_decibel_under_full_scale(mix: Audio) -> None:
    assert float(np.abs(mix).max()) < PEAK


def test_the_music_builds_from_the_yard_to_the_steps(mix: Audio) -> None:
    level = {span.id: section_level_db(mix, span) for span in tempo.load(path=MUSIC / "song.toml").spans}
    assert level["yard"] < level["market"] < level["push_ups"] < level["steps"]
    assert level["steps"] - level["yard"] > 8
    assert max(level, key=lambda section: level[section]) in ("steps", "summit")


def test_under_the_bridge_there_is_silence_and_nowhere_else(mix: Audio) -> None:
    hop = 4800
    loud = np.mean(mix[: len(mix) // hop * hop] ** 2, axis=1).reshape(-1, hop).mean(axis=1) > 10 ** (-60 / 10)
    quiet = np.flatnonzero(~loud) / 10
    bridge = tempo.load(path=MUSIC / "song.toml").span("bridge")
    silence = (bridge.start_us / 1e6 + 4.3, bridge.start_us / 1e6 + 9.0)
    assert len(quiet) >= 30  # three seconds under the vault
    assert [t for t in quiet if not silence[0] <= t <= silence[1] and 1 < t < 192.5] == []


def test_the_bed_alone_plays_every_cue_that_may_sound(score: dict[str, list[Any]]) -> None:
    cues = chart.read(tempo.load(path=MUSIC / "song.toml"), ROOT / "levels")
    bed = {name for name, i in instruments.BY_NAME.items() if i.stem == "bed"}
    missing = []
    for section, notes in score.items():
        beats = np.array(sorted({n.beat for n in notes if n.part in bed}))
        for cue in cues[section]:
            if cue.judged and cue.kind != "silent" and np.abs(beats - cue.beat).min() > ON_TIME_BEATS:
                missing.append((section, cue.kind, cue.beat))
    assert missing == []


def test_all_editions_are_rendered_from_one_score_and_sound() -> None:
    rendered = json.loads((MUSIC / "rendered.json").read_text(encoding="utf-8"))
    assert set(rendered) == {"stems", "0.5", "0.6", "0.75", "0.9", "1.25", "1.5"}
    assert [edition for edition, digests in rendered.items() if digests != rendered["stems"]] == []


def test_the_lead_states_the_theme_wherever_it_is_said_to_be_heard(score: dict[str, list[Any]]) -> None:
    missing = []
    for section in theme.STATEMENTS:
        lead = {(n.beat, n.key % 12) for n in score[section] if instruments.BY_NAME[n.part].stem == "lead"}
        missing += [(section, note) for note in salience.notes_of(section) if (note[0], note[2] % 12) not in lead]
    assert missing == []


@pytest.mark.slow
@pytest.mark.parametrize("difficulty", ["easy", "normal", "hard", "champion"])
def test_nineteen_cues_of_twenty_lie_on_an_onset(mix: Audio, difficulty: str) -> None:
    song = tempo.load(path=MUSIC / "song.toml")
    away = report.cue_distances(measure.onsets(mix), song, chart.read(song, ROOT / "levels"), difficulty)
    assert np.mean(np.abs(np.concatenate(list(away.values()))) <= report.CUE_WINDOW_S) >= 0.95


@pytest.mark.slow
def test_each_band_that_can_open_adds_a_part_that_is_heard(stems: dict[str, Audio], song: dict[str, Any]) -> None:
    spans, pairs, soft = tempo.load(path=MUSIC / "song.toml"), summary.opened(stems), []
    for section in song["sections"]:
        for floor, (before, added) in zip(FORM_BAND_FLOORS, pairs.values(), strict=True):
            if section.get("form_ceiling", FORM_MAX) >= floor:
                found = openings.opening(before, added, spans, section["id"])
                soft += [(section["id"], floor, found)] if found.added_db < 1.5 or found.audible < 0.25 else []
    assert soft == []


def test_where_the_partner_freezes_an_open_hi_hat_is_choked(score: dict[str, list[Any]]) -> None:
    cues = chart.read(tempo.load(path=MUSIC / "song.toml"), ROOT / "levels")["medicine_ball"]
    freezes = {cue.beat - 0.75 for cue in cues if cue.kind == "feint" and "normal" in cue.difficulties}
    hats = {(note.beat, note.key) for note in score["medicine_ball"] if note.part == "hats"}
    assert len(freezes) == 3
    assert {(beat - 0.5, OPEN) for beat in freezes} | {(beat, PEDAL) for beat in freezes} <= hats


def test_no_note_of_the_score_is_written_for_an_instrument_that_is_not_there(score: dict[str, list[Any]]) -> None:
    assert {n.part for notes in score.values() for n in notes} <= set(instruments.BY_NAME)


def test_the_theme_keeps_its_octave_for_the_summit(score: dict[str, list[Any]]) -> None:
    tune = sorted((n.beat, n.key) for n in score["steps"] if n.part == "lead_trumpets" and n.beat >= 15)
    assert max(key for _, key in tune) < 74
    assert (4.0, 74) in {(n.beat, n.key) for n in score["summit"] if n.part == "lead_trumpets"}


def test_no_release_silences_the_note_that_follows_on_its_key(score: dict[str, list[Any]]) -> None:
    song = tempo.load(path=MUSIC / "song.toml")
    silenced = []
    for section, notes in score.items():
        for name in sorted({n.part for n in notes if instruments.BY_NAME[n.part].bank >= 0}):
            part = instruments.BY_NAME[name]
            played = list({(n.beat, n.key): n for n in notes if n.part == name}.values())
            stage = performance.Stage(section, song.span(section).start_beat, 0, song)
            held: dict[float, float] = {}
            events = sorted(performance.events(played, part, part.players[0], stage))
            struck = {(event.args[1], event.sample) for event in events if event.call == "noteon"}
            for event in events:
                if event.call == "noteon":
                    held[event.args[1]] = event.sample
                elif event.call == "noteoff":
                    short = event.sample - held.pop(event.args[1], event.sample) < TOO_SHORT
                    if short and (event.args[1], event.sample) not in struck:  # strokes a few ms apart sound on
                        silenced.append((section, name, event.args[1]))
    assert silenced == []


def test_the_octave_is_held_until_the_last_chord(stems: dict[str, Audio]) -> None:
    summit = tempo.load(path=MUSIC / "song.toml").span("summit")
    level = [octave_db(stems["high"] + stems["lead"], summit, bar) for bar in (1, 2)]
    assert level[1] > level[0] - OCTAVE_FALLS_DB
