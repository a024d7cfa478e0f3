"""Toward fifty, E minor: claps and tambourine count, twice as fast from bar five, over a pedal that will not
let go; horns climb a step a repetition."""

from __future__ import annotations

from ..chart import Cue
from ..doubling import struck
from ..groove import CLAP, CONGA_LOW, CONGA_OPEN, CRASH, TAMBOURINE, cut, drums, fill
from ..harmony import Pad, changes, comp, pad
from ..notation import Note, grid, phrase
from ..theme import stated

CHORDS = changes("Em | D/E | C/E | D/E | Am | C | D | B7")
BASS = (
    "E2:1/2> E2. r E2. E2> E2. G2. B2. | E2:1/2> E2. r E2. E2> E2. D2. B1. | "
    "E2:1/2> E2. r E2. E2> E2. G2. C3. |"
    "E2:1/2> E2. r E2. E2> F#2. G2. G#2. | "
    "A2:1/4> A2. A3. A2. A2> A2. G2. A2. A2> A2. A3. A2. C3> A2. G2. E2. |"
    "C2:1/4> C2. C3. C2. C2> C2. E2. G2. C3> C3. C2. C3. C2> C#2. C#3. C#2. |"
    "D2:1/4> D2. D3. D2. D2> D2. F#2. A2. D3> D3. D2. D3. D2> D#2. D#3. D#2. | "
    "B1:1/4> B1. B2. B1. B1> B1. D#2. F#2. B2:1/2> A2> G2> F#2>"
)


def compose(cues: tuple[Cue, ...]) -> list[Note]:
    return _bed(cues) + stated("push_ups", "lead_horns", "ff") + _low() + _high() + _choir() + _percussion()


def _bed(cues: tuple[Cue, ...]) -> list[Note]:
    notes = drums("march", range(1, 5), "mf", "f") + drums("four", range(5, 9), "f", "ff")
    notes = cut(notes, 14.5, 16) + fill("sshmlf", 14.5, "mf", "f")
    notes = cut(notes, 30, 32) + fill("sshhmmlf", 30, "f", "ff") + phrase("bass", BASS, 0, "mf", "f")
    notes += struck("claps", cues, (CLAP,), "ff") + struck("tambourine", cues, (TAMBOURINE,), "f")
    notes += grid("tambourine", TAMBOURINE, "..o...o...o...o." * 4 + "o.x.o.x.o.x.o.x." * 4, 0, "mp", to="mf")
    notes += grid("congas", CONGA_OPEN, "......x...x...x." * 8, 0, "mf") + grid(
        "congas", CONGA_LOW, "...o.......o...o" * 8, 0, "mf"
    )
    notes += comp("wah", changes("Am | C | D | B7", 16), Pad(62, 76, 3, 0.6), "x.gxg.Xgx.gxg.Xg", "mf")
    notes += comp("clavinet", CHORDS, Pad(55, 69, 2, 0.6), "..x...x...x..xx.", "mf")
    return notes + grid("cymbals", CRASH, "x", 0, "mf") + grid("cymbals", CRASH, "x", 16, "f")


