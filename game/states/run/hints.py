"""The keys beside the fighter: what stands on them, on the device that was used last."""

from collections.abc import Mapping

from game.platform.input import keyboard
from game.platform.input.input_events import InputDevice
from game.platform.input.pad_family import label_of
from game.sim.actions import VERB_NAMES
from game.sim.options import RunOptions
from game.states.context import AppContext
from game.storage.settings import ALWAYS, NEVER
from game.view.hints.draw_hints import HintOptions
from game.view.hints.key_face import KeyFace, button_face_of, face_of

UNBOUND = KeyFace("?")
"""Face of a verb without a key."""


def hint_options(app: AppContext, known: Mapping[str, int], options: RunOptions) -> HintOptions | None:
    """Return the hints that the settings and a run's options ask for, with the keys of the device used last."""
    wanted = app.settings.picture.hints
    if wanted == NEVER:
        return None
    faces = {verb: _face(app, name) for name, verb in VERB_NAMES.items()}
    return HintOptions(faces, app.chalk, None if wanted == ALWAYS else known, options.assists_in_force)


def _face(app: AppContext, name: str) -> KeyFace:
    """Return the face of a verb's first key or button."""
    pad = app.device is InputDevice.PAD
    for key in getattr(app.settings.pad if pad else app.settings.keys, name):
        if pad:
            return button_face_of(key, label_of(key, app.pad_family))
        return face_of(key, keyboard.label_of(key, app.key_labels))
    return UNBOUND
