"""Which sounds a chart schedules and which sounds a run's events trigger: names and song times, no device.

Each cue's warning sounds at its kind's constant lead; in a section that borrows cues, a beat ahead, on the cut. A fast
run is warned by its first two cues, and again where it quickens or the hand changes without a rule; in a burst of
sixteenths each step is warned, so that its end is audible. Calls sound on their beat. A press sounds at once, by its
grade, panned to its hand. Scheduled behind an event: a miss after its window, the rebounds of a bag, the echo of the
cold room, the chalk.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from game.content.song.sound_table import CueSounds, ExerciseSounds, SoundTable
from game.minigames.manifest import MINIGAMES
from game.platform.audio.song.stem_gains import START_BAND
from game.platform.audio.sound_bank import Voice
from game.sim.actions import HANDS, Verb
from game.sim.chart import Call, Chart, Cue, SectionChart
from game.sim.events import BandChanged, Cheered, Event, Flinched, Held, Judged, LaceFound, Part, SecondWind, Strayed
from game.sim.judge import CLEAN, Grade
from game.timing.units import Micros, ms

HAND_PAN = {Verb.LEFT: -0.4, Verb.RIGHT: 0.4}
"""Pan of each hand's sounds, -1 left to 1 right."""
MISS_DELAY_US = ms(110)
"""Delay of the sound of a miss behind its window. Scheduling takes 71 ms, so this holds from 30 frames a second up."""
RUN_GAP_BEATS = Fraction(1)
"""Consecutive cues of one kind nearer than this are a fast run, of which only the first ones are warned."""
ROLL_BEATS = Fraction(1, 3)
"""Three cues no further apart than this are a roll, in which the hands alternate without a warning."""
BURST_BEATS = Fraction(1, 3)
"""Cues nearer than this are a burst: each of them is warned, and the one that ends it."""
CUT_LEAD_BEATS = Fraction(1)
"""Lead of the warning of a borrowed cue: the cut itself, where a shot lasts half a bar."""
ECHO_GAIN = 0.55
"""Amplitude factor of an echo."""
CHEER_GAIN = 1.8
"""Amplitude factor of what answers a cheer: elsewhere these sounds lie far off, here over the last chord."""
WARNING_BUS = "cues"
"""Mixer bus of warnings and calls."""
WARNINGS_APART_BEATS = Fraction(99, 100)
"""The music makes room for no warning nearer than about this to the one before."""
MASKED_US = ms(50)
"""Sounds that follow a hit are left out from this long before the next cue of the section."""


@dataclass(frozen=True, slots=True)
class TimedVoice:
    """A voice at a song time; it is left out while the form's band is below `from_band`."""

    song_us: Micros
    voice: Voice
    from_band: int = 0


