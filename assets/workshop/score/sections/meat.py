"""The packing plant, E phrygian, half-time and cold: anvil, low brass hammering jab, jab, CROSS, and the room's
echo. In the last bars it begins to rise."""

from __future__ import annotations

from ..chart import Cue, rhythm
from ..doubling import between, struck
from ..groove import CRASH, FLOOR, STICK, cut, drums, fill
from ..harmony import Pad, changes, pad
from ..notation import Note, grid, level, phrase

CHORDS = changes("Em | F/E | Em | F/E | C | Am | F#m7b5 | B7")


def compose(cues: tuple[Cue, ...]) -> list[Note]:
    return _bed(cues) + _hammer() + _strings() + _high() + _choir() + _percussion()


def _bed(cues: tuple[Cue, ...]) -> list[Note]:
    notes = drums("half", range(1, 9), "f", "ff")
    notes = cut(notes, 30, 32) + fill("ff..llmmhhssssss"[4:12], 30, "f", "ff")
    iron = struck("anvil", cues, (57, 60), "ff", 0.5)
    notes += iron + _echo(cues) + between(cues)
    notes += struck("drums", cues, (FLOOR, 41), "fff") + struck("clinks", cues, (STICK,), "fff")
    notes += phrase(
        "bass",
        "E2:1/2> E2> E2:2~ r:1 | F2:1/2> F2> E2:2~ r:1 | E2:1/2> E2> E2:2~ D2:1 | F2:1/2> F2> E2:2~ D2:1/2 B1 |"
        "C2:1/2> C2> C2:2~ G2:1 | A1:1/2> A1> A1:2~ E2:1 | F#2:1/2> F#2> F#2:2~ C3:1 | "
        "B1:1/2> B1> B1:1 D#2:1/2 F#2 A2 B2",
        0,
        "f",
        "ff",
    )
    notes += phrase(
        "piano", "E1+E2:4> | F1+F2:4> | E1+E2:4> | F1+F2:4> | C1+C2:4> | A1+A2:4> | F#1+F#2:4> | B1+B2:4>", 0, "f", "ff"
    )
    return notes + phrase(
        "clavinet",
        ("r:2 E3:1/4. r B3:1/4. r E3:1/4. r:3/4 | r:4 | r:2 E3:1/4. r B3:1/4. r E3:1/4. r:3/4 | r:4"),
        0,
        "mf",
    )


def _echo(cues: tuple[Cue, ...]) -> list[Note]:
    """The room answers on the iron, softly, where the chart leaves it room: the phrase just hit, in its own rhythm."""
    notes, phrase_start = [], 0.0
    hits = rhythm(cues, "normal")
    for room in (c for c in cues if c.kind == "echo" and "normal" in c.difficulties):
        said = [b for b in hits if phrase_start <= b < room.beat]
        heard = [room.beat + b - said[0] for b in said]
        notes += [Note("anvil", b, 0.5, 57, level("p")) for b in heard if b < room.beat + room.beats]
        phrase_start = room.beat + room.beats
    return notes


def _hammer() -> list[Note]:
    """The fist rhythm across the barline: two short, one long, always a step higher from bar five."""
    low = (
        "r:3 E3:1/2^ E3^ | C4:2~! r:1 E3:1/2^ E3^ | B3:2~ r:1 E3:1/2^ E3^ | "
        "C4:2~! r:1 E3:1/2^ E3^ | D4:2~! r:1 E3:1/2^ E3^ | E4:2~! r:1 E3:1/2^ E3^ | "
        "F#4:2~! r:1 E3:1/2^ E3^ | D#4:2~ B3:1/2^ B3^ B3^ B3^"
    )
    notes = phrase("trombones", low, 0, "f", "ff")
    notes += phrase("horns", low, 0, "f", "ff")
    notes += phrase(
        "bass_trombone",
        (
            "E2:2> r:1 E2:1/2^ E2^ | F2:2~> r:1 E2:1/2^ E2^ | E2:2~> r:1 E2:1/2^ E2^ | "
            "F2:2~> r:1 E2:1/2^ E2^ | C3:2~> r:1 G2:1/2^ G2^ | A2:2~> r:1 A2:1/2^ A2^ | "
            "F#2:2~> r:1 A2:1/2^ A2^ | B2:2~> B2:1/2^ B2^ B2^ B2^"
        ),
        0,
        "f",
        "ff",
    )
    notes += phrase(
        "tuba",
        ("E2:2~ r:2 | F2:2~ r:2 | E2:2~ r:2 | F2:2~ r:2 | C2:3~ r:1 | A1:3~ r:1 | F#1:3~ r:1 | B1:3~ r:1"),
        0,
        "f",
    )
    return notes


