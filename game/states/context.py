"""The context that all states share: settings, scores, window, clock, fonts, and the content once it is loaded.

Built once by `game/app`. A state reaches nothing else: there are no globals.
"""

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

import pygame

from game.content.packing.installed import SHIPPED_ID
from game.platform.audio.device.buffers import Buffers
from game.platform.input.bindings import Bindings
from game.platform.input.held_buttons import HeldButtons
from game.platform.input.input_events import InputDevice
from game.platform.input.pad_family import PadFamily, family_of
from game.platform.split_timer.link import TimerLink
from game.sim.actions import Verb
from game.sim.chart import Difficulty
from game.sim.session import Session
from game.states.frame_budget import FrameBudget
from game.states.learned import LearnedKinds
from game.states.loading import Factories, LoadedContent, Loading
from game.states.notices import Notices
from game.states.pack_shelf import EmptyShelf, PackShelf
from game.states.protocols import MapWatch, WindowControl
from game.states.reels import Reels
from game.states.run.run_plan import Mode, RunPlan, options_from, road_options
from game.storage.background import BackgroundWriter
from game.storage.history.attempt import world_of
from game.storage.history.collection import Collection
from game.storage.history.history import History
from game.storage.paths import UserPaths
from game.storage.replay_folder import ReplayFolder
from game.storage.scores import Scores
from game.storage.settings import Settings
from game.storage.settings_file import SettingsFile
from game.storage.stamps import utc_us
from game.timing.clock import Clock
from game.timing.units import Micros
from game.view.canvas.options import Quality, UnlockableLook, ViewOptions
from game.view.hints.chalk import Chalk
from game.view.ui.fonts import Fonts

RUMBLE_MS = 60
"""How long a controller shakes at a hit, ms."""
BROKE_UP = "The sound broke up on this computer: Quicker sound is off again."
"""Notice when the setting takes itself back."""
SLOW = "Slow computer: some effects are off."
"""Notice when less is drawn for the first time."""


def no_rumble(pad: int, strength: float, duration_ms: int) -> None:
    """Do nothing: where there are no controllers."""


def buffers_of(settings: Settings) -> Buffers:
    """Return the device buffers that the settings ask for."""
    return Buffers.SHORT if settings.timing.quick_sound else Buffers.USUAL


def view_options(settings: Settings, quality: Quality = Quality.FULL) -> ViewOptions:
    """Return the view options that the settings ask for, at the quality that this machine can draw."""
    picture = settings.picture
    looks = frozenset(look for look in UnlockableLook if getattr(picture, look))
    seen = settings.play.see_silence and not settings.play.speedrun
    return ViewOptions(picture.reduced_motion, picture.low_flash, quality, picture.overlay, looks, seen)


