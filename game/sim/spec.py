"""What an exercise says of itself: its cue kinds, their verbs, leads and holds. The manifest, the map checks, the
Tiled project and the designer's reference are all generated from these facts."""

from dataclasses import dataclass
from enum import Enum
from fractions import Fraction

from game.sim.actions import Verb


class Hold(Enum):
    """What a cue asks for after its press."""

    NONE = "none"
    RELEASED = "released"
    """Held to its end and released there: the release is judged (not on easy)."""
    PUNCH = "punch"
    """The release is the hit itself: always judged; on easy it alone is."""
    COMPLETES = "completes"
    """Held to its end; the release is never judged, the hold completes itself."""


@dataclass(frozen=True, slots=True)
class CueKind:
    """One kind of cue. `verbs` are those it may carry (first is the default), `chord` asks for all of them at once.

    `lead` is how many beats ahead its warning is heard and seen: always the same. `alternates`: strict left and right,
    each press must differ from the last. `sentence` tells designers what the fighter does.
    """

    name: str
    verbs: tuple[Verb, ...]
    sentence: str
    lead: Fraction = Fraction(1)
    hold: Hold = Hold.NONE
    chord: bool = False
    alternates: bool = False


@dataclass(frozen=True, slots=True)
class CallKind:
    """An unjudged object of a chart: what the trainer calls, where the partner freezes, where the room echoes."""

    name: str
    sentence: str
    has_length: bool = False


@dataclass(frozen=True, slots=True)
class MinigameSpec:
    """One exercise: its id, a title for menus, its cue and call kinds, and how dense a chart of it may be."""

    id: str
    title: str
    cues: tuple[CueKind, ...]
    calls: tuple[CallKind, ...] = ()
    max_presses_per_second: float = 6.0
    standing: bool = False
    borrows: bool = False
    """Cue kinds are borrowed from other exercises and written `id.kind`."""

    def cue(self, name: str) -> CueKind | None:
        """Return the cue kind called `name`, or None."""
        return next((kind for kind in self.cues if kind.name == name), None)

    def call(self, name: str) -> CallKind | None:
        """Return the call kind called `name`, or None."""
        return next((kind for kind in self.calls if kind.name == name), None)
