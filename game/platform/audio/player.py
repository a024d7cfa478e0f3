"""The song player over a real sound device.

The device runs from the moment the game opens; starting, pausing, seeking and restarting only change what is written
ahead of its head. So nothing ever starts late, and the clock has settled before the first run. Effects that belong to
a moment go onto the cue tape, sample by sample; the answer to a press is played at once.
"""

import threading
from collections.abc import Sequence
from dataclasses import dataclass

import pygame

from game.content.song.sound_table import SoundTable
from game.platform.audio.ambience import Ambience
from game.platform.audio.cue_scheduler import CueScheduler
from game.platform.audio.decoded_audio import DecodedAudio
from game.platform.audio.device import BUFFER_FRAMES, SAMPLE_RATE, Lane, SoundDevice, frames_of, us_of
from game.platform.audio.keep_alive import KeepAlive
from game.platform.audio.run_sounds import RunSounds, Sounding
from game.platform.audio.song_writer import SongWriter
from game.platform.audio.sound_bank import Buses, SoundBank, Voice
from game.platform.audio.stem_gains import StemGains
from game.platform.audio.stems import Stems
from game.platform.clock.count_in import count_in
from game.platform.clock.song_clock import SongClock
from game.sim.chart import Chart
from game.sim.events import BandChanged, Event, SectionBegan
from game.timing.clock import Clock
from game.timing.units import Micros, ms

SAFE_FRAMES = BUFFER_FRAMES + SAMPLE_RATE // 20
"""What is nearer to the ear than a buffer and 50 ms may already have been taken by the device."""
START_DELAY_US = us_of(SAFE_FRAMES) + ms(10)
IDLE_US = ms(60)
"""Where the frame loop has not stepped for so long, the pump does."""
SETTLING_US = ms(3000)
"""A device that was just opened takes sound by fits and starts: it is followed, and heard, only after so long."""
RETRY_US = ms(2000)
"""A lost device is looked for this often."""
LOST = "The sound device was lost: the run goes on in silence."
BACK = "The sound device is back."


@dataclass(slots=True)
class PlayedRun:
    """What is being played."""

    chart: Chart
    rate_permille: int
    gains: StemGains
    sounds: RunSounds
    scenery: list[Sounding]


