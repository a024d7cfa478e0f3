"""The table of sounds: which files a sound has, and which sound a cue, a call or a place has.

Sounds are named, and files belong to names; cues, calls and exercises only speak of names.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction
from pathlib import Path

from game.sim.actions import HANDS, Verb
from game.sim.spec import CueKind

BUSES = ("music", "hits", "cues", "places")
"""Mixer buses, each with a volume of its own."""
TOUCHES = ("clean", "early", "late", "sloppy", "miss")
"""Result of a press or release: clean is great or better, early and late are good, then sloppy and miss."""


@dataclass(frozen=True, slots=True)
class SoundSpec:
    """One sound: its file, where in it each take lies (first frame, frames; one is drawn each time), its gain as a
    factor, its bus, its place from -1 (left) to 1."""

    name: str
    file: Path
    takes: tuple[tuple[int, int], ...]
    gain: float
    bus: str
    pan: float


@dataclass(frozen=True, slots=True)
class After:
    """A sound at an offset in beats from an event; below zero: before it. It is left out while the form's band is
    below `from_band`: nobody cheers a run that hits nothing.
    """

    sound: str
    beats: Fraction
    from_band: int = 0


@dataclass(frozen=True, slots=True)
class HandSounds:
    """A sound for each hand; the same for both where the hand does not matter; empty: silence."""

    left: str = ""
    right: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """The sounds there are, each once."""
        return tuple(dict.fromkeys(name for name in (self.left, self.right) if name))

    def of(self, verbs: Collection[Verb]) -> str:
        """Return the sound for what is pressed: the right's for the right hand alone."""
        return self.right if set(verbs) == {Verb.RIGHT} else self.left


@dataclass(frozen=True, slots=True)
class CueSounds:
    """Sounds of one kind of cue; an empty name: silence.

    `warning`: one for both hands, or one for each. `warned_by_call`: its warning is a call in the chart, not a fixed
    lead. `warn_first_only`: in a fast series of such cues only the first two are warned, and where it changes.
    `press` and `release` are keyed by the results in `TOUCHES`. `held`: an unjudged wind-up. `done`: always, at the
    cue's end. `follows`: sounds after a hit. `echo`: the echo of the room.
    """

    warning: HandSounds = HandSounds()
    warned_by_call: bool = False
    warn_first_only: bool = False
    press: Mapping[str, str] = field(default_factory=dict)
    release: Mapping[str, str] = field(default_factory=dict)
    held: str = ""
    done: str = ""
    echo: str = ""
    follows: tuple[After, ...] = ()


@dataclass(frozen=True, slots=True)
class ExerciseSounds:
    """Sounds of an exercise beside those of its cues: its place, feet on every beat, strays, flinches, scenery by
    beat."""

    place: str = ""
    feet: str = ""
    stray: str = ""
    flinches: Mapping[str, str] = field(default_factory=dict)
    scenery: tuple[After, ...] = ()


@dataclass(frozen=True, slots=True)
class DefaultSounds:
    """Default sounds of an exercise without rows of its own: cues by what is pressed, calls, place and strays.

    `cues` goes by `hands`, `up`, `down` and `chord`.
    """

    cues: Mapping[str, CueSounds] = field(default_factory=dict)
    call: tuple[After, ...] = ()
    exercise: ExerciseSounds = ExerciseSounds()


@dataclass(frozen=True, slots=True)
class SoundTable:
    """All rows. `cues` and `calls` go by `exercise.kind`, `game` holds the sounds of no exercise (count-in, menu).
    `exercises` has rows for the two tests of timing, too.

    Ask by the methods: they give the default sounds where an exercise has no row of its own.
    """

    sounds: Mapping[str, SoundSpec] = field(default_factory=dict)
    cues: Mapping[str, CueSounds] = field(default_factory=dict)
    calls: Mapping[str, tuple[After, ...]] = field(default_factory=dict)
    exercises: Mapping[str, ExerciseSounds] = field(default_factory=dict)
    game: Mapping[str, str] = field(default_factory=dict)
    defaults: DefaultSounds = DefaultSounds()
    clap: str = ""
    """Sound on every cue, for who makes a map; empty: none."""

    def cue(self, name: str, kind: CueKind) -> CueSounds:
        """Return the sounds of the cue kind written `exercise.kind`."""
        found = self.cues.get(name)
        if found is not None:
            return found
        default = self.defaults.cues.get(_pressed(kind), CueSounds())
        return default if kind.heard else replace(default, warning=HandSounds())

    def call(self, name: str) -> tuple[After, ...]:
        """Return the sounds of the call kind written `exercise.kind`."""
        return self.calls.get(name, self.defaults.call)

    def exercise(self, minigame: str) -> ExerciseSounds:
        """Return the sounds of an exercise beside its cues."""
        return self.exercises.get(minigame, self.defaults.exercise)


def _pressed(kind: CueKind) -> str:
    """Return which row of default sounds a cue kind without a row of its own takes."""
    if kind.chord:
        return "chord"
    return "hands" if kind.verbs[0] in HANDS else kind.verbs[0].name.lower()
