"""What stands on a controller's buttons, by its maker: found from the name that the driver gives it."""

from enum import Enum


class PadFamily(Enum):
    """Makers whose buttons are marked differently."""

    XBOX = "xbox"
    PLAYSTATION = "playstation"
    NINTENDO = "nintendo"


NAMES = {
    PadFamily.PLAYSTATION: ("playstation", "dualshock", "dualsense", "sony", "ps3", "ps4", "ps5"),
    PadFamily.NINTENDO: ("nintendo", "switch", "joy-con", "joycon"),
}
"""Parts of a name, in small letters, that tell a family; any other controller is marked like an Xbox's."""
LABELS = {
    PadFamily.XBOX: {
        "LEFTSHOULDER": "LB", "RIGHTSHOULDER": "RB", "TRIGGERLEFT": "LT", "TRIGGERRIGHT": "RT",
        "BACK": "View", "START": "Menu",
    },
    PadFamily.PLAYSTATION: {
        "A": "Cross", "B": "Circle", "X": "Square", "Y": "Triangle",
        "LEFTSHOULDER": "L1", "RIGHTSHOULDER": "R1", "TRIGGERLEFT": "L2", "TRIGGERRIGHT": "R2",
        "BACK": "Share", "START": "Options",
    },
    PadFamily.NINTENDO: {
        "LEFTSHOULDER": "L", "RIGHTSHOULDER": "R", "TRIGGERLEFT": "ZL", "TRIGGERRIGHT": "ZR",
        "BACK": "-", "START": "+",
    },
}  # fmt: skip
"""What stands on the buttons of each family, by our names; a Nintendo's letters are as SDL reports them, by label."""


def family_of(name: str) -> PadFamily:
    """Return the family of a controller by its name."""
    small = name.lower()
    return next((family for family, parts in NAMES.items() if any(part in small for part in parts)), PadFamily.XBOX)


def label_of(button: str, family: PadFamily = PadFamily.XBOX) -> str:
    """Return what a menu writes for a button."""
    words = button if len(button) == 1 else button.replace("_", " ").capitalize().replace("Dpad", "D-pad")
    return LABELS[family].get(button, words)