class RunSounds:
    """The sounds of one run over a chart."""

    def __init__(self, chart: Chart, table: SoundTable) -> None:
        self._chart = chart
        self._table = table
        self._cues = {cue.id: cue for cue in chart.cues}

    # -- ahead of time

    def scheduled(self) -> list[TimedVoice]:
        """Return the sounds that do not depend on the player (warnings, calls, ends of holds, feet, claps) by time."""
        claps = [TimedVoice(cue.time_us, voice) for cue in self._cues.values() for voice in _voices(self._table.clap)]
        return sorted([*self._told(), *claps], key=lambda timed_voice: timed_voice.song_us)

    def _told(self) -> list[TimedVoice]:
        """Return what is scheduled but the claps, in no order."""
        timed_voices: list[TimedVoice] = []
        for section in self._chart.sections:
            timed_voices += self._announced(section) if _borrows(section) else self._warned(section)
            for call in section.calls:
                timed_voices += self._called(section, call)
            timed_voices += self._done(section)
            timed_voices += self._feet(section)
        return timed_voices

    def warnings_us(self) -> list[Micros]:
        """Return the song times of the scheduled sounds that tell the player something, by time; of those nearer to
        each other than a beat the first only."""
        apart: list[Micros] = []
        for each in sorted(self._told(), key=lambda timed_voice: timed_voice.song_us):
            is_warning = self._table.sounds[each.voice.sound].bus == WARNING_BUS
            if is_warning and (not apart or self._beats_between(apart[-1], each.song_us) >= WARNINGS_APART_BEATS):
                apart.append(each.song_us)
        return apart

    def scenery(self) -> list[TimedVoice]:
        """Return the sounds of passing scenery, which need not be sample-accurate, in order of time."""
        timed_voices = [
            TimedVoice(self._us(section.start_beat + item.beats), Voice(item.sound), item.from_band)
            for section in self._chart.sections
            for item in self.exercise(section.index).scenery
        ]
        return sorted(timed_voices, key=lambda timed_voice: timed_voice.song_us)

    def scenery_heard(self, events: Sequence[Event]) -> list[TimedVoice]:
        """Return the sounds of passing scenery that are heard in a whole run of these events."""
        bands = [(event.time_us, event.band) for event in events if isinstance(event, BandChanged)]
        heard = []
        for passing in self.scenery():
            band = next((band for since_us, band in reversed(bands) if since_us <= passing.song_us), START_BAND)
            if passing.from_band <= band:
                heard.append(passing)
        return heard

    def exercise(self, section: int) -> ExerciseSounds:
        """Return the sounds of a section's exercise."""
        return self._table.exercise(self._chart.sections[section].minigame)

    # -- sounds of events

    def of_streak(self, mark: int) -> Iterator[Voice]:
        """Yield the voices to play at once where the streak has reached a mark."""
        yield from _voices(self._table.game.get(f"streak_{mark}", ""))

    def at_once(self, event: Event) -> Iterator[Voice]:
        """Yield the voices to play at once for an event."""
        match event:
            case Judged() if event.grade is not Grade.MISS:
                yield from self._hit(event)
            case Held(down=True):
                yield from _voices(self._sounds_of(event.cue_id).held, event.verb)
            case Strayed():
                yield from _voices(self.exercise(event.section).stray, event.verb)
            case Cheered():
                name = "cheer_hands" if event.verb in HANDS else "cheer_bell"
                yield from _voices(self._table.game.get(name, ""), event.verb, gain=CHEER_GAIN)
            case Flinched():
                yield from _voices(self.exercise(event.section).flinches.get(event.reason, ""))
            case SecondWind():
                yield from _voices(self._table.game.get("second_wind", ""))
            case LaceFound():
                yield from _voices(self._table.game.get("lace", ""))

    def later(self, event: Event) -> Iterator[TimedVoice]:
        """Yield the voices that an event schedules."""
        if not isinstance(event, Judged):
            return
        if event.grade is Grade.MISS:
            name = self._sounds_by_grade(event).get("miss", "")
            for voice in _voices(name, event.verb):
                yield TimedVoice(event.time_us + MISS_DELAY_US, voice)
            return
        yield from self._followed(event)
        yield from self._echoed(event)

    # -- inside

    def _warned(self, section: SectionChart) -> Iterator[TimedVoice]:
        for place, cue in enumerate(section.cues):
            sounds, before = self._sounds_of(cue.id), section.cues[max(0, place - 2) : place]
            if sounds.warned_by_call or (sounds.warn_first_only and _follows(before, cue)):
                continue
            yield from self._warning(cue, cue.kind.lead)

    def _announced(self, section: SectionChart) -> Iterator[TimedVoice]:
        for cue in section.cues:
            yield from self._warning(cue, CUT_LEAD_BEATS)

    def _warning(self, cue: Cue, lead: Fraction) -> Iterator[TimedVoice]:
        name = self._sounds_of(cue.id).warning.of(_sides(cue))
        for voice in _voices(name, *_sides(cue)):
            yield TimedVoice(self._us(cue.beat - lead), voice)

    def _called(self, section: SectionChart, call: Call) -> Iterator[TimedVoice]:
        kind = MINIGAMES[section.minigame].spec.call(call.kind)
        for item in self._table.call(f"{section.minigame}.{call.kind}") if kind is not None and kind.heard else ():
            for voice in _voices(item.sound):
                yield TimedVoice(self._us(call.beat + item.beats), voice)

    def _done(self, section: SectionChart) -> Iterator[TimedVoice]:
        for cue in section.cues:
            for voice in _voices(self._sounds_of(cue.id).done):
                yield TimedVoice(cue.end_us, voice)

    def _feet(self, section: SectionChart) -> Iterator[TimedVoice]:
        feet = self.exercise(section.index).feet
        if feet:
            for beat in range(int(section.end_beat - section.start_beat)):
                side = HANDS[beat % 2]
                yield TimedVoice(self._us(section.start_beat + beat), Voice(feet, HAND_PAN[side] / 2))

    def _hit(self, event: Judged) -> Iterator[Voice]:
        cue = self._cues[event.cue_id]
        verb = None if cue.kind.chord else event.verb
        yield from _voices(self._sounds_by_grade(event).get(_grade_key(event), ""), verb)
        if event.dead_on:
            yield from _voices(self._table.game.get("dead_on", ""), verb)

    def _followed(self, event: Judged) -> Iterator[TimedVoice]:
        following = self._next_cue_us(event)
        for item in self._sounds_of(event.cue_id).follows:
            time_us = self._us(self._chart.tempo.to_beat(event.time_us) + item.beats)
            if following is None or time_us < following - MASKED_US:
                for voice in _voices(item.sound, event.verb):
                    yield TimedVoice(time_us, voice)

    def _echoed(self, event: Judged) -> Iterator[TimedVoice]:
        """Yield the echo of a hit that lies as long before an echo zone as that is long."""
        name = self._sounds_of(event.cue_id).echo
        if self._cues[event.cue_id].is_hold and event.part is Part.PRESS:
            return
        for zone in self._chart.sections[event.section].calls:
            length_us = zone.end_us - zone.time_us
            if zone.time_us - length_us <= event.time_us < zone.time_us:
                for voice in _voices(name, event.verb, gain=ECHO_GAIN):
                    yield TimedVoice(event.time_us + length_us, voice)

    def _next_cue_us(self, event: Judged) -> Micros | None:
        following = self._cues.get(event.cue_id + 1)
        return None if following is None or following.section != event.section else following.time_us

    def _sounds_by_grade(self, event: Judged) -> dict[str, str]:
        sounds = self._sounds_of(event.cue_id)
        return dict(sounds.press if event.part is Part.PRESS else sounds.release)

    def _sounds_of(self, cue_id: int) -> CueSounds:
        cue = self._cues[cue_id]
        minigame = self._chart.sections[cue.section].minigame
        return self._table.cue(cue.name if "." in cue.name else f"{minigame}.{cue.name}", cue.kind)

    def _beats_between(self, first_us: Micros, second_us: Micros) -> Fraction:
        return self._chart.tempo.to_beat(second_us) - self._chart.tempo.to_beat(first_us)

    def _us(self, beat: Fraction) -> Micros:
        return self._chart.tempo.to_us(beat)


