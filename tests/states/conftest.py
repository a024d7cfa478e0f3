"""The rig as a fixture."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.states.rig import Rig, make_rig


@pytest.fixture
def rig(tmp_path: Path) -> Iterator[Rig]:
    """Return a game at its title."""
    made = make_rig(tmp_path)
    yield made
    made.app.writer.close()
    made.app.replays.close()
    made.app.scores.close()