def _low() -> list[Note]:
    counting = (
        "E3+B3:1/2> r:3/2 F#3+A3:1/2> r:3/2 | A3+D4:1/2> r:3/2 F#3+D4:1/2> r:3/2 | "
        "G3+C4:1/2> r:3/2 G3+E4:1/2> r:3/2 | A3+D4:1/2> r:3/2 A3+F#4:1/2> r:1/2 E4:1/2. E4."
    )
    notes = phrase("horns", counting, 0, "mf", "f")
    notes += phrase(
        "horns",
        ("A4:3~> E4:1/2^ E4^ | C5:3~> E4:1/2^ E4^ | D5:3~> E4:1/2^ E4^ | D#5:2~> B4:1/2^ B4^ D#5:1>"),
        16,
        "f",
        "ff",
    )
    notes += pad("trombones", changes("Am | C | D | B7", 16), Pad(48, 62, 3, 0.9, "sfp"), "mf", "f")
    notes += phrase("tuba", "A1:4- | C2:4- | D2:4- | B1:4-", 16, "mf", "f")
    eighths = "E4:1/4 G4 B4 G4 E4 G4 B4 G4 E4 G4 B4 G4 E4 G4 B4 G4"
    bars = (
        eighths,
        "D4:1/4 F#4 A4 F#4 " * 4,
        "E4:1/4 G4 C5 G4 " * 4,
        "F#4:1/4 A4 D5 A4 " * 4,
        "A4:1/4 C5 E5 C5 " * 4,
        "G4:1/4 C5 E5 C5 " * 4,
        "A4:1/4 D5 F#5 D5 " * 4,
        "A4:1/4 B4 D#5 F#5 B4 D#5 F#5 A5 D#5 F#5 A5 B5 F#5 A5 B5 D#6",
    )
    notes += phrase("violins", " | ".join(bars), 0, "mp", "ff")
    notes += phrase(
        "violas",
        (
            "B3:1/2> E4. B3. E4. B3> E4. B3. E4. | A3> D4. A3. D4. A3> D4. A3. D4. | "
            "C4> E4. C4. E4. C4> E4. C4. E4. | D4> F#4. D4. F#4. D4> F#4. D4. F#4."
        ),
        0,
        "mp",
        "mf",
    )
    return (
        notes
        + pad("violas_long", changes("Am | C | D | B7", 16), Pad(57, 71, 2), "mf", "f")
        + phrase(
            "celli",
            ("E3:4~ | E3:4~ | E3:4~ | E3:2~ F#3:1~ G#3:1~ | A3:4~ | G3:4~ | F#3:4~ | A3:2~ F#3:1~ D#3:1~"),
            0,
            "mf",
            "f",
        )
    )


def _high() -> list[Note]:
    notes = phrase(
        "trumpets",
        (
            "r:2 E5+C5:1/4^ E5+C5:1/4^ r:3/2 | r:2 G5+E5:1/4^ G5+E5:1/4^ r:3/2 | "
            "r:2 A5+F#5:1/4^ A5+F#5:1/4^ r:3/2 | D#5+F#5:1~ F#5+A5:1~ A5+B5:1>~ F#5+B5:1~"
        ),
        16,
        "f",
        "ff",
    )
    notes += comp(
        "brass_stab",
        CHORDS,
        Pad(64, 79, 4, 0.8),
        "..x...x...x..Xx.",
        "f",
    )
    notes += phrase(
        "trumpets",
        "r:2 B4:1/2^ D5:1/2^ E5:1~ | r:2 A4:1/2^ D5:1/2^ F#5:1~ | r:2 C5:1/2^ E5:1/2^ G5:1~ | r:4",
        0,
        "f",
    )
    return notes + phrase(
        "flutes", "r:4 | A5:3~ F#5:1~ | G5:3~ E5:1~ | A5:2~ D6:2~ | C6:4~ | E6:4~ | F#6:4~ | D#6:4~", 0, "mp", "f"
    )


def _choir() -> list[Note]:
    return pad("choir", changes("Am | C | D | B7", 16), Pad(60, 77, 4), "f", "ff") + pad(
        "choir", changes("Em | D | C | D", 0), Pad(60, 76, 3), "mf", "f"
    )


def _percussion() -> list[Note]:
    notes = grid("timpani", "E2", "x.......x......." * 4, 0, "mp", to="mf") + grid(
        "timpani", "B1", "oooooooooooooooo", 28, "p", 0.25, "ff"
    )
    notes += grid("orchestral", 38, "o.ooo.ooo.ooo.oo" * 4, 16, "p", to="f") + grid(
        "high_percussion", TAMBOURINE, "..x...x...x...x." * 4 + "x.xxx.xxx.xxx.xx" * 4, 0, "f"
    )
    notes += grid("orchestral", CRASH, "g" * 16, 30, "pp", 0.125, "mp")
    return notes + grid("orchestral", CRASH, "x", 16, "mf")
