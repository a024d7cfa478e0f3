"""The montage itself, an A pedal: each picture brings its own instrument, half a bar, then a beat, over one
rising roll."""

from __future__ import annotations

from ..chart import Cue
from ..doubling import between, stabs, struck
from ..groove import CLAP, CONGA_LOW, CONGA_MUTE, CONGA_OPEN, CRASH, FLOOR, KICK, SNARE, STICK
from ..harmony import Pad, changes, pad
from ..notation import Note, grid, phrase

CHORDS = changes("A7sus | G/A | F#m/A | Bb/A A7")
PULSE = ("X...x...X...x...", "........X...x...", "X...x...X...x...", "X.x.X.x.XxXxXXXX")  # under the bridge: the heart


def compose(cues: tuple[Cue, ...]) -> list[Note]:
    return _bed(cues) + _pictures() + _rise() + _choir() + _percussion()


def _bed(cues: tuple[Cue, ...]) -> list[Note]:
    notes = grid("drums", KICK, "".join(PULSE), 0, "f", to="ff")
    notes += grid("drums", SNARE, "g" * 32 + "o" * 16 + "x" * 16, 0, "mp", to="ff") + grid(
        "cymbals", CRASH, "x", 0, "f"
    )
    notes += phrase(
        "bass", "A1:1/2> A1. A2. A1. " * 6 + "A1:1/4> A1 A2 A1 A1> A1 A2 A1 A1> A1 A2 A1 A1 A2 A1 A2", 0, "f", "ff"
    )
    return (
        notes
        + struck("drums", cues, (SNARE,), "fff")
        + struck("clinks", cues, (STICK,), "fff")
        + between(cues)
        + struck("congas", cues, (CONGA_OPEN,), "f")
        + struck("piano", cues, (69, 76), "f", 0.3)
    )


def _pictures() -> list[Note]:
    notes = grid("clinks", STICK, "X...X...", 0, "ff") + phrase("trumpet_muted", "A4:1/2. A4. E5:1~", 0, "f")  # yard
    notes += phrase("wah", "r:1/4 A4+D5+G5:1/4> r A4+D5+G5. r A4+D5+G5> A4+D5+G5. r", 2, "ff") + phrase(
        "clavinet", "A4:1/4. C5. D5. r E5. G5. E5. D5.", 2, "f"
    )  # market
    notes += grid("heart", 36, "X..oX..o", 4, "ff") + phrase("horn_pad", "B3+D4:2~!", 4, "f")  # bridge
    notes += grid("congas", CONGA_MUTE, "Xxx" * 2, 6, "ff", 1 / 3) + phrase(
        "vibraphone", "B4:1/3 D5 G5 B5 G5 D5", 6, "f"
    )  # speed bag
    notes += phrase("clavinet", "A3:1/4. A3. C4. E4. A4. r E4. A4.", 8, "ff") + phrase(
        "trombones", "r:1 A3+C#4+F#4:1/4^ r A3+C#4+F#4^ r", 8, "ff"
    )  # heavy bag
    notes += phrase("violins_long", "C#5+F#5:2~<", 10, "ff") + phrase(
        "harp", "F#4:1/4 A4 C#5 F#5 A5 C#6 F#6 A6", 10, "f"
    )  # sit-ups
    notes += grid("claps", CLAP, "X.X.", 12, "ff")  # push-ups
    notes += (
        phrase("tuba", "r:1/2 A1:1/2^", 13, "fff")
        + grid("orchestral", 36, "..X.", 13, "ff")
        + grid("congas", CONGA_LOW, "..X.", 13, "ff")
    )  # ball
    notes += phrase("anvil", "A3:1/2 A3", 14, "ff") + grid("drums", FLOOR, "X.X.", 14, "ff")  # meat
    return (
        notes
        + phrase("violins", "A5:1/8 B5 C#6 D6 E6 F#6 G6 A6", 15, "ff")
        + phrase("flutes", "A5:1/8 B5 C#6 D6 E6 F#6 G6 A6", 15, "ff")
    )  # river


def _rise() -> list[Note]:
    notes = phrase("tremolo", "D5+G5:4~ | D5+B5:4~ | F#5+C#6:4~ | F5+D6:2~ G5+E6:2~", 0, "mf", "ff")
    notes += phrase("horns", "D4:2~ E4:2~ | G4:4~< | F#4:2~ A4:2~< | Bb4:2~ A4:1~ G4:1~", 0, "f", "ff")
    notes += pad("trombones", CHORDS, Pad(50, 65, 3, 0.95), "mf", "ff") + phrase(
        "bass_trombone", "A2:4~ | A2:4~ | A2:4~ | A2:1> A2> A2:1/2^ A2^ A2^ A2^", 0, "f", "ff"
    )
    notes += phrase(
        "celli",
        "A2:1/4> A2 A2 A2 " * 4
        + "| "
        + "A2> A2 B2 A2 " * 4
        + "| "
        + "A2> A2 C#3 A2 " * 4
        + "| "
        + "A2> A2 D3 A2 A2 A2 D3 A2 E3 E3 E3 E3 G3 G3 G3 G3",
        0,
        "mf",
        "ff",
    )
    for bar, top in enumerate(("E5", "G5", "A5")):
        cry = f"{top}:1/2^ {top}:1/4^ r:1/4 {top}:1~ "
        notes += phrase("trumpets", cry * 2, bar * 4, "f", "ff")
    notes += stabs("brass_stab", [b + 0.5 for b in range(15)], CHORDS, Pad(64, 81, 4, 0.3), "f")
    return notes + phrase("trumpets2", "r:8 | r:2 A4+C#5:2~< | D5+F5:2~ E5+G5:1~ C#5+A5:1~", 0, "f", "fff")


def _choir() -> list[Note]:
    return pad("choir", CHORDS, Pad(60, 79, 4), "f", "fff")


def _percussion() -> list[Note]:
    notes = grid("timpani", "A1", "g" * 64 + "o" * 32 + "x" * 32, 0, "mp", 0.125, "fff") + grid(
        "orchestral", 38, "g" * 64 + "o" * 64, 0, "p", 0.125, "ff"
    )
    return notes + grid("orchestral", CRASH, "o...............o...............o.......o.......", 0, "p", to="f")
