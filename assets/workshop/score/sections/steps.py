"""The museum steps, D major at last: everything. Four bars of stabs over a falling bass, then the theme whole,
in unison and thirds, over a bass that climbs. It ends open: seventy-two stairs and still not the octave."""

from __future__ import annotations

from ..chart import Cue
from ..doubling import between, leaps, onsets, stabs, struck
from ..groove import (
    CRASH,
    CRASH2,
    FLOOR,
    KICK,
    LOW_TOM,
    RIDE,
    RIDE_BELL,
    STICK,
    TAMBOURINE,
    cut,
    drums,
    fill,
)
from ..harmony import Pad, bass_key, changes, comp, led, pad
from ..notation import Note, grid, level, moved, phrase
from ..theme import CALL, stated, sung

CHORDS = changes("D | D/C | G/B | Gm/Bb A | D | C | Bb | A Asus | F | G | Bb C | Asus A7")
BASS = (
    "D2:1/2> D2. D3. D2. D2> D2. A2. D2. | C2:1/2> C2. C3. C2. C2> C2. A2. C2. | "
    "B1:1/2> B1. B2. B1. B1> D2. G2. B1. | Bb1:1/2> Bb1. Bb2. Bb1. A1> A1. B1. C#2. |"
    "D2:1/2> D2. D3. D2. F#2> A2. B2. B1. | C2:1/2> C2. C3. C2. E2> G2. A2. A1. | "
    "Bb1:1/2> Bb1. Bb2. Bb1. D2> F2. G2. G#2. | A1:1/2> A1. A2. A1. C#2> D2. E2. E2. |"
    "F2:1/2> F2. F3. F2. A2> A2. F2. F#2. | G2:1/2> G2. G3. G2. B2> A2. G2. A2. | "
    "Bb2:1/2> Bb2. Bb1. Bb2. C3> C3. C2. C#2. | A1:1/2> A1. A2. A1. A1> B1. C#2. E2."
)

FANFARE = (
    "r:1 F#4+A4:1/4^ F#4+A4^ A4+D5:1/2^ r:2 | r:1 F#4+A4:1/4^ F#4+A4^ A4+C5:1/2^ r:1 A4+C5:1^ |"
    "r:1 G4+B4:1/4^ G4+B4^ B4+D5:1/2^ r:1 G4+B4:1/2^ B4+D5^ | r:1/2 G4+Bb4:1/2^ Bb4+D5:1~> r:2"
)
# In the holes of the theme; never the octave, which is the summit's.
ANSWER = (
    "r:1 F#5:1/2^ A5:1/2^ A5:1~ r:1 | r:1 E5:1/2^ G5:1/2^ G5:1~ r:1 | r:1 F5:1/2^ Bb5:1/2^ Bb5:1~ r:1 |"
    "r:1 E5:1/2^ A5:1/2^ A5:1~ r:1 | r:1 F5:1/2^ A5:1/2^ C6:1~ r:1 | r:1 G5:1/2^ B5:1/2^ B5:1~ r:1 |"
    "F5:1~ Bb5:1~ G5:1~ C6:1~ | A5:2~ A5:1~ C#6:1~"
)


def compose(cues: tuple[Cue, ...]) -> list[Note]:
    return _kit(cues) + _bed(cues) + _theme() + _stabs(cues) + _low() + _choir() + _percussion(cues)


def _kit(cues: tuple[Cue, ...]) -> list[Note]:
    notes = drums("climb", range(1, 5), "mf", "f") + drums("summit", range(5, 13), "f", "ff")
    notes = cut(notes, 14.5, 16) + fill("ssSshm", 14.5, "f", "ff")
    notes = cut(notes, 31, 32) + fill("sshm", 31, "f", "ff")
    notes = (
        cut(notes, 46, 48)
        + fill("ssssshhm", 46, "f", "ff")
        + struck("drums", cues, (LOW_TOM, FLOOR), "f")
        + struck("clinks", cues, (STICK,), "fff")
        + between(cues)
    )
    notes += grid("drums", KICK, "X", 0, "fff") + grid("cymbals", CRASH2, "g" * 8, 15, "pp", 0.125, "mp")
    return notes + [
        n for bar in (0, 16, 24, 32, 40) for n in grid("cymbals", CRASH if bar % 16 == 0 else CRASH2, "X", bar, "ff")
    ]


