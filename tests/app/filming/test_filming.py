"""A film of a run of the yard: as long as the run, picture and sound together, through ffmpeg and without it."""

import shutil
import subprocess
import wave
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest

from game.app.content import load_content
from game.app.filming import film_writer
from game.app.filming import filming as filming_module
from game.app.filming.cuts import ReelCut
from game.app.filming.film_writer import write_wav
from game.app.filming.filming import Filming
from game.app.filming.soundtrack import SongSpeed, Soundtrack
from game.minigames.manifest import MINIGAMES
from game.platform.audio.device.mixer import SAMPLE_RATE
from game.platform.audio.device.ring_buffer import Pcm
from game.replay.headless import play_headless
from game.replay.model import Player, ReplayHeader
from game.replay.playback import Playback
from game.sim.chart import RULES_VERSION, Difficulty
from game.sim.events import Judged
from game.sim.options import RunOptions
from tests.replay.recording import CLOCK, person_inputs

FPS = 30
NEEDS_FFMPEG = pytest.mark.skipif(shutil.which("ffmpeg") is None, reason="there is no ffmpeg")


@pytest.fixture(scope="module")
def filming() -> Filming:
    """Return a run of the yard to film."""
    content = load_content()
    chart = content.chart(Difficulty.NORMAL, "yard")
    song = (content.pack.id, chart.hash(), content.song_hash)
    header = ReplayHeader("0.0.0", RULES_VERSION, Player.PERSON, *song, "normal", "yard", RunOptions())
    replay = play_headless(header, chart, MINIGAMES, person_inputs(chart, 12), CLOCK)[1]
    return Filming(content, chart, replay)


@pytest.fixture(scope="module")
def soundtrack(filming: Filming) -> Soundtrack:
    """Return the sound of that run; decoding a song takes seconds."""
    content = load_content()
    return Soundtrack(filming.chart, content.song, content.pack.roots, SongSpeed())


def test_a_film_has_a_picture_for_every_thirtieth_of_a_second_of_its_run(filming: Filming) -> None:
    (cut,) = filming.whole()
    real_us = cut.to_us - cut.from_us
    assert 0 <= filming.count((cut,), FPS) - real_us * FPS / 1e6 < 1


def test_without_ffmpeg_a_film_is_numbered_pictures_and_a_wav(
    filming: Filming, soundtrack: Soundtrack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(film_writer, "FFMPEG", "no-such-program")
    monkeypatch.setattr(filming_module, "Soundtrack", lambda *_: soundtrack)
    (whole,) = filming.whole()
    cuts = (ReelCut(whole.from_us, whole.from_us + 200_000, whole.picture_us),)
    told: list[tuple[int, int]] = []
    folder = filming.write(tmp_path / "run.mp4", cuts, FPS, lambda *step: told.append(step))
    assert sorted(path.name for path in folder.iterdir()) == [*(f"{n:06d}.png" for n in range(6)), "sound.wav"]
    assert told == [(n, 6) for n in range(1, 7)]
    with wave.open(str(folder / "sound.wav")) as file:
        assert file.getnframes() == SAMPLE_RATE // 5


def test_a_hit_is_heard_on_its_sample(filming: Filming, soundtrack: Soundtrack) -> None:
    """The sound with a single hit, less that without it, begins where the hit was."""
    chart = filming.chart
    playback = Playback(filming.replay, chart, MINIGAMES)
    playback.advance_to(chart.cues[0].time_us + 100_000)
    (whole,) = filming.whole()
    cuts = (
        ReelCut(whole.from_us, whole.to_us, whole.picture_us + 1),
    )  # apart: warnings, whose takes vary, are left out
    hit = next(event for event in playback.events if isinstance(event, Judged))
    with_it = soundtrack.mixed(cuts, [hit]).astype(np.int32)
    without = soundtrack.mixed(cuts, []).astype(np.int32)
    first = int(np.flatnonzero(np.abs(with_it - without).max(axis=1) > 40)[0])
    wanted = (hit.time_us - cuts[0].from_us) * SAMPLE_RATE / 1e6
    assert -1 < first - wanted < SAMPLE_RATE * 5 / 1000


@pytest.mark.external
@NEEDS_FFMPEG
@pytest.mark.timeout(400)
def test_sound_and_picture_of_the_file_are_within_five_milliseconds(filming: Filming, tmp_path: Path) -> None:
    cuts = filming.whole()
    film = filming.write(tmp_path / "run.mp4", cuts, FPS, lambda done, pictures: None)
    probed = {stream: _probed(film, stream) for stream in ("v:0", "a:0")}
    real_s = (cuts[0].to_us - cuts[0].from_us) / 1e6
    assert abs(probed["v:0"][1] - real_s) <= 1 / FPS
    assert abs(probed["v:0"][0] - probed["a:0"][0]) <= 0.005
    wav, mixed = tmp_path / "back.wav", tmp_path / "mixed.wav"
    content = load_content()
    sound = Soundtrack(filming.chart, content.song, content.pack.roots, SongSpeed()).mixed(cuts, filming.events)
    write_wav(mixed, sound)
    subprocess.run(["ffmpeg", "-y", "-loglevel", "error", "-i", str(film), "-ar", "48000", str(wav)], check=True)
    assert abs(_lag_s(_read(wav), sound)) <= 0.005


def _probed(film: Path, stream: str) -> tuple[float, float]:
    """Return start and duration of a stream, seconds."""
    words = ["ffprobe", "-v", "error", "-select_streams", stream, "-show_entries", "stream=start_time,duration"]
    said = subprocess.run([*words, "-of", "csv=p=0", str(film)], capture_output=True, text=True, check=True).stdout
    start, duration = said.strip().split(",")[:2]
    return float(start), float(duration)


def _read(path: Path) -> Pcm:
    with wave.open(str(path)) as file:
        return np.frombuffer(file.readframes(file.getnframes()), np.int16).reshape(-1, 2)


def _lag_s(found: Pcm, wanted: Pcm) -> float:
    """Return by how much one sound is later than the other, seconds, at the peak of their correlation."""
    count = min(len(found), len(wanted))
    one, other = (_spectrum(sound[:count, 0]) for sound in (found, wanted))
    likeness = np.fft.irfft(one * np.conj(other))
    peak = int(likeness.argmax())
    return (peak if peak < len(likeness) // 2 else peak - len(likeness)) / SAMPLE_RATE


def _spectrum(sound: npt.NDArray[np.int16]) -> npt.NDArray[np.complex128]:
    spectrum: npt.NDArray[np.complex128] = np.fft.rfft(sound.astype(np.float64), 2 * len(sound))
    return spectrum
