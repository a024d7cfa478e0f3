"""The whole application without a window, a sound device or real time: any screen is opened, played and drawn by calls.

Its settings, scores and replays lie in a folder of their own, so nothing of the player's is read or written.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from tempfile import TemporaryDirectory

import pygame

from game.app.application import LOADING_STILL, LaunchOptions, load_first_run, make_factories
from game.app.shelf import Chosen, Shelf
from game.platform.audio.silent_player import SilentPlayer
from game.platform.input.bindings import Bindings
from game.platform.input.input_events import ButtonEvent, DeviceEvent, InputDevice
from game.states.context import AppContext
from game.states.loading import Factories, LoadedContent, Loading, join_all
from game.states.machine import Machine
from game.states.screens import build_state
from game.states.transitions import Transition
from game.storage.paths import HOME_VARIABLE, assets_dir, user_paths
from game.storage.scores import Scores
from game.storage.settings import Settings
from game.storage.settings_file import SettingsFile
from game.timing.clock import ManualClock
from game.timing.units import Micros, ms
from game.view.canvas.composite_layers import FloatingLayers
from game.view.canvas.lens import HEIGHT, WIDTH
from game.view.ui.fonts import Fonts

FRAME_US = ms(10)
"""How long a frame lasts here."""
FIRST_US = ms(1000)
"""What the clock shows at the start."""


NO_SOUND = "Drawn without sound."
"""Notice of the silent player."""


class OffscreenWindow:
    """Stands for the window: takes its settings and shows nothing."""

    def __init__(self) -> None:
        self.full_screen = False
        self.frame_rate = 0
        self.scaling = "whole"
        self.pointer = True
        self.resizes = 0

    def set_full_screen(self, wanted: bool) -> None:
        """Keep the setting."""
        self.full_screen = wanted

    def set_frame_rate(self, wanted: int) -> None:
        """Keep the setting."""
        self.frame_rate = wanted

    def set_scaling(self, wanted: str) -> None:
        """Keep the setting."""
        self.scaling = wanted

    def canvas_point(self, at: tuple[int, int]) -> tuple[int, int]:
        """Return the same point: the window is as large as the canvas."""
        return at

    def show_pointer(self, wanted: bool) -> None:
        """Keep the setting."""
        self.pointer = wanted

    def resized(self) -> None:
        """Count it."""
        self.resizes += 1


@dataclass
class ScreenDriver:
    """Runs a state machine frame by frame on a manual clock, and presses its keys."""

    machine: Machine
    app: AppContext
    clock: ManualClock
    canvas: pygame.Surface = field(default_factory=lambda: pygame.Surface((WIDTH, HEIGHT), 0, 32))

    def go(self, transition: Transition) -> None:
        """Go straight to a screen, and let one frame pass."""
        self.machine.go(transition, self.clock.now_us())
        self.frame()

    def frame(self, *device_events: DeviceEvent, after_us: Micros = FRAME_US) -> None:
        """Let one frame pass in which the devices send `device_events`."""
        self.clock.advance(after_us)
        now_us = self.clock.now_us()
        self.machine.on_device_events(device_events, now_us)
        self.machine.advance(now_us)
        self.machine.sound(now_us)
        self.machine.draw(self.canvas, now_us, lambda: None)

    def press_at(self, wall_us: Micros, key: str) -> None:
        """Jump to a moment and press a key exactly then."""
        self.frame(ButtonEvent(wall_us, InputDevice.KEYBOARD, key, down=True), after_us=wall_us - self.clock.now_us())

    def wait(self, duration_us: Micros) -> None:
        """Let time pass, frame by frame."""
        for _ in range(duration_us // FRAME_US):
            self.frame()

    def press(self, *keys: str) -> None:
        """Tap keys of the keyboard one after the other, a frame each."""
        for key in keys:
            now_us, keyboard = self.clock.now_us(), InputDevice.KEYBOARD
            self.frame(
                ButtonEvent(now_us, keyboard, key, down=True), ButtonEvent(now_us + 1, keyboard, key, down=False)
            )


@contextmanager
def open_offscreen(launch: LaunchOptions) -> Iterator[ScreenDriver]:
    """Open the application at its title, while its content is still being loaded."""
    closing = threading.Event()
    clock, window, settings = ManualClock(FIRST_US), OffscreenWindow(), Settings()
    chosen = Chosen(launch.level, launch.pack, safe=True)
    shipped = make_factories(chosen, closing, FloatingLayers(lambda: False))
    factories = Factories(shipped.library, shipped.picture, lambda *_: SilentPlayer(clock, NO_SOUND), shipped.registry)
    loading: Loading[LoadedContent] = Loading(lambda: load_first_run(factories, settings, closing))
    with TemporaryDirectory() as home:
        paths = user_paths({HOME_VARIABLE: home})
        with Scores(paths.scores) as scores:
            app = AppContext(
                clock=clock,
                window=window,
                fonts=Fonts(assets_dir() / "fonts"),
                paths=paths,
                settings_file=SettingsFile(paths.settings),
                settings=settings,
                scores=scores,
                factories=factories,
                bindings=Bindings(settings),
                loaded=loading,
                last_notice=NO_SOUND,
                loading_still=assets_dir() / LOADING_STILL,
            )
            app.shelf = Shelf(user_paths().packs, chosen, lambda: load_first_run(factories, settings, closing))
            try:
                yield ScreenDriver(Machine(app, window, build_state, Transition("title")), app, clock)
            finally:
                closing.set()
                join_all()
                app.writer.close()
                app.replays.close()
