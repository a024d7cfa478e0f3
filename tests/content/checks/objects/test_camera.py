from pathlib import Path

from game.content.checks.objects import camera
from tests.content.tiny import Tiny, whats


def test_a_picture_beyond_the_map_is_found(tmp_path: Path) -> None:
    tiny = Tiny("meat").raw("camera", 'type="CameraKey" x="100" y="192"', "<point/>", beat=0.0)
    assert whats(tiny.found(tmp_path, camera.find)) == ["the picture would leave the map at its side"]


def test_where_he_runs_a_key_may_stand_anywhere(tmp_path: Path) -> None:
    tiny = Tiny().raw("camera", 'type="CameraKey" x="100" y="20"', "<point/>", beat=0.0)
    assert tiny.found(tmp_path, camera.find) == []


def test_two_keys_of_one_beat_are_found(tmp_path: Path) -> None:
    tiny = Tiny().add("camera", "CameraKey", 4, 192).add("camera", "CameraKey", 4, 240)
    assert whats(tiny.found(tmp_path, camera.find)) == ["object 101 is a key of the same beat"]


def test_a_key_after_the_last_beat_is_found(tmp_path: Path) -> None:
    tiny = Tiny(bars=4).raw("camera", 'type="CameraKey" x="400" y="192"', "<point/>", beat=16.5)
    assert whats(tiny.found(tmp_path, camera.find)) == ["its beat is 16.5, the map has 16"]


def test_a_standing_fighter_whom_the_last_key_does_not_show_is_found(tmp_path: Path) -> None:
    def framed(x: int) -> list[str]:
        tiny = Tiny("meat").add("stations", "Station", 4, 321, section="meat")
        tiny = tiny.raw("camera", 'type="CameraKey" x="390" y="192"', "<point/>", beat=0.0)
        tiny = tiny.raw("camera", f'type="CameraKey" x="{x}" y="192"', "<point/>", beat=8.0)
        return whats(tiny.found(tmp_path, camera.find))

    assert framed(640) == []
    assert framed(660) == ["frames x 660, and he stands at x 384, outside of the picture"]
