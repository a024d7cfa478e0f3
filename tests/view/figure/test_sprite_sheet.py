"""Sheets: clips by beats, and one sentence where a sheet is missing or damaged, with a stand-in in its place."""

import json
from pathlib import Path
from typing import Any

import pygame
import pytest

from game.errors import ContentError
from game.view.figure.actor import Actors, Body, Pose
from game.view.figure.sprite_sheet import Sheets, load_sheet, sheet_from

FRAME = {"rect": [0, 0, 4, 8], "origin": [2, 7], "anchors": {"left_hand": [1, 2]}}


def data(**clip: Any) -> dict[str, Any]:
    """Return a sheet of two frames with one clip."""
    strike = {"frames": [0, 1], "beats": ["1/4", "1/8"], "loop": False, "contact": "1/4"} | clip
    second = FRAME | {"rect": [4, 0, 4, 8]}
    return {"format": 1, "sheet": "x", "pixels_per_metre": 50, "frames": [FRAME, second], "clips": {"strike": strike}}


def written(folder: Path, sheet: object) -> Path:
    """Write a sheet and its picture into a folder."""
    (folder / "x.json").write_text(json.dumps(sheet))
    pygame.image.save(pygame.Surface((8, 8)), folder / "x.png")
    return folder


def test_a_clip_shows_its_frames_for_their_beats(tmp_path: Path) -> None:
    clip = load_sheet(written(tmp_path, data()), "x").clips["strike"]
    assert [clip.frame_at(beat) for beat in (-1.0, 0.0, 0.24, 0.25, 9.0)] == [0, 0, 0, 1, 1]
    assert clip.contact == 0.25 and clip.after_contact == pytest.approx(0.125)


def test_a_loop_comes_round(tmp_path: Path) -> None:
    clip = load_sheet(written(tmp_path, data(loop=True)), "x").clips["strike"]
    assert [clip.frame_at(beat) for beat in (0.375, 0.63, -0.1)] == [0, 1, 1]


def test_a_held_movement_goes_on_from_its_hold(tmp_path: Path) -> None:
    clip = load_sheet(written(tmp_path, data(hold_from=1)), "x").clips["strike"]
    assert [clip.frame_at(beat) for beat in (0.1, 0.3, 5.0)] == [0, 1, 1]


def test_a_swinging_thing_shows_the_nearest_angle(tmp_path: Path) -> None:
    clip = load_sheet(written(tmp_path, data(angles=[-10, 10])), "x").clips["strike"]
    assert [clip.frame_of(angle) for angle in (-90, -1, 1, 90)] == [0, 0, 1, 1]


def test_a_form_that_lacks_a_clip_borrows_another(tmp_path: Path) -> None:
    sheet = data()
    sheet["clips"]["run.proud"] = sheet["clips"]["strike"]
    loaded = load_sheet(written(tmp_path, sheet), "x")
    assert loaded.clip("run", "stiff") is loaded.clips["run.proud"]
    assert loaded.clip("strike", "stiff") is loaded.clips["strike"]
    assert loaded.clip("sing", "stiff") is None


@pytest.mark.parametrize(
    "broken",
    [
        data(frames=[0, 7]),
        data(beats=["1/4"]),
        data(beats=["0", "1/4"]),
        data(contact="soon"),
        {"clips": {}},
        [],
        data() | {"frames": [FRAME, FRAME | {"rect": [400, 0, 4, 8]}]},
    ],
)
def test_a_wrong_sheet_is_one_sentence_that_names_it(tmp_path: Path, broken: object) -> None:
    with pytest.raises(ContentError, match=r"x\.json.*rebuild the sheet"):
        load_sheet(written(tmp_path, broken), "x")


def test_a_truncated_sheet_is_one_sentence(tmp_path: Path) -> None:
    (written(tmp_path, data()) / "x.json").write_text('{"frames": [')
    with pytest.raises(ContentError, match=r"x\.json"):
        load_sheet(tmp_path, "x")


def test_a_broken_picture_is_one_sentence(tmp_path: Path) -> None:
    (written(tmp_path, data()) / "x.png").write_bytes(b"not a picture")
    with pytest.raises(ContentError, match=r"x\.png"):
        load_sheet(tmp_path, "x")


def test_without_a_sheet_a_stand_in_is_drawn_and_said_once(tmp_path: Path) -> None:
    sheets = Sheets((tmp_path,))
    actors = Actors(sheets)
    for action in ("run", "idle", "hop", "duck", "jab", "cross", "raise", "lace", "whatever"):
        target = pygame.Surface((100, 120), 0, 32)
        actors.draw(target, Body("nobody"), Pose(action, 0.3), (50, 110))
        assert pygame.transform.average_color(target)[:3] != (0, 0, 0)
    assert len(sheets.problems) == 1 and "nobody.json" in sheets.problems[0]


def test_a_sheet_from_parsed_data_keeps_its_other_facts() -> None:
    sheet = sheet_from("x", data() | {"swivel": [65, 184]}, pygame.Surface((8, 8)))
    assert sheet.facts["swivel"] == [65, 184]
