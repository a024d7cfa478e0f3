"""Sends a run's commands to a split timer on a thread of its own: no call waits, and nobody need listen."""

import errno
import threading
from collections import deque
from collections.abc import Callable, Mapping, Sequence

from game.platform.split_timer.commands import ShowGameTime, StartTimer, TimerCommand
from game.platform.split_timer.peers import ONE_PORT, OnePeer, Peer, PipePeer, ServerPeer

RETRY_S = 1.0
"""How long to wait before a timer that is not there is sought again, seconds."""
MOST_WAITING = 256
"""Commands that wait at most; the oldest are dropped, which a run never comes to: a timer that takes none is left."""
PORT_TAKEN = f"LiveSplit One cannot join: another program uses port {ONE_PORT}."
"""Notice where the port that is listened at is another program's."""
PEERS: Mapping[str, Callable[[], Peer]] = {"server": ServerPeer, "pipe": PipePeer, "one": OnePeer}
"""The ways to a timer, by the name of the setting; none for any other name."""


class TimerLink:
    """The link to one timer at a time. A timer that is found in mid-run follows from the next start on."""

    def __init__(self, peers: Mapping[str, Callable[[], Peer]] = PEERS) -> None:
        self.problem: str | None = None
        """Why no timer can join, as a sentence, or None; that none is there is no problem."""
        self._peers = peers
        self._name = ""
        self._waiting: deque[TimerCommand] = deque(maxlen=MOST_WAITING)
        self._changed = threading.Condition()
        self._closing = False
        self._thread: threading.Thread | None = None

    def choose(self, name: str) -> None:
        """Follow the setting: from now on the timer is reached in this way, or in none."""
        with self._changed:
            if name == self._name:
                return
            self._name = name
            self._waiting.clear()
            if self._thread is None and name in self._peers:
                self._thread = threading.Thread(target=self._serve, name="split timer", daemon=True)
                self._thread.start()
            self._changed.notify()

    def send(self, command: TimerCommand) -> None:
        """Hand a command over; returns at once."""
        with self._changed:
            if self._name in self._peers:
                self._waiting.append(command)
                self._changed.notify()

    def close(self) -> None:
        """Send what waits, if a timer is there, and end the thread; waits for at most a second."""
        with self._changed:
            self._closing = True
            self._changed.notify()
        if self._thread is not None:
            self._thread.join(RETRY_S)

    def _serve(self) -> None:
        name, follower, closing = "", None, False
        while not closing:
            with self._changed:
                if not self._waiting and not self._closing and name == self._name:
                    self._changed.wait(RETRY_S)
                chosen, commands, closing = self._name, list(self._waiting), self._closing
                self._waiting.clear()
            if chosen != name:
                name, follower = chosen, self._changed_to(chosen, follower)
            if follower is not None:
                follower.take(newest(commands))
                self.problem = follower.problem
        self._changed_to("", follower)

    def _changed_to(self, name: str, follower: "Follower | None") -> "Follower | None":
        """Let go of a timer, and return what follows the one of another name."""
        if follower is not None:
            follower.close()
        self.problem = None
        return Follower(self._peers[name]()) if name in self._peers else None


class Follower:
    """Keeps one timer in step: sought in quiet moments and at each start, and told nothing before a start."""

    def __init__(self, peer: Peer) -> None:
        self.problem: str | None = None
        self._peer = peer
        self._connected = False
        self._in_step = False

    def take(self, commands: Sequence[TimerCommand]) -> None:
        """Write the commands, or drop them where no timer is there."""
        begins = any(isinstance(command, StartTimer) for command in commands)
        if not self._still_there() and (begins or not commands):
            self._seek()
        if not self._connected:
            return
        try:
            for command in commands:
                self._in_step = self._in_step or isinstance(command, StartTimer)
                if self._in_step:
                    self._peer.write(command)
        except OSError:
            self._lose()

    def close(self) -> None:
        """Let go of the timer for good."""
        self._peer.close()

    def _still_there(self) -> bool:
        if self._connected:
            try:
                self._peer.listen()
            except OSError:
                self._lose()
        return self._connected

    def _seek(self) -> None:
        try:
            self._peer.connect()
        except OSError as error:
            self.problem = PORT_TAKEN if error.errno == errno.EADDRINUSE else None
            return
        self.problem, self._connected, self._in_step = None, True, False

    def _lose(self) -> None:
        self._connected = False
        self._peer.disconnect()


def newest(commands: list[TimerCommand]) -> list[TimerCommand]:
    """Return the commands without the game times that another command follows."""
    return [
        command
        for command, after in zip(commands, [*commands[1:], None], strict=False)
        if not (isinstance(command, ShowGameTime) and isinstance(after, ShowGameTime))
    ]
