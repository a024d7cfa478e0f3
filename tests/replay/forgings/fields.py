"""Forgings of single fields: of each of the header, the conditions and the result, by hand and by a program."""

from game.replay.model import ClockKind
from tests.replay.forgings.source import (
    FALSE,
    TRUE,
    UNFIT,
    UNKNOWN,
    Forging,
    by_hand,
    by_program,
    under_conditions,
)

OTHER_VALUES: dict[str, dict[str, object]] = {
    "header": {
        "engine": "9.9.9",
        "rules_version": 0,
        "player": "auto",
        "pack": "another",
        "chart_hash": "0" * 64,
        "song_hash": "f" * 64,
        "difficulty": "easy",
        "section": "yard",
        "map": "bridge",
        "rate_permille": 1250,
        "window_percent": 200,
        "assists": ["one_hand"],
        "seed": 99,
        "audio_offset_us": 30_000,
        "visual_offset_us": 30_000,
        "restart": 7,
    },
    "conditions": {"clock": "silent", "unfit": "the sound stuttered", "overlay_ever": True, "hints_ever": True},
    "result": {"accuracy_permyriad": 9_999, "rank": "Nobody", "dead_on": 0, "duration_us": 1, "digest": "0" * 32},
}
"""Another value for each field of the header, the conditions and the result."""
BY_HAND = {
    f"{key} changed by hand": Forging(by_hand(part, key, value), FALSE, "its seal does not fit")
    for part, fields in OTHER_VALUES.items()
    for key, value in fields.items()
}
UNKNOWN_HERE = {
    "rules_version": "older rules",
    "chart_hash": "does not have",
    "pack": "of pack another",
    "song_hash": "names song ffffffff",
}
"""Fields of the header by which the chart is looked for."""
COMPUTED = {
    "header": "difficulty is claimed|section is claimed|claims|the digests differ",
    "conditions": "digest is claimed",
    "result": "is claimed",
}
"""What is said of any other field, whoever seals the file: the rules know it, or the digests are of it."""
BY_PROGRAM = {
    f"{key} changed and sealed": Forging(
        by_program(part, key, value),
        UNKNOWN if key in UNKNOWN_HERE else FALSE,
        UNKNOWN_HERE.get(key, COMPUTED[part]),
    )
    for part, fields in OTHER_VALUES.items()
    for key, value in fields.items()
}
SIMULATED = {
    "clock changed, claims simulated again": Forging(
        lambda s: under_conditions(s, clock=ClockKind.SILENT), UNFIT, "without a sound device"
    ),
    "unfit changed, claims simulated again": Forging(
        lambda s: under_conditions(s, unfit="the sound stuttered"), UNFIT, "the sound stuttered"
    ),
    "overlay changed, claims simulated again": Forging(
        lambda s: under_conditions(s, overlay_ever=True), TRUE, "is not proven"
    ),
}
"""Conditions are what the program saw: who plays the inputs again under others has made another honest file."""
