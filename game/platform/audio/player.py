"""The song player over a real audio device.

The device runs from the moment the game opens; starting, pausing, seeking and restarting only change what is written
ahead of the playhead. So nothing starts late, and the clock has settled before the first run. Scheduled sounds are
mixed into the cue ring buffer, sample-accurately; the sound of a press is played at once on a mixer channel.
"""

import threading
from collections.abc import Sequence

from game.content.song.sound_table import SoundTable
from game.platform.audio.ambience import Ambience
from game.platform.audio.cue_scheduler import CueScheduler
from game.platform.audio.device.buffers import Buffers
from game.platform.audio.device.device import SoundDevice, frames_of, us_of
from game.platform.audio.device.device_choice import DeviceChoice
from game.platform.audio.device.device_watch import DeviceState, DeviceWatch
from game.platform.audio.device.keep_alive import KeepAlive
from game.platform.audio.device.mixer import FixedChannel
from game.platform.audio.played_run import PlayedRun, played_run
from game.platform.audio.song.decoded_audio import DecodedAudio
from game.platform.audio.song.road_song import RoadSong
from game.platform.audio.song.song_writer import SongWriter
from game.platform.audio.song.stems import Stems
from game.platform.audio.sound_bank import Buses, SoundBank, Voice
from game.platform.clock.count_in import count_in
from game.platform.clock.song_clock import SongClock
from game.sim.chart import Chart
from game.sim.events import Event, SectionBegan
from game.timing.clock import Clock
from game.timing.course import KnownCourse
from game.timing.units import Micros, ms

START_DELAY_US = ms(1)
"""Time from `start` to the first audible frame besides what the device may have read already, in microseconds."""
IDLE_US = ms(60)
"""The keep-alive thread updates the player after the frame loop has not for so long."""
MOST_DROPOUTS = 1
"""More underruns than this within a minute are heard as a sound that breaks up."""


