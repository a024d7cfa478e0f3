"""The keys of every kind of cue are inside the picture and never over the fighter, in the game's own pictures."""

import numpy as np
import numpy.typing as npt
import pygame
import pytest

from game.sim.actions import Verb
from game.sim.chart import Chart, Cue
from game.storage.paths import assets_dir
from game.view.canvas.lens import HEIGHT, WIDTH
from game.view.hints.chalk import Chalk
from game.view.hints.draw_hints import HintOptions
from game.view.hints.hint_track import full_name
from game.view.hints.key_face import KeyFace, face_of
from game.view.ui.fonts import Fonts
from tests.levels.montage import SECTIONS
from tests.view.conftest import Screening

MOMENTS = (-0.5, 0.0, 0.3)
"""Beats from the cue at which the picture is looked at."""
BARS_PX = 24
"""The film's upper and lower edge, px."""
LEAST_STEP = 12
"""A pixel is the fighter's where a channel changes by more than this when he is left out."""
LEAST_KEY_PX = 300
"""Pixels that a key changes at least."""
MOST_PX = 24
"""Pixels of him that may be covered: a shoe's tip, a puff of breath."""


@pytest.fixture(scope="module")
def options() -> HintOptions:
    faces = dict(zip(Verb, (KeyFace("F"), KeyFace("J"), face_of("SPACE", "Space"), KeyFace("K")), strict=True))
    return HintOptions(faces, Chalk(Fonts(assets_dir() / "fonts")), None)


def kinds_in(chart: Chart, section: str) -> list[Cue]:
    """Return the last cue of each kind of a section."""
    (found,) = (part for part in chart.sections if part.id == section)
    return list({full_name(found, cue): cue for cue in found.cues}.values())


@pytest.mark.parametrize("section", SECTIONS)
def test_keys_stand_beside_the_fighter(screening: Screening, chart: Chart, options: HintOptions, section: str) -> None:
    stage, hidden = screening.stage, pygame.Surface((WIDTH, HEIGHT), 0, 32)
    moments = sorted(
        round(cue.time_us + beats * chart.tempo.segment_at(cue.time_us).us_per_beat)
        for cue in kinds_in(chart, section)
        for beats in MOMENTS
    )
    for time_us in moments:
        plain = pixels_of(screening.look(time_us))
        stage.draw_without_fighter(hidden, time_us)
        without_him = pixels_of(hidden)
        stage.hints = options
        with_keys = pixels_of(screening.look(time_us))
        stage.hints = None
        fighter = np.abs(plain - without_him).max(2) > LEAST_STEP
        keys = np.abs(plain - with_keys).max(2) > LEAST_STEP
        assert keys.sum() > LEAST_KEY_PX, f"nothing is shown at {time_us}"
        assert not keys[:, :BARS_PX].any() and not keys[:, -BARS_PX:].any(), f"under the film's edge at {time_us}"
        assert (keys & fighter).sum() <= MOST_PX, f"{(keys & fighter).sum()} px of him are covered at {time_us}"


def pixels_of(picture: pygame.Surface) -> npt.NDArray[np.int16]:
    return pygame.surfarray.array3d(picture).astype(np.int16)
