"""A mixer whose memory alone is used, a player on a simulated device, and one on a real sound server, as fixtures."""

import os
from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest

from tests.charts import At, L, R, chart_of
from tests.platform.audio.player_rig import RATE, Rig
from tests.platform.audio.real_rig import RealRig, playing
from tests.platform.audio.sound_server import SoundServer, real_server


@pytest.fixture
def mixer(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A mixer that is never listened to: only its memory is used."""
    monkeypatch.setitem(os.environ, "SDL_AUDIODRIVER", "dummy")
    pygame.mixer.init(RATE, -16, 2, 1024, allowedchanges=0)
    pygame.mixer.set_num_channels(8)
    yield
    pygame.mixer.quit()


@pytest.fixture
def rig(tmp_path: Path) -> Rig:
    return Rig(tmp_path, chart_of("yard", At(4, "lift", L), At(6, "lift", R)))


@pytest.fixture
def sound_server(tmp_path: Path) -> Iterator[SoundServer]:
    with real_server(tmp_path / "server") as server:
        yield server


@pytest.fixture
def real_rig(sound_server: SoundServer, tmp_path: Path) -> Iterator[RealRig]:
    with playing(tmp_path) as rig:
        yield rig
