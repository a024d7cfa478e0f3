"""pygame's mixer is called in one module, which looks whether it is open; elsewhere a lost device would end a run."""

import re
from pathlib import Path

GAME = Path(__file__).resolve().parents[2] / "game"
MAY_CALL = {
    "platform/audio/device/mixer.py",
    "platform/audio/device/device.py",  # starts music and ring buffers on the mixer that it has just opened
    "platform/audio/device/ring_buffer.py",  # made for a mixer just opened
    "platform/audio/device/pcm.py",  # decodes while the mixer is kept open
    "platform/audio/song/onsets.py",  # measures a song outside of the game, on a mixer of its own
    "platform/drivers.py",  # probes for `doctor`
}
TYPE = re.compile(r"pygame\.mixer\.(Sound|Channel)\b(?!\()")


def test_only_the_mixer_calls_the_mixer() -> None:
    calling = {
        str(path.relative_to(GAME).as_posix())
        for path in GAME.rglob("*.py")
        if "pygame.mixer." in TYPE.sub("", path.read_text(encoding="utf-8"))
    }
    assert calling <= MAY_CALL