class AudioPlayer:
    """Plays a run's song and sounds and gives its song time. Implements `SongPlayer`. Thread-safe."""

    def __init__(self, device: SoundDevice, wall: Clock, stems: Stems, table: SoundTable) -> None:
        self._device = device
        self._wall = wall
        self._table = table
        self._mixer = device.mixer
        self._bank = SoundBank(table.sounds, self._mixer)
        self._clock = SongClock(wall)
        self._watch = DeviceWatch(device, self._clock)
        self._ambience = Ambience(self._bank, self._mixer)
        self._song = SongWriter(device.music, stems)
        self._cues = CueScheduler(device.cues, self._bank)
        self._decoded = DecodedAudio(stems, self._bank, self._mixer)
        self._run: PlayedRun | None = None
        self._road_song: RoadSong | None = None
        self._choice = DeviceChoice(device)
        self._updated_us: Micros = 0
        self._lock = threading.RLock()
        self._keep_alive: KeepAlive | None = None
        self._notice: str | None = None

    # -- loading

    def load(self) -> None:
        """Start decoding on a thread."""
        self._decoded.load()

    def wait_until_loaded(self) -> None:
        """Block until everything is decoded."""
        self._decoded.wait()

    @property
    def progress(self) -> float:
        """How much is decoded, 0 to 1; 1 without a device, as nothing can be decoded until there is one."""
        return self._decoded.progress if self._mixer.is_open else 1.0

    @property
    def problems(self) -> tuple[str, ...]:
        """One sentence for each file that could not be decoded."""
        return self._decoded.problems

    def prepare(self, rate_permille: int) -> None:
        """Start decoding the song at a rate in place of the present one, so that `start` need not wait."""
        self._decoded.prepare(rate_permille)

    def nbytes(self) -> int:
        """Return how much memory all decoded sound takes, in bytes."""
        return self._decoded.nbytes()

    # -- transport

    def start(
        self,
        chart: Chart,
        from_us: Micros,
        rate_permille: int,
        road: KnownCourse | None = None,
        heard: Sequence[Event] = (),
    ) -> None:
        """Play `chart` from a song time at a rate, or along a road; the first frame is audible 80 ms from now. `heard`
        are all events of the run so far."""
        with self._lock:
            self.prepare(rate_permille)
            self._run = played_run(self._table, chart, (from_us, rate_permille), heard)
            self._run.road_song = None if road is None else self._road_song_of(chart)
            self._clock.start(from_us, self._playback_us() + self._start_delay_us(), rate_permille, road)
            self._notice = None
            safe = self._safe()
            self._song.play(self._clock.anchor, self._run.gains, self._run.ducking, safe, self._run.road_song)
            self._queue_cues(self._run, from_us, safe)
            self._ambience.resume()
            self._ambience.enter(self._run.place_at(from_us))

    def change_chart(self, chart: Chart, heard: Sequence[Event]) -> None:
        """Play on by a changed chart of the same song; `heard` are all events of the run by the new chart so far."""
        with self._lock:
            if self._run is None:
                return
            song_us, safe = self._clock.song_time_at(self._wall.now_us()), self._safe()
            is_stretched = self._run.road_song is not None
            self._run = played_run(self._table, chart, (song_us, self._run.rate_permille), heard)
            self._run.road_song = self._road_song_of(chart) if is_stretched else None
            self._queue_cues(self._run, song_us, safe)
            if not self._clock.frozen:
                self._song.play(self._clock.anchor, self._run.gains, self._run.ducking, safe, self._run.road_song)
            self._ambience.enter(self._run.place_at(song_us))

    def pause(self, song_us: Micros | None = None) -> None:
        """Freeze song time, now or at an earlier song time; sound stops within 80 ms."""
        with self._lock:
            if self._run is None or self._clock.frozen:
                return
            frozen_us = self._clock.freeze(song_us)
            safe = self._safe()
            self._song.mute(safe)
            self._cues.mute(safe)
            self._cues.rewind(frozen_us)
            self._ambience.pause()

    def resume(self, count_in_beats: int) -> None:
        """Count in that many beats in tempo, then go on from where the song stands."""
        with self._lock:
            if self._run is None or not self._clock.frozen:
                return
            song_us = self._clock.song_time_at(self._wall.now_us())
            counted = count_in(self._run.chart.tempo, song_us, count_in_beats, self._clock.anchor.rate_now_permille)
            goes_on_us = self._playback_us() + self._start_delay_us() + counted.wait_us
            self._clock.thaw(goes_on_us)
            run = self._run
            self._song.play(self._clock.anchor, run.gains, run.ducking, self._safe(), run.road_song)
            for before_us in counted.clicks_before_us:
                self._cues.place(Voice(self._table.game.get("count_in", "")), frames_of(goes_on_us - before_us))
            self._ambience.resume()

    def stop(self) -> None:
        """Stop the sound and forget the run; after the last chord the song rings out."""
        with self._lock:
            song_us = self._clock.freeze()
            self._run = None
            safe = self._safe()
            if not self._decoded.stems.rings_out_at(frames_of(song_us)):
                self._song.mute(safe)
            self._cues.clear(safe)
            self._ambience.leave()

    def update(self, wall_us: Micros) -> None:
        """Step once a frame: feed the clock with the device position, fill the ring buffers."""
        with self._lock:
            self._updated_us = wall_us
            self._notice = self._choice.lengthen(wall_us) or self._notice
            if self._run is None or self._clock.frozen:
                self._choice.apply()
            match self._watch.update(wall_us):
                case DeviceState.BACK:
                    self._use_reopened_device()
                case DeviceState.READY:
                    self._write_ahead(wall_us)

    def song_time_at(self, wall_us: Micros) -> Micros:
        """Return the song time at a moment of wall time near the present; never runs backwards between starts."""
        with self._lock:
            return self._clock.song_time_at(wall_us)

    def start_keep_alive(self) -> None:
        """Start the thread that updates the player whenever the frame loop does not."""
        self._keep_alive = KeepAlive(self.update_if_idle)

    def close(self) -> None:
        """Stop all threads, then close the device for good."""
        if self._keep_alive is not None:
            self._keep_alive.stop()
        self._decoded.cancel()
        with self._lock:
            self._device.close()

    def update_if_idle(self) -> None:
        """Update if the frame loop has not for `IDLE_US`. Called on the keep-alive thread."""
        now_us = self._wall.now_us()
        if now_us - self._updated_us > IDLE_US:
            self.update(now_us)

    # -- sounds

    def on_events(self, events: Sequence[Event]) -> None:
        """Play the sounds of this frame's events: hits at once, misses and echoes later, stems by form and feet."""
        with self._lock:
            if self._run is None:
                return
            if self._clock.on_events(events):
                self._song.follow(self._clock.anchor)
            changed = False
            for event in events:
                for voice in self._run.sounds.at_once(event):
                    self._bank.play(voice)
                mark = self._run.streak.mark(event)
                for voice in self._run.sounds.of_streak(mark) if mark is not None else ():
                    self._bank.play(voice)
                self._cues.queue(self._run.sounds.later(event))
                changed |= self._run.gains.follow(event)
                if isinstance(event, SectionBegan):
                    self._ambience.enter(self._run.sounds.exercise(event.section).place)
            if changed:
                self._song.rewrite(self._safe())

    def sound(self, name: str) -> None:
        """Play one of the interface's sounds (a menu's tick) at once; an unknown name is silent."""
        sound = self._table.game.get(name, "")
        if sound:
            self._bank.play(Voice(sound))

    def set_volumes(self, percent: dict[str, int]) -> None:
        """Set the buses `master`, `music`, `hits`, `cues`, `places` (0 to 100)."""
        with self._lock:
            self._bank.buses = Buses(dict(percent))
            self._set_channel_volumes()

    def set_buffers(self, buffers: Buffers) -> None:
        """Reopen the device with other buffers, if a run is played only once it is paused or over: for three seconds
        nothing is heard then."""
        self._choice.buffers = buffers

    def set_output(self, output: str) -> None:
        """Play on the device of that name, or on the system's default ("") as soon as no run is being played; for three
        seconds nothing is heard then."""
        self._choice.output = output

    def outputs(self) -> tuple[str, ...]:
        """Return the names of the devices that can be chosen, as of now."""
        return self._device.outputs()

    @property
    def output_problem(self) -> str | None:
        """Why another device than the wanted one plays, as a sentence, or None."""
        return self._device.fallback

    @property
    def heard_on(self) -> str:
        """The name of the device that is played on; empty where it cannot be known."""
        return self._device.heard_on

    # -- status

    @property
    def is_silent(self) -> bool:
        """Whether there is no device in use: it is lost, not there yet, or just being opened."""
        return self._watch.away

    @property
    def breaks_up(self) -> bool:
        """Whether the sound broke up more than once within the last minute."""
        return self._device.dropouts(self._updated_us) > MOST_DROPOUTS

    @property
    def device_us(self) -> Micros | None:
        """The last position that the device reported, None while it is lost."""
        return self._watch.position_us

    @property
    def unfit(self) -> str | None:
        """Why this run's timing does not count for the board, as a sentence, or None."""
        return self._clock.unfit

    @property
    def notice(self) -> str | None:
        """A sentence for the player about the device or an undecodable file, or None."""
        return self._watch.notice or self._notice or next(iter(self.problems), None)

    def set_notice(self, notice: str | None) -> None:
        """Set a notice for the time until the first run begins."""
        self._notice = notice

    # -- inside

    def _road_song_of(self, chart: Chart) -> RoadSong:
        """Return what stretches the song along a chart: the one before, where a run is begun anew."""
        if self._road_song is None or self._road_song.chart is not chart:
            self._road_song = RoadSong(chart)
        return self._road_song

    def _queue_cues(self, run: PlayedRun, from_us: Micros, safe: int) -> None:
        """Queue a run's scheduled sounds from a song time on, in place of all that were queued."""
        self._cues.clear(safe)
        self._cues.queue(timed_voice for timed_voice in run.sounds.scheduled() if timed_voice.song_us >= from_us)

    def _playback_us(self) -> Micros:
        return self._clock.playback_at(self._wall.now_us())

    def _start_delay_us(self) -> Micros:
        return us_of(self._device.buffers.safe_frames) + START_DELAY_US

    def _safe(self) -> int:
        return frames_of(self._playback_us()) + self._device.buffers.safe_frames

    def _write_ahead(self, wall_us: Micros) -> None:
        playhead = frames_of(self._clock.playback_at(wall_us))
        safe = playhead + self._device.buffers.safe_frames
        if self._decoded.song_has_grown():  # mix in a stem that was decoded meanwhile
            self._song.rewrite(safe)
        self._song.fill(safe, playhead)
        self._cues.wipe(playhead)
        if self._run is None or self._clock.frozen:
            return
        self._cues.fill(self._clock.anchor, safe)
        song_us = self._clock.song_time_at(wall_us)
        for voice in self._run.passing(song_us):
            self._bank.play(voice)

    def _use_reopened_device(self) -> None:
        self._song.move_to(self._device.music, self._safe())
        self._cues.move_to(self._device.cues, self._safe())
        self._ambience.leave()
        self._set_channel_volumes()
        if self._run is not None:
            self._ambience.enter(self._run.place_at(self._clock.song_time_at(self._wall.now_us())))
            if self._clock.frozen:
                self._ambience.pause()

    def _set_channel_volumes(self) -> None:
        self._mixer.set_channel_volume(FixedChannel.MUSIC, self._bank.buses.factor("music"))
        self._ambience.set_volume()
