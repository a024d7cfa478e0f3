"""The built sprite sheets keep their contract: every clip is there, time and feet are exact."""

from __future__ import annotations

import json
import struct
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

SPRITES = Path(__file__).parents[2] / "assets" / "sprites"
FORMS = ("stiff", "loose", "proud")
MOST_SIDE = 4096
MOST_BYTES = 12_000_000
MOST_SLIDE = 2.0
PARTS = {"left_hand", "right_hand", "left_foot", "right_foot", "head"}

# name, then "." when the clip comes in the three forms
CLIPS: dict[str, str] = {
    "start": "lace rise",
    "yard": "run. lift_left. lift_right. press. hop. stumble. lift_left_early lift_right_early lift_left_late"
    " lift_right_late press_early press_late hop_early hop_late",
    "market": "run. hop. duck. slip_left. slip_right. catch_left. catch_right. stumble. hop_early hop_late duck_early"
    " duck_late slip_left_early slip_left_late slip_right_early slip_right_late catch_left_early catch_left_late"
    " catch_right_early catch_right_late",
    "bridge": "run. stand step_left step_right step_left_early step_left_late step_left_miss step_right_early"
    " step_right_late step_right_miss join join_early join_late join_miss",
    "river": "sprint. breath. gust. stumble. sprint_early sprint_late breath_early breath_late gust_early gust_late",
    "speed_bag": "idle. strike_left. strike_right. strike_left_early strike_left_late strike_right_early"
    " strike_right_late miss",
    "heavy_bag": "idle. jab. cross. body. uppercut. jab_early jab_late jab_miss cross_early cross_late cross_miss"
    " body_early body_late body_miss uppercut_early uppercut_late uppercut_miss",
    "sit_ups": "hang. up. top. down. twist_left. twist_right. drop miss up_early up_late drop_early twist_left_early"
    " twist_left_late twist_left_miss twist_right_early twist_right_late twist_right_miss",
    "push_ups": "left. right. shake. switch clap miss idle. left_early left_late right_early right_late clap_early"
    " clap_late clap_miss",
    "medicine_ball": "idle. brace. flinch fold brace_late",
    "meat": "idle. straight_left. straight_right. wind_left. wind_right. hook_left. hook_right. hurt"
    " straight_left_early straight_left_late"
    " straight_left_miss straight_right_early straight_right_late straight_right_miss hook_left_early hook_left_late"
    " hook_left_miss hook_right_early hook_right_late hook_right_miss wind_left_early"
    " wind_left_late wind_right_early wind_right_late",
    "steps": "run. step_left. step_right. leap. stumble step_left_early step_left_late step_right_early step_right_late"
    " leap_early leap_late leap_miss",
    "summit": "turn turn_early turn_late turn_miss idle jab_left jab_right jab_left_early jab_left_late jab_left_miss"
    " jab_right_early jab_right_late jab_right_miss raise raise_early raise_late raise_miss held. lower_breath",
    "trainer": "idle stick call_high_left call_high_right call_low call_under nod kneel_count",
    "partner": "ball_chest ball_overhead lift gather throw push freeze kneel_clap",
    "vendor_a": "idle wave throw_orange",
    "vendor_b": "idle wave throw_orange",
    "fire_men": "idle",
    "plant_men": "carry hose list",
    "quay_folk": "person_1 person_2 person_3 person_4 person_5 person_6 person_7",
    "vendor_c": "idle wave throw_orange",
    "vendor_d": "idle wave throw_orange",
    "vendor_e": "idle wave throw_orange",
    "vendor_f": "idle wave throw_orange",
    "vendor_g": "idle wave throw_orange",
    "vendor_h": "idle wave throw_orange",
    "kids": "run_1 run_2 run_3 run_4 run_5 run_6 cheer_1 cheer_2 cheer_3 cheer_4 cheer_5 cheer_6",
    "kids_steps": "run_back_1 run_back_2 run_back_3 run_back_4 run_back_5 run_back_6 cheer_back_1 cheer_back_2"
    " cheer_back_3 cheer_back_4 cheer_back_5 cheer_back_6",
    "kids_summit": "cheer_back_1 cheer_back_2 cheer_back_3 cheer_back_4 cheer_back_5 cheer_back_6",
    "dog": "run sit",
    "gym_men": "shadow_box skip_rope",
    "passing": "walk swing",
    "bag_speed": "swing squash board",
    "bag_heavy": "swing squash_high squash_low",
    "beef": "swing_a swing_b swing_c ripple_a ripple_b ripple_c",
    "ball": "spin squash",
    "orange": "spin",
    "crate": "idle rock",
    "brick": "idle",
}
THINGS = ("bag_speed", "bag_heavy", "beef", "ball", "orange", "crate", "brick", "dog", "passing")
RUNS = ("yard", "market", "bridge", "river")
ONE_BEAT = ("run.", "sprint.", "lift_", "press.", "hop.", "duck.", "slip_", "catch_", "breath.", "gust.", "stumble.")
STRIKES = {
    "speed_bag": "strike_",
    "heavy_bag": "jab. cross. body. uppercut.",
    "meat": "straight_ hook_",
    "steps": "step_ leap.",
}

Data = dict[str, Any]


def data_of(sheet: str) -> Data:
    loaded: Data = json.loads((SPRITES / f"{sheet}.json").read_text())
    return loaded


def png_header(path: Path) -> tuple[int, int, int, int]:
    """Return width, height, bits and color type (3 = indexed) of a PNG."""
    head = path.read_bytes()[16:26]
    width, height, bits, color_type = struct.unpack(">IIBB", head)
    return width, height, bits, color_type


