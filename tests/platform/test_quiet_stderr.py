"""What C libraries write to the error stream is kept off the terminal, and only while it is asked for."""

import os

import pytest

from game.platform.quiet_stderr import quiet_stderr

STDERR = 2
"""The file descriptor that C libraries write to."""


def test_what_is_written_below_python_is_dropped_inside_and_shown_again_after(
    capfd: pytest.CaptureFixture[str],
) -> None:
    with quiet_stderr():
        os.write(STDERR, b"ALSA lib: no device")
    os.write(STDERR, b"shown")
    assert capfd.readouterr().err == "shown"


def test_the_stream_comes_back_after_an_error(capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(OSError, match="no display"), quiet_stderr():
        raise OSError("no display")
    os.write(STDERR, b"shown")
    assert capfd.readouterr().err == "shown"
