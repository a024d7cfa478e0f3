"""Chooses a performer's pose: anticipation by the song's clock, the contact frame at the moment of the press.

Before a cue the frames before the contact follow the song's clock and wait at the last of them; a press shows the
contact frame at once, and the frames after it follow. So a hit is never shown later than in the frame of its press.
"""

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass

from game.sim.chart import Cue
from game.timing.units import Micros
from game.view.canvas.event_log import EventLog
from game.view.canvas.timing_error import TimingError, timing_of
from game.view.figure.actor import Actors, Pose

LOOK_BACK_BEATS = 4.0
"""Beats back within which cues are considered."""
MIN_FOLLOW_BEATS = 0.2
"""Least duration of a follow-through before the next wind-up, in beats."""
FALLBACK_CONTACT_BEATS = 0.25
"""Beat of contact of a clip that the sheet lacks."""
FALLBACK_LENGTH_BEATS = 0.75
"""Length of a clip that the sheet lacks, in beats."""


@dataclass(frozen=True, slots=True)
class CueClips:
    """The clips of one cue: clean, off (early or late) and missed; `hand` is the anchor that is rim-lit.

    A sheet may have clips of the clean one's name with `_early`, `_late` or `_miss`; they take precedence.
    """

    clean: str
    off: str
    miss: str
    hand: str = ""


@dataclass(frozen=True, slots=True)
class Now:
    """The visual time in the units that a performer needs."""

    us: Micros
    beat: float
    us_per_beat: int
    form: str


class Performer:
    """Computes a pose from a section's cues and the event log."""

    def __init__(self, sheet: str, cues: tuple[Cue, ...], moves: Callable[[Cue], CueClips], actors: Actors) -> None:
        self.sheet = sheet
        self.cues = cues
        self._moves = moves
        self._actors = actors
        self._times = [cue.time_us for cue in cues]

    def pose(self, now: Now, log: EventLog) -> Pose | None:
        """Return the fighter's pose, or None when he idles."""
        first = bisect_left(self._times, now.us - round(LOOK_BACK_BEATS * now.us_per_beat))
        last = bisect_left(self._times, now.us + round(LOOK_BACK_BEATS * now.us_per_beat))
        done: tuple[Micros, Pose, float] | None = None
        for cue in self.cues[first:last]:
            answered = self._answered(cue, now, log)
            if answered is None:
                waiting = self._anticipation(cue, now)
                if waiting is not None and (done is None or now.us - done[0] >= MIN_FOLLOW_BEATS * now.us_per_beat):
                    return waiting
                break
            if done is None or answered[0] >= done[0]:
                done = answered
        if done is None:
            return None
        return done[1] if (now.us - done[0]) / now.us_per_beat < done[2] else None

    def _answered(self, cue: Cue, now: Now, log: EventLog) -> tuple[Micros, Pose, float] | None:
        judged = log.judged(cue.id, now.us)
        if judged is None:
            return None
        move = self._moves(cue)
        since = (now.us - judged.time_us) / now.us_per_beat
        timing = timing_of(judged)
        if timing is TimingError.MISSED:
            action = self._actors.either(self.sheet, f"{move.clean}_miss", move.miss)
            return judged.time_us, Pose(action, since, now.form), self._length(action, now.form)
        off = self._actors.either(self.sheet, move.clean + timing.ending, move.off)
        action = move.clean if timing is TimingError.CLEAN else off
        clip = self._actors.clip(self.sheet, action, now.form)
        contact = FALLBACK_CONTACT_BEATS if clip is None else clip.contact or 0.0
        follow = FALLBACK_LENGTH_BEATS if clip is None else clip.after_contact
        return judged.time_us, Pose(action, contact + since, now.form, move.hand), follow

    def _anticipation(self, cue: Cue, now: Now) -> Pose | None:
        move = self._moves(cue)
        clip = self._actors.clip(self.sheet, move.clean, now.form)
        contact = FALLBACK_CONTACT_BEATS if clip is None else clip.contact or 0.0
        into = contact + (now.us - cue.time_us) / now.us_per_beat
        if into < 0 or contact <= 0:
            return None
        return Pose(move.clean, min(into, contact - 1e-6), now.form, move.hand)

    def _length(self, action: str, form: str) -> float:
        clip = self._actors.clip(self.sheet, action, form)
        return FALLBACK_LENGTH_BEATS if clip is None else clip.length


def form_of(band: int) -> str:
    """Return the form of animation for a band of form: bands 0 and 1 stiff, 2 loose, 3 proud."""
    return ("stiff", "stiff", "loose", "proud")[band]
