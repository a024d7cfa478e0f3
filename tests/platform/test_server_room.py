"""The room that a sound server is asked for, and how much later one hears through it."""

from game.platform.server_room import BUFFER_FRAMES, FRAMES_PER_MS, VARIABLE, ask_for_room, delay_frames


def test_a_server_is_asked_for_room_for_two_buffers() -> None:
    environment: dict[str, str] = {}
    ask_for_room(environment)
    assert 0 <= int(environment[VARIABLE]) - 2 * BUFFER_FRAMES / FRAMES_PER_MS < 1


def test_a_player_who_asks_for_another_room_is_obeyed() -> None:
    environment = {VARIABLE: "90"}
    ask_for_room(environment)
    assert environment[VARIABLE] == "90"


def test_behind_a_server_it_is_heard_half_its_room_later() -> None:
    later = delay_frames("pulseaudio", {VARIABLE: "40"}) - delay_frames("alsa", {VARIABLE: "40"})
    assert later == 20 * FRAMES_PER_MS


def test_a_room_that_is_no_number_counts_for_nothing() -> None:
    assert delay_frames("pulseaudio", {VARIABLE: "much"}) == delay_frames("pulseaudio", {}) == BUFFER_FRAMES