def _strings() -> list[Note]:
    notes = pad("tremolo", CHORDS, Pad(64, 83, 3, 1.0), "mp", "f")
    notes += phrase(
        "celli",
        ("r:2 E3:1/2 F3:1/2 E3:1 | r:2 E3:1/2 F3:1/2 E3:1 | r:2 E3:1/2 F3:1/2 G3:1 | r:2 F3:1/2 E3:1/2 D#3:1"),
        0,
        "f",
    )
    notes += phrase("celli_long", "G3+E4:4~ | A3+E4:4~ | A3+F#4:4~ | A3+D#4:4~<", 16, "mf", "ff")
    return notes + phrase(
        "violins", "E5:4~ | E5:2~ C6:2~ | C6:2~ A5:2~ | B5:1/2 C6 D#6 E6 F#6 D#6 E6 F#6", 16, "mf", "ff"
    )


def _high() -> list[Note]:
    notes = phrase("trumpet_muted", "r:5/2 B4:1/2. B4:1~ | C5:1 r:3 | r:5/2 B4:1/2. E5:1~ | F5:1 r:3", 0, "mf", "f")
    cry = (
        "r:2 B4:1~ E5:1~ | F5:3/2~! E5:1/2. C5:2~ | r:2 B4:1~ E5:1~ | F5:3/2~! A5:1/2. E5:2~ | "
        "r:1/2 G5:1/2^ E5:1~ C5:2~ | r:1/2 A5:1/2^ E5:1~ C5:2~ | r:1/2 C6:1/2^ A5:1~ F#5:2~ | B5:2~! A5:1~ F#5:1~"
    )
    notes += phrase("trumpets", cry, 0, "f", "ff") + phrase("trumpets2", cry, 0, "mf", "f")
    for bar in (1, 3):
        notes += phrase("brass_stab", "r:2 E4+A4+C5:1/4^ r:1/4 E4+A4+C5:1/2^ r:1", bar * 4, "f")
    return notes + phrase(
        "trumpets2", "r:2 E4+G4:2~< | r:2 E4+A4:2~< | r:2 F#4+C5:2~< | D#5+F#5:2~ F#5+A5:2~<", 16, "mf", "ff"
    )


def _choir() -> list[Note]:
    notes = phrase(
        "choir_low",
        ("E3+B3:4~ | F3+C4:4~ | E3+B3:4~ | F3+C4:4~ | C3+G3:4~ | A3+E4:4~ | F#3+C4:4~ | B3+F#4:4~<"),
        0,
        "mf",
        "f",
    )
    return notes + pad("choir", changes("C | Am | F#m7b5 | B7", 16), Pad(60, 76, 3), "mp", "f")


def _percussion() -> list[Note]:
    notes = grid("orchestral", 36, "X.......x......." * 8, 0, "f") + grid(
        "timpani", "E2", "X...............x.......x......." * 2, 0, "f"
    )
    notes += grid("timpani", "C2", "X...........xxx.", 16, "f") + grid("timpani", "A1", "X...........xxx.", 20, "f")
    notes += grid("timpani", "F#2", "X...........xxx.", 24, "f") + grid("timpani", "B1", "o" * 32, 28, "p", 0.125, "ff")
    notes += grid("orchestral", CRASH, "g" * 16, 30, "pp", 0.125, "mf")
    return (
        notes
        + grid("orchestral", 38, "g" * 16 + "o" * 16, 28, "p", 0.125, "ff")
        + grid("orchestral", CRASH, "o", 16, "mf")
    )
