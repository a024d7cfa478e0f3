"""The orchestra and the band: patch, desks, attack lead, pan, brightness, reverb sends of every part.

Leads are the measured onsets of each patch (plucked and struck) and, for slow samples, part of the time to half level
(choir 257 ms, strings 150 to 330), shared between being early and being soft. It refuses parts it does not list.
"""

from __future__ import annotations

from dataclasses import dataclass, field

STEMS = ("bed", "lead", "low", "high", "choir", "percussion")
MODAL = -1  # the "bank" of instruments that are not sampled but struck in `modal.py`


@dataclass(frozen=True)
class Player:
    """One desk: pan -1..1, detune in cents, lateness and spread in ms, a neighbouring sample zone in semitones."""

    pan: float = 0.0
    cents: float = 0.0
    delay_ms: float = 0.0
    spread_ms: float = 3.0
    zone: int = 0


@dataclass(frozen=True)
class Instrument:
    """One part. `dark_cents` closes the filter at soft notes, `steepen` is the brassiness of loud ones in samples,
    `hall_db`/`room_db` are send levels, `low_cut` in Hz, `tilt` is (Hz, dB) of a shelf, `drive` saturates, `slurs`:
    what is tied is not tongued again."""

    name: str
    stem: str
    bank: int
    program: int
    players: tuple[Player, ...] = (Player(),)
    lead_ms: float = 0.0
    gain_db: float = 0.0
    dark_cents: float = 0.0
    steepen: float = 0.0
    hall_db: float = -99.0
    room_db: float = -99.0
    low_cut: float = 30.0
    bell: tuple[tuple[float, float, float], ...] = ()
    tilt: tuple[float, float] = (0.0, 0.0)
    drive: float = 0.0
    sustains: bool = False
    wide: bool = False
    wah: bool = False
    slurs: bool = False
    tail_s: float = field(default=2.0)


def _desks(*pans: float, spread: float = 6.0, zones: tuple[int, ...] = (0, 2, -1)) -> tuple[Player, ...]:
    cents, delays = (0.0, 7.0, -6.0), (0.0, 9.0, 13.0)
    return tuple(Player(p, cents[i % 3], delays[i % 3], spread + i, zones[i % 3]) for i, p in enumerate(pans))


def _kit(name: str, program: int, stem: str = "bed", **more: object) -> Instrument:
    base: dict[str, object] = {"players": (Player(0, 0, 0, 1.5),), "room_db": -13.0, "wide": True}
    return Instrument(name, stem, 128, program, **(base | more))  # type: ignore[arg-type]


def _strings(name: str, bank: int, program: int, pans: tuple[float, ...], **more: object) -> Instrument:
    base: dict[str, object] = {
        "players": _desks(*pans, spread=7.0, zones=(0, 1, -1)), "hall_db": -9.0, "dark_cents": 2400.0,
        "sustains": True, "low_cut": 120.0, "tail_s": 1.5, "stem": "low",
    } | more  # fmt: skip
    return Instrument(name, str(base.pop("stem")), bank, program, **base)  # type: ignore[arg-type]


def _brass(name: str, stem: str, program: int, pans: tuple[float, ...], **more: object) -> Instrument:
    base: dict[str, object] = {
        "players": _desks(*pans), "hall_db": -10.0, "dark_cents": 3600.0, "sustains": True, "low_cut": 120.0,
        "tail_s": 1.2,
    }  # fmt: skip
    return Instrument(name, stem, 0, program, **(base | more))  # type: ignore[arg-type]