@dataclass(slots=True)
class AppContext:
    """Everything that states share."""

    clock: Clock
    window: WindowControl
    fonts: Fonts
    paths: UserPaths
    settings_file: SettingsFile
    settings: Settings
    scores: Scores
    factories: Factories
    bindings: Bindings
    loaded: Loading[LoadedContent]
    utc_us: Callable[[], int] = utc_us
    """The calendar, in microseconds since 1970: only ever recorded."""
    device: InputDevice = InputDevice.KEYBOARD
    pads: int = 0
    """How many controllers are connected."""
    pad_names: dict[int, str] = field(default_factory=dict)
    """Names of the controllers by instance id."""
    pad: int = 0
    """Instance id of the controller that was used last."""
    rumble: Callable[[int, float, int], None] = no_rumble
    """Lets a controller shake: instance id, strength 0 to 1, milliseconds."""
    timer_link: TimerLink = field(default_factory=TimerLink)
    """Takes what a split timer is told."""
    held: HeldButtons = field(default_factory=HeldButtons)
    writer: BackgroundWriter = field(default_factory=BackgroundWriter)
    notices: Notices = field(default_factory=Notices)
    key_labels: Mapping[str, str] = field(default_factory=dict)
    """What the keyboard's layout writes on its keys, by our names of keys."""
    watch: MapWatch | None = None
    """Watches the map that is being edited, if any."""
    shelf: PackShelf[LoadedContent] = field(default_factory=EmptyShelf)
    """The packs that can be chosen."""
    loading_still: Path = Path()
    """The picture that is shown until the content is loaded."""
    last_notice: str | None = None
    quality: Quality = Quality.FULL
    """How much this machine can draw in time; kept until the game ends."""
    frame_budget: FrameBudget = field(default_factory=FrameBudget)
    player_updated_us: Micros = 0
    output_problem: str | None = None
    """What was last said of the sound device."""
    last_session: Session | None = None
    """The session of the last run that ended."""
    painted: dict[str, pygame.Surface] = field(default_factory=dict)
    """Menu pictures that are painted once, by name."""
    replays: ReplayFolder = field(init=False)
    reels: Reels = field(init=False)
    """Cuts a run's montage in the background."""
    history: History = field(init=False)
    """Every run that was begun."""
    collection: Collection = field(init=False)
    """What was collected over all of them."""
    learned: LearnedKinds = field(init=False)
    """Which kinds of cue this player has learned."""
    chalk: Chalk = field(init=False)
    """Paints the keys beside the fighter."""

    def __post_init__(self) -> None:
        self.replays = ReplayFolder(self.paths.replays)
        self.reels = Reels(self.paths.films)
        self.history = History(self.scores.database)
        self.collection = Collection(self.scores.database)
        self.learned = LearnedKinds(self.collection)
        self.chalk = Chalk(self.fonts)

    @property
    def world(self) -> str:
        """What the ids of sections belong to now: the pack that is loaded, or the map that is played in its place."""
        loaded = self.loaded.result
        return SHIPPED_ID if loaded is None else world_of(loaded.library.pack.id, loaded.library.map_name)

    def notify(self, sentence: str, topic: str = "") -> None:
        """Add a notice, which is shown for a few seconds."""
        self.notices.add(sentence, self.clock.now_us(), topic)

    def held_verbs(self) -> frozenset[Verb]:
        """Return the verbs of which a key or button is down."""
        return self.held.verbs(self.bindings)

    def follow_pace(self, wall_us: Micros) -> None:
        """Take the moment of a picture; where pictures are late, draw less."""
        if self.frame_budget.is_too_slow(wall_us, self.window.frame_rate):
            self.draw_less()

    def draw_less(self) -> None:
        """Leave something out of the picture while the game runs, and say so the first time."""
        loaded = self.loaded.result
        if loaded is None or self.quality is Quality.PLAIN:
            return
        if self.quality is Quality.FULL:
            self.notify(SLOW)
        self.quality = Quality(self.quality - 1)
        loaded.picture.options = replace(loaded.picture.options, quality=self.quality)

    def update_player(self, wall_us: Micros) -> None:
        """Update the song player once a frame on every screen, so that its clock has settled before a run begins."""
        loaded = self.loaded.result
        if loaded is not None and self.player_updated_us != wall_us:
            self.player_updated_us = wall_us
            loaded.player.update(wall_us)
            self._tell_output(loaded.player.output_problem)
            if self.settings.timing.quick_sound and loaded.player.breaks_up:
                self.change("timing", quick_sound=False)
                self.notify(BROKE_UP)

    def _tell_output(self, problem: str | None) -> None:
        """Say once, on whatever screen, that another sound device than the chosen one plays."""
        if problem is not None and problem != self.output_problem:
            self.notify(problem)
        self.output_problem = problem

    def sound(self, name: str) -> None:
        """Play a sound of the menus, once the player is loaded."""
        loaded = self.loaded.result
        if loaded is not None:
            loaded.player.sound(name)

    def notify_once(self, sentence: str | None) -> None:
        """Queue a notice unless it is None or repeats the last one."""
        if sentence is not None and sentence != self.last_notice:
            self.last_notice = sentence
            self.notify(sentence)

    def change(self, group: str, **values: Any) -> None:
        """Change settings of a group: apply them at once; they are saved in the background, and a failure to save is
        shown as a notice."""
        changed = replace(getattr(self.settings, group), **values)
        self.settings = replace(self.settings, **{group: changed})
        self.bindings = Bindings(self.settings)
        self._apply(group, values)
        settings = self.settings
        self.writer.submit(lambda: self.settings_file.save(settings))

    def _apply(self, group: str, values: dict[str, Any]) -> None:
        """Apply the changed settings to window, picture and player."""
        if "full_screen" in values:
            self.window.set_full_screen(self.settings.picture.full_screen)
        if "frame_rate" in values:
            self.window.set_frame_rate(self.settings.picture.frame_rate)
        if "scaling" in values:
            self.window.set_scaling(self.settings.picture.scaling)
        if group in ("picture", "play") and self.loaded.result is not None:
            self.loaded.result.picture.options = view_options(self.settings, self.quality)
        if group == "sound":
            self.apply_volumes()
        if "livesplit" in values:
            self.timer_link.choose(self.settings.play.livesplit)
        if "quick_sound" in values and self.loaded.result is not None:
            self.loaded.result.player.set_buffers(buffers_of(self.settings))
        if "output" in values and self.loaded.result is not None:
            self.loaded.result.player.set_output(self.settings.timing.output)

    def apply_volumes(self) -> None:
        """Set the player's volumes from the settings."""
        loaded = self.loaded.result
        if loaded is not None:
            loaded.player.set_volumes(asdict(self.settings.sound))

    def montage_plan(self) -> RunPlan:
        """Return the whole run as the settings have it."""
        return self.whole_run(Difficulty(self.settings.play.difficulty))

    def road_plan(self) -> RunPlan:
        """Return the whole run as Road work: at no rate of its own, as the tempo follows the runner."""
        montage = self.montage_plan()
        return replace(montage, mode=Mode.ROAD, options=road_options(montage.options))

    def whole_run(self, difficulty: Difficulty) -> RunPlan:
        """Return the whole run on a difficulty, with the settings' options."""
        return RunPlan(Mode.MONTAGE, difficulty, None, options_from(self.settings.play))

    @property
    def pad_family(self) -> PadFamily:
        """Whose marks stand on the buttons of the controller that was used last."""
        return family_of(self.pad_names.get(self.pad, ""))

    def shake(self, strength: float) -> None:
        """Let the controller in use shake for a moment, by 0 to 1, if it is wanted and a controller is used."""
        if self.device is InputDevice.PAD and self.settings.play.rumble:
            self.rumble(self.pad, strength, RUMBLE_MS)

    @property
    def shows_figures(self) -> bool:
        """Whether figures of a run are shown over it."""
        return self.settings.picture.overlay or self.settings.play.speedrun

    @property
    def has_pad(self) -> bool:
        """Whether a controller is connected, or was used last."""
        return self.pads > 0 or self.device is InputDevice.PAD

    @property
    def heard_on(self) -> str:
        """The name of the sound device in use; empty where it cannot be known."""
        loaded = self.loaded.result
        return self.settings.timing.output if loaded is None else loaded.player.heard_on

    @property
    def audio_offset_ms(self) -> int:
        """The latency of the sound on the device in use, in real milliseconds."""
        return self.settings.timing.offset_on(self.heard_on)

    def set_audio_offset(self, offset_ms: int) -> None:
        """Set the latency of the sound on the device in use, as far as the limits allow."""
        timing = self.settings.timing.with_offset(self.heard_on, offset_ms)
        self.change("timing", audio_offset_ms=timing.audio_offset_ms, audio_offsets_ms=timing.audio_offsets_ms)

    @property
    def audio_offset_us(self) -> Micros:
        """The latency of the sound on the device in use, in real microseconds."""
        return self.audio_offset_ms * 1000

    @property
    def visual_offset_us(self) -> Micros:
        """The latency of the picture, in real microseconds."""
        return self.settings.timing.visual_offset_ms * 1000
