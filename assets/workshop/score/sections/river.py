"""The river, F sharp minor leaning to A: at last the theme's whole line, sung by strings and a horn over
running eighths; the choir comes in as if from the other bank. It ends where it began: not yet the octave."""

from __future__ import annotations

from ..chart import Cue
from ..doubling import between, onsets
from ..groove import CONGA_OPEN, CRASH, KICK, TAMBOURINE, cut, drums, fill
from ..harmony import Pad, changes, comp, led, pad
from ..notation import Note, grid, level, moved, phrase
from ..theme import stated

CHORDS = changes("F#m | E | D | C# C#sus | A | Bm | D C# | F#m A7sus")
BASS = (
    "F#2:1/2> F#2. C#3. F#2. F#2> E2. F#2. G#2. | E2:1/2> E2. B2. E2. E2> E2. F#2. E2. | "
    "D2:1/2> D2. A2. D2. D2> D2. C#2. D2. |"
    "C#2:1/2> C#2. G#2. C#2. F#2> E2. D#2. C#2. | A1:1/2> A1. E2. A1. A2> A2. G#2. A2. | "
    "B1:1/2> B1. F#2. B1. B2> A2. G#2. B2. |"
    "D2:1/2> D2. A2. D2. C#2> C#2. G#2. E#2. | F#2:1/2> F#2. C#3. F#2. A2> A2. G2. E2."
).replace("E#2", "F2")

SWIRL = 8  # notes of a sweep: a beat


def compose(cues: tuple[Cue, ...]) -> list[Note]:
    return _bed(cues) + _theme() + _water() + _swirls(cues) + _brass() + _choir() + _percussion()


def _bed(cues: tuple[Cue, ...]) -> list[Note]:
    notes = drums("train", range(1, 9), "mf", "f")
    notes = cut(notes, 15, 16) + fill("sshm", 15, "mf", "f")
    notes = cut(notes, 30, 32) + fill("ssshhmlf", 30, "f", "ff")
    notes += (
        phrase("bass", BASS, 0, "mf", "f")
        + grid("cymbals", CRASH, "X", 0, "f")
        + grid("drums", KICK, "X", 0, "fff")
        + grid("cymbals", CRASH, "x", 16, "f")
    )
    chain = led([CHORDS.at(b).symbol for b, _ in onsets(cues)], 66, 81, 2) if cues else []
    for (beat, offset), keys in zip(onsets(cues), chain, strict=True):
        notes += [Note("piano", beat, 0.4, k, level("f") + offset) for k in keys]
        notes += [
            Note("muted_guitar", beat, 0.2, keys[0], level("ff") + offset),
            Note("congas", beat, 0.2, CONGA_OPEN, level("f") + offset),
        ]
    notes += between(cues)
    notes += comp("wah", CHORDS, Pad(61, 75, 3, 0.6), "..xg..Xg..xg.gXg", "mp")
    notes += grid("congas", CONGA_OPEN, "...x..x....x..x." * 8, 0, "mp")
    return notes + grid("tambourine", TAMBOURINE, "o.x.o.x.o.x.o.x." * 8, 0, "mp", to="mf")


def _theme() -> list[Note]:
    """In the lead, which follows the feet: a horn and violins an octave above; from half-way on a trumpet as well."""
    song = stated("river", "lead_violins", "f", "ff")
    notes = song + moved(song, "lead_horns", keys=-12, louder=4)
    return notes + moved([n for n in song if n.beat >= 15], "lead_trumpets", louder=-14)


def _water() -> list[Note]:
    """Running eighths in violas, slow celli against the tune: a line of its own, always stepping the other way."""
    notes, chain = [], led([s for _, _, s in CHORDS.spans()], 54, 70, 3)
    for (beat, beats, _), keys in zip(CHORDS.spans(), chain, strict=True):
        for i in range(round(beats * 2)):
            figure = (0, 1, 2, 1)[i % 4]
            notes.append(Note("violas", beat + i / 2, 0.42, keys[figure], level("mf") + (6 if i % 4 == 0 else 0)))
            notes.append(Note("harp", beat + i / 2, 0.5, keys[figure] + 12, level("mp") + (6 if i % 4 == 0 else 0)))
    counter = (
        "C#4:2~ A3:2~ | B3:1~ G#3:1~ E3:2~ | F#3:2~ A3:2~ | G#3:2~ F#3:1~ G#3:1~ | "
        "A3:1~ B3:1~ C#4:2~ | D4:2~ F#4:1~ D4:1~ | A3:2~ G#3:2~ | A3:1~ F#3:1~ G3:2~<"
    )
    notes += phrase("celli", counter, 0, "mf", "f") + moved(phrase("violins2", counter, 0, "f", "ff"), keys=12)
    notes += moved([n for n in phrase("violins_long", counter, 0, "mf", "f") if n.beat >= 16], keys=24)
    return notes + phrase("basses", "F#2:4~ | E2:4~ | r:4 | r:4 | A2:4~ | B2:4~ | D2:2~ C#2:2~ | F#2:2~ A2:2~", 0, "mf")


