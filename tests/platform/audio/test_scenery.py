"""Passing scenery is heard where a run comes by; nobody cheers a run that hits nothing."""

from game.content.song.sound_reader import load_sounds
from game.platform.audio.run_sounds import RunSounds
from game.sim.events import BandChanged, Event
from game.storage.paths import assets_dir
from tests.charts import chart_of

PEOPLE = {"cheer", "claps_far"}


def heard(exercise: str, events: list[Event]) -> list[str]:
    """Return the names of the scenery that is heard in a run of these events."""
    table = load_sounds(assets_dir() / "sounds" / "sounds.toml")
    return [passing.voice.sound for passing in RunSounds(chart_of(exercise), table).scenery_heard(events)]


def test_people_cheer_a_run_that_begins_and_one_that_goes_well() -> None:
    assert heard("summit", []) == ["cheer"]
    assert set(heard("market", [BandChanged(0, 2)])) == PEOPLE


def test_nobody_cheers_a_run_that_hits_nothing() -> None:
    for exercise in ("market", "steps", "summit"):
        assert heard(exercise, [BandChanged(0, 0)]) == []


def test_what_is_no_person_is_heard_all_the_same() -> None:
    assert heard("yard", [BandChanged(0, 0)]) == ["elevated_train"]
    assert heard("river", [BandChanged(0, 0)]) == ["ships_bell"]
