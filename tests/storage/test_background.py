"""Writing in the background: in order, reported, finished before the end; PNG files that others can read."""

import io
import resource
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pygame
import pytest

from game.errors import StorageError
from game.storage.background import BackgroundWriter
from game.storage.files import write_atomically
from game.storage.png import encode_png


@contextmanager
def full_disk() -> Iterator[None]:
    """Let no file grow."""
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, limits[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, before)


def refuse() -> str | None:
    raise StorageError("the disk is full")


def test_jobs_run_in_order_and_are_reported() -> None:
    writer, done = BackgroundWriter(), list[int]()
    for number in range(20):
        writer.submit(partial(done.append, number))
    writer.submit(refuse)
    writer.submit(lambda: "Saved.")
    writer.close()
    assert done == list(range(20))
    assert writer.reports() == ["the disk is full", "Saved."]
    assert writer.reports() == []


def test_a_job_that_fails_unexpectedly_is_raised_where_reports_are_read() -> None:
    writer = BackgroundWriter()
    writer.submit(lambda: str(1 // 0))
    writer.close()
    with pytest.raises(ZeroDivisionError):
        writer.reports()


def test_closing_without_a_job_is_nothing() -> None:
    writer = BackgroundWriter()
    writer.close()
    assert writer.reports() == []


def test_a_full_disk_leaves_no_file(tmp_path: Path) -> None:
    with full_disk(), pytest.raises(StorageError, match="cannot be written"):
        write_atomically(tmp_path / "picture.png", bytes(1000))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("scale", [1, 3])
def test_a_picture_is_the_same_after_encoding(scale: int) -> None:
    picture = pygame.Surface((7, 5), 0, 32)
    for x in range(7):
        for y in range(5):
            picture.set_at((x, y), (x * 30, y * 50, x * y))
    content = encode_png(pygame.image.tobytes(picture, "RGB"), picture.get_size(), scale)
    read = pygame.image.load(io.BytesIO(content), "picture.png")
    expected = pygame.transform.scale_by(picture, scale)
    assert pygame.image.tobytes(read, "RGB") == pygame.image.tobytes(expected, "RGB")
