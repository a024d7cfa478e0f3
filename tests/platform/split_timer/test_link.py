"""A timer is told of a run whichever way it is reached, and a run never waits for a timer."""

import json
import os
import socket
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from game.platform.split_timer.commands import ResetTimer, ShowGameTime, SplitTimer, StartTimer, TimerCommand
from game.platform.split_timer.link import PORT_TAKEN, Follower, TimerLink, newest
from game.platform.split_timer.peers import HOST, OnePeer, Peer, PipePeer, ServerPeer
from game.platform.split_timer.websocket import WebSocketServer
from tests.platform.split_timer.stand_ins import OneStandIn, PipeStandIn, ServerStandIn

RUN: tuple[TimerCommand, ...] = (StartTimer(), ShowGameTime(50_000), SplitTimer(13_200_001), SplitTimer(20_000_000))
LINES = [
    "reset",
    "starttimer",
    "alwayspausegametime",
    "setgametime 0:00.000000",
    "setgametime 0:00.050000",
    "setgametime 0:13.200001",
    "split",
    "setgametime 0:20.000000",
    "split",
]


class BusyPeer:
    """A timer that takes no command until it is let go."""

    def __init__(self) -> None:
        self.let_go = threading.Event()

    def connect(self) -> None:
        """Find it at once."""

    def listen(self) -> None:
        """It says nothing."""

    def write(self, command: TimerCommand) -> None:
        """Wait as long as a slow timer makes one wait."""
        self.let_go.wait(5.0)
        raise TimeoutError("slow")

    def disconnect(self) -> None:
        """Nothing to let go of."""

    def close(self) -> None:
        """Nothing to let go of."""


@pytest.fixture
def server() -> Iterator[ServerStandIn]:
    stand_in = ServerStandIn()
    yield stand_in
    stand_in.close()


def run_through(peer: Peer) -> None:
    """Send a run through a link, and end it."""
    link = TimerLink({"it": lambda: peer})
    link.choose("it")
    for command in RUN:
        link.send(command)
    link.close()


def test_livesplits_server_is_told_of_a_run(server: ServerStandIn) -> None:
    run_through(ServerPeer(server.port))
    assert server.wait_for(lambda told: len(told) >= len(LINES)) == LINES


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="a FIFO stands in for the named pipe")
def test_livesplits_named_pipe_is_told_of_a_run(tmp_path: Path) -> None:
    path = str(tmp_path / "LiveSplit")
    stand_in = PipeStandIn(path)
    peer, link_ready = PipePeer(path), time.monotonic() + 5
    while time.monotonic() < link_ready:  # the reader's end opens on its thread
        try:
            peer.connect()
            break
        except OSError:
            time.sleep(0.001)
    for command in RUN:
        peer.write(command)
    peer.close()
    assert stand_in.wait_for(lambda told: len(told) >= len(LINES)) == LINES


def test_livesplit_one_joins_and_is_told_of_a_run() -> None:
    peer = OnePeer(0)
    follower = Follower(peer)
    follower.take(())
    one = OneStandIn(peer.port)
    take_until(follower, lambda: bool(one.told))
    follower.take(RUN)
    messages = one.wait_for(lambda told: len(told) >= 11)
    assert messages[0] == "joined"
    assert [json.loads(message)["command"] for message in messages[1:]] == [
        *("reset", "start", "initializeGameTime", "pauseGameTime", "setGameTime"),
        *("setGameTime", "setGameTime", "split", "setGameTime", "split"),
    ]
    one.say(0x9, b"are you there")
    take_until(follower, lambda: len(one.told) == 12)
    assert one.told[-1] == f"opcode 10: {b'are you there'.hex()}"
    one.leave()
    follower.close()


def take_until(follower: Follower, done: Callable[[], bool]) -> None:
    """Let a follower listen until something has come; fails after some seconds."""
    until_s = time.monotonic() + 5
    while not done():
        assert time.monotonic() < until_s
        follower.take(())
        time.sleep(0.001)


def test_a_timer_that_comes_back_is_told_of_the_next_run_from_its_start(server: ServerStandIn) -> None:
    peer = ServerPeer(server.port)
    follower = Follower(peer)
    follower.take((SplitTimer(1),))
    follower.take((StartTimer(),))
    server.wait_for(lambda told: len(told) == 4)
    peer.disconnect()
    follower.take((SplitTimer(2),))
    follower.take((StartTimer(), SplitTimer(3)))
    assert server.wait_for(lambda told: len(told) == 10)[4:] == [*LINES[:4], "setgametime 0:00.000003", "split"]
    follower.close()


def test_a_port_that_another_program_uses_is_said(server: ServerStandIn) -> None:
    follower = Follower(OnePeer(server.port))
    follower.take(())
    assert follower.problem == PORT_TAKEN


def test_a_request_that_is_no_web_socket_is_refused() -> None:
    taken = WebSocketServer(HOST, 0, 0.2)
    with pytest.raises(BlockingIOError):
        taken.accept()
    with socket.create_connection((HOST, taken.port)) as client:
        client.sendall(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n")
        time.sleep(0.01)
        with pytest.raises(ConnectionError):
            taken.accept()
        assert client.recv(100).startswith(b"HTTP/1.1 426 ")
    taken.close()


@pytest.mark.parametrize("name", ["nobody", "slow"])
def test_a_run_never_waits_for_a_timer_that_is_dead_or_slow(name: str) -> None:
    busy = BusyPeer()
    link = TimerLink({"nobody": lambda: ServerPeer(1), "slow": lambda: busy})
    link.choose(name)
    began_s = time.perf_counter()
    for number in range(20_000):
        link.send(ShowGameTime(number))
    assert time.perf_counter() - began_s < 2, "20,000 commands of 10 µs, where a slow timer would take hours"
    busy.let_go.set()
    link.close()


def test_nothing_is_kept_for_a_timer_that_nobody_wants() -> None:
    link = TimerLink({})
    link.choose("off")
    link.send(ResetTimer())
    link.close()
    assert not any(thread.name == "split timer" for thread in threading.enumerate())


def test_of_game_times_that_wait_only_the_newest_is_sent() -> None:
    waiting: list[TimerCommand] = [ShowGameTime(1), ShowGameTime(2), SplitTimer(3), ShowGameTime(4), ShowGameTime(5)]
    assert newest(waiting) == [ShowGameTime(2), SplitTimer(3), ShowGameTime(5)]
