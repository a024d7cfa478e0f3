"""Over the apron, E minor: the band steps back and the strings breathe, two beats up, two beats down."""

from __future__ import annotations

from ..chart import Cue
from ..doubling import struck
from ..groove import CONGA_LOW, CONGA_MUTE, TAMBOURINE, drums
from ..harmony import Pad, changes, led, pad
from ..notation import Note, grid, level, phrase

CHORDS = changes("Cmaj7 Cmaj7 | D D | Bm7 Bm7 | Em7 Em7")


def compose(cues: tuple[Cue, ...]) -> list[Note]:
    return _bed(cues) + _low(cues) + _high() + _choir() + _percussion()


def _bed(cues: tuple[Cue, ...]) -> list[Note]:
    notes = drums("rim", range(1, 5), "mp", "mf")
    notes += phrase(
        "bass",
        (
            "C2:3/2- G2:1/2 C2:3/2- E2:1/2 | D2:3/2- A2:1/2 D2:3/2- C2:1/2 | "
            "B1:3/2- F#2:1/2 B1:3/2- D2:1/2 | E2:3/2- B2:1/2 E2:1/2 D2 C2 B1"
        ),
        0,
        "mf",
    )
    notes += phrase(
        "piano",
        (
            "C4:1/4 E4 G4 B4 C5:1- r:2 | D4:1/4 F#4 A4 C5 D5:1- r:2 | B3:1/4 D4 F#4 A4 B4:1- r:2 | "
            "E4:1/4 G4 B4 D5 E5:1- r:2"
        ),
        0,
        "mp",
    )
    notes += pad("rhodes", CHORDS, Pad(55, 71, 4, 0.9), "mf") + struck("congas", cues, (CONGA_LOW,), "f")
    notes += struck("vibraphone", cues, (71, 74, 76), "mf", 0.8) + grid(
        "congas", CONGA_MUTE, "o..g..o.o..g.o.." * 4, 0, "mp"
    )
    return notes + grid("shaker", 82, "x.o.x.o.x.o.x.oo" * 4, 0, "mp")


def _swells(part: str, cues: tuple[Cue, ...], lie: Pad) -> list[Note]:
    """Bows in as the body comes up, out as it goes down: one swell for each of normal's holds."""
    holds = [c for c in cues if c.kind == "sit_up" and "normal" in c.difficulties] or [
        Cue(b, "sit_up", "", frozenset(), 1.0) for b in range(2, 16, 2)
    ]
    holds = [Cue(0.0, "sit_up", "", frozenset(), 1.0), *holds]
    ends = [c.beat for c in holds[1:]] + [16.0]
    chain = led([CHORDS.at(c.beat).symbol for c in holds], lie.low, lie.high, lie.voices)
    notes = []
    for hold, end, keys in zip(holds, ends, chain, strict=True):
        for k in keys:
            notes.append(Note(part, hold.beat, hold.beats, k, level("f"), "swell"))
            notes.append(Note(part, hold.beat + hold.beats, end - hold.beat - hold.beats, k, level("mf"), "fade"))
    return notes


def _low(cues: tuple[Cue, ...]) -> list[Note]:
    swells = _swells("violins_long", cues, Pad(71, 86, 2)) + _swells("violas_long", cues, Pad(60, 71, 2))
    swells += _swells("celli_long", cues, Pad(48, 62, 2))
    harp = (
        "C4:1/8 E4 G4 B4 C5 E5 G5 B5 r:3 | D4:1/8 F#4 A4 D5 F#5 A5 C6 D6 r:3 | "
        "B3:1/8 D4 F#4 A4 B4 D5 F#5 A5 r:3 | E4:1/8 G4 B4 D5 E5 G5 B5 E6 r:3"
    )
    swells += phrase("harp", harp, 0, "mf", "f")
    swells += phrase(
        "horn_solo",
        "G4:2~< F#4:1~ E4:1~ | F#4:3~ A4:1~ | F#4:2~< E4:1~ D4:1~ | E4:2~ r:1 B3:1/2. B3:1/2.",
        0,
        "p",
        "mf",
    )
    return swells


def _high() -> list[Note]:
    line = "r:1 E5:1~ G5:1~ E5:1~ | F#5:2~ A5:1~ D5:1~ | B4:1~ D5:1~ F#5:1~ A5:1~ | G5:2~ E5:1~ r:1"
    notes = phrase("trumpets", line, 0, "mf", "f") + phrase("trumpets2", line, 0, "mp", "mf")
    above = "r:2 B5:1~ A5:1~ | A5:2~ C6:1~ B5:1~ | A5:2~ F#5:1~ A5:1~ | G5:2~ B5:1~ r:1"
    return notes + phrase("flutes", above, 0, "f", "f")


def _choir() -> list[Note]:
    return pad("choir_ooh", CHORDS, Pad(60, 76, 3, 1.0, "breath"), "mp", "mf")


def _percussion() -> list[Note]:
    notes = grid("orchestral", 49, "g.......g......." * 4, 0.0, "pp")
    notes += grid("high_percussion", TAMBOURINE, "..x...x...x...x." * 4, 0, "mf")
    return notes + grid("high_percussion", 81, "o...............o..............." * 2, 0, "p")
