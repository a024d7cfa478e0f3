"""What an exercise says of itself."""

from dataclasses import replace

import pytest

from game.sim.spec import CallKind, CueKind, MinigameSpec
from tests.charts import L

KIND = CueKind("slip_left", (L,), "he slips left")
SPEC = MinigameSpec("market", "Market", (KIND,), (CallKind("call_jab", "a slap"),))


@pytest.mark.parametrize(("label", "title"), [("", "Slip left"), ("Slip", "Slip")])
def test_a_kind_is_called_by_its_label_or_by_its_name_as_words(label: str, title: str) -> None:
    assert replace(KIND, label=label).title == title


def test_kinds_are_found_by_name() -> None:
    assert (SPEC.cue("slip_left"), SPEC.cue("call_jab")) == (KIND, None)
    assert (SPEC.call("call_jab"), SPEC.call("slip_left")) == (SPEC.calls[0], None)
