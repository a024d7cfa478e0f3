"""Stand-ins for split timers: each speaks the documented protocol of one, and keeps what it was told."""

import base64
import os
import socket
import threading
from collections.abc import Callable
from typing import BinaryIO

from game.platform.split_timer.peers import HOST
from game.platform.split_timer.websocket import accept_of

PATIENCE_S = 5.0
"""How long a test waits for what must come, seconds: only a failing test waits so long."""
KEY = base64.b64encode(bytes(range(16))).decode("ascii")


class Listener:
    """Keeps lines that come in on a thread; `wait_for` blocks until a line was told so many times."""

    def __init__(self) -> None:
        self.told: list[str] = []
        self._changed = threading.Condition()

    def take(self, line: str) -> None:
        """Keep a line."""
        with self._changed:
            self.told.append(line)
            self._changed.notify_all()

    def wait_for(self, found: Callable[[list[str]], bool]) -> list[str]:
        """Return what was told, once it has what is sought; fails after some seconds."""
        with self._changed:
            assert self._changed.wait_for(lambda: found(self.told), PATIENCE_S), self.told
            return list(self.told)


class ServerStandIn(Listener):
    """LiveSplit's server: takes one client after another, and lines of text from each."""

    def __init__(self) -> None:
        super().__init__()
        self._listener = socket.create_server((HOST, 0))
        self.port = int(self._listener.getsockname()[1])
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        while True:
            try:
                client, _ = self._listener.accept()
            except OSError:
                return
            with client, client.makefile("r", encoding="ascii", newline="\r\n") as lines:
                for line in lines:
                    self.take(line.removesuffix("\r\n"))

    def close(self) -> None:
        """Stop listening."""
        self._listener.close()


class PipeStandIn(Listener):
    """LiveSplit's named pipe, as a FIFO."""

    def __init__(self, path: str) -> None:
        super().__init__()
        os.mkfifo(path)
        self._path = path
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        with open(self._path, encoding="ascii") as lines:
            for line in lines:
                self.take(line.removesuffix("\n"))


class OneStandIn(Listener):
    """LiveSplit One: a WebSocket client that answers every command, as it does."""

    def __init__(self, port: int) -> None:
        super().__init__()
        self._socket = socket.create_connection((HOST, port), PATIENCE_S)
        self._socket.sendall(
            f"GET / HTTP/1.1\r\nHost: {HOST}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            f"Sec-WebSocket-Key: {KEY}\r\nSec-WebSocket-Version: 13\r\n\r\n".encode("ascii")
        )
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        with self._socket.makefile("rb") as stream:
            self._read(stream)

    def _read(self, stream: BinaryIO) -> None:
        head = b""
        while not head.endswith(b"\r\n\r\n"):
            head += stream.read(1)
        self.take("joined" if accept_of(KEY).encode("ascii") in head and b" 101 " in head else "refused")
        while True:
            start = stream.read(2)
            if len(start) < 2:
                return
            length = start[1] if start[1] < 126 else int.from_bytes(stream.read(2), "big")
            payload = stream.read(length)
            self.take(payload.decode("utf-8") if start[0] == 0x81 else f"opcode {start[0] & 15}: {payload.hex()}")
            if start[0] == 0x81:
                self.say(0x1, b'{"success":null}')

    def say(self, opcode: int, payload: bytes) -> None:
        """Send a masked frame, as clients do."""
        mask = b"\x11\x22\x33\x44"
        masked = bytes(byte ^ mask[place % 4] for place, byte in enumerate(payload))
        self._socket.sendall(bytes((0x80 | opcode, 0x80 | len(payload))) + mask + masked)

    def leave(self) -> None:
        """Break the connection off."""
        self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()