def _bed(cues: tuple[Cue, ...]) -> list[Note]:
    notes = phrase("bass", BASS, 0, "f", "ff") + comp("wah", CHORDS, Pad(62, 76, 3, 0.6), "..xg..Xg..xg..Xg", "mf")
    for beat, offset in onsets(cues):
        deep = bass_key(CHORDS.at(beat), 45)
        notes += [Note("piano", beat, 0.3, deep + k, level("f") + offset) for k in (0, 12, 24)]
    return (
        notes
        + comp("clavinet", CHORDS, Pad(60, 74, 3, 0.6), "x..x..x.x..x..x.", "mf")
        + grid("tambourine", TAMBOURINE, "..x...x...x...x." * 12, 0, "mf", to="f")
        + grid("ride", RIDE, "x.x.x.x.x.x.x.x." * 4 + "X.xxX.xxX.xxX.xx" * 8, 0, "mf", to="ff")
        + grid("ride", RIDE_BELL, "..x...x...x...x." * 8, 16, "f", to="ff")
    )


def _theme() -> list[Note]:
    """In the lead, which follows the feet: trumpets and horns, violins an octave above. High brass adds thirds, a lead
    trumpet and a piccolo half-way."""
    song = stated("steps", "lead_trumpets", "ff", "fff")
    notes = song + moved(song, "lead_horns", louder=2) + moved(song, "lead_violins", keys=12, louder=-2)
    notes += moved([n for n in song if n.beat >= 31], "violins_long", keys=24, louder=-10)
    notes += moved([n for n in song if n.beat >= 31], "piccolo", keys=24, louder=-8)
    notes += moved([n for n in song if n.beat >= 31], "trumpet_lead", keys=12, louder=-6)
    notes += _thirds([n for n in song if n.beat + n.beats > 16])
    notes += phrase("trumpets", FANFARE, 0, "f", "ff") + phrase("trumpets", ANSWER, 16, "ff", "fff")
    notes += comp("brass_stab", CHORDS, Pad(64, 81, 4, 0.7), "..x...x...x...x.", "ff")
    notes += phrase("violins_long", "A4:1/4 B4 C#5 D5 E5 F#5 G5 A5", 14, "mf", "ff")
    for start, dynamic in ((3.0, "f"), (11.0, "ff")):
        notes += sung("lead_horns", CALL, "D4", start, dynamic, dynamic)
    return notes


def _thirds(song: list[Note]) -> list[Note]:
    """The second trumpets under the tune: the next chord tone below it, no nearer than a third."""
    notes = []
    for note in song:
        tones = CHORDS.at(max(note.beat, 0)).tones
        below = next(k for k in range(note.key - 3, note.key - 12, -1) if k % 12 in tones)
        notes.append(Note("trumpets2", note.beat, note.beats, below, note.velocity - 6, note.shape))
    return notes


def _stabs(cues: tuple[Cue, ...]) -> list[Note]:
    hits = leaps(cues, ("leap",)) or [0.0, 2.5, 4.0, 6.5, 8.0, 10.5, 12.0]
    notes = stabs("brass_stab", hits, CHORDS, Pad(62, 79, 4, 0.35), "fff") + stabs(
        "horn_pad", hits, CHORDS, Pad(55, 67, 2, 0.4), "ff"
    )
    return notes + stabs("trombones", hits, CHORDS, Pad(50, 62, 2, 0.35), "ff")


