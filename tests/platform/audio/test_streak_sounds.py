"""What answers a long streak is heard, and all of it exists in the shipped table."""

from game.content.song.sound_reader import load_sounds
from game.platform.audio.run_sounds import RunSounds
from game.sim.streak import MARKS
from game.storage.paths import assets_dir
from tests.charts import chart_of


def test_each_mark_has_a_sound_of_its_own() -> None:
    table = load_sounds(assets_dir() / "sounds" / "sounds.toml")
    sounds = RunSounds(chart_of("yard"), table)
    names = [voice.sound for mark in MARKS for voice in sounds.of_streak(mark)]
    assert len(set(names)) == len(MARKS) and set(names) <= set(table.sounds)
    assert list(sounds.of_streak(26)) == []
