"""A whole game without window, sound, files of the city or real time: the desk of every test of states."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path

import pygame

from game.content.level import Level
from game.content.pack import Pack
from game.content.song.song import Song
from game.content.world import World
from game.minigames.manifest import MINIGAMES
from game.platform.audio.silent_player import SilentPlayer
from game.platform.input.bindings import Bindings
from game.platform.input.input_events import ButtonEvent, DeviceEvent, InputDevice
from game.replay.ghost import Ghost
from game.sim.chart import Chart, Difficulty
from game.sim.events import Event
from game.states.context import AppContext
from game.states.loading import Factories, LoadedContent, Loading, join_all
from game.states.machine import Machine
from game.states.menus.menu_state import MenuState
from game.states.protocols import Library
from game.states.run.waiting import Waiting
from game.states.screens import build_state
from game.states.state import State
from game.states.transitions import Transition
from game.storage.paths import assets_dir, user_paths
from game.storage.scores import Scores
from game.storage.settings import Settings
from game.storage.settings_file import SettingsFile
from game.timing.clock import ManualClock
from game.timing.course import Course
from game.timing.units import Micros, ms
from game.view.canvas.options import ViewOptions
from game.view.hints.draw_hints import HintOptions
from game.view.hints.hint_track import Hint
from game.view.ui.fonts import Fonts
from tests.charts import BEAT_US, At, L, R, chart_of

FRAME_US = ms(10)
POLL_US = ms(1)
BEGAN_UTC_US = 1_764_000_000_000_000
BUSY_MS = 150
"""How long the rig waits for scores that are locked: several attempts, and not the two seconds of a player."""
CUE_BEATS = (2, 3, 4, 5, 6, 7)


def short_chart(difficulty: Difficulty, bars: int = 2) -> Chart:
    """Return some bars of the yard: six lifts in turn, from the second beat on."""
    cues = [At(Fraction(beat), "lift", (L, R)[place % 2]) for place, beat in enumerate(CUE_BEATS)]
    chart = chart_of("yard", *cues, bars=bars, difficulty=difficulty)
    return Chart(chart.tempo, difficulty, chart.sections, lead_in_us=2 * BEAT_US)


class ShortLibrary:
    """A library that holds the short chart and nothing else."""

    song_hash = "0" * 64
    map_name = None
    files: tuple[Path, ...] = ()
    audio_paths: tuple[Path, ...] = ()
    bars = 2

    @property
    def song(self) -> Song:
        """No test of states needs it."""
        raise NotImplementedError

    @property
    def pack(self) -> Pack:
        """A pack that has a name and no files."""
        return Pack("tests", "Tests", "", "", (Path(),), Path(), Path())

    @property
    def world(self) -> World | tuple[Level, ...]:
        """No maps."""
        return ()

    def maps_of(self, chart: Chart) -> World | tuple[Level, ...]:
        """No test of states needs it."""
        raise NotImplementedError

    def chart(self, difficulty: Difficulty, section: str | None = None) -> Chart:
        """Return the short chart, or its only section."""
        whole = short_chart(difficulty, self.bars)
        return whole if section is None else whole.only(section)


class SteadyPlayer(SilentPlayer):
    """Plays nothing on a device that never drifts."""

    def __init__(self, clock: ManualClock) -> None:
        super().__init__(clock, "No sound in tests.")
        self._device = clock

    @property
    def device_us(self) -> Micros | None:
        """The position of the device."""
        return self._device.now_us()


class BlankPicture:
    """A picture that notes what it is asked for."""

    def __init__(self) -> None:
        self.options = ViewOptions()
        self.hints: HintOptions | None = None
        self.course: Course | None = None
        self.ghost: Ghost | None = None
        self.shown: tuple[Hint, ...] = ()
        self.visual_times: list[Micros] = []
        self.log: list[Event] = []

    def on_events(self, events: Iterable[Event]) -> None:
        """Note events."""
        self.log += events

    def draw(self, target: pygame.Surface, visual_us: Micros, poll: Callable[[], None]) -> None:
        """Note the visual time."""
        target.fill((40, 30, 20))
        self.visual_times.append(visual_us)
        poll()

    def hints_at(self, visual_us: Micros) -> tuple[Hint, ...]:
        """Return what a test lets it show."""
        return self.shown if self.hints is not None else ()

    def reset(self) -> None:
        """Forget."""
        self.log.clear()

    def race(self, ghost: Ghost | None) -> None:
        """Note it."""
        self.ghost = ghost


class BlankScreen:
    """A window that notes whether it fills the screen."""

    def __init__(self) -> None:
        self.full_screen = False
        self.resizes = 0
        self.frame_rate = 60
        self.scaling = "whole"
        self.pointer = True

    def set_full_screen(self, wanted: bool) -> None:
        """Note it."""
        self.full_screen = wanted

    def set_frame_rate(self, wanted: int) -> None:
        """Note it."""
        self.frame_rate = wanted

    def set_scaling(self, wanted: str) -> None:
        """Note it."""
        self.scaling = wanted

    def canvas_point(self, at: tuple[int, int]) -> tuple[int, int]:
        """Return the same point: the window is as large as the canvas."""
        return at

    def show_pointer(self, wanted: bool) -> None:
        """Note it."""
        self.pointer = wanted

    def resized(self) -> None:
        """Count it."""
        self.resizes += 1


@dataclass
class Rig:
    """The machine, its desk, and hands to play it with."""

    machine: Machine
    app: AppContext
    clock: ManualClock
    screen: BlankScreen
    picture: BlankPicture
    canvas: pygame.Surface = field(default_factory=lambda: pygame.Surface((640, 360), 0, 32))

    @property
    def state(self) -> State:
        """The state that is shown."""
        return self.machine.state

    @property
    def name(self) -> str:
        """Its name."""
        return type(self.machine.state).__name__

    def go(self, destination: Transition) -> "Rig":
        """Go straight to a state."""
        self.machine.go(destination, self.clock.now_us())
        return self.frame()

    def frame(self, *device_events: DeviceEvent, after_us: Micros = FRAME_US) -> "Rig":
        """Let one frame pass."""
        self.clock.advance(after_us)
        now_us = self.clock.now_us()
        self.machine.on_device_events(device_events, now_us)
        self.advance(now_us)
        self.machine.sound(now_us)
        self.app.writer.wait()
        self.machine.draw(self.canvas, now_us, lambda: None)
        self.app.writer.wait()
        return self

    def advance(self, now_us: Micros) -> None:
        """Let the machine go on; a run that is being loaded on its thread is there at once, on any computer."""
        self.machine.advance(now_us)
        if isinstance(self.machine.state, Waiting):
            join_all()
            self.machine.advance(now_us)

    def poll(self, *device_events: DeviceEvent, after_us: Micros = POLL_US) -> "Rig":
        """Let one poll between two frames pass."""
        self.clock.advance(after_us)
        self.machine.on_poll(device_events, self.clock.now_us())
        return self

    def wait(self, duration_us: Micros, step_us: Micros = FRAME_US) -> "Rig":
        """Let time pass, frame by frame."""
        for _ in range(duration_us // step_us):
            self.frame(after_us=step_us)
        return self

    def press(self, *keys: str, device: InputDevice = InputDevice.KEYBOARD) -> "Rig":
        """Tap keys one after the other, a frame each."""
        for key in keys:
            now_us = self.clock.now_us()
            self.frame(ButtonEvent(now_us, device, key, down=True), ButtonEvent(now_us + 1, device, key, down=False))
        return self

    def choose(self, label: str, down: str = "DOWN", device: InputDevice = InputDevice.KEYBOARD) -> "Rig":
        """Walk down a menu to the row with a label."""
        menu = self.state
        assert isinstance(menu, MenuState)
        for _ in menu.rows():
            if menu.rows()[menu.chosen].label == label:
                return self
            self.press(down, device=device)
        raise AssertionError(f"no row is called {label}")

    def hold(self, key: str, device: InputDevice = InputDevice.KEYBOARD) -> "Rig":
        """Press a key and keep it down."""
        return self.frame(ButtonEvent(self.clock.now_us(), device, key, down=True))

    def let_go(self, key: str, device: InputDevice = InputDevice.KEYBOARD) -> "Rig":
        """Let a key go."""
        return self.frame(ButtonEvent(self.clock.now_us(), device, key, down=False))


def make_rig(home: Path, settings: Settings | None = None) -> Rig:
    """Return a rig whose player's files lie in `home`, loaded and at the title."""
    pygame.display.init()
    clock, screen, picture = ManualClock(1_000_000), BlankScreen(), BlankPicture()
    paths = user_paths({"LACE_UP_HOME": str(home)})
    library: Library = ShortLibrary()

    def new_picture(_library: Library, _chart: Chart, _settings: Settings) -> BlankPicture:
        return picture

    factories = Factories(lambda: library, new_picture, lambda *_: SteadyPlayer(clock), MINIGAMES)
    chosen = settings or Settings()
    loaded = LoadedContent(library, SteadyPlayer(clock), short_chart(Difficulty.NORMAL), picture)
    app = AppContext(
        clock=clock,
        window=screen,
        fonts=Fonts(assets_dir() / "fonts"),
        paths=paths,
        settings_file=SettingsFile(paths.settings),
        settings=chosen,
        scores=Scores(paths.scores, BUSY_MS),
        factories=factories,
        bindings=Bindings(chosen),
        loaded=Loading(lambda: loaded),
        utc_us=lambda: BEGAN_UTC_US + clock.now_us(),
    )
    app.loaded.wait()
    return Rig(Machine(app, screen, build_state, Transition("title")), app, clock, screen, picture)
