"""Charts of StepMania and osu!: tempo changes, stops and offsets come out in time, notes are laid on the exercises."""

import json
from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("simfile", reason="importing songs needs simfile")
pytest.importorskip("slider", reason="importing songs needs slider")
pytest.importorskip("soundfile", reason="importing songs needs soundfile")

from game.cli import main
from game.content.importing.charting import charted
from game.content.importing.from_audio import lay_out_chart
from game.content.importing.osu import read_osu
from game.content.importing.recording import Recording
from game.content.importing.stepmania import read_stepmania
from game.errors import ContentError
from game.minigames.manifest import MINIGAMES
from game.sim.chart import Difficulty
from game.timing.units import US_PER_SECOND
from tests.content.importing.charts import CHANGE_BEAT, STOP_BEAT, beat_times, osu, stepmania, write_osz
from tests.content.importing.songs import drummed, write_sound

SAMPLES = drummed(beat_times())


@pytest.fixture(params=["song.sm", "song.ssc", "song.osz"])
def source(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """Return a chart's file beside its sound."""
    path = tmp_path / str(request.param)
    sound = write_sound(tmp_path / "song.ogg", SAMPLES)
    if path.suffix == ".osz":
        return write_osz(path, sound, osu(sound.name), osu(sound.name, "Other").rsplit("256", 20)[0])
    path.write_text(stepmania(sound.name, ssc=path.suffix == ".ssc"), encoding="utf-8")
    return path


def read(source: Path):  # type: ignore[no-untyped-def]
    """Read a chart of either game."""
    return read_osu(source, None, source.parent) if source.suffix == ".osz" else read_stepmania(source, None)


def test_beats_follow_tempo_changes_stops_and_the_offset(source: Path) -> None:
    chart, times = read(source), beat_times()

    assert (chart.title, chart.artist) == ("Stairs", "The Clerks")
    assert np.abs(chart.grid.beats[: STOP_BEAT + 1] - times[: STOP_BEAT + 1]).max() < 0.002
    assert np.diff(chart.grid.beats).max() < 0.75, "the stop is beats of its own, not a long one"
    for time in times[STOP_BEAT + 1 : -4]:
        assert np.abs(chart.grid.beats - time).min() < 0.002


def test_the_cues_lie_on_the_notes(source: Path) -> None:
    chart = read(source)
    laid = lay_out_chart(Recording(SAMPLES, "", ""), chart)
    tempo, start_s = laid.heard.tempo, laid.grid.start_s
    times = [
        start_s + tempo.to_us(part.first_beat + cue.beat) / US_PER_SECOND
        for part in laid.parts
        for difficulty in Difficulty
        for cue in charted(part, MINIGAMES[part.minigame].spec, difficulty, laid.heard).cues
    ]

    near = [np.abs(chart.notes.times - time).min() < 0.015 for time in times]
    assert len(times) > 100 and np.mean(near) >= 0.95
    assert any(time < beat_times()[CHANGE_BEAT] for time in times) and any(time > beat_times()[-12] for time in times)


@pytest.mark.parametrize(("difficulty", "notes"), [("easy", 24), ("Hard", 144), (None, 144)])
def test_a_difficulty_is_chosen_by_name_else_the_fullest(difficulty: str | None, notes: int, tmp_path: Path) -> None:
    write_sound(tmp_path / "song.ogg", SAMPLES)
    path = tmp_path / "song.sm"
    path.write_text(stepmania("song.ogg", ssc=False), encoding="utf-8")

    assert len(read_stepmania(path, difficulty).notes.times) == notes


@pytest.mark.parametrize(
    ("music", "told"), [("nowhere.ogg", "is not beside it"), ("../../etc/passwd", "leads out of its folder")]
)
def test_music_is_sought_beside_the_chart_alone(music: str, told: str, tmp_path: Path) -> None:
    path = tmp_path / "song.sm"
    path.write_text(stepmania(music, ssc=False), encoding="utf-8")

    with pytest.raises(ContentError, match=told):
        read_stepmania(path, None)


@pytest.mark.parametrize(
    "text", ["", "#TITLE:x;", "#BPMS:0=0;#NOTES:\na:\n:\n:\n:\n:\n1000;", "\0" * 99, "#BPMS:x=y;" * 99]
)
def test_a_broken_chart_is_one_sentence(text: str, tmp_path: Path) -> None:
    path = tmp_path / "song.sm"
    path.write_text(text, encoding="utf-8")

    with pytest.raises(ContentError, match=r"song\.sm: .+; "):
        read_stepmania(path, None)


@pytest.mark.parametrize(
    "change", [("[TimingPoints]", "[Tomato]"), ("osu file", "odd file"), ("song.ogg", "../song.exe")]
)
def test_a_broken_osz_is_one_sentence(change: tuple[str, str], tmp_path: Path) -> None:
    sound = write_sound(tmp_path / "song.ogg", SAMPLES)
    path = write_osz(tmp_path / "song.osz", sound, osu(sound.name).replace(*change))

    with pytest.raises(ContentError, match=r"song\.osz: .+; "):
        read_osu(path, None, tmp_path)


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_a_chart_becomes_a_pack(source: Path, home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["packs", "from", str(source), "-o", str(home / "stairs")]) == 0
    assert "no findings" in capsys.readouterr().out
    for difficulty in Difficulty:
        words = [
            "play",
            "--headless",
            "--autoplay",
            "--json",
            "--pack",
            str(home / "stairs"),
            "--difficulty",
            difficulty,
        ]
        assert main(words) == 0
        assert json.loads(capsys.readouterr().out)["score"] == 1_000_000
