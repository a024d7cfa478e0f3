"""The faders: what the mixer moves by hand, in dB, per stem for the whole song and per section where the music asks.
It refuses to replace dynamics: a ride above 6 dB belongs into the score."""

from __future__ import annotations

STEM_DB = {"bed": 0.0, "low": 0.0, "high": 0.0, "choir": 0.0, "percussion": 0.0}

# (section, instrument or stem) -> dB
RIDES: dict[tuple[str, str], float] = {
    ("steps", "trumpets"): 4.0,
    ("summit", "trumpets"): 3.0,
    ("summit", "trombones"): -1.5,
    ("cuts", "wah"): -6.0,
    ("cuts", "drums"): -3.0,
    ("cuts", "timpani"): -5.0,
    ("meat", "bass"): -2.5,
    ("yard", "bed"): 2.5,
    ("yard", "percussion"): 4.0,
}


def fader_db(section: str, instrument: str, stem: str) -> float:
    """The fader of an instrument in a section."""
    return RIDES.get((section, instrument), 0.0) + RIDES.get((section, stem), 0.0)
