"""The ball, E phrygian: stop-time. Tuba and bass drum land where the ball lands, off the beat; between, almost
nothing."""

from __future__ import annotations

from ..chart import Cue, rhythm
from ..doubling import onsets, roots, stabs, struck
from ..groove import CLOSED, CONGA_LOW, FLOOR, KICK, OPEN, PEDAL, TAMBOURINE, fill
from ..harmony import Pad, changes, pad
from ..notation import Note, grid, level, phrase

CHORDS = changes("Em | F | Em | F B7")
FREEZES = 0.75  # beats before the blow would land: 400 ms


def compose(cues: tuple[Cue, ...]) -> list[Note]:
    return _bed(cues) + _low(cues) + _high(cues) + _choir() + _percussion()


def _bed(cues: tuple[Cue, ...]) -> list[Note]:
    notes = grid("hats", CLOSED, "x.o.x.o.x.o.x.og" * 3 + "x.o.x.o.xoxoxoxo", 0, "mp", to="mf") + grid(
        "drums", 37, "x.......x......." * 3 + "x.......", 0, "mp"
    )
    notes += (
        struck("drums", cues, (KICK,), "fff")
        + struck("congas", cues, (CONGA_LOW,), "fff")
        + struck("clinks", cues, (37,), "fff")
    )
    notes += [Note("drums", b, 0.3, FLOOR, level("f") + o) for b, o in onsets(cues)]
    notes += roots("bass", rhythm(cues, "normal"), CHORDS, 28, "ff", 0.6)
    notes += phrase(
        "clavinet",
        (
            "E3:1/4. r:3/4 E3:1/4. r:3/4 E3:1/4. r:3/4 E3:1/4. r:3/4 | "
            "F3:1/4. r:3/4 F3:1/4. r:3/4 F3:1/4. r:3/4 F3:1/4. r:3/4 | "
            "E3:1/4. r:3/4 E3:1/4. r:3/4 E3:1/4. r:3/4 E3:1/4. r:3/4 | "
            "F3:1/4. r:3/4 F3:1/4. r:3/4 B2:1/4. r:3/4 B2:1/4. D#3. F#3. A3."
        ),
        0,
        "mf",
        "f",
    )
    notes += _choked(cues)
    return notes + fill("s.s.sshhmmllffff"[8:], 14, "mf", "ff")


def _choked(cues: tuple[Cue, ...]) -> list[Note]:
    """Where the partner freezes, an open hi-hat is choked with him."""
    notes = []
    for feint in (c.beat for c in cues if c.kind == "feint" and "normal" in c.difficulties):
        notes.append(Note("hats", feint - FREEZES - 0.5, 0.5, OPEN, level("fff")))
        notes.append(Note("hats", feint - FREEZES, 0.1, PEDAL, level("ff")))
    return notes


def _low(cues: tuple[Cue, ...]) -> list[Note]:
    hits = rhythm(cues, "normal")
    notes = roots("tuba", hits, CHORDS, 28, "ff", 0.6) + roots("bass_trombone", hits, CHORDS, 40, "ff", 0.6)
    notes += stabs("trombones", hits, CHORDS, Pad(47, 60, 2, 0.4), "f")
    notes += pad("tremolo", changes("Em | F | Em | F B7"), Pad(64, 80, 3, 1.0), "f", "ff")
    notes += pad("horn_pad", CHORDS, Pad(55, 67, 2, 0.9, "sfp"), "f")
    notes += phrase(
        "pizzicato",
        (
            "E2:1> B2:1/2. E3. r:1 B2:1/2. E3. | F2:1> C3:1/2. F3. r:1 C3:1/2. F3. | "
            "E2:1> B2:1/2. E3. r:1 G3:1/2. F#3. | F2:1> C3:1/2. F3. B2:1/2. D#3. F#3. A3."
        ),
        0,
        "f",
    )
    return notes + phrase("horns", "r:8 | r:2 B3+E4:2~< | C4+F4:2~ D#4+A4:2~<", 0, "mp", "f")


def _high(cues: tuple[Cue, ...]) -> list[Note]:
    notes = stabs("brass_stab", rhythm(cues, "normal"), CHORDS, Pad(59, 74, 3, 0.22), "f")
    notes += phrase(
        "trumpets",
        "E5:3/2~! r:1/2 F5:3/2~ r:1/2 | F5:3/2~! r:5/2 | G5:3/2~! r:1/2 A5:3/2~ r:1/2 | A5:2~! B5:2~",
        0,
        "f",
        "ff",
    )
    return notes + phrase(
        "trumpet_muted",
        ("r:2 E5:1/4. F5. E5. D#5. E5:1/2- r:1/2 | r:4 | r:2 G5:1/4. A5. G5. F#5. G5:1/2- r:1/2 | A5:2~ B5:2~<"),
        0,
        "mf",
        "f",
    )


def _choir() -> list[Note]:
    return phrase("choir_low", "E3+B3:4~< | F3+C4:4~ | E3+B3:4~< | F3+C4:2~ F#3+D#4:2~<", 0, "f", "ff") + pad(
        "choir", CHORDS, Pad(64, 79, 3, 0.9, "breath"), "f", "ff"
    )


def _percussion() -> list[Note]:
    notes = grid("timpani", "E2", "g...g...g...g..." * 3, 0, "mp") + grid(
        "timpani", "B1", "oooooooooooooooo", 14, "p", 0.125, "ff"
    )
    notes += grid("high_percussion", TAMBOURINE, "x.x.x.x.x.x.x.x." * 4, 0, "mf", to="f")
    return notes + grid("orchestral", 38, "oooooooo", 14, "p", 0.25, "f")
