"""A virtual screen of a test's own, and hands on its keyboard."""

import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

TOOLS = ("Xvfb", "xdotool")
PATIENCE_S = 60.0
"""What a window may take: in a fresh clone everything is compiled first, beside other workers that do the same."""
TRIES = 5
"""How many screens are started at most until one answers."""


def missing_tools() -> list[str]:
    """Return which of the tools are not on this machine."""
    return [tool for tool in TOOLS if shutil.which(tool) is None]


@dataclass(frozen=True)
class Screen:
    """An X display that nobody looks at."""

    display: str

    def environment(self, **more: str) -> dict[str, str]:
        """Return the environment of a program that is to open its window here; sound goes nowhere."""
        inherited = {name: value for name, value in os.environ.items() if not name.startswith("SDL_")}
        return {**inherited, "DISPLAY": self.display, "SDL_VIDEODRIVER": "x11", "SDL_AUDIODRIVER": "dummy", **more}

    def window(self, pid: int) -> str:
        """Wait for the window of a process, give it the focus, and return its id."""
        deadline = time.monotonic() + PATIENCE_S
        while time.monotonic() < deadline:
            found = self.xdotool("search", "--onlyvisible", "--pid", str(pid)).split()
            if found:
                self.xdotool("windowfocus", "--sync", found[-1])
                return found[-1]
            time.sleep(0.05)
        raise AssertionError("no window came up")

    def xdotool(self, *words: str) -> str:
        """Run xdotool on this screen; return what it says."""
        done = subprocess.run(["xdotool", *words], env=self.environment(), capture_output=True, text=True, check=False)
        return done.stdout


@contextmanager
def virtual_screen() -> Iterator[Screen]:
    """Start a screen on a free display, and stop it in the end."""
    for _ in range(TRIES):
        with started_screen() as screen:
            # A screen of another worker that ends just now takes the display's socket with it, whoever has it next.
            if screen.xdotool("getdisplaygeometry"):
                yield screen
                return
    raise AssertionError("no screen answers")


@contextmanager
def started_screen() -> Iterator[Screen]:
    """Start a screen on the first free display, and stop it in the end."""
    reader, writer = os.pipe()
    command = ["Xvfb", "-displayfd", str(writer), "-screen", "0", "1366x768x24", "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=(writer,), stderr=subprocess.DEVNULL)
    os.close(writer)
    try:
        with os.fdopen(reader) as pipe:
            number = pipe.readline().strip()
        yield Screen(f":{number}")
    finally:
        server.terminate()
        server.wait(10)
