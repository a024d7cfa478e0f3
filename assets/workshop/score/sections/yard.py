"""Railroad yard, dawn, D minor: a drone, a far trumpet's first two jabs and cross, bricks as a clock. Something
wakes."""

from __future__ import annotations

from ..chart import Cue
from ..doubling import struck
from ..groove import BLOCK_LOW, CLOSED, STICK, drums, fill
from ..harmony import Pad, changes, pad
from ..notation import Note, grid, phrase
from ..theme import stated

CHORDS = changes("D5 | D5 | D5 C5 | D5 | Bb | C | Dm | Asus A")


def compose(cues: tuple[Cue, ...]) -> list[Note]:
    return _bed(cues) + stated("yard", "lead_call", "f") + _low() + _high() + _choir() + _percussion()


def _bed(cues: tuple[Cue, ...]) -> list[Note]:
    notes = (
        struck("clinks", cues, (STICK, BLOCK_LOW), "mf")
        + phrase("piano", "D1+D2:4>", 0, "p")
        + phrase("rhodes", "D3+A3:4>", 0, "p")
        + phrase("vibraphone", "A5+E6:4", 0, "pp")
        + grid("hats", CLOSED, "X", 0, "mf")
    )
    notes += struck("piano", cues, (38, 45), "pp", 0.4)
    notes += struck("vibraphone", tuple(c for c in cues if c.kind == "rail"), (81, 86), "mf", 1.0)
    notes += phrase(
        "upright",
        "D2:2 D2 | D2 A1 | D2:2 C2:2 | D2 A1 | Bb1:3/2> Bb1:1/2 F2:1 Bb1 | C2:3/2> C2:1/2 G2:1 C2 |"
        "D2:3/2> D2:1/2 A1:1 D2 | A1:1> A1 A1 A1:1/2 A1",
        0,
        "p",
        "mf",
    )
    notes += drums("dawn", range(5, 7), "pp", "p") + drums("dawn", range(7, 9), "p", "mp")
    notes += grid("shaker", 82, "..g...g...g...g." * 2 + "..o...o...o...o." * 4, 8, "pp", to="mp")
    notes += fill("....ss..hhmmlf", 28.5, "p", "mf")
    return notes


def _low() -> list[Note]:
    notes = phrase("basses_long", "D2:8~< D2:2~ C2:2~ D2:4~ Bb1:4~ C2:4~ D2:4~ A1:4~<", 0, "p", "mp")
    notes += phrase("celli_long", "r:2 A2+D3:6~< A2+D3:2~ G2+C3:2~ A2+D3:4~", 0, "pp", "p")
    ostinato = (
        "Bb2:1/2> F3. F3. Bb2> F3. F3. Bb2> D3. | C3:1/2> G3. G3. C3> G3. G3. C3> E3. |"
        "D3:1/2> A3. A3. D3> A3. A3. D3> F3. | A2:1/2> E3. E3. A2> D3. D3. A2> C#3."
    )
    notes += phrase("celli", ostinato, 16, "p", "mf")
    notes += phrase("pizzicato", ostinato, 16, "pp", "mp")
    notes += phrase("horn_pad", "D3+A3:8~! A3+D4:2~ G3+C4:2~ | A3+D4:3~\\ r:1", 0, "pp", "mp")
    notes += phrase("horn_solo", "r:2 A3:1- G3:1- | F3:3~ r:1", 12, "pp", "p")
    notes += phrase("trombones", "D3+F3:4~ | E3+G3:4~ | F3+A3:4~ | E3+A3:2~ E3+A3:2~<", 16, "pp", "mp")
    notes += pad("tremolo", changes("Bb | C | Dm | Asus A", 16), Pad(62, 79, 2), "ppp", "mp")
    notes += phrase("violins_long", "r:8 A5:8~< A5:4~ G5:4~ A5:4~ A5:2~ C#6:2~<", 0, "ppp", "p")
    return notes


def _high() -> list[Note]:
    answer = "r:8 r:1 F4:1/2- G4:1/2- A4:2~ | r:4 | r:1 A4:1/2- C5:1/2- D5:2~ | C5:2~ A4:2~"
    notes = phrase("trumpet_far", answer, 0, "mp")
    notes += phrase("trumpet_muted", "r:2 r:1/2 E4:1/4. E4:1/4. A4:1/2. A4:1/2.", 28, "pp", "mp")
    return notes


def _choir() -> list[Note]:
    return phrase("choir_ooh", "D4+A4:4~< | D4+F4:4~ | E4+G4:4~ | F4+A4:4~ | E4+A4:4~<", 12, "ppp", "p")


def _percussion() -> list[Note]:
    notes = grid("timpani", "D2", "o" + "." * 15, 0, "pp")
    notes += grid("timpani", "D2", "o.......o......." + "o.......o.......", 16, "pp", to="p")
    notes += grid("timpani", "A1", "gggggggggggggggg", 30, "pp", 0.125, "mf")
    notes += grid("orchestral", 38, "gggggggggggggggg" + "oooooooo", 26, "pp", 0.25, "mp")
    notes += grid("orchestral", 49, "g" * 16, 30, "ppp", 0.125, "p") + grid("bell", "D4", "o", 16, "pp")
    return notes
