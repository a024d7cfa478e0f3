"""The ways to a split timer: LiveSplit's server over TCP, its named pipe, and a WebSocket that LiveSplit One joins.

Used by the link's thread alone. Every method raises OSError where there is no timer, or no longer.
"""

import os
import select
import socket
from typing import Protocol

from game.platform.split_timer.commands import TimerCommand, one_messages, server_lines
from game.platform.split_timer.websocket import WebSocketServer

HOST = "127.0.0.1"
"""Timers run on the player's own machine; nothing listens to the network."""
SERVER_PORT = 16834
"""Port of LiveSplit's server, unless the player changed it there."""
ONE_PORT = 16835
"""Port at which LiveSplit One finds the game: ws://localhost:16835."""
PIPE = r"\\.\pipe\LiveSplit"
"""LiveSplit's named pipe, open whenever LiveSplit runs; on Windows alone."""
PATIENCE_S = 0.5
"""How long a timer may take to connect or to take a command before it counts as gone, seconds."""


class Peer(Protocol):
    """A way to one timer."""

    def connect(self) -> None:
        """Find the timer."""
        ...

    def listen(self) -> None:
        """Throw away what the timer has said; so one that has left is noticed before a command is lost."""
        ...

    def write(self, command: TimerCommand) -> None:
        """Hand a command to the timer that was found."""
        ...

    def disconnect(self) -> None:
        """Let go of the timer; it may be found again."""
        ...

    def close(self) -> None:
        """Let go of everything."""
        ...


class ServerPeer:
    """LiveSplit's server, which the player starts there by hand each time: Control, Start TCP Server."""

    def __init__(self, port: int = SERVER_PORT) -> None:
        self._port = port
        self._socket: socket.socket | None = None

    def connect(self) -> None:
        """Connect to the server."""
        self._socket = socket.create_connection((HOST, self._port), PATIENCE_S)
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def listen(self) -> None:
        """Read what has come without waiting."""
        while select.select([self._connected()], [], [], 0)[0]:
            if not self._connected().recv(4096):
                raise ConnectionError("the server has left")

    def write(self, command: TimerCommand) -> None:
        """Send the command's lines."""
        self._connected().sendall("".join(f"{line}\r\n" for line in server_lines(command)).encode("ascii"))

    def _connected(self) -> socket.socket:
        if self._socket is None:
            raise ConnectionError("not connected")
        return self._socket

    def disconnect(self) -> None:
        """Close the connection."""
        if self._socket is not None:
            self._socket.close()
            self._socket = None

    def close(self) -> None:
        """Close the connection."""
        self.disconnect()


class PipePeer:
    """LiveSplit's named pipe. Elsewhere than on Windows a FIFO at `path` serves, which the tests use."""

    def __init__(self, path: str = PIPE) -> None:
        self._path = path
        self._pipe: int | None = None

    def connect(self) -> None:
        """Open the pipe; there is none without LiveSplit."""
        flags = os.O_WRONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
        self._pipe = os.open(self._path, flags)

    def listen(self) -> None:
        """Nothing is read; a pipe whose reader has left refuses the next command."""

    def write(self, command: TimerCommand) -> None:
        """Write the command's lines; a pipe that is full counts as gone."""
        if self._pipe is None:
            raise ConnectionError("not connected")
        text = "".join(f"{line}\n" for line in server_lines(command)).encode("ascii")
        if os.write(self._pipe, text) != len(text):
            raise ConnectionError("the pipe is full")

    def disconnect(self) -> None:
        """Close the pipe."""
        if self._pipe is not None:
            os.close(self._pipe)
            self._pipe = None

    def close(self) -> None:
        """Close the pipe."""
        self.disconnect()


class OnePeer:
    """LiveSplit One, which connects to the game: Settings, Server connection, ws://localhost:16835."""

    def __init__(self, port: int = ONE_PORT) -> None:
        self._server = WebSocketServer(HOST, port, PATIENCE_S)

    @property
    def port(self) -> int:
        """The port that is listened at; 0 before the first `connect`."""
        return self._server.port

    def connect(self) -> None:
        """Take in a timer that has connected."""
        self._server.accept()

    def listen(self) -> None:
        """Throw away the timer's answers."""
        self._server.listen()

    def write(self, command: TimerCommand) -> None:
        """Send the command's messages."""
        for message in one_messages(command):
            self._server.send(message)

    def disconnect(self) -> None:
        """Let go of the timer."""
        self._server.hang_up()

    def close(self) -> None:
        """Let go of the timer and of the port."""
        self._server.close()