def _swirls(cues: tuple[Cue, ...]) -> list[Note]:
    """The wind: a harp sweeps up through the chord into each of normal's gusts."""
    notes = []
    for gust in (c for c in cues if c.kind == "gust" and "normal" in c.difficulties):
        tones = [k for k in range(66, 96) if k % 12 in CHORDS.at(gust.beat).tones][:SWIRL]
        notes += [Note("harp", gust.beat - (SWIRL - i) / 8, 0.5, k, level("f")) for i, k in enumerate(tones)]
    return notes


def _brass() -> list[Note]:
    answer = (
        "r:4 | r:2 G#4+B4:1/2. G#4+B4:3/2~ | r:4 | r:2 F4+C#5:1/2^ F4+C#5^ F#4+C#5:1~ | "
        "r:2 C#5+E5:1/2^ C#5+E5:3/2~ | r:2 D5+F#5:1/2^ D5+F#5:3/2~ | "
        "r:2 C#5+F5:1/2^ C#5+F5^ C#5+G#5:1~ | r:2 D5+G5:2~<"
    )
    notes = phrase("trumpets", answer, 0, "f", "ff")
    notes += phrase(
        "trumpets2",
        (
            "r:2 C#5:1/2^ A4:1/2^ C#5:1~ | r:4 | r:2 A4:1/2^ F#4:1/2^ A4:1~ | r:4 | "
            "A4:2~ r:2 | B4:2~ r:2 | A4:2~ r:2 | A4:2~ r:2"
        ),
        0,
        "f",
        "ff",
    )
    notes += comp("brass_stab", CHORDS, Pad(64, 79, 3, 0.8), "..x...x...x...X.", "f")
    notes += pad("horn_pad", CHORDS, Pad(54, 66, 2), "mp", "mf")
    notes += phrase(
        "flutes",
        (
            "r:4 | r:3 E6:1/4 D6 C#6 B5 | A5:2~ r:2 | r:4 | "
            "C#6:1/4 E6 A6 E6 C#6 E6 A6 E6 C#6 E6 A6 E6 C#6 E6 A6 E6 | "
            "B5 D6 F#6 D6 B5 D6 F#6 D6 B5 D6 F#6 D6 B5 D6 F#6 D6"
        ),
        0,
        "mp",
        "f",
    )
    return notes + pad("trombones", changes("A | Bm | D C# | F#m A7sus", 16), Pad(49, 62, 3), "mp", "f")


def _choir() -> list[Note]:
    return pad("choir", changes("F#m | E | D | C# C#sus"), Pad(61, 76, 3), "mf", "f") + pad(
        "choir", changes("A | Bm | D C# | F#m A7sus", 16), Pad(61, 78, 4), "f", "ff"
    )


def _percussion() -> list[Note]:
    notes = (
        grid("high_percussion", TAMBOURINE, "..x.x.x...x.x.xx" * 8, 0, "f")
        + grid("high_percussion", 81, "x...............", 0, "mp")
        + grid("orchestral", 38, "g.ggo.g." * 8, 16, "p", to="mf")
    )
    notes += (
        grid("timpani", "F#2", "X.......x.......", 0, "mf")
        + grid("timpani", "C#2", "........xxx.xxx.", 12, "mf")
        + grid("timpani", "A1", "X.......x.......", 16, "f")
    )
    notes += (
        grid("orchestral", CRASH, "g" * 16, 30, "pp", 0.125, "mf")
        + grid("timpani", "A1", "o" * 16, 30, "p", 0.125, "ff")
        + grid("orchestral", CRASH, "x", 0, "mf")
        + grid("orchestral", CRASH, "x", 16, "f")
    )
    return notes + phrase("glockenspiel", "r:16 | E6:1 r C#6 r | F#6 r D6 r", 0, "mp")
