"""The heavy bag, E minor, straight funk: bass and clavinet call for a bar, low brass answers as the fists do."""

from __future__ import annotations

from ..chart import Cue, rhythm
from ..doubling import between, onsets, roots, stabs, struck
from ..groove import CONGA_LOW, CONGA_MUTE, CONGA_OPEN, CRASH, TAMBOURINE, cut, drums, fill
from ..harmony import Pad, bass_key, changes, comp, pad
from ..notation import Note, grid, level, phrase
from ..theme import stated

CHORDS = changes("Em7 | Em7 | Cmaj7 | C6 | Am7 | Am7 | B7sus | B7")
CALL_STEPS = (0, 12, 10, 7, 3, 5)  # semitones above the bass: the riff's contour, a note a call


def compose(cues: tuple[Cue, ...]) -> list[Note]:
    theme = stated("heavy_bag", "lead_horns", "ff")
    return _kit() + theme + _call(cues) + _answer(cues) + _colours(cues) + _percussion()


def _kit() -> list[Note]:
    notes = []
    for bar in range(1, 9, 2):
        notes += drums("funk", range(bar, bar + 1), "f") + drums("funk_answer", range(bar + 1, bar + 2), "f")
    notes = cut(notes, 14.5, 16) + fill("sshmlf", 14.5, "mf", "f")
    notes = cut(notes, 30, 32) + fill("s.sshhmm", 30, "f", "f")
    return notes + grid("cymbals", CRASH, "x", 0, "f") + grid("cymbals", CRASH, "x", 16, "mf")


def _call(cues: tuple[Cue, ...]) -> list[Note]:
    """The trainer's calls, if the chart has them; else the answers' own rhythm a bar early."""
    called = sorted(c.beat for c in cues if c.kind.startswith("call_") and "normal" in c.difficulties)
    called = called or [b - 4 for b in rhythm(cues, "normal")]
    notes = []
    for i, beat in enumerate(called):
        deep = bass_key(CHORDS.at(beat), 28)
        step = CALL_STEPS[i % len(CALL_STEPS)]
        notes.append(Note("bass", beat, 0.4, deep + step, level("f") + 6))
        notes += [Note("clavinet", beat, 0.22, deep + 24 + step + k, level("f")) for k in (0, 7)]
    riff = [(0.0, 0), (0.75, 0), (1.5, 10), (2.25, 12), (2.75, 10), (3.5, 7), (3.75, 10)]
    for bar in range(8):
        near = [b for b in called if bar * 4 <= b < bar * 4 + 4]
        for beat, step in riff:
            if all(abs(bar * 4 + beat - b) > 0.2 for b in near):
                deep = bass_key(CHORDS.at(bar * 4 + beat), 28)
                notes.append(Note("bass", bar * 4 + beat, 0.22, deep + step, level("mf") + (8 if beat == 0 else 0)))
    return notes


def _answer(cues: tuple[Cue, ...]) -> list[Note]:
    hits = rhythm(cues, "normal")
    notes = stabs("trombones", hits, CHORDS, Pad(50, 64, 3, 0.24), "f") + stabs(
        "horns", hits, CHORDS, Pad(57, 69, 2, 0.3), "f"
    )
    notes += roots("bass_trombone", hits, CHORDS, 40, "f") + roots("tuba", hits, CHORDS, 33, "f")
    notes += roots("bass", hits, CHORDS, 28, "f", 0.3)
    notes += stabs("clavinet", hits, CHORDS, Pad(60, 74, 3, 0.15), "f")
    notes += struck("congas", cues, (CONGA_OPEN, CONGA_LOW), "f") + struck("drums", cues, (41, 43), "mf")
    notes += between(cues)
    notes += [Note("muted_guitar", b, 0.12, 64, level("mf") + offset) for b, offset in onsets(cues)]
    return notes


def _colours(cues: tuple[Cue, ...]) -> list[Note]:
    notes = comp("wah", CHORDS, Pad(62, 76, 3, 0.6), "g.x.gg.Xg.x.gX.g | ..g.x.gX..g.x..X", "mf")
    notes += grid("congas", CONGA_MUTE, "o.go..o.o.go..o." * 8, 0, "mp")
    notes += grid("shaker", 82, "xgogxgogxgogxgog" * 8, 0, "mp")
    hits = rhythm(cues, "normal")
    after = [b + 0.5 for b in hits if all(abs(b + 0.5 - other) > 0.2 for other in hits)]  # room for the fists first
    notes += stabs("brass_stab", after, CHORDS, Pad(65, 81, 4, 0.4), "ff")
    notes += phrase(
        "trumpets",
        (
            "r:1/2 E5:1/4^ r:1/4 D5:1/2. B4:1/4. D5:1/4^ E5:2~ | r:4 | "
            "r:1/2 G5:1/4^ r:1/4 E5:1/2. C5:1/4. E5:1/4^ G5:2~ | r:4 | "
            "r:1/2 A5:1/4^ r:1/4 G5:1/2. E5:1/4. G5:1/4^ A5:2~ | r:2 C5:1/2. E5:1/2^ G5:1~ | "
            "r:1/2 F#5:1/4^ r:1/4 E5:1/2. B4:1/4. E5:1/4^ F#5:2~"
        ),
        0,
        "f",
        "ff",
    )
    notes += pad("violas", changes("Am7 | Am7 | B7sus | B7", 16), Pad(59, 72, 2), "mp", "mf")
    notes += phrase(
        "violins",
        ("C6:1/4. B5. A5. G5. E5:1- r:2 | r:4 | B5:3/2!  A5:1/2 G5:1/2 F#5:1/2 E5:1/2 F#5:1/2 | A5:2~ B5:1~ D#6:1"),
        16,
        "mf",
        "f",
    )
    notes += phrase(
        "violins2",
        ("C5:1/4. B4. A4. G4. E4:1- r:2 | r:4 | F#5:3/2! E5:1/2 D5:1/2 D5:1/2 B4:1/2 D5:1/2 | D#5:2~ F#5:1~ A5:1"),
        16,
        "mf",
        "f",
    )
    notes += phrase("trumpets", "r:2 r:1/4 E4+B4:1/4^ r:1/2 E4+D5:1/4^ E4+B4:1/4^ r:1/2", 12, "mf", "f")
    notes += phrase("trumpets", "F#4+A4+D#5:3/2! r:1/2 r:1/4 A4+D#5:1/4^ A4+D#5:1/4^ r:1/4 B4+F#5:1/2^ r:1/2", 28, "f")
    return notes + phrase("choir_ooh", "E4+A4+C5:4~ | E4+G4+C5:4~ | E4+F#4+B4:4~ | D#4+F#4+B4:4~<", 16, "p", "mp")


def _percussion() -> list[Note]:
    notes = grid("high_percussion", TAMBOURINE, "..x...x...x...x." * 8, 0, "f") + grid(
        "high_percussion", 56, "x...x...x...x..." * 4, 16, "p"
    )
    return notes + grid("timpani", "B1", "oooooooo", 30, "p", 0.25, "f") + grid("timpani", "E2", "X", 0, "mf")
