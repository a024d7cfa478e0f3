"""Keys are shown as the keyboard's layout has them, and bound by their place."""

import shutil
import subprocess
import sys

import pytest

from tests.end_to_end.screen import missing_tools, virtual_screen
from tests.end_to_end.test_window import ROOT

missing = [*missing_tools(), *(["setxkbmap"] if shutil.which("setxkbmap") is None else [])]
SHOW = """
import subprocess, sys, time
import pygame
from game.platform.clock.monotonic import MonotonicClock
from game.platform.input.devices import InputDevices
from game.platform.input.input_events import WindowEvent
from game.platform.input.keyboard import label_of, layout_labels
pygame.display.init()
window = pygame.Window("", (64, 36))
devices = InputDevices(MonotonicClock())
subprocess.run(["setxkbmap", sys.argv[1]], check=True)
patience = time.monotonic() + 2
changed = False
while not changed and time.monotonic() < patience:
    devices.poll()
    changed = WindowEvent.LAYOUT_CHANGED in devices.drain()
layout = layout_labels()
print(*(label_of(name, layout) for name in ("Q", "W", "F", "SPACE", "LEFT", "RETURN")))
"""


@pytest.mark.skipif(bool(missing), reason=f"not installed: {', '.join(missing)}")
@pytest.mark.parametrize(("layout", "labels"), [("us", "Q W F Space Left Enter"), ("fr", "A Z F Space Left Enter")])
def test_a_layout_gives_its_own_labels(layout: str, labels: str) -> None:
    with virtual_screen() as screen:
        environment = screen.environment(PYGAME_HIDE_SUPPORT_PROMPT="1")
        command = [sys.executable, "-c", SHOW, layout]
        shown = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
    assert shown.stdout.strip() == labels
