"""The rig as a fixture, for tests of the application too."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.states.rig import Rig, make_rig


@pytest.fixture
def rig(tmp_path: Path) -> Iterator[Rig]:
    """Return a game at its title."""
    made = make_rig(tmp_path)
    yield made
    made.app.replays.close()
    made.app.scores.close()