def wanted(sheet: str) -> list[str]:
    names: list[str] = []
    for word in CLIPS[sheet].split():
        names += [word + form for form in FORMS] if word.endswith(".") else [word]
    return names


def length(clip: Data) -> Fraction:
    return sum((Fraction(beat) for beat in clip["beats"]), Fraction(0))


@pytest.mark.parametrize("sheet", CLIPS)
def test_every_clip_of_the_contract_is_built(sheet: str) -> None:
    assert set(wanted(sheet)) <= set(data_of(sheet)["clips"])


@pytest.mark.parametrize("sheet", CLIPS)
def test_the_sheet_is_an_indexed_picture_no_side_of_which_is_too_long(sheet: str) -> None:
    width, height, bits, color_type = png_header(SPRITES / f"{sheet}.png")
    assert color_type == 3 and bits == 8
    assert max(width, height) <= MOST_SIDE


@pytest.mark.parametrize("sheet", CLIPS)
def test_every_frame_lies_on_the_sheet(sheet: str) -> None:
    width, height, _, _ = png_header(SPRITES / f"{sheet}.png")
    for number, frame in enumerate(data_of(sheet)["frames"]):
        x, y, w, h = frame["rect"]
        assert x >= 0 and y >= 0 and w > 0 and h > 0, f"{sheet} frame {number}"
        assert x + w <= width and y + h <= height, f"{sheet} frame {number}"


@pytest.mark.parametrize("sheet", CLIPS)
def test_clips_name_frames_that_exist_and_give_each_a_length(sheet: str) -> None:
    data = data_of(sheet)
    for name, clip in data["clips"].items():
        assert len(clip["frames"]) == len(clip["beats"]) > 0, name
        assert all(0 <= number < len(data["frames"]) for number in clip["frames"]), name
        assert all(Fraction(beat) > 0 for beat in clip["beats"]), name


@pytest.mark.parametrize("sheet", CLIPS)
def test_contacts_fall_inside_their_clip(sheet: str) -> None:
    for name, clip in data_of(sheet)["clips"].items():
        times = [Fraction(contact["beat"]) for contact in clip["contacts"]]
        times += [] if clip["contact"] is None else [Fraction(clip["contact"])]
        assert all(0 <= time < length(clip) for time in times), name


@pytest.mark.parametrize("sheet", [name for name in CLIPS if name not in THINGS])
def test_figures_have_all_their_anchors(sheet: str) -> None:
    for frame in data_of(sheet)["frames"]:
        assert set(frame["anchors"]) >= PARTS


@pytest.mark.parametrize("sheet", RUNS)
def test_running_clips_last_exactly_one_beat(sheet: str) -> None:
    for name, clip in data_of(sheet)["clips"].items():
        if name.startswith(ONE_BEAT) and not (name.endswith(("_early", "_late")) and not clip["loop"]):
            assert length(clip) == 1, name


@pytest.mark.parametrize("sheet", STRIKES)
def test_a_strike_has_anticipation_contact_and_recovery(sheet: str) -> None:
    for name, clip in data_of(sheet)["clips"].items():
        if not name.startswith(tuple(STRIKES[sheet].split())) or name.endswith("_miss"):
            continue
        assert clip["contact"] is not None, name
        starts = [sum((Fraction(b) for b in clip["beats"][:n]), Fraction(0)) for n in range(len(clip["beats"]))]
        assert Fraction(clip["contact"]) in starts, f"{name}: the contact falls between two frames"
        assert 0 < starts.index(Fraction(clip["contact"])) < len(starts) - 2, name


@pytest.mark.parametrize("sheet", RUNS)
def test_a_planted_foot_does_not_slide_on_the_ground(sheet: str) -> None:
    data = data_of(sheet)
    for name, clip in data["clips"].items():
        speed = Fraction(clip.get("ground_speed", data["ground_speed"]))
        tracks: dict[str, list[float]] = {}
        time = Fraction(0)
        for number, beat in zip(clip["frames"], clip["beats"], strict=True):
            frame = data["frames"][number]
            feet = frame.get("planted", [])
            tracks = {part: track for part, track in tracks.items() if part in feet}
            for part in feet:
                x = frame["anchors"][part][0] - frame["origin"][0] + float(speed * time)
                tracks.setdefault(part, []).append(x)
                assert max(tracks[part]) - min(tracks[part]) <= MOST_SLIDE, f"{sheet} {name}: {part} slides"
            time += Fraction(beat)


def test_a_push_up_track_has_thirteen_positions_or_more() -> None:
    clips = data_of("push_ups")["clips"]
    for form in FORMS:
        assert len(clips[f"left.{form}"]["frames"]) >= 13
        assert len(clips[f"right.{form}"]["frames"]) >= 13


@pytest.mark.parametrize(
    ("sheet", "clip"), [("bag_speed", "swing"), ("bag_heavy", "swing"), ("passing", "swing"), ("beef", "swing_a")]
)
def test_a_swing_has_one_frame_an_angle(sheet: str, clip: str) -> None:
    swing = data_of(sheet)["clips"][clip]
    assert len(swing["angles"]) == len(swing["frames"])
    assert swing["angles"] == sorted(swing["angles"])
    assert swing["angles"][0] == -swing["angles"][-1]


def test_all_sheets_together_stay_small() -> None:
    assert sum(path.stat().st_size for path in SPRITES.glob("*.png")) < MOST_BYTES
