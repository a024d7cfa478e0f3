"""What an exercise says of itself: its cue and call kinds, densities, counts, approach, practice key and how it is
perceived.

Map checks, menus, the song's stems, the benches by ear and eye, the Tiled project and the designer's reference read
these facts; none of them names an exercise.
"""

from dataclasses import dataclass
from enum import Enum
from fractions import Fraction

from game.sim.actions import Verb
from game.timing.units import Micros


class Hold(Enum):
    """What a cue asks for after its press."""

    NONE = "none"
    RELEASED = "released"
    """Held to its end and released there: the release is judged (not on easy)."""
    PUNCH = "punch"
    """The release is the hit itself: always judged; on easy it alone is."""
    COMPLETES = "completes"
    """Held to its end; the release is never judged, the hold completes itself."""


class Rhythm(Enum):
    """How a run of cues goes on of which only the first were announced."""

    ANNOUNCED = "announced"
    """It does not: each has its sign."""
    GOES_ON = "goes on"
    """At the step of the last two, until one stays away."""
    REPEATS = "repeats"
    """As the bar before, where that had a phrase."""


@dataclass(frozen=True, slots=True)
class CueKind:
    """One kind of cue. `verbs` are those it may carry (first is the default), `chord` asks for all of them at once.

    `alternates`: strict left and right, each press must differ from the last. `sentence` tells designers what the
    fighter does.
    """

    name: str
    verbs: tuple[Verb, ...]
    sentence: str
    lead: Fraction = Fraction(1)
    """Beats ahead that its warning is heard: always the same, at least one."""
    heard: bool = True
    """Whether a sound warns of it; the bridge's silent steps have none."""
    seen_lead: Fraction | None = None
    """Beats ahead that the view draws it, its hand told apart; None: it is not drawn ahead."""
    hold: Hold = Hold.NONE
    chord: bool = False
    alternates: bool = False
    obstacle: bool = False
    """Stands in the runner's way: kept clear of the seams between places, where his speed changes."""
    during_hold: bool = False
    """Pressed while another cue is held."""


@dataclass(frozen=True, slots=True)
class CallKind:
    """An unjudged object of a chart: what the trainer calls, where the partner freezes, where the room echoes."""

    name: str
    sentence: str
    has_length: bool = False
    map_class: str = "Call"
    """Object class of maps that it is written as; a class of its own needs no kind."""
    heard: bool = True
    """Whether it has a sound of its own."""
    quiet_length: bool = False
    """No cue may lie within its length."""
    quiet_reach_us: Micros | None = None
    """No cue may lie this near to it, real time in microseconds."""
    cancelled_by: tuple[str, Fraction] | None = None
    """A call that takes its announcement back: the sound that says so, and so many beats before the announced moment.
    """


@dataclass(frozen=True, slots=True)
class MinigameSpec:
    """One exercise: all that the rest of the game needs to know of it, beside its rules and its view."""

    id: str
    title: str
    cues: tuple[CueKind, ...]
    calls: tuple[CallKind, ...] = ()
    max_presses_per_second: float = 6.0
    """The densest chart that hands can play."""
    practice_key: str = ""
    """Key that begins it in the practice menu, as the platform names keys; empty: none."""
    standing: bool = False
    """Played at a station instead of along the map."""
    borrows: bool = False
    """Cue kinds are borrowed from other exercises and written `id.kind`."""
    approach_beats: Fraction = Fraction(2)
    """Beats at its beginning without a cue, followed by a lone one; 0: it begins at once."""
    reps: int = 0
    """What the reps of its cues add up to on every difficulty; 0: it counts nothing."""
    answer_beats: tuple[Fraction, ...] = ()
    """A call named `call_KIND` is answered so many beats later, the same throughout a chart: the usual distance first,
    that of hard charts last. Empty: it has no such calls."""
    rhythm: Rhythm = Rhythm.GOES_ON
    """How its fast runs go on of which only the first cues are warned."""
    unannounced: bool = False
    """Nothing is heard or seen ahead, on purpose: the player keeps the beat alone."""
    opens_theme: bool = False
    """From here on the stems that carry the song's theme never close."""

    def cue(self, name: str) -> CueKind | None:
        """Return the cue kind called `name`, or None."""
        return next((kind for kind in self.cues if kind.name == name), None)

    def call(self, name: str) -> CallKind | None:
        """Return the call kind called `name`, or None."""
        return next((kind for kind in self.calls if kind.name == name), None)
