"""Italian Market, D dorian: the band walks in. Electric bass, wah guitar and clavinet talk; flutes and horns
look over the awnings; every crate and pole is a stab."""

from __future__ import annotations

from ..chart import Cue, rhythm
from ..doubling import stabs, struck
from ..groove import CONGA_LOW, CONGA_MUTE, CONGA_OPEN, CRASH, TAMBOURINE, cut, drums, fill
from ..harmony import Pad, changes, comp, pad
from ..notation import Note, grid, moved, phrase
from ..theme import stated

CHORDS = changes("Dm9 | Dm7 | G9 | Dm7 | Dm7 | C | Bb | C | Dm7 | Em7b5 A7#9".replace("Dm9", "Dm7"))
WAH = "..x.gXg...xgg.X. | ..xgg.Xg..x.gxX."
CONGAS = {
    CONGA_MUTE: "x.o...o.x.o.....",
    CONGA_OPEN: "......x...x...xx".replace("xx", "x."),
    CONGA_LOW: "...x.......x...x",
}
BASS = (
    "D2:3/4> D2:1/4. r:1/2 A2:1/4. C3. D3:1/2- r:1/4 C3. A2. G2 F2 E2 |"
    "D2:3/4> D2:1/4. r:1/2 A2:1/4. C3. D3. r F3. D3. C3:1/2 A2:1/4. F#2 |"
    "G1:3/4> G1:1/4. r:1/2 D2:1/4. F2. G2:1/2- r:1/4 F2. D2. B1 C2 C#2 |"
    "D2:3/4> D2:1/4. r:1/2 A2:1/4. C3. D3. r F3. D3. C3:1/2 A2:1/4. C#2 |"
    "D2:3/4> D2:1/4. r:1/2 A2:1/4. C3. D3:1/2- r:1/4 C3. A2. G2 F2 D2 |"
    "C2:3/4> C2:1/4. r:1/2 G2:1/4. Bb2. C3:1/2- r:1/4 G2. E2. G2 C3 B2 |"
    "Bb1:3/4> Bb1:1/4. r:1/2 F2:1/4. Ab2. Bb2:1/2- r:1/4 F2. D2. F2 Bb2 B2 |"
    "C2:3/4> C2:1/4. r:1/2 G2:1/4. Bb2. C3:1/2- r:1/4 E2. G2. A2 B2 C#3 |"
    "D2:3/4> D2:1/4. r:1/2 A2:1/4. C3. D3:1/2- r:1/4 C3. A2. G2 F2 D2 |"
    "E2:3/4> E2:1/4. r:1/2 Bb2:1/4. D3. A1:3/4> A1:1/4. C#2 E2 G2 A2"
)
CLAVINET = (
    "r:4 | r:2 r:1/4 D4:1/4. F4. G4. r A4. C5. A4. | r:4 | r:2 r:1/4 A4:1/4. G4. F4. r D4. C4. D4. |"
    "r:4 | r:2 r:1/4 C4:1/4. E4. G4. r Bb4. G4. E4. | r:2 r:1/4 D4:1/4. F4. Ab4. r Bb4. Ab4. F4. |"
    "r:2 r:1/4 E4:1/4. G4. Bb4. r C5. Bb4. G4. | r:2 D4:1/4. F4. D4. r A4. C5. A4. F4. | r:4"
)


def compose(cues: tuple[Cue, ...]) -> list[Note]:
    return _kit() + _bed(cues) + stated("market", "lead_horns", "ff") + _low() + _high(cues) + _choir() + _percussion()


def _kit() -> list[Note]:
    notes = (
        drums("street", range(1, 5), "mf")
        + drums("street_open", range(5, 9), "mf", "f")
        + drums("street", range(9, 11), "f")
    )
    notes = cut(notes, 14.5, 16) + fill("..sshm", 14.5, "mf", "f")
    notes = cut(notes, 38, 40) + fill("s.sshhml", 38, "mf", "f")
    return notes + grid("cymbals", CRASH, "x", 0, "mf") + grid("cymbals", CRASH, "x", 16, "mp")


def _bed(cues: tuple[Cue, ...]) -> list[Note]:
    notes = phrase("bass", BASS, 0, "mf", "f")
    notes += comp("wah", CHORDS, Pad(60, 74, 3, 0.7), WAH, "mf")
    notes += phrase("clavinet", CLAVINET, 0, "mf", "f")
    for number, bar in CONGAS.items():
        notes += grid("congas", number, bar * 9, 4, "mp", to="mf")
    notes += struck("congas", cues, (CONGA_OPEN,), "f")
    notes += struck("muted_guitar", cues, (74, 69), "f", 0.12)
    notes += grid("shaker", 82, "ogxgogxgogxgogxg" * 6, 16, "mp")
    notes += comp("rhodes", CHORDS, Pad(64, 77, 3, 3.0), "o......o........", "mp")
    return notes


