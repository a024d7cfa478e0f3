"""The beef he strikes: the heaviest of the room, and his fist ends on its flank."""

import numpy as np
import numpy.typing as npt
import pygame
import pytest

from game.minigames.meat import hall
from game.minigames.meat.neighbours import NEIGHBOURS
from game.minigames.meat.view import BEEF_FOOT_METRES, BEEF_LENGTH_PX, HALF_BEEF_PX
from game.storage.paths import assets_dir
from game.view.figure.sprite_sheet import Sheets, SpriteFrame

REACH_PX = 82.0
"""Distance of his fist from his feet at its full reach, where the sheet says nothing else."""
MOST_INTO_PX, MOST_SHORT_PX = 9, 5
"""How far the fist may press into the flesh, and how far it may stay from it."""
MOST_BEHIND_PX = 12
"""How far behind the middle of his head the other fist may come: further back it shows behind his shoulder."""
FIST_PX = 6
"""Half the height of a fist."""
BROADER_PX = 12
"""Least difference in breadth from a neighbour."""


@pytest.fixture(scope="module")
def sheets() -> Sheets:
    return Sheets((assets_dir(),))


def frame_of(sheets: Sheets, sheet: str, clip: str, beats: float = 0.0) -> SpriteFrame:
    found = sheets.get(sheet)
    assert found is not None
    return found.frames[found.clips[clip].frame_at(beats)]


def hanging(sheets: Sheets, clip: str) -> SpriteFrame:
    """Return a side of beef that hangs straight down."""
    found = sheets.get("beef")
    assert found is not None
    return found.frames[found.clips[clip].frame_of(0.0)]


def solid(frame: SpriteFrame) -> npt.NDArray[np.bool_]:
    """Return which pixels are painted, by column and row."""
    drawn = pygame.Surface(frame.picture.get_size(), pygame.SRCALPHA, 32)
    drawn.blit(frame.picture, (0, 0))
    return np.asarray(pygame.surfarray.array_alpha(drawn) > 0)


def test_the_beef_he_strikes_is_broader_and_longer_than_its_neighbours(sheets: Sheets) -> None:
    wide, tall = hanging(sheets, "swing_a").picture.get_size()
    for _, clip in NEIGHBOURS.values():
        other = hanging(sheets, clip).picture.get_size()
        assert wide >= other[0] + BROADER_PX and tall > other[1], clip


def test_the_neighbours_are_not_alike() -> None:
    assert len({clip for _, clip in NEIGHBOURS.values()}) == len(NEIGHBOURS)


@pytest.mark.parametrize("form", ["stiff", "loose", "proud"])
@pytest.mark.parametrize("blow", ["straight_left", "straight_right", "hook_left", "hook_right"])
def test_his_fist_ends_on_the_flank_of_the_beef(sheets: Sheets, blow: str, form: str) -> None:
    him = sheets.get("meat")
    assert him is not None
    clip = him.clips[f"{blow}.{form}"]
    assert clip.contact is not None
    frame = him.frames[clip.frame_at(clip.contact)]
    _, down = frame.anchors["left_hand" if "left" in blow else "right_hand"]
    fist = np.flatnonzero(solid(frame)[:, down - FIST_PX : down + FIST_PX].any(axis=1)).max() - frame.origin[0]
    beef = frame_of(sheets, "beef", "ripple_a")
    hook_up = round(BEEF_FOOT_METRES * him.pixels_per_metre) + BEEF_LENGTH_PX
    row = beef.origin[1] + hook_up - (frame.origin[1] - down)
    flank = np.flatnonzero(solid(beef)[:, row]).min() - beef.origin[0] + REACH_PX + HALF_BEEF_PX
    assert -MOST_SHORT_PX <= fist - flank <= MOST_INTO_PX


@pytest.mark.parametrize("form", ["stiff", "loose", "proud"])
@pytest.mark.parametrize(("straight", "other"), [("straight_left", "right_hand"), ("straight_right", "left_hand")])
def test_the_other_fist_stays_before_him(sheets: Sheets, straight: str, other: str, form: str) -> None:
    him = sheets.get("meat")
    assert him is not None
    frames = [him.frames[number] for number in him.clips[f"{straight}.{form}"].frames]
    assert min(frame.anchors[other][0] - frame.anchors["head"][0] for frame in frames) >= -MOST_BEHIND_PX


@pytest.mark.parametrize(("foot", "lands"), [("left_foot", 0.5), ("right_foot", 1.5)])
def test_the_porters_foot_stays_where_it_stands(sheets: Sheets, foot: str, lands: float) -> None:
    porter = next(man for man in hall.MEN if man.clip == "carry")
    on_the_ground = []
    for picture in range(1, hall.PICTURES_A_BEAT):
        beat = 2.0 + lands + picture / hall.PICTURES_A_BEAT + 1e-6
        frame = frame_of(sheets, hall.SHEET, "carry", beat)
        on_the_ground.append(hall.walked_to(porter, beat) + frame.anchors[foot][0] - frame.origin[0])
        assert hall.walked_to(porter, beat + 0.15) == hall.walked_to(porter, beat), "he goes on between two pictures"
    assert max(on_the_ground) - min(on_the_ground) <= 1.6, on_the_ground
