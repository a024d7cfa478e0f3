"""Where a film's places are heard: the loop of each place under its pictures, cross-faded as in the game."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

import numpy as np
import numpy.typing as npt

from game.app.filming.cuts import ReelCut
from game.platform.audio.ambience import CROSSFADE_MS
from game.platform.audio.device.mixer import SAMPLE_RATE
from game.sim.chart import Chart
from game.timing.units import Micros

CROSSFADE_FRAMES = SAMPLE_RATE * CROSSFADE_MS // 1000
"""Length of the fade from a place to the next one."""
CUT_FRAMES = SAMPLE_RATE // 50
"""Length of the fade where the picture is cut: 20 ms."""


@dataclass(frozen=True, slots=True)
class PlaceSpan:
    """A place is heard from song time `from_us` of the music up to `to_us`, behind which it fades out."""

    place: str
    from_us: Micros
    to_us: Micros
    fade_frames: int


def place_spans(chart: Chart, cuts: Sequence[ReelCut], place_of: Callable[[int], str]) -> Iterator[PlaceSpan]:
    """Yield which place is heard when. `place_of` names the place of a section, by its number."""
    fade_frames = CROSSFADE_FRAMES if len(cuts) == 1 else CUT_FRAMES
    for cut in cuts:
        end_us = cut.picture_at(cut.to_us)
        seams = [section.start_us for section in chart.sections if cut.picture_us < section.start_us < end_us]
        pieces = pairwise((cut.picture_us, *seams, end_us))
        for place, alike in groupby(pieces, key=lambda piece: place_of(_section_at(chart, piece[0]))):
            times_us = [time_us for piece in alike for time_us in piece]
            back_us = cut.from_us - cut.picture_us
            yield PlaceSpan(place, times_us[0] + back_us, times_us[-1] + back_us, fade_frames)


def _section_at(chart: Chart, song_us: Micros) -> int:
    """Return the section at a song time; in the lead-in the first one."""
    return max((section.index for section in chart.sections if section.start_us <= song_us), default=0)


def looped(loop: npt.NDArray[np.int32], frames: int, fade_frames: int) -> npt.NDArray[np.int32]:
    """Return a loop for so many frames and its fade-out behind them; it fades in over its first ones."""
    count = frames + fade_frames
    sound = loop[np.arange(count) % len(loop)]
    gain = np.interp(np.arange(count), (0, min(fade_frames, frames), frames, count), (0.0, 1.0, 1.0, 0.0))
    return (sound * gain[:, None]).astype(np.int32)