def _low() -> list[Note]:
    notes = pad(
        "trombones", changes("D | C | Bb | A Asus | F | G | Bb C | Asus A7", 16), Pad(50, 64, 3, 0.96), "f", "ff"
    )
    roots = [(b, beats, bass_key(CHORDS.at(b), 33)) for b, beats, _ in CHORDS.spans()]
    notes += [Note("tuba", b, beats * 0.9, k, level("ff")) for b, beats, k in roots]
    notes += [Note("bass_trombone", b, beats * 0.9, k + 12, level("f")) for b, beats, k in roots]
    notes += [Note("basses", b, beats * 0.95, k + 0, level("f")) for b, beats, k in roots]
    counter = (
        "F#3:2~ A3:2~ | G3:2~ C4:2~ | Bb3:2~ D4:2~ | C#4:2~ D4:2~ | A3:1~ C4:1~ F4:2~ | "
        "D4:1~ G4:1~ B3:2~ | D4:2~ E4:2~ | D4:2~ C#4:2~"
    )
    notes += phrase("horn_pad", counter, 16, "ff", "fff") + phrase("celli", counter, 16, "ff", "ff")
    for (beat, beats, _), keys in zip(CHORDS.spans(), led([s for _, _, s in CHORDS.spans()], 66, 83, 3), strict=True):
        for i in range(round(beats * 4)):
            notes.append(
                Note("violins2", beat + i / 4, 0.2, keys[(0, 1, 2, 1)[i % 4]], level("f") + (8 if i % 4 == 0 else 0))
            )
            notes.append(
                Note("violas", beat + i / 4, 0.2, keys[(2, 1, 0, 1)[i % 4]] - 12, level("f") + (8 if i % 4 == 0 else 0))
            )
    return notes


def _choir() -> list[Note]:
    opening, song = changes("D | D/C | G/B | Gm/Bb A"), changes("D | C | Bb | A Asus | F | G | Bb C | Asus A7", 16)
    notes = pad("choir", opening, Pad(62, 79, 4), "mp", "f") + pad("choir", song, Pad(62, 79, 4), "ff", "fff")
    return notes + pad("choir_low", CHORDS, Pad(45, 60, 2), "f", "ff")


def _percussion(cues: tuple[Cue, ...]) -> list[Note]:
    notes = []
    for beat, offset in onsets(cues):
        notes.append(
            Note(
                "timpani", beat, 0.4, bass_key(CHORDS.at(beat), 38), level("f") + offset + (10 if beat % 4 == 0 else 0)
            )
        )
    notes += grid("high_percussion", TAMBOURINE, "o.o.x.o.o.o.x.o." * 4, 0, "mp", to="mf") + grid(
        "orchestral", 38, "g.ggo.ggg.ggo.gg" * 4, 0, "mp", to="mf"
    )
    notes += (
        grid("orchestral", 38, "x.xxx.xxx.xxx.xx" * 8, 16, "mf", to="f")
        + grid("timpani", "A1", "o" * 16, 46, "mf", 0.125, "fff")
        + grid("orchestral", CRASH, "g" * 16, 46, "pp", 0.125, "f")
    )
    for bar, number in ((0, CRASH), (16, CRASH), (24, CRASH), (32, CRASH), (40, CRASH), (44, CRASH)):
        notes += grid("orchestral", number, "X", bar, "ff")
    notes += phrase("bell", "D4:16 D4:8 Bb3:8 F4:8 Bb3:4 A3:4", 0, "mf", "f")
    return (
        notes
        + grid("high_percussion", TAMBOURINE, "x.x.x.x.x.x.x.x." * 8, 16, "mf", to="f")
        + phrase(
            "glockenspiel", "r:16 | A6:2 F#6 | G6 E6 | F6 D6 | E6 D6 | C7 A6 | B6 G6 | D7 E7 | D7 C#7", 0, "mf", "f"
        )
    )
