"""The gym, E minor, twelve-eight: leather in triplets. Congas, shaker and vibraphone keep the bag; the bass
goes in twos."""

from __future__ import annotations

from ..chart import Cue
from ..doubling import stabs, struck
from ..groove import CONGA_LOW, CONGA_MUTE, CONGA_OPEN, CRASH, KICK, STICK, TAMBOURINE, cut, drums
from ..harmony import Pad, changes, pad
from ..notation import Note, grid, phrase
from ..theme import stated

CHORDS = changes("Em7 | Em7 | A7 | A7 | Cmaj7 | D | Em7 | B7sus")
BASS = (
    "E2:4/3> r:1/3 E2. G2:4/3 r:1/3 D2. | E2:4/3> r:1/3 B1. D2:4/3 r:1/3 G#1. | "
    "A1:4/3> r:1/3 A1. C#2:4/3 r:1/3 E2. |"
    "A1:4/3> r:1/3 E2. G2:4/3 r:1/3 B1. | C2:4/3> r:1/3 C2. E2:4/3 r:1/3 C#2. | "
    "D2:4/3> r:1/3 D2. F#2:4/3 r:1/3 D#2. |"
    "E2:4/3> r:1/3 E2. B2:4/3 r:1/3 C3. | B1:4/3> r:1/3 B1. F#2:2/3 E2 D#2"
)
VIBES = (
    "r:1 B4:1/3. r D5. E5:2/3 D5:1/3. B4:1 | r:1 B4:1/3. r D5. G5:2/3 E5:1/3. D5:2/3 B4:1/3. |"
    "r:1 C#5:1/3. r E5. G5:2/3 E5:1/3. C#5:1 | r:1 A4:1/3. r C#5. E5:2/3 C#5:1/3. A4:2/3 G4:1/3. |"
    "E5:1/3 B4 G4 E5 B4 G4 E5 C5 G4 E5 C5 G4 | F#5 D5 A4 F#5 D5 A4 F#5 D5 A4 F#5 D5 A4 |"
    "G5 E5 B4 G5 E5 B4 A5 E5 B4 B5 E5 B4 | A5 E5 B4 A5 E5 B4 F#5 E5 B4 D#5 B4 A4"
)


def compose(cues: tuple[Cue, ...]) -> list[Note]:
    return _bed(cues) + stated("speed_bag", "lead_horns", "ff") + _low() + _high() + _choir() + _percussion()


def _bed(cues: tuple[Cue, ...]) -> list[Note]:
    notes = drums("bag", range(1, 5), "mp", "mf") + drums("bag", range(5, 9), "mf", "f")
    notes = cut(notes, 30, 32) + grid("drums", 38, "x.xX.xXXXXXX"[:6], 30, "mf", 1 / 3, "f")
    notes += (
        grid("cymbals", CRASH, "X", 0, "f") + grid("drums", KICK, "X", 0, "fff") + phrase("bass", BASS, 0, "mf", "f")
    )
    notes += struck("congas", cues, (CONGA_OPEN, CONGA_OPEN, CONGA_LOW, CONGA_LOW), "ff")
    notes += struck("clinks", cues, (STICK,), "ff") + struck("muted_guitar", cues, (71, 76), "f", 0.12)
    notes += grid("congas", CONGA_MUTE, "ogg" * 32, 0, "mp", 1 / 3, "mf")
    notes += grid("shaker", 82, "xgo" * 32, 0, "mp", 1 / 3, "mf")
    notes += phrase("vibraphone", VIBES, 0, "mf", "f")
    notes += pad("rhodes", CHORDS, Pad(55, 71, 4, 0.9), "mp", "mf")
    return notes + phrase("wah", "r:2/3 B4+D5+G4:1/3. r:1 r:2/3 B4+D5+G4:1/3. r:1 | r:4", 0, "mf")[:6]


def _low() -> list[Note]:
    notes = phrase("horns", "B3+E4:2!", 0, "f", "mf") + phrase("trombones", "E3+B3:1>", 0, "f", "mf")
    offs = [bar + beat + 2 / 3 for bar in range(0, 32, 4) for beat in (0, 1, 2)]
    notes += stabs("trombones", offs, CHORDS, Pad(55, 68, 3, 0.25), "f")
    notes += stabs("horns", [b + 1 / 3 for b in offs[1::3]], CHORDS, Pad(62, 74, 2, 1.2), "f")
    notes += pad("violas_long", changes("A7 | A7 | Cmaj7 | D | Em7 | B7sus", 8), Pad(55, 69, 2), "p", "mf")
    notes += phrase(
        "celli",
        ("r:4 | r:3 D3:1/2 C#3:1/2 | A2:4/3> r:1/3 A2. C#3:4/3 r:1/3 E3. | A2:4/3> r:1/3 E3. G3:4/3 r:1/3 B2."),
        0,
        "p",
        "mf",
    )
    notes += phrase("violins", "G5:4~ | A5:4~ | B5:2~ G5:1~ B5:1~ | A5:2~ B5:1~ D#6:1", 16, "mp", "f")
    notes += phrase("violins2", "E5:4~ | F#5:4~ | G5:2~ E5:1~ G5:1~ | F#5:2~ F#5:1~ A5:1", 16, "mp", "f")
    notes += phrase("celli_long", "C3+G3:4~ | D3+A3:4~ | E3+B3:4~ | B2+F#3:4~<", 16, "mp", "mf")
    notes += phrase("trombones", "E3+G3:4~< | F#3+A3:4~ | G3+B3:4~ | F#3+A3:2~ E3+A3:1~ D#3+A3:1", 16, "p", "mf")
    return notes


def _high() -> list[Note]:
    notes = phrase("trumpets", "B4+E4:1>", 0, "f")
    notes += phrase("flutes", "r:2 E5:1/3. G5. B5. D6:1 | r:4 | r:2 E5:1/3. G5. A5. C#6:1", 4, "mp", "mf")
    line = (
        "r:8/3 B4:1/3^ D5:2/3- B4:1/3. | E5:4/3~ D5:2/3. B4:1/3^ A4:2/3. B4:1 | r:8/3 C#5:1/3^ E5:2/3- C#5:1/3. |"
        "G5:4/3~ E5:2/3. C#5:1/3^ B4:2/3. A4:1 | G5:4/3~ E5:2/3. B4:2~ | A5:4/3~ F#5:2/3. D5:2~ |"
        "B5:4/3~ G5:2/3. E5:1~ G5:1~"
    )
    notes += phrase("trumpets", line, 0, "f", "ff")
    notes += stabs("brass_stab", [b + 1 / 3 for b in range(2, 28, 2)], CHORDS, Pad(64, 79, 3, 0.3), "f")
    notes += phrase(
        "brass_stab",
        "A4+D5+E4:1/3^ r:2/3 A4+D5+E4:1/3^ r:2/3 A4+D5+F#4:2/3^ r:1/3 A4+D#5+F#4:2/3^ r:1/3",
        28,
        "mf",
        "f",
    )
    return notes


def _choir() -> list[Note]:
    return pad("choir_ooh", changes("Cmaj7 | D | Em7 | B7sus", 16), Pad(60, 76, 3), "p", "mp")


def _percussion() -> list[Note]:
    notes = grid("high_percussion", TAMBOURINE, "..xx.x..xx.x" * 8, 0, "f", 1 / 3)
    notes += grid("timpani", "E2", "X", 0, "f") + grid("timpani", "B1", "ggoogoxxxxXX"[:6], 30, "p", 1 / 3, "f")
    return notes + grid("bell", "E4", "o", 0, "p")
