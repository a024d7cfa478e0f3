"""`shots --script`: the color script of a run. A film's colors, laid side by side from its first shot to its last, show
how its light changes; here each bar of the song is a column.
"""

import colorsys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

import numpy as np
import numpy.typing as npt

from game.errors import StorageError
from game.sim.chart import Chart
from game.timing.tempo import BEATS_PER_BAR
from game.timing.units import Micros
from game.view.canvas.readability import oklab_of

if TYPE_CHECKING:
    import pygame

PICTURES_PER_BAR = 2
"""Pictures of a bar that are averaged."""
COLUMN_PX = 8
"""Width of a bar on the strip, px."""
THIRD_PX = 20
"""Height of each of the rows for the upper, middle and lower third of the picture, px."""
WHOLE_PX = 40
"""Height of the row for the whole picture, px."""
LUMA = (0.299, 0.587, 0.114)
"""Weights of red, green and blue (ITU-R BT.601)."""
Draw: TypeAlias = "Callable[[Iterable[Micros]], Iterator[pygame.Surface]]"
Colors: TypeAlias = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class SectionColor:
    """The color of a section: its mean color (sRGB, 0 to 255), the median luma of its pictures (0 to 255) and the mean
    OKLab chroma of their pixels (0.0 is gray).
    """

    name: str
    rgb: tuple[int, int, int]
    luma: float
    chroma: float

    @property
    def hue(self) -> float:
        """Return the hue of the mean color (HSV), degrees."""
        return 360.0 * colorsys.rgb_to_hsv(*self.rgb)[0]

    def differs_from(self, other: "SectionColor") -> str:
        """Return by how much it differs from the section before it."""
        turned = abs(self.hue - other.hue)
        return f"{min(turned, 360.0 - turned):3.0f} degrees and {abs(self.luma - other.luma):3.0f} from {other.name}"

    def __str__(self) -> str:
        red, green, blue = self.rgb
        return (
            f"{self.name:14} #{red:02x}{green:02x}{blue:02x}  hue {self.hue:3.0f}  chroma {self.chroma:.3f}"
            f"  median luma {self.luma:3.0f}"
        )


def write(path: Path, chart: Chart, draw: Draw) -> int:
    """Write the strip, and print the color of each section and by how much it differs from the one before; raises
    StorageError.
    """
    import pygame

    bars = list(_bars(chart))
    pictures = draw([chart.tempo.to_us(beat) for bar in bars for beat in _moments(bar)])
    thirds = np.zeros((len(bars), 3, 3))
    lumas, chromas = np.zeros((len(bars), PICTURES_PER_BAR)), np.zeros((len(bars), PICTURES_PER_BAR))
    for number, picture in enumerate(pictures):
        bar, which = divmod(number, PICTURES_PER_BAR)
        pixels = pygame.surfarray.array3d(picture)
        thirds[bar] += thirds_of(pixels) / PICTURES_PER_BAR
        lumas[bar, which] = np.median(pixels @ np.array(LUMA))
        chromas[bar, which] = chroma_of(pixels)
    try:
        pygame.image.save(pygame.surfarray.make_surface(strip_of(thirds)), path)
    except (OSError, pygame.error) as error:
        raise StorageError(f"{path}: cannot be written ({error}): name another file") from error
    before = None
    for section in chart.sections:
        inside = [number for number, bar in enumerate(bars) if section.start_beat <= bar < section.end_beat]
        red, green, blue = np.round(thirds[inside].mean((0, 1))).astype(int).tolist()
        luma, chroma = float(np.median(lumas[inside])), float(chromas[inside].mean())
        color = SectionColor(section.id, (red, green, blue), luma, chroma)
        print(color if before is None else f"{color}  {color.differs_from(before)}")
        before = color
    print(path)
    return 0


def _bars(chart: Chart) -> Iterator[Fraction]:
    beat, end = chart.sections[0].start_beat, chart.sections[-1].end_beat
    while beat < end:
        yield beat
        beat += BEATS_PER_BAR


def _moments(bar: Fraction) -> Iterator[Fraction]:
    """Return the beats of a bar's pictures: in the middle of equal parts of it."""
    part = Fraction(BEATS_PER_BAR, PICTURES_PER_BAR)
    return (bar + part * number + part / 2 for number in range(PICTURES_PER_BAR))


def thirds_of(pixels: npt.NDArray[np.uint8]) -> Colors:
    """Return the mean colors of a picture's upper, middle and lower third; `pixels` by column, row and channel."""
    return np.array([part.mean((0, 1)) for part in np.array_split(pixels, 3, axis=1)])


def chroma_of(pixels: npt.NDArray[np.uint8]) -> float:
    """Return the mean OKLab chroma of a picture's pixels: how saturated it is to the eye."""
    lab = oklab_of(pixels)
    return float(np.hypot(lab[..., 1], lab[..., 2]).mean())


def strip_of(thirds: Colors) -> npt.NDArray[np.uint8]:
    """Return the strip's pixels by column, row and channel: each bar's thirds, and the mean of the whole below them."""
    rows = [*np.repeat(np.moveaxis(thirds, 1, 0), THIRD_PX, axis=0), *[thirds.mean(1)] * WHOLE_PX]
    return np.round(np.repeat(np.stack(rows, axis=1), COLUMN_PX, axis=0)).astype(np.uint8)
