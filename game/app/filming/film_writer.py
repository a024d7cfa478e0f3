"""Writes a film: through ffmpeg where it is installed, else as numbered pictures and a WAV."""

import shutil
import subprocess
import tempfile
import wave
from collections.abc import Iterable
from pathlib import Path

import pygame

from game.errors import StorageError
from game.platform.audio.device.mixer import SAMPLE_RATE
from game.platform.audio.device.ring_buffer import Pcm
from game.storage.paths import make_folder
from game.view.canvas.lens import HEIGHT, WIDTH

FFMPEG = "ffmpeg"
"""The program that packs pictures and sound into one file."""
SCALE = 2
"""Pictures are enlarged by this, each pixel to a square."""


def write_film(path: Path, pictures: Iterable[pygame.Surface], sound: Pcm, fps: int) -> Path:
    """Write a film; return the file, or without ffmpeg the folder of pictures. A film stands under its name only when
    it is whole. Raises StorageError."""
    if shutil.which(FFMPEG) is None:
        return write_frames(path, pictures, sound)
    part = make_folder(path.parent) / f".{path.stem}.part{path.suffix}"
    try:
        _pack(part, path, pictures, sound, fps)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
    return path


def _pack(part: Path, path: Path, pictures: Iterable[pygame.Surface], sound: Pcm, fps: int) -> None:
    """Let ffmpeg pack pictures and sound into one file. Raises StorageError, which names the film."""
    with tempfile.TemporaryDirectory() as folder:
        wav = Path(folder) / "sound.wav"
        write_wav(wav, sound)
        process = subprocess.Popen(_words(part, wav, fps), stdin=subprocess.PIPE, stderr=subprocess.PIPE)
        assert process.stdin is not None
        try:
            for picture in pictures:
                process.stdin.write(pygame.image.tobytes(picture, "RGB"))
        except BrokenPipeError:
            pass  # it says below why it ended
        except BaseException:
            process.kill()
            raise
        _, said = process.communicate()
    if process.returncode != 0:
        reason = said.decode(errors="replace").strip().splitlines()[-1:] or ["it says nothing"]
        raise StorageError(f"{path}: ffmpeg could not write it ({reason[0]}): name another file, such as run.mp4")


def write_frames(path: Path, pictures: Iterable[pygame.Surface], sound: Pcm) -> Path:
    """Write numbered pictures and a WAV into a folder beside the name; return the folder."""
    folder = make_folder(path.with_suffix(""))
    write_wav(folder / "sound.wav", sound)
    for number, picture in enumerate(pictures):
        try:
            pygame.image.save(picture, folder / f"{number:06d}.png")
        except (OSError, pygame.error) as error:
            raise StorageError(f"{folder}: cannot be written ({error}): name another place") from None
    return folder


def write_wav(path: Path, sound: Pcm) -> None:
    """Write 16-bit stereo at 48 kHz."""
    with wave.open(str(path), "wb") as file:
        file.setnchannels(2)
        file.setsampwidth(2)
        file.setframerate(SAMPLE_RATE)
        file.writeframes(sound.tobytes())


def _words(path: Path, wav: Path, fps: int) -> list[str]:
    raw = ["-f", "rawvideo", "-pix_fmt", "rgb24", "-s", f"{WIDTH}x{HEIGHT}", "-r", str(fps), "-i", "-"]
    size = ["-vf", f"scale={WIDTH * SCALE}:{HEIGHT * SCALE}:flags=neighbor"]
    picture = ["-c:v", "libx264", "-preset", "veryfast", "-crf", "18", "-pix_fmt", "yuv420p"]
    sound = ["-c:a", "aac", "-b:a", "192k", "-movflags", "+faststart"]
    return [FFMPEG, "-y", "-loglevel", "error", *raw, "-i", str(wav), *size, *picture, *sound, str(path)]
