"""The hits of a run as an SVG: song time to the right, early above the line and late below it, misses at the edge."""

from game.storage.sharing.checked_file import CheckedFile, PlottedHit, SectionSpan
from game.storage.sharing.page.markup import Markup, element, joined
from game.timing.units import US_PER_MS

WIDTH = 640
"""Width of the plot in its own units; it is drawn as wide as the page."""
HALF = 50
"""Height of each half: one unit is two milliseconds."""
MS_PER_UNIT = 2
"""Scale upwards and downwards."""
LABEL = 12
"""Height of the row of section names."""
CHARACTER = 4.2
"""Width of a character of a section's name."""
NEAR_MS = 20
"""Hits nearer than this have the color of clean ones."""


def hit_plot(run: CheckedFile) -> Markup:
    """Return the plot."""
    first_us = min((span.start_us for span in run.spans), default=0)
    last_us = max((span.end_us for span in run.spans), default=1)
    scale = WIDTH / max(1, last_us - first_us)

    def x(song_us: int) -> str:
        return f"{(song_us - first_us) * scale:.1f}"

    dots: dict[str, list[str]] = {"clean": [], "early": [], "late": [], "missed": []}
    for hit in run.hits:
        dots[_kind(hit)].append(f"M{x(hit.song_us)} {_y(hit):.1f}h0")
    seams = "".join(f"M{x(span.start_us)} 0V{2 * HALF + LABEL}" for span in run.spans)
    names = [
        element("text", _label(span, scale), x=x(span.start_us + 200_000), y=2 * HALF + LABEL - 2) for span in run.spans
    ]
    return element(
        "svg",
        element("title", f"{len(run.hits)} hits by song time: above the line early, below it late"),
        element("path", d=seams, class_="seam"),
        element("path", d=f"M0 {HALF}H{WIDTH}", class_="zero"),
        joined(*(element("path", d="".join(places), class_=name) for name, places in dots.items() if places)),
        joined(*names),
        viewBox=f"0 0 {WIDTH} {2 * HALF + LABEL}",
        class_="hits",
        role="img",
    )


def _label(span: SectionSpan, scale: float) -> str:
    """Return as much of a section's name as there is room for."""
    return span.section.replace("_", " ")[: max(1, int((span.end_us - span.start_us) * scale / CHARACTER))]


def _kind(hit: PlottedHit) -> str:
    if hit.offset_us is None:
        return "missed"
    if abs(hit.offset_us) < NEAR_MS * US_PER_MS:
        return "clean"
    return "early" if hit.offset_us < 0 else "late"


def _y(hit: PlottedHit) -> float:
    if hit.offset_us is None:
        return 2 * HALF - 3
    return max(3.0, min(2 * HALF - 3.0, HALF + hit.offset_us / US_PER_MS / MS_PER_UNIT))