ORCHESTRA: tuple[Instrument, ...] = (
    # --- bed: the rhythm section and every exercise's own rhythm
    _kit("drums", 16, lead_ms=3.7, gain_db=1.0, room_db=-8.0, drive=0.5, bell=((320.0, -4.0, 1.2),)),
    _kit("hats", 1, gain_db=6.0, low_cut=400.0, tilt=(7000.0, 2.0)),
    _kit("cymbals", 1, lead_ms=7.0, gain_db=2.0, low_cut=250.0, room_db=-18.0, tail_s=4.0, tilt=(7000.0, 3.0)),
    _kit("ride", 1, lead_ms=5.0, gain_db=5.0, low_cut=500.0, room_db=-16.0, tail_s=4.0, tilt=(7000.0, 4.0)),
    _kit("congas", 0, lead_ms=4.0, gain_db=3.0, low_cut=90.0, room_db=-13.0),
    _kit("shaker", 0, lead_ms=23.0, gain_db=2.0, low_cut=1500.0),
    _kit("tambourine", 0, gain_db=-3.0, low_cut=900.0),
    _kit("claps", 0, lead_ms=3.0, gain_db=3.0, low_cut=250.0, room_db=-9.0),
    _kit("clinks", 0, lead_ms=3.0, gain_db=0.0, low_cut=700.0, room_db=-12.0),
    _kit("heart", 48, lead_ms=5.0, gain_db=2.0, low_cut=25.0, room_db=-30.0, hall_db=-22.0),
    Instrument(
        "bass", "bed", 0, 33, (Player(0, 0, 0, 2),), lead_ms=15.0, gain_db=2.0, drive=0.8, low_cut=38.0,
        bell=((250.0, -3.0, 1.0), (900.0, 3.0, 0.8)), tail_s=0.8,
    ),
    Instrument(
        "upright", "bed", 50, 45, (Player(0.15, 0, 0, 2),), lead_ms=20.0, gain_db=8.0, low_cut=38.0, hall_db=-16.0,
        tail_s=1.5,
    ),
    Instrument(
        "wah", "bed", 8, 28, (Player(-0.5, 0, 0, 2.5), Player(0.55, 5, 11, 3.5)), lead_ms=1.0, gain_db=4.0,
        low_cut=320.0, wah=True, room_db=-17.0, tail_s=0.6,
    ),
    Instrument(
        "muted_guitar", "bed", 0, 28, (Player(0.5, 0, 0, 2.5),), lead_ms=9.0, gain_db=4.0, low_cut=150.0,
        room_db=-16.0, tail_s=0.6,
    ),
    Instrument(
        "clavinet", "bed", 0, 7, (Player(0.35, 0, 0, 2.5),), lead_ms=1.0, gain_db=0.0, low_cut=160.0,
        room_db=-16.0, drive=0.4, tail_s=0.6,
    ),
    Instrument(
        "rhodes", "bed", 0, 4, (Player(-0.3, 0, 0, 3), Player(0.3, 4, 9, 3)), gain_db=-2.0, low_cut=200.0,
        bell=((330.0, -4.0, 1.0),), room_db=-14.0, tail_s=1.2,
    ),
    Instrument(
        "piano", "bed", 0, 1, (Player(-0.15, 0, 0, 2),), lead_ms=4.0, gain_db=0.0, low_cut=60.0, wide=True,
        room_db=-14.0, hall_db=-18.0, tail_s=1.5,
    ),
    Instrument(
        "vibraphone", "bed", 0, 11, (Player(0.3, 0, 0, 2.5),), lead_ms=1.0, gain_db=1.0, low_cut=150.0,
        room_db=-12.0, hall_db=-17.0, tail_s=1.6,
    ),
    Instrument(
        "anvil", "bed", MODAL, 0, (Player(-0.25, 0, 0, 1.0),), gain_db=0.0, low_cut=250.0, hall_db=-7.0,
        tail_s=2.5,
    ),
    # --- lead: the theme, wherever it is called or sung; always heard
    _brass(
        "lead_call", "lead", 56, (0.12,), lead_ms=14.0, gain_db=4.0, hall_db=-5.0, dark_cents=3600.0, low_cut=200.0,
        bell=((900.0, 3.0, 0.8),),
    ),
    _brass(
        "lead_horns", "lead", 60, (-0.3, 0.0, 0.15), lead_ms=40.0, gain_db=4.0, hall_db=-9.0, steepen=10.0,
        slurs=True,
    ),
    _brass("lead_trumpets", "lead", 56, (0.05, 0.3, -0.25), lead_ms=13.0, gain_db=2.0, steepen=4.5, low_cut=220.0),
    _strings("lead_violins", 20, 48, (-0.5, -0.2), stem="lead", lead_ms=60.0, gain_db=4.0, low_cut=180.0),
    # --- low: low brass and strings
    _brass("horn_solo", "low", 60, (-0.35, -0.2), lead_ms=40.0, gain_db=3.0, hall_db=-6.0, steepen=8.0, slurs=True),
    _brass("horns", "low", 60, (-0.55, -0.3, -0.1), lead_ms=40.0, gain_db=3.0, steepen=10.0, slurs=True),
    _brass("horn_pad", "low", 60, (-0.45, -0.2), lead_ms=45.0, gain_db=0.0, steepen=6.0, slurs=True),
    _brass("trombones", "low", 57, (0.3, 0.55), lead_ms=36.0, gain_db=-3.0, steepen=18.0, bell=((300.0, -2.0, 1.0),)),
    _brass("bass_trombone", "low", 57, (0.45,), lead_ms=32.0, gain_db=0.0, steepen=20.0, low_cut=60.0),
    _brass("tuba", "low", 58, (0.4,), lead_ms=28.0, gain_db=1.0, steepen=8.0, low_cut=40.0),
    _strings("violins", 20, 48, (-0.65, -0.4), lead_ms=60.0, gain_db=3.0, low_cut=180.0),
    _strings("violins_long", 20, 49, (-0.65, -0.4), lead_ms=130.0, gain_db=4.0, low_cut=180.0),
    _strings("violins2", 25, 48, (-0.25, -0.05), lead_ms=60.0, gain_db=4.0, low_cut=180.0),
    _strings("violas", 30, 48, (0.1, 0.25), lead_ms=45.0, gain_db=5.0),
    _strings("violas_long", 30, 49, (0.1, 0.25), lead_ms=120.0, gain_db=1.0),
    _strings("tremolo", 20, 44, (-0.5, 0.3), lead_ms=60.0, gain_db=0.0, low_cut=180.0),
    _strings("celli", 40, 48, (0.35, 0.5), lead_ms=50.0, gain_db=3.0, low_cut=60.0),
    _strings("celli_long", 40, 49, (0.35, 0.5), lead_ms=110.0, gain_db=2.0, low_cut=60.0),
    _strings("basses", 50, 48, (0.55,), lead_ms=30.0, gain_db=4.0, low_cut=36.0),
    _strings("basses_long", 50, 49, (0.55,), lead_ms=110.0, gain_db=7.0, low_cut=36.0),
    Instrument(
        "pizzicato", "low", 40, 45, (Player(0.4, 0, 0, 3), Player(0.5, 6, 6, 4)), lead_ms=11.0, gain_db=4.0,
        low_cut=60.0, hall_db=-12.0,
    ),
    Instrument(
        "harp", "low", 0, 46, (Player(-0.1, 0, 0, 3),), lead_ms=5.0, gain_db=0.0, low_cut=80.0, hall_db=-9.0,
        tail_s=2.5,
    ),
    # --- high: trumpets, flutes
    _brass(
        "trumpet_far", "high", 56, (0.12,), lead_ms=14.0, gain_db=2.0, hall_db=-1.0, dark_cents=4200.0,
        low_cut=200.0,
    ),
    _brass("trumpet_muted", "high", 59, (0.2, -0.2), lead_ms=10.0, gain_db=0.0, low_cut=250.0, hall_db=-9.0),
    _brass(
        "trumpets", "high", 56, (0.05, 0.3, -0.25), lead_ms=13.0, gain_db=1.0, steepen=4.5, low_cut=220.0,
        tilt=(6000.0, 3.0),
    ),
    _brass("trumpet_lead", "high", 56, (0.1, -0.05), lead_ms=13.0, gain_db=-3.0, steepen=3.0, low_cut=300.0),
    _brass("trumpets2", "high", 56, (0.22, -0.12), lead_ms=13.0, gain_db=1.0, steepen=4.0, low_cut=220.0),
    _brass(
        "brass_stab", "high", 61, (-0.3, 0.4), lead_ms=17.0, gain_db=1.0, steepen=5.0, low_cut=180.0,
        tilt=(6000.0, 3.0),
    ),
    _brass("flutes", "high", 73, (-0.35, -0.15), lead_ms=25.0, gain_db=-3.0, dark_cents=1200.0, low_cut=250.0),
    _brass("piccolo", "high", 72, (-0.2,), lead_ms=20.0, gain_db=-3.0, dark_cents=0.0, low_cut=400.0),
    # --- choir
    Instrument(
        "choir", "choir", 0, 52, (Player(-0.3, 0, 0, 10), Player(0.35, 6, 18, 12, 1)), lead_ms=150.0, gain_db=2.0,
        dark_cents=2400.0, hall_db=-5.0, low_cut=140.0, sustains=True, wide=True,
    ),
    Instrument(
        "choir_low", "choir", 0, 52, (Player(0.2, -4, 0, 10), Player(-0.2, 5, 14, 12, -1)), lead_ms=150.0,
        gain_db=3.0, dark_cents=2400.0, hall_db=-5.0, low_cut=70.0, sustains=True, wide=True,
    ),
    Instrument(
        "choir_ooh", "choir", 0, 53, (Player(-0.25, 0, 0, 10), Player(0.3, 6, 15, 12, 1)), lead_ms=110.0,
        gain_db=2.0, dark_cents=1200.0, hall_db=-5.0, low_cut=140.0, sustains=True, wide=True,
    ),
    # --- percussion
    Instrument(
        "timpani", "percussion", 0, 47, (Player(0.15, 0, 0, 2),), lead_ms=7.0, gain_db=3.0, low_cut=35.0,
        hall_db=-11.0, tail_s=3.0,
    ),
    _kit("orchestral", 48, "percussion", lead_ms=4.0, gain_db=5.0, hall_db=-11.0, room_db=-99.0, tail_s=4.0),
    _kit("high_percussion", 0, "percussion", gain_db=6.0, hall_db=-13.0, low_cut=500.0, tilt=(7000.0, 2.0)),
    Instrument(
        "bell", "percussion", 0, 14, (Player(-0.3, 0, 0, 1),), lead_ms=3.0, gain_db=5.0, low_cut=100.0,
        hall_db=-7.0, tail_s=5.0,
    ),
    Instrument(
        "glockenspiel", "percussion", 0, 9, (Player(-0.4, 0, 0, 2),), gain_db=-2.0, low_cut=500.0, hall_db=-9.0,
        tail_s=2.5,
    ),
)  # fmt: skip
BY_NAME = {instrument.name: instrument for instrument in ORCHESTRA}
