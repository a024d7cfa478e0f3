"""A real sound server of a test's own, which plays into nothing and can be killed and started again."""

import os
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pygame
import pytest

TOOLS = ("pulseaudio", "pactl", "parec")
PATIENCE_S = 20.0
SINKS = ("first", "second")


def missing_tools() -> list[str]:
    """Return which of the tools are not on this machine."""
    return [tool for tool in TOOLS if shutil.which(tool) is None]


NEEDS_SERVER = pytest.mark.skipif(bool(missing_tools()), reason=f"not installed: {', '.join(missing_tools())}")
"""Skips what needs a real sound server where its programs are not installed."""


def sink_module(name: str) -> str:
    """Return what loads a sink of that name, which SDL calls the same."""
    return f"module-null-sink sink_name={name} rate=48000 sink_properties=device.description={name}"


class SoundServer:
    """PulseAudio with two null sinks on a socket in `folder`."""

    def __init__(self, folder: Path) -> None:
        folder.chmod(0o700)
        self._socket = folder / "native"
        self._process: subprocess.Popen[bytes] | None = None
        self.variables = {
            "PULSE_SERVER": f"unix:{self._socket}",
            "XDG_RUNTIME_DIR": str(folder),
            "PULSE_RUNTIME_PATH": str(folder),
            "HOME": str(folder),
        }

    def start(self) -> None:
        """Start, and wait until it answers."""
        self._socket.unlink(missing_ok=True)
        modules = [sink_module(name) for name in SINKS]
        modules.append(f"module-native-protocol-unix socket={self._socket} auth-anonymous=1")
        command = ["pulseaudio", "-n", "--system=false", "--daemonize=no", "--use-pid-file=no", "--exit-idle-time=-1"]
        command += [word for module in modules for word in ("-L", module)]
        environment = {name: value for name, value in self._environment().items() if name != "PULSE_SERVER"}
        self._process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        deadline = time.monotonic() + PATIENCE_S
        while not self.ask("info"):
            assert time.monotonic() < deadline, "the sound server does not answer"
            time.sleep(0.05)

    def kill(self) -> None:
        """Kill it, as a crash would."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._process = None

    def halt(self) -> None:
        """Let it hang."""
        assert self._process is not None
        self._process.send_signal(signal.SIGSTOP)

    def go_on(self) -> None:
        """End the hang."""
        assert self._process is not None
        self._process.send_signal(signal.SIGCONT)

    def move_streams(self, sink: str) -> None:
        """Move all that plays to another sink."""
        streams = [line.split()[0] for line in self._told("list", "short", "sink-inputs").splitlines()]
        assert streams, "nothing plays"
        for stream in streams:
            assert self.ask("move-sink-input", stream, sink)

    def unplug(self, sink: str) -> None:
        """Take a sink away, with all that plays on it."""
        modules = self._told("list", "short", "modules")
        number = next(line.split()[0] for line in modules.splitlines() if f"sink_name={sink} " in line)
        assert self.ask("unload-module", number)

    def plug_in(self, sink: str) -> None:
        """Bring a sink back."""
        assert self.ask("load-module", *sink_module(sink).split())

    def ask(self, *words: str) -> bool:
        """Run pactl; return whether it succeeded."""
        return (
            subprocess.run(["pactl", *words], env=self._environment(), capture_output=True, check=False).returncode == 0
        )

    def _told(self, *words: str) -> str:
        """Return what pactl answers."""
        return subprocess.run(
            ["pactl", *words], env=self._environment(), capture_output=True, check=True, text=True
        ).stdout

    def _environment(self) -> dict[str, str]:
        return {**os.environ, **self.variables}


@contextmanager
def sound_server(folder: Path) -> Iterator[SoundServer]:
    """Start a server, and kill it in the end."""
    folder.mkdir(exist_ok=True)
    server = SoundServer(folder)
    server.start()
    try:
        yield server
    finally:
        server.kill()


@contextmanager
def real_server(folder: Path) -> Iterator[SoundServer]:
    """Start a server that SDL is to use."""
    with sound_server(folder) as server, pytest.MonkeyPatch.context() as patch:
        for name, value in server.variables.items():
            patch.setenv(name, value)
        patch.delenv("SDL_AUDIODRIVER", raising=False)
        pygame.mixer.quit()
        yield server
        pygame.mixer.quit()
