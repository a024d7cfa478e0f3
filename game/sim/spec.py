"""The facts of one exercise: cue and call kinds, densities, rep counts, approach, practice key, and which cues are
announced how.

Map checks, menus, stem gains, the audibility and visibility benches, the Tiled project and the designer's reference
read these facts; none of them names an exercise.
"""

from dataclasses import dataclass
from enum import Enum
from fractions import Fraction

from game.sim.actions import Verb
from game.timing.units import Micros


class Hold(Enum):
    """What has to happen after a hold's press, and whether the release is judged."""

    NONE = "none"
    RELEASED = "released"
    """Held to its end and released there; the release is judged (not on easy)."""
    PUNCH = "punch"
    """The release is the hit itself: always judged, and on easy the only end that is judged."""
    COMPLETES = "completes"
    """Held to its end; the release is never judged, the hold completes by itself."""


class Rhythm(Enum):
    """How a run of cues continues when only its first cues were announced."""

    ANNOUNCED = "announced"
    """It does not continue: every cue is announced by a warning of its own."""
    GOES_ON = "goes on"
    """At the interval of the last two cues, until a cue is absent."""
    REPEATS = "repeats"
    """With the rhythm of the previous bar, if that bar had a phrase."""


@dataclass(frozen=True, slots=True)
class CueKind:
    """One kind of cue. `verbs` are those it may carry (the first is the default); `chord` asks for all of them at once.

    `alternates`: strict left and right, each press must differ from the last. `sentence` describes the fighter's
    movement to map designers.
    """

    name: str
    verbs: tuple[Verb, ...]
    sentence: str
    lead: Fraction = Fraction(1)
    """Beats between the warning sound and the cue; constant for the kind, at least one."""
    heard: bool = True
    """Whether a warning sound is played. False for the bridge's silent steps."""
    seen_lead: Fraction | None = None
    """Beats ahead that the view shows the cue with its verb recognizable; None: the view does not show it ahead."""
    hold: Hold = Hold.NONE
    chord: bool = False
    alternates: bool = False
    obstacle: bool = False
    """Whether it is an obstacle on the runner's lane: kept away from the seams between places, where his speed changes.
    """
    during_hold: bool = False
    """Pressed while another cue is held."""
    label: str = ""
    """What the player reads; empty: the name, as words."""

    @property
    def title(self) -> str:
        """What the player reads."""
        return self.label or self.name.replace("_", " ").capitalize()


@dataclass(frozen=True, slots=True)
class CallKind:
    """An unjudged object of a chart: a trainer's call, a partner's feint, an echo."""

    name: str
    sentence: str
    has_length: bool = False
    map_class: str = "Call"
    """Object class that maps write it as. `Call` objects carry a kind; a class of its own needs none."""
    heard: bool = True
    """Whether the call itself plays a sound."""
    quiet_length: bool = False
    """Whether cues are forbidden within its length."""
    quiet_reach_us: Micros | None = None
    """No cue may lie nearer to it than this, in microseconds of real time; None: no limit."""
    cancelled_by: tuple[str, Fraction] | None = None
    """The call that announces and then cancels a cue: the name of the cancelling sound, and how many beats before the
    announced time it is played.
    """


@dataclass(frozen=True, slots=True)
class MinigameSpec:
    """Everything the rest of the game needs to know about one exercise besides its rules and its view."""

    id: str
    title: str
    cues: tuple[CueKind, ...]
    calls: tuple[CallKind, ...] = ()
    max_presses_per_second: float = 6.0
    """Upper limit of a chart's density, in presses per second."""
    practice_key: str = ""
    """Key that starts it in the practice menu, by the platform's key name; empty: none."""
    standing: bool = False
    """Whether it is played at a station instead of along the map."""
    borrows: bool = False
    """Whether its cue kinds are those of other exercises, written `id.kind`."""
    approach_beats: Fraction = Fraction(2)
    """Beats at the start of the section that hold no cue, followed by a single one; 0: cues may start at once."""
    reps: int = 0
    """Sum of the reps of its cues, equal on every difficulty; 0: reps are not counted."""
    answer_beats: tuple[Fraction, ...] = ()
    """Beats from a call named `call_KIND` to its answer, constant within a chart: the usual distance first, that of
    hard charts last. Empty: it has no such calls.
    """
    rhythm: Rhythm = Rhythm.GOES_ON
    """How fast runs continue when only their first cues are announced."""
    unannounced: bool = False
    """Whether nothing is heard or seen ahead, by design: the player keeps the beat alone."""
    triggers: tuple[str, ...] = ()
    """Trigger actions that only its view draws; elsewhere in a map they have no effect."""
    carries_theme: bool = False
    """Whether its feet carry the song's theme: the lead instrument follows its hits and misses."""

    def cue(self, name: str) -> CueKind | None:
        """Return the cue kind called `name`, or None."""
        return next((kind for kind in self.cues if kind.name == name), None)

    def call(self, name: str) -> CallKind | None:
        """Return the call kind called `name`, or None."""
        return next((kind for kind in self.calls if kind.name == name), None)