class AudioPlayer:
    """Plays a run's song and sounds, and tells its song time. Implements `SongPlayer`."""

    def __init__(self, device: SoundDevice, wall: Clock, stems: Stems, table: SoundTable) -> None:
        self._device = device
        self._wall = wall
        self._table = table
        self._bank = SoundBank(table.sounds)
        self._clock = SongClock(wall)
        self._places = Ambience(self._bank)
        self._song_tape = SongWriter(device.music, stems)
        self._cue_tape = CueScheduler(device.cues, self._bank)
        self._stock = DecodedAudio(stems, self._bank)
        self._run: PlayedRun | None = None
        self._stepped_us: Micros = 0
        self._lock = threading.RLock()
        self._pump: KeepAlive | None = None
        self._lost_us: Micros | None = None
        self._found_us: Micros | None = None
        self._notice: str | None = None

    # -- loading

    def load(self) -> None:
        """Begin to decode everything on a thread."""
        self._stock.load()

    def wait_until_loaded(self) -> None:
        """Return when everything is decoded."""
        self._stock.wait()

    @property
    def progress(self) -> float:
        """How much is decoded, 0 to 1."""
        return self._stock.progress

    @property
    def troubles(self) -> tuple[str, ...]:
        """One sentence for each file that cannot be heard."""
        return self._stock.troubles

    def prepare(self, rate_permille: int) -> None:
        """Begin to decode what a rate needs, in place of what another needed, so that `start` has it at once."""
        self._stock.prepare(rate_permille)

    def nbytes(self) -> int:
        """Return how much memory all decoded sound takes, in bytes."""
        return self._stock.nbytes()

    # -- transport

    def start(self, chart: Chart, from_us: Micros, rate_permille: int) -> None:
        """Begin to play `chart` at song time `from_us` at a rate; the first frame is heard 80 ms from now."""
        with self._lock:
            self.prepare(rate_permille)
            sounds = RunSounds(chart, self._table)
            scenery = [sounding for sounding in sounds.scenery() if sounding.song_us >= from_us]
            self._run = PlayedRun(chart, rate_permille, StemGains(chart), sounds, scenery)
            self._clock.start(from_us, self._playback_us() + START_DELAY_US, rate_permille)
            if self._lost_us is None:
                self._notice = None
            safe = self._safe()
            self._song_tape.play(self._clock.anchor, self._run.gains, safe)
            self._cue_tape.clear(safe)
            self._cue_tape.queue(sounding for sounding in sounds.scheduled() if sounding.song_us >= from_us)
            self._places.resume()
            self._places.enter(self._place_at(from_us))

    def pause(self) -> None:
        """Freeze: song time stands still, and nothing sounds after 80 ms."""
        with self._lock:
            if self._run is None or self._clock.frozen:
                return
            song_us = self._clock.freeze()
            safe = self._safe()
            self._song_tape.hush(safe)
            self._cue_tape.hush(safe)
            self._cue_tape.rewind(song_us)
            self._places.pause()

    def resume(self, count_in_beats: int) -> None:
        """Count in that many beats in tempo, then go on from where the song stands."""
        with self._lock:
            if self._run is None or not self._clock.frozen:
                return
            song_us = self._clock.song_time_at(self._wall.now_us())
            counted = count_in(self._run.chart.tempo, song_us, count_in_beats, self._run.rate_permille)
            goes_on_us = self._playback_us() + START_DELAY_US + counted.wait_us
            self._clock.thaw(goes_on_us)
            self._song_tape.play(self._clock.anchor, self._run.gains, self._safe())
            for before_us in counted.clicks_before_us:
                self._cue_tape.place(Voice(self._table.game.get("count_in", "")), frames_of(goes_on_us - before_us))
            self._places.resume()

    def stop(self) -> None:
        """Fall silent and forget the run; what rings on behind the last chord may do so."""
        with self._lock:
            song_us = self._clock.freeze()
            self._run = None
            safe = self._safe()
            if not self._stock.stems.rings_out_at(frames_of(song_us)):
                self._song_tape.hush(safe)
            self._cue_tape.clear(safe)
            self._places.leave()

    def update(self, wall_us: Micros) -> None:
        """Step once a frame: follow the device, write ahead of its head."""
        with self._lock:
            self._stepped_us = wall_us
            position_us = self._device.position_us()
            if self._lost_us is not None:
                self._find(wall_us, position_us)
            elif position_us is None:
                self._lose(wall_us)
            else:
                self._clock.feed(wall_us, position_us)
                self._write_ahead(wall_us)

    def song_time_at(self, wall_us: Micros) -> Micros:
        """Return the song time at a moment of wall time near the present; never runs backwards between starts."""
        with self._lock:
            return self._clock.song_time_at(wall_us)

    def run_by_itself(self) -> None:
        """Step on a thread wherever the frame loop does not, from now on."""
        self._pump = KeepAlive(self.keep_alive)

    def close(self) -> None:
        """Let go of the device for good, when no thread uses it any more."""
        if self._pump is not None:
            self._pump.rest()
        self._stock.give_up()
        with self._lock:
            self._device.close()

    def keep_alive(self) -> None:
        """Step if the frame loop has not for a while: under menus, in a dragged window. For the pump's thread."""
        now_us = self._wall.now_us()
        if now_us - self._stepped_us > IDLE_US:
            self.update(now_us)

    # -- what is heard

    def on_events(self, events: Sequence[Event]) -> None:
        """Let the events of this frame sound: answers at once, misses and echoes at their time, form on the bar."""
        with self._lock:
            if self._run is None:
                return
            for event in events:
                for voice in self._run.sounds.at_once(event):
                    self._bank.play(voice)
                self._cue_tape.queue(self._run.sounds.later(event))
                match event:
                    case BandChanged():
                        self._run.gains.band_changed(event.time_us, event.band)
                        self._song_tape.rewrite(self._safe())
                    case SectionBegan():
                        self._places.enter(self._run.sounds.exercise(event.section).place)

    def sound(self, name: str) -> None:
        """Let one of the game's own sounds (a menu's tick) be heard at once; a name that is not there is silent."""
        sound = self._table.game.get(name, "")
        if sound:
            self._bank.play(Voice(sound))

    def set_volumes(self, percent: dict[str, int]) -> None:
        """Set the buses `master`, `music`, `hits`, `cues`, `places` (0 to 100)."""
        with self._lock:
            self._bank.buses = Buses(dict(percent))
            self._set_channel_volumes()

    # -- what went wrong

    @property
    def unfit(self) -> str | None:
        """Why this run's clock cannot be trusted for the board, as a sentence, or None."""
        return self._clock.unfit

    @property
    def notice(self) -> str | None:
        """A sentence for the player about the device or a file that cannot be heard, or None."""
        return self._notice or next(iter(self.troubles), None)

    def tell(self, notice: str | None) -> None:
        """Set what the player is told until the device says something newer."""
        self._notice = notice

    # -- inside

    def _playback_us(self) -> Micros:
        return self._clock.playback_at(self._wall.now_us())

    def _safe(self) -> int:
        return frames_of(self._playback_us()) + SAFE_FRAMES

    def _write_ahead(self, wall_us: Micros) -> None:
        heard = frames_of(self._clock.playback_at(wall_us))
        if self._stock.song_has_grown():  # a stem that was decoded meanwhile is heard at once
            self._song_tape.rewrite(heard + SAFE_FRAMES)
        self._song_tape.fill(heard + SAFE_FRAMES, heard)
        self._cue_tape.wipe(heard)
        if self._run is None or self._clock.frozen:
            return
        self._cue_tape.fill(self._clock.anchor, heard + SAFE_FRAMES)
        song_us = self._clock.song_time_at(wall_us)
        while self._run.scenery and self._run.scenery[0].song_us <= song_us:
            self._bank.play(self._run.scenery.pop(0).voice)

    def _lose(self, wall_us: Micros) -> None:
        self._clock.lose_device(wall_us)
        self._notice = LOST
        self._lost_us, self._found_us = wall_us, None

    def _find(self, wall_us: Micros, position_us: Micros | None) -> None:
        """Look for a device now and then; once there is one that has settled, go on with it."""
        if position_us is None or self._found_us is None:
            self._found_us = None
            if wall_us - (self._lost_us or 0) >= RETRY_US:
                self._lost_us = wall_us
                self._found_us = wall_us if self._device.reopen() else None
        elif wall_us - self._found_us >= SETTLING_US:
            self._device.rebase(self._clock.playback_at(wall_us))
            self._lost_us = self._found_us = None
            self._notice = BACK
            self._tapes_anew()

    def _tapes_anew(self) -> None:
        self._song_tape.move_to(self._device.music, self._safe())
        self._cue_tape.move_to(self._device.cues)
        self._places = Ambience(self._bank)
        self._set_channel_volumes()
        if self._run is not None and not self._clock.frozen:
            self._places.enter(self._place_at(self._clock.song_time_at(self._wall.now_us())))

    def _set_channel_volumes(self) -> None:
        pygame.mixer.Channel(Lane.MUSIC.value).set_volume(self._bank.buses.factor("music"))
        self._places.set_volume()

    def _place_at(self, song_us: Micros) -> str:
        if self._run is None:
            return ""
        sections = self._run.chart.sections
        index = max((section.index for section in sections if section.start_us <= song_us), default=sections[0].index)
        return self._run.sounds.exercise(index).place
