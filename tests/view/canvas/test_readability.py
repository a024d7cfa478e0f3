import numpy as np
import pytest

from game.view.canvas.readability import contrast_of, lightness_of


def a_picture(ground: int) -> "np.ndarray[tuple[int, ...], np.dtype[np.uint8]]":
    return np.full((60, 60, 3), ground, np.uint8)


def with_a_figure(ground: int, figure: int) -> "np.ndarray[tuple[int, ...], np.dtype[np.uint8]]":
    picture = a_picture(ground)
    picture[20:30, 20:40] = figure
    return picture


def test_white_is_as_light_as_can_be_and_black_not_at_all() -> None:
    assert lightness_of(np.array([255, 255, 255], np.uint8)) == pytest.approx(1.0, abs=1e-3)
    assert lightness_of(np.array([0, 0, 0], np.uint8)) == pytest.approx(0.0, abs=1e-6)


def test_a_dark_figure_on_a_plain_bright_ground_passes() -> None:
    contrast = contrast_of(with_a_figure(200, 40), a_picture(200))

    assert contrast is not None and contrast.passes
    assert contrast.difference < -0.4 and contrast.spread == pytest.approx(0.0, abs=1e-6)


def test_a_figure_near_its_ground_does_not_pass() -> None:
    contrast = contrast_of(with_a_figure(120, 90), a_picture(120))

    assert contrast is not None and not contrast.passes


def test_a_figure_on_a_busy_ground_does_not_pass() -> None:
    shown, hidden = with_a_figure(200, 20), a_picture(200)
    for picture in (shown, hidden):
        picture[:20, :, :] = 90
        picture[30:, ::2, :] = 90

    contrast = contrast_of(shown, hidden)

    assert contrast is not None and contrast.spread > 0.12 and not contrast.passes


def test_only_what_lies_within_seven_pixels_is_his_ground() -> None:
    shown, hidden = with_a_figure(200, 40), a_picture(200)
    for picture in (shown, hidden):
        picture[:12] = 0
        picture[38:] = 0

    contrast = contrast_of(shown, hidden)

    assert contrast is not None and contrast.spread == pytest.approx(0.0, abs=1e-6)


def test_where_he_is_not_seen_there_is_nothing_to_measure() -> None:
    assert contrast_of(a_picture(90), a_picture(90)) is None
