"""The top. One held breath on the dominant, two jabs, and the octave, with the arms. The chord has no third
until the last bar; then the F sharp, and the hall rings."""

from __future__ import annotations

from ..chart import Cue
from ..doubling import struck
from ..groove import CRASH, CRASH2, FLOOR, KICK, RIDE, RIDE_BELL, SNARE, TAMBOURINE
from ..notation import Note, grid, phrase

ARMS = 4.0


def compose(cues: tuple[Cue, ...]) -> list[Note]:
    return _bed(cues) + _tune() + _chords() + _choir() + _percussion()


def _bed(cues: tuple[Cue, ...]) -> list[Note]:
    notes = grid("drums", KICK, "X...........X.X.X...............", 0, "ff") + grid(
        "drums", SNARE, "X...........XgXgX...............", 0, "ff"
    )
    notes += (
        grid("cymbals", CRASH, "X", 0, "ff")
        + grid("cymbals", CRASH, "X", ARMS, "fff")
        + grid("cymbals", CRASH2, "X", ARMS, "ff")
        + grid("cymbals", CRASH, "x", 12, "f")
        + grid("ride", RIDE, "x.x.x.x.x.x.x.x.", 0, "f", to="ff")
        + grid("ride", RIDE_BELL, "X.x.x.x.X.x.x.x.X.x.x.x.X.......", ARMS, "ff")
    )
    notes += phrase("bass", "A1:3~> A1:1/2^ A1^ | D2:4~> | Bb1:2~ C2:2~ | D2:2~\\ r:2", 0, "ff", "f")
    notes += phrase(
        "piano",
        ("A1+A2+G3+D4:3~ r:1 | D2+D3+A3+D4+D5:4~> | Bb2+F3+D4:2~ C3+G3+E4:2~ | D2+A2+F#3+D4+F#4:2~ r:2"),
        0,
        "ff",
        "f",
    )
    return notes + struck("drums", cues, (FLOOR,), "ff")


def _tune() -> list[Note]:
    """B, C sharp: as near as a step. Jab, jab from below, and the whole octave at once."""
    line = "B4:2~ C#5:1~ D4:1/2^ D4^ | D5:4~> | D5:4~! | F#5:3~! r:1"
    notes = phrase("trumpet_lead", "r:4 | D6:4~> | D6:4~! | F#5:3~ r:1", 0, "ff", "ff")
    notes += phrase("lead_trumpets", line, 0, "ff", "fff") + phrase(
        "lead_horns", "B3:2~ C#4:1~ D4:1/2^ D4^ | D5:4~> | D5:4~! | F#4:3~ r:1", 0, "ff", "fff"
    )
    notes += phrase("trumpets2", "G4:2~ A4:1~ D4:1/2^ D4^ | A4:4~> | F4:2~ G4:2~ | A4:3~ r:1", 0, "ff", "ff")
    notes += phrase("lead_violins", "B5:2~ C#6:1~ D5:1/2^ D5^ | D6:4~> | D6:4~! | F#6:12\\", 0, "ff", "ff")
    notes += phrase("violins_long", "r:4 | D7:4~ | D7:4~ | F#7:12\\", 0, "mf", "f")
    return notes + phrase("piccolo", "r:4 | D6:4~> | D6:4~! | F#6:3~ r:1", 0, "f", "mf")


def _chords() -> list[Note]:
    notes = phrase(
        "trombones",
        ("D3+G3+D4:3~ D3+D4:1/2^ D3+D4^ | D3+A3+D4:4~> | Bb2+F3+D4:2~ C3+G3+E4:2~ | D3+A3+F#4:3~ r:1"),
        0,
        "ff",
        "ff",
    )
    notes += phrase("bass_trombone", "A2:3~ A2:1/2^ A2^ | D2:4~> | D2:4~ | D2:3~ r:1", 0, "ff") + phrase(
        "tuba", "A1:3~ A1:1/2^ A1^ | D2:4~> | D2:4~ | D2:3~ r:1", 0, "ff"
    )
    notes += phrase("horn_pad", "D4+G4:3~ r:1 | A3+D4:4~ | F4+Bb4:2~ G4+C5:2~ | A4+D4:12\\", 0, "ff", "f")
    notes += phrase("violas_long", "D4+G4:4~< | A4+D5:4~ | F4+Bb4:2~ G4+C5:2~ | F#4+A4+D5:12\\", 0, "ff", "f")
    notes += phrase("celli_long", "A2+D3:4~ | D3+A3:4~ | D3+F3:2~ D3+G3:2~ | D3+A3:12\\", 0, "ff", "f")
    notes += phrase("basses_long", "A1:4~ | D2:4~ | D2:4~ | D2:12\\", 0, "ff", "f")
    return notes + phrase("harp", "r:12 | D3:1/8 A3 D4 F#4 A4 D5 F#5 A5 D6 F#6 A6 D7 r:5/2", 0, "f")


def _choir() -> list[Note]:
    notes = phrase(
        "choir", "D4+G4+B4:4~ | D4+A4+D5:4~> | D4+F4+Bb4+D5:2~ E4+G4+C5+D5:2~ | D4+F#4+A4+D5:12\\", 0, "ff", "ff"
    )
    return notes + phrase("choir_low", "A2+D3:4~ | D3+A3:4~ | D3+Bb3:2~ D3+C4:2~ | D3+A3:12\\", 0, "ff", "f")


def _percussion() -> list[Note]:
    notes = grid("timpani", "A1", "X" + "g" * 11 + "o" * 12 + "XxXx", 0, "mf", 0.125, "ff")[:25] + grid(
        "timpani", "D2", "X.X.X...............", 3, "fff"
    )
    notes += (
        grid("orchestral", CRASH, "X", 0, "ff")
        + grid("orchestral", CRASH, "X", ARMS, "fff")
        + grid("orchestral", 36, "X", ARMS, "fff")
        + grid("orchestral", CRASH, "x", 12, "f")
    )
    notes += grid("high_percussion", TAMBOURINE, "x.xxx.xxx.xxx.xx" * 2, ARMS, "f")
    notes += (
        phrase("bell", "r:4 | D4:4> D4:2 D4:2 D4:4>", 0, "ff")
        + grid("timpani", "D2", "o" * 8 + "x" * 8, 10, "p", 0.125, "f")
        + grid("timpani", "D2", "X", 12, "ff")
    )
    return notes + phrase("glockenspiel", "r:4 | D7:2 A6:2 | D7:2 E7:2 | F#7:4", 0, "mf")
