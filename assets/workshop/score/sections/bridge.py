"""Under the bridge, a D pedal: the drums thin to a heart, the bass leaves, then nothing at all for seven beats. The
band comes back on bar four's fourth beat with the theme's two jabs, and its cross is the gym's first beat."""

from __future__ import annotations

from ..chart import Cue
from ..groove import CONGA_OPEN, CRASH, KICK, SNARE, STICK
from ..notation import Note, grid, level, phrase

JOIN = 15.0
GYM_BEAT = 0.925  # a beat of the gym in beats of the bridge


def compose(cues: tuple[Cue, ...]) -> list[Note]:
    del cues  # in the silence nothing may sound with the player's steps
    return _vault() + _join()


def _vault() -> list[Note]:
    notes = (
        grid("heart", 36, "X..o....X..o....", 0, "mf")
        + grid("heart", 36, "x..gx..go...g", 4, "mp", to="pp")
        + grid("drums", KICK, "X..gx...X..gx...", 0, "mf")
        + grid("drums", KICK, "X...X...x...o...", 4, "mp", to="p")
    )
    notes += phrase("upright", "D2:1> D2 D2 D2 | D2 D2 D2 r", 0, "mf", "pp")
    notes += phrase("bass", "D2:4~\\ | D2:3\\ r:1", 0, "mf", "pp")
    notes += phrase("basses_long", "D2:6~\\ r:2", 0, "mp", "pp")
    notes += phrase("celli_long", "A2+D3:4~\\ | G2+Bb2:2~\\ r:2", 0, "mp", "pp")
    notes += phrase("choir_ooh", "D4+A4:4~\\", 0, "p", "pp")
    return notes + phrase("horn_pad", "A3+D4:4~\\", 0, "p", "pp")


def _join() -> list[Note]:
    notes = grid("drums", KICK, "X.X.", JOIN, "f") + grid("drums", SNARE, "X.X.", JOIN, "f")
    notes += grid("cymbals", CRASH, "x", JOIN, "mf") + grid("congas", CONGA_OPEN, "X.X.", JOIN, "f")
    notes += phrase("bass", "B1:1/2^ B1^", JOIN, "f") + phrase("clavinet", "A4+D#4:1/2. A4+D#4.", JOIN, "f")
    notes += phrase("wah", "A4+D5+F#4:1/2. A4+D5+F#4.", JOIN, "f")
    notes += phrase("horns", "E4+B3:1/2. E4+B3.", JOIN, "f") + phrase("trombones", "B2+F#3:1/2. B2+F#3.", JOIN, "f")
    notes += phrase("trumpets", "E4+A4:1/2. E4+A4.", JOIN, "mf", "f")
    clicks = [16 - GYM_BEAT * share for share in (2 / 3, 1 / 3)]
    notes += [Note("clinks", beat, 0.2, STICK, level("fff")) for beat in clicks]  # the gym's triplets, counted in
    return notes + grid("timpani", "B1", "X.X.", JOIN, "mf")