def _low() -> list[Note]:
    notes = pad("violas_long", changes("Dm7 | C | Bb | C | Dm7 | Em7b5 A7", 16), Pad(55, 69, 2), "p", "mf")
    notes += phrase(
        "violins",
        "A5:4~ | G5:3~ E5:1~ | F5:3~ G5:1~ | A5:2~ C6:1~ Bb5:1 | A5:3~! r:1 | Bb5:2~ A5:1~ C#6:1",
        16,
        "mp",
        "mf",
    )
    notes += phrase(
        "violins2",
        "F5:4~ | E5:3~ C5:1~ | D5:3~ D5:1~ | E5:2~ G5:1~ G5:1 | F5:3~! r:1 | G5:2~ G5:1~ G5:1",
        16,
        "p",
        "mf",
    )
    notes += comp("horns", CHORDS, Pad(62, 74, 2, 1.6), "....x.....x.....", "f")
    notes += comp("trombones", CHORDS, Pad(53, 66, 3, 1.0), "......X......x..", "f")
    notes += comp("violins", changes("Dm7 | Dm7 | G9 | Dm7"), Pad(74, 88, 3, 0.8), "..x...x...x..xx.", "f")
    notes += comp("violas", changes("Dm7 | Dm7 | G9 | Dm7"), Pad(64, 76, 2, 0.8), "..x...x...x..xx.", "f")
    notes += phrase("trombones", "r:3 r:1/2 A3+C4+E4:1/2^ | A3+C4+E4:1/4. r:15/4", 28, "mf")
    notes += phrase("bass_trombone", "r:2 A2:1/2^ r:1/2 A2:1/4. G2. E2. C#2.", 36, "mf", "f")
    return notes


def _high(cues: tuple[Cue, ...]) -> list[Note]:
    notes = phrase("flutes", "r:5/2 D5:1/4. E5. F5:1/2. G5:1/2- | A5:1- G5:1/4. F5. D5:1/2. r:2", 8, "mf")
    notes += phrase("flutes", "r:5/2 D5:1/4. F5. A5:1/2. Bb5:1/2- | C6:1- Bb5:1/4. A5. G5:1/2. r:2", 24, "mf", "f")
    notes += moved(
        phrase("flutes", "r:5/2 F4:1/4. A4. D5:1/2. D5:1/2- | E5:1- G5:1/4. E5. E5:1/2. r:2", 24, "mp", "mf")
    )
    answer = "r:2 r:1/4 A4:1/4^ C5:1/4. D5:1/4^ r:1/4 F5:1/4. D5:1/2- | G5:3/2~ F5:1/2. D5:1/2^ C5:1/4. D5:1/4. r:1"
    notes += phrase("trumpets", answer, 0, "f") + phrase("trumpets", answer, 16, "f", "ff")
    notes += phrase(
        "trumpets", "r:1/2 F5:1/2^ r:1/2 E5:1/2^ D5:2~ | r:1/2 E5:1/2^ r:1/2 D5:1/2^ C5:1~ D5:1/2. F5:1/2.", 24, "ff"
    )
    notes += comp("brass_stab", CHORDS, Pad(65, 79, 3, 0.9), "..x..x....x..X..", "f")
    late = [b for b in rhythm(cues, "normal") if b >= 4]
    notes += stabs("brass_stab", late, CHORDS, Pad(58, 74, 3, 0.22), "mf")
    notes += phrase("trumpets", "r:2 E5+G5:1/4^ r:3/4 r:1/4 G5+C#5:1/4^ A5+E5:1/2^", 36, "mf", "f")
    return notes


def _choir() -> list[Note]:
    return pad("choir_ooh", changes("C | Bb | C | Dm7 | Em7b5 A7", 20), Pad(60, 74, 3), "p", "mp")


def _percussion() -> list[Note]:
    notes = grid("high_percussion", TAMBOURINE, "....x..g....x.g." * 6, 16, "mp")
    notes += grid("high_percussion", TAMBOURINE, "..x...x...x...x." * 10, 0, "f")
    notes += grid("high_percussion", 56, "x...x...x.o.x..." * 4, 16, "p")
    notes += grid("timpani", "A1", "gggggggg" + "oooooooo", 38, "p", 0.125, "f")
    return notes + grid("orchestral", CRASH, "o", 20, "p")
