"""What a designer may choose in the editor does something in the picture."""

from game.content import schema
from game.content.layers import Blend
from game.minigames.summit.measures import BELL, CHEER
from game.view.canvas.light import Pulse
from game.view.place.spawners import BIRDS, STUFFS
from game.view.stage.shot_plan import FRAME_FADES, LIGHT_FADES


def test_every_spawner_lets_something_come() -> None:
    assert set(schema.SPAWNED.values) == {*STUFFS, *BIRDS}


def test_every_trigger_has_somebody_who_acts_on_it() -> None:
    assert set(schema.TRIGGERED.values) == {*FRAME_FADES, *LIGHT_FADES, BELL, CHEER}


def test_every_pulse_and_every_blend_is_drawn() -> None:
    assert set(schema.PULSE.values) == set(Pulse)
    blend = next(item for item in schema.LAYER_PROPERTIES if item.name == "blend")
    assert blend.choices is not None
    assert set(blend.choices.values) - {"alpha"} <= set(Blend)
