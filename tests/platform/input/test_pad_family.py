"""A controller's buttons are called what stands on them."""

import pytest

from game.platform.input.pad_family import PadFamily, family_of, label_of


@pytest.mark.parametrize(
    ("name", "family"),
    [
        ("Xbox 360 Controller", PadFamily.XBOX),
        ("Generic USB Joystick", PadFamily.XBOX),
        ("", PadFamily.XBOX),
        ("Sony Interactive Entertainment DualSense Wireless Controller", PadFamily.PLAYSTATION),
        ("PS4 Controller", PadFamily.PLAYSTATION),
        ("Nintendo Switch Pro Controller", PadFamily.NINTENDO),
        ("Joy-Con (L)", PadFamily.NINTENDO),
    ],
)
def test_the_family_is_found_by_the_name(name: str, family: PadFamily) -> None:
    assert family_of(name) is family


@pytest.mark.parametrize(
    ("button", "labels"),
    [
        ("A", ("A", "Cross", "A")),
        ("LEFTSHOULDER", ("LB", "L1", "L")),
        ("START", ("Menu", "Options", "+")),
        ("DPAD_LEFT", ("D-pad left", "D-pad left", "D-pad left")),
    ],
)
def test_each_family_has_its_marks(button: str, labels: tuple[str, str, str]) -> None:
    assert tuple(label_of(button, family) for family in PadFamily) == labels
