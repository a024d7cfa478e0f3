"""A WebSocket server for one client at a time, as far as a split timer needs it (RFC 6455): it sends short texts, and
throws away what it is sent. The game may need no package but its five, hence this.
"""

import base64
import hashlib
import select
import socket

KEY_GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"
"""Added to a client's key (RFC 6455, 1.3)."""
MOST_REQUEST_BYTES = 8192
"""A longer handshake is none."""
TEXT, CLOSE, PING, PONG = 0x1, 0x8, 0x9, 0xA
FIN = 0x80
MASKED = 0x80
LENGTH_16, LENGTH_64 = 126, 127
"""Lengths that stand for a longer field: two bytes, eight bytes."""
SHORT = 125
"""The longest length that fits its own byte."""
MOST_FRAME_BYTES = 1 << 16
"""A longer frame than a timer has any reason to send."""


def accept_of(key: str) -> str:
    """Return the server's answer to a client's key."""
    return base64.b64encode(hashlib.sha1((key + KEY_GUID).encode("ascii")).digest()).decode("ascii")


def frame_of(opcode: int, payload: bytes) -> bytes:
    """Return an unmasked frame of up to 65,535 bytes, as servers send them."""
    if len(payload) <= SHORT:
        return bytes((FIN | opcode, len(payload))) + payload
    return bytes((FIN | opcode, LENGTH_16)) + len(payload).to_bytes(2, "big") + payload


class WebSocketServer:
    """Listens on one port. Every method raises OSError where the client is none, or no longer."""

    def __init__(self, host: str, port: int, patience_s: float) -> None:
        self._address = (host, port)
        self._patience_s = patience_s
        self._listener: socket.socket | None = None
        self._client: socket.socket | None = None
        self._unread = b""

    @property
    def port(self) -> int:
        """The port that is listened at; 0 before the first `accept`."""
        return 0 if self._listener is None else int(self._listener.getsockname()[1])

    def accept(self) -> None:
        """Take in a client that waits; raises BlockingIOError where none does."""
        if self._listener is None:
            self._listener = socket.create_server(self._address)
            self._listener.setblocking(False)
        client, _ = self._listener.accept()
        client.settimeout(self._patience_s)
        try:
            _shake_hands(client)
        except OSError:
            client.close()
            raise
        client.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._client, self._unread = client, b""

    def listen(self) -> None:
        """Take in what has come without waiting: pings are answered, the rest is thrown away."""
        self._take_in(self._joined())

    def send(self, text: str) -> None:
        """Send a text of up to 65,535 bytes."""
        self._joined().sendall(frame_of(TEXT, text.encode("utf-8")))

    def hang_up(self) -> None:
        """Let go of the client."""
        if self._client is not None:
            self._client.close()
            self._client = None

    def close(self) -> None:
        """Let go of the client and of the port."""
        self.hang_up()
        if self._listener is not None:
            self._listener.close()
            self._listener = None

    def _joined(self) -> socket.socket:
        if self._client is None:
            raise ConnectionError("no client")
        return self._client

    def _take_in(self, client: socket.socket) -> None:
        while select.select([client], [], [], 0)[0]:
            read = client.recv(4096)
            if not read:
                raise ConnectionError("the client has left")
            self._unread += read
            while (frame := _first_frame(self._unread)) is not None:
                opcode, payload, size = frame
                self._unread = self._unread[size:]
                if opcode == CLOSE:
                    client.sendall(frame_of(CLOSE, payload[:2]))
                    raise ConnectionError("the client has left")
                if opcode == PING:
                    client.sendall(frame_of(PONG, payload[:SHORT]))


def _shake_hands(client: socket.socket) -> None:
    """Answer the request by which a client asks for a WebSocket; raises ConnectionError where it is another."""
    request = b""
    while b"\r\n\r\n" not in request:
        read = client.recv(4096)
        request += read
        if not read or len(request) > MOST_REQUEST_BYTES:
            raise ConnectionError("no request for a WebSocket")
    lines = request.decode("latin-1").split("\r\n")
    fields = {name.strip().lower(): value.strip() for name, _, value in (line.partition(":") for line in lines[1:])}
    key = fields.get("sec-websocket-key", "")
    if not lines[0].startswith("GET ") or "websocket" not in fields.get("upgrade", "").lower() or not key.isascii():
        client.sendall(b"HTTP/1.1 426 Upgrade Required\r\nUpgrade: websocket\r\nContent-Length: 0\r\n\r\n")
        raise ConnectionError("no request for a WebSocket")
    answer = ("HTTP/1.1 101 Switching Protocols", "Upgrade: websocket", "Connection: Upgrade")
    client.sendall("\r\n".join((*answer, f"Sec-WebSocket-Accept: {accept_of(key)}", "", "")).encode("ascii"))


def _first_frame(data: bytes) -> tuple[int, bytes, int] | None:
    """Return opcode, payload and whole size of the first frame in `data`, None where it is not all there yet."""
    if len(data) < 2:
        return None
    length, at = data[1] & ~MASKED, 2
    if length in (LENGTH_16, LENGTH_64):
        at += 2 if length == LENGTH_16 else 8
        length = int.from_bytes(data[2:at], "big")
        if len(data) < at:
            return None
    if length > MOST_FRAME_BYTES:
        raise ConnectionError("a frame that no timer sends")
    mask = data[at : at + 4] if data[1] & MASKED else b""
    at += len(mask) if data[1] & MASKED else 0
    if (data[1] & MASKED and len(mask) < 4) or len(data) < at + length:
        return None
    payload = data[at : at + length]
    if mask:
        payload = bytes(byte ^ mask[place % 4] for place, byte in enumerate(payload))
    return data[0] & 0x0F, payload, at + length
