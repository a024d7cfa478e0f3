"""A key that comes while nothing is polled is stamped with the moment at which it came."""

import subprocess
import sys
import time

import pytest

from tests.end_to_end.screen import missing_tools, virtual_screen
from tests.end_to_end.test_window import ROOT

NOT_POLLED_S = 0.6
PROGRAM = f"""
import time
import pygame
from game.platform.clock.monotonic import MonotonicClock
from game.platform.input.devices import InputDevices
from tests.platform.input.virtual_pad import sdl
pygame.display.init()
window = pygame.Window("", (64, 36))
devices = InputDevices(MonotonicClock())
for _ in range(30):
    devices.poll()
    time.sleep(0.01)
devices.drain()
print("not polled", sdl().SDL_IsTextInputActive(), flush=True)
time.sleep({NOT_POLLED_S})
devices.poll()
print(*(event.wall_us for event in devices.drain() if getattr(event, "key", "") == "J"))
"""


@pytest.mark.skipif(bool(missing_tools()), reason=f"not installed: {', '.join(missing_tools())}")
@pytest.mark.skipif(sys.platform != "linux", reason="the game's clock is the X server's on Linux")
def test_a_key_is_stamped_when_the_server_took_it() -> None:
    with virtual_screen() as screen:
        environment = screen.environment(PYGAME_HIDE_SUPPORT_PROMPT="1")
        command = [sys.executable, "-c", PROGRAM]
        with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True) as game:
            assert game.stdout is not None
            assert game.stdout.readline() == "not polled 0\n", "text input must stay off"
            before_us = time.perf_counter_ns() // 1000
            screen.xdotool("key", "j")
            after_us = time.perf_counter_ns() // 1000
            down_us, up_us = map(int, game.stdout.readline().split())
    assert after_us - before_us < NOT_POLLED_S * 500_000, "the key must come in the first half of the interval"
    assert before_us - 1_000 <= down_us <= up_us <= after_us + 1_000
