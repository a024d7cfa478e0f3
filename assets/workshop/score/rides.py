"""The faders: what the mixer moves by hand, in dB, per stem for the whole song and per section where the music
asks. It refuses to replace dynamics: a ride above 6 dB belongs into the score."""

from __future__ import annotations

STEM_DB = {"bed": 0.0, "low": 0.0, "high": 0.0, "choir": 0.0, "percussion": 0.0}

# (section, instrument or stem) -> dB
RIDES: dict[tuple[str, str], float] = {
    ("market", "percussion"): 5.0,
    ("market", "choir"): 2.0,
    ("market", "high"): 2.0,
    ("speed_bag", "percussion"): 5.0,
    ("speed_bag", "choir"): 2.0,
    ("speed_bag", "high"): 2.0,
    ("heavy_bag", "percussion"): 5.0,
    ("heavy_bag", "choir"): 2.5,
    ("sit_ups", "percussion"): 6.0,
    ("sit_ups", "choir"): 2.0,
    ("sit_ups", "high"): 2.0,
    ("push_ups", "percussion"): 2.0,
    ("push_ups", "choir"): 2.0,
    ("medicine_ball", "percussion"): 3.0,
    ("river", "percussion"): 3.0,
    ("river", "high"): 1.5,
    ("steps", "trumpets"): 5.0,
    ("steps", "violins"): 1.5,
    ("steps", "horns"): 1.5,
    ("steps", "drums"): -1.5,
    ("steps", "choir"): -1.0,
    ("summit", "trumpets"): 5.0,
    ("summit", "violins"): 2.0,
    ("summit", "trombones"): -2.5,
    ("cuts", "wah"): -6.0,
    ("cuts", "drums"): -3.0,
    ("cuts", "timpani"): -5.0,
    ("meat", "bass"): -2.5,
    ("river", "violins"): 2.0,
    ("heavy_bag", "high_percussion"): -3.0,
    ("yard", "bed"): 1.5,
    ("speed_bag", "congas"): 2.5,
    ("medicine_ball", "bed"): 1.5,
    ("meat", "anvil"): -1.5,
    ("meat", "clinks"): 5.0,
    ("steps", "clinks"): 6.0,
    ("cuts", "clinks"): 5.0,
    ("medicine_ball", "clinks"): 4.0,
    ("speed_bag", "clinks"): 4.0,
    ("speed_bag", "trumpet_muted"): 2.5,
    ("yard", "clinks"): 2.0,
    ("yard", "percussion"): 4.0,
}


def fader_db(section: str, instrument: str, stem: str) -> float:
    """The fader of an instrument in a section."""
    return RIDES.get((section, instrument), 0.0) + RIDES.get((section, stem), 0.0)