def _grade_key(event: Judged) -> str:
    if event.grade in CLEAN:
        return "clean"
    if event.grade is Grade.SLOPPY:
        return "sloppy"
    return "early" if event.offset_us is not None and event.offset_us < 0 else "late"


def _voices(name: str, verb: Verb | None = None, *, gain: float = 1.0) -> Iterator[Voice]:
    """Yield the voice of a sound, panned to a hand; nothing for the empty name."""
    if name:
        pan = 0.0 if verb is None else HAND_PAN.get(verb, 0.0)
        yield Voice(name, pan, gain)


def _sides(cue: Cue) -> tuple[Verb, ...]:
    """Return the one verb whose side a warning is panned to; none for a chord."""
    return () if cue.kind.chord else cue.verbs[:1]


def _follows(before: tuple[Cue, ...], cue: Cue) -> bool:
    """Whether a cue of a fast run needs no warning: the two cues before it are of the run, the run keeps its step
    there (a hand that repeats may slow), and its hand follows by rule: the other where strict or in a roll, else the
    same."""
    if len(before) < 2 or before[-1].name != cue.name or cue.beat - before[-1].beat >= RUN_GAP_BEATS:
        return False
    steps = [after.beat - earlier.beat for earlier, after in pairwise((*before, cue))]
    if min(steps) < BURST_BEATS:
        return False
    rolls = steps[-1] <= ROLL_BEATS
    if cue.verbs == before[-1].verbs:
        return not rolls and steps[-1] >= steps[0]
    return steps[-1] == steps[0] if cue.kind.alternates else rolls and steps[0] <= ROLL_BEATS


def _borrows(section: SectionChart) -> bool:
    return any("." in cue.name for cue in section.cues)
