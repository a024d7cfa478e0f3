"""Drum patterns by name: one bar of sixteenths (or of triplets) for each voice of the kit, and fills. It refuses a
pattern that is not a whole bar long."""

from __future__ import annotations

from .notation import Note, ScoreError, grid

KICK, STICK, SNARE, CLAP, CLOSED, PEDAL, OPEN = 36, 37, 38, 39, 42, 44, 46
FLOOR, LOW_TOM, MID_TOM, HIGH_TOM = 43, 45, 47, 50
CRASH, RIDE, RIDE_BELL, CRASH2, SPLASH = 49, 51, 53, 57, 55
TAMBOURINE, CONGA_MUTE, CONGA_OPEN, CONGA_LOW, SHAKER, MARACAS, COWBELL = 54, 62, 63, 64, 82, 70, 56
TRIANGLE, CLAVES, BLOCK_HIGH, BLOCK_LOW = 81, 75, 76, 77
ORCHESTRAL_SNARE, ORCHESTRAL_BASS, CYMBAL = 38, 36, 49

# name -> (step in beats, {(part, key): bar})
GROOVES: dict[str, tuple[float, dict[tuple[str, int], str]]] = {
    "dawn": (0.25, {("hats", CLOSED): "o...g...o...g.g.", ("drums", KICK): "o.......o......."}),
    "street": (0.25, {
        ("drums", KICK): "X..x..x...x..o..", ("drums", SNARE): "....X..g.g..X..g",
        ("hats", CLOSED): "xgogxgogxgogxg..", ("hats", OPEN): "..............x."}),
    "street_open": (0.25, {
        ("drums", KICK): "X..x..x...x...x.", ("drums", SNARE): "....X..g.g..X.gg",
        ("hats", CLOSED): "xgogxg..xgogxg..", ("hats", OPEN): "......x.......x."}),
    "bag": (1 / 3, {
        ("drums", KICK): "X....ox....o", ("drums", SNARE): "...X..g..X.g",
        ("hats", CLOSED): "x.oxgox.oxgo"}),
    "funk": (0.25, {
        ("drums", KICK): "X.x...g..xx...x.", ("drums", SNARE): "....X..g.g..X...",
        ("hats", CLOSED): "xoxoxoxoxoxoxo..", ("hats", OPEN): "..............x."}),
    "funk_answer": (0.25, {
        ("drums", KICK): "X.....x.x..x..g.", ("drums", SNARE): "....X..g.g..X.g.",
        ("hats", CLOSED): "xoxoxo..xoxoxoxo", ("hats", OPEN): "......x........."}),
    "rim": (0.25, {
        ("drums", STICK): "....x.......x..g", ("hats", CLOSED): "x.o.x.o.x.o.x.og",
        ("drums", KICK): "x.....o.x......."}),
    "march": (0.25, {
        ("drums", KICK): "X...x...X...x...", ("drums", SNARE): "g.ggX.gog.ggX.gg",
        ("hats", PEDAL): "....x.......x..."}),
    "four": (0.25, {
        ("drums", KICK): "X...X...X...X...", ("drums", SNARE): "..g.X.go..g.X.gg",
        ("hats", CLOSED): "x.g.x.g.x.g.x.g.", ("hats", OPEN): "..o...o...o...o."}),
    "half": (0.25, {("drums", KICK): "X.......g.x...g.", ("drums", SNARE): "........X......."}),
    "train": (0.25, {
        ("drums", KICK): "X..xX.x.X..xX.x.", ("drums", SNARE): "..g.X..g.gg.X..g",
        ("hats", CLOSED): "xgogxg.gxgogxg.g", ("hats", OPEN): "......x.......x."}),
    "climb": (0.25, {
        ("drums", KICK): "X.x.X..xX.x.X.x.", ("drums", SNARE): "....X..g.g..X.go",
        ("hats", CLOSED): "x.x.x.x.x.x.x.x."}),
    "summit": (0.25, {
        ("drums", KICK): "X.xxX.x.X.xxX.x.", ("drums", SNARE): "..g.X.gx.gg.X.gx",
        ("hats", OPEN): "x...x...x...x...", ("hats", CLOSED): "..x...x...x...x."}),
}  # fmt: skip


def drums(name: str, bars: range, dynamic: str, to: str | None = None) -> list[Note]:
    """A groove over bars (numbered from 1), in one dynamic or growing."""
    step, voices = GROOVES[name]
    notes = []
    for (part, number), bar in voices.items():
        if len(bar) * step != 4 and abs(len(bar) * step - 4) > 1e-6:
            raise ScoreError(f"groove {name}: {part} {number} lasts {len(bar) * step:g} beats; write one bar")
        notes += grid(part, number, bar * len(bars), (bars.start - 1) * 4, dynamic, step, to)
    return notes


def cut(notes: list[Note], start: float, end: float, parts: tuple[str, ...] = ("drums", "hats")) -> list[Note]:
    """The notes without those of some parts between two beats: room for a fill."""
    return [n for n in notes if not (n.part in parts and start <= n.beat < end)]


def fill(text: str, at: float, dynamic: str, to: str) -> list[Note]:
    """A fill of sixteenths: s snare, h m l f toms from high to floor, k kick, c crash; capital letters are accents."""
    keys = {"s": SNARE, "h": HIGH_TOM, "m": MID_TOM, "l": LOW_TOM, "f": FLOOR, "k": KICK, "c": CRASH}
    cells = text.replace(" ", "").replace("|", "")
    notes = []
    for i, cell in enumerate(cells):
        if cell.lower() in keys:
            part = "cymbals" if cell.lower() == "c" else "drums"
            strength = "X" if cell.isupper() else "x"
            growing = "." * i + strength + "." * (len(cells) - i - 1)
            notes += grid(part, keys[cell.lower()], growing, at, dynamic, 0.25, to)
    return notes
