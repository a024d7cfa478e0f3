"""Encodes and decodes replays: one line of JSON, in the one way that `encode` writes it.

A replay from anywhere is data: bounded in size, checked field by field, never executed. A file is refused unless
encoding what was read gives the same bytes, so that a run has one file and one identity. It is not compressed: two
versions of zlib pack the same text differently, and the file of one computer would be refused on another.

    {"game": "lace-up", "format": 2,
     "header": {"engine": "0.1.0", "rules_version": 3, "player": "person", "mode": "montage", "pack": "montage",
                "chart_hash": 64 hex digits, "song_hash": 64 hex digits, "difficulty": "normal", "section": null,
                "map": null, "rate_permille": 1000, "window_percent": 100, "assists": [], "seed": 0,
                "audio_offset_us": 0, "visual_offset_us": 0, "restart": 0},   Road work of a day: and "start_pace"
     "conditions": {"clock": "device", "unfit": null, "overlay_ever": false, "hints_ever": false,
                    "laces": [section, ...]},
     "events": [[song_us, wall_us, action 0 to 3, down 0 or 1], ...],   in order of song time
     "pauses": [[song_us, wall_us, lasted_us], ...],
     "witnesses": [[song_us, wall_us, utc_us, device_us or null], ...], one at every barline
     "reanchors": [[song_us, wall_us, "drift", "snap" or "device"], ...],
     "paces": [],                                                       Road work has one for each bar
     "points": [points of each judgement, ...],
     "section_digests": [32 hex digits, ...],                           of the header and all events so far
     "result": {"score", "accuracy_permyriad", "rank", "dead_on", "duration_us",
                "digest": of the header, all events and the conditions},
     "seal": sha256 of all the rest}

The seal finds what was changed by hand or by accident. It proves nothing against a program that makes a new one: that
is what digests and witnesses are for.
"""

import hashlib

from game.errors import ReplayError, UnknownFormat
from game.replay.claims import canonical, conditions_json, header_json
from game.replay.fields import FieldReader, parsed
from game.replay.model import (
    REPLAY_FORMAT,
    ClockKind,
    Conditions,
    Pause,
    Player,
    Reanchor,
    Reason,
    RecordedInput,
    Replay,
    ReplayHeader,
    Result,
    Trace,
    Witness,
)
from game.replay.older import refuse_packed
from game.sim.actions import Verb
from game.sim.chart import Difficulty
from game.sim.options import (
    LEAST_PACE,
    MOST_PACE,
    RATES_PERMILLE,
    START_PACE,
    WINDOW_PERCENTS,
    Assist,
    RunMode,
    RunOptions,
)
from game.timing.units import Micros

MAX_FILE_BYTES = 1_000_000
"""Largest file accepted."""
MAX_EVENTS = 20_000
"""Largest number of inputs or judgements."""
MAX_ROWS = 4_000
"""Largest number of pauses, witnesses, re-anchors or paces."""
MAX_SECTIONS = 64
"""Largest number of sections."""
MAX_NAME_CHARACTERS = 200
"""Longest section id, map or pack name, or reason accepted: a map may name its section at will."""
SONG_BOUND_US = 24 * 3600 * 1_000_000
"""Largest song time accepted: a day."""
WALL_BOUND_US = 1 << 53
"""Largest wall time, position or length of a pause accepted: 285 years."""
LAST_UTC_US = 253_402_300_799_000_000
"""The last second of the year 9999, in microseconds since 1970."""
TABLES = (
    "game",
    "format",
    "header",
    "conditions",
    "events",
    "pauses",
    "witnesses",
    "reanchors",
    "paces",
    "points",
    "section_digests",
    "result",
    "seal",
)
"""Keys of a replay."""


def encode(replay: Replay) -> bytes:
    """Return the replay as a file's bytes. The same replay always gives the same bytes."""
    return sealed(_as_json(replay))


def sealed(table: dict[str, object]) -> bytes:
    """Return a file's bytes from its JSON object, sealed anew."""
    rest = {key: value for key, value in table.items() if key != "seal"}
    return _text({**rest, "seal": _seal(rest)})


def identity_of(data: bytes) -> str:
    """Return the identity of a replay file: the sha256 of its bytes, as 64 hex digits."""
    return hashlib.sha256(data).hexdigest()


def decode(data: bytes, name: str) -> Replay:
    """Read a replay's bytes; `name` is the file's, for the sentence.

    Raises ReplayError on anything that is not one, UnknownFormat on one of another format.
    """
    if len(data) > MAX_FILE_BYTES:
        raise ReplayError(f"{name}: more than {MAX_FILE_BYTES} bytes, too large for a replay")
    refuse_packed(data, name)
    table = parsed(data, name)
    reader = FieldReader(name, table)
    if reader.text("game", 20) != "lace-up":
        raise ReplayError(f'{name}: "game" is not "lace-up": this is no replay of this game')
    version = reader.integer("format", 1, 1_000_000)
    if version > REPLAY_FORMAT:
        raise UnknownFormat(f"{name}: written by a newer version of the game (format {version}): update to read it")
    if version < REPLAY_FORMAT:
        raise ReplayError(f"{name}: format {version} was never written as plain text: this is no replay of the game")
    reader.only(TABLES)
    replay = _replay(reader)
    again, seal = _as_json(replay), reader.text("seal", 64)
    if _text({**again, "seal": seal}) != data:
        raise ReplayError(f"{name}: written otherwise than the game writes it: a copy must be the same to the byte")
    if _seal(again) != seal:
        raise ReplayError(f"{name}: changed after it was recorded: its seal does not fit what it says")
    return replay


def _replay(reader: FieldReader) -> Replay:
    return Replay(
        header=_header(reader.table("header")),
        conditions=_conditions(reader.table("conditions")),
        trace=Trace(
            inputs=_inputs(reader),
            pauses=tuple(
                Pause(*row) for row in reader.rows("pauses", (SONG_BOUND_US, WALL_BOUND_US, WALL_BOUND_US), MAX_ROWS)
            ),
            witnesses=_witnesses(reader),
            reanchors=_reanchors(reader),
            paces=tuple(reader.integers("paces", 1, 1_000_000, MAX_ROWS)),
        ),
        points=tuple(reader.integers("points", 0, 1000, MAX_EVENTS)),
        section_digests=tuple(reader.texts("section_digests", 32, MAX_SECTIONS)),
        result=_result(reader.table("result")),
    )


def _header(reader: FieldReader) -> ReplayHeader:
    return ReplayHeader(
        engine=reader.text("engine", 40),
        rules_version=reader.integer("rules_version", 0, 1_000_000),
        player=Player(reader.choice("player", tuple(map(str, Player)))),
        pack=reader.text("pack", MAX_NAME_CHARACTERS),
        chart_hash=reader.text("chart_hash", 64),
        song_hash=reader.text("song_hash", 64),
        difficulty=reader.choice("difficulty", tuple(map(str, Difficulty))),
        section=reader.text_or_none("section", MAX_NAME_CHARACTERS),
        map=reader.text_or_none("map", MAX_NAME_CHARACTERS),
        options=RunOptions(
            rate_permille=reader.choice("rate_permille", RATES_PERMILLE),
            window_percent=reader.choice("window_percent", WINDOW_PERCENTS),
            assists=frozenset(Assist(name) for name in reader.choices("assists", tuple(Assist))),
            seed=reader.integer("seed", 0, (1 << 64) - 1),
            mode=RunMode(reader.choice("mode", tuple(map(str, RunMode)))),
            start_pace=START_PACE
            if reader.absent("start_pace")
            else reader.integer("start_pace", LEAST_PACE, MOST_PACE),
        ),
        audio_offset_us=reader.integer("audio_offset_us", -SONG_BOUND_US, SONG_BOUND_US),
        visual_offset_us=reader.integer("visual_offset_us", -SONG_BOUND_US, SONG_BOUND_US),
        restart=reader.integer("restart", 0, 1_000_000),
    )


def _conditions(reader: FieldReader) -> Conditions:
    return Conditions(
        clock=ClockKind(reader.choice("clock", tuple(map(str, ClockKind)))),
        unfit=reader.text_or_none("unfit", MAX_NAME_CHARACTERS),
        overlay_ever=reader.flag("overlay_ever"),
        hints_ever=reader.flag("hints_ever"),
        laces=tuple(reader.integers("laces", 0, MAX_SECTIONS, MAX_SECTIONS)),
    )


def _inputs(reader: FieldReader) -> tuple[RecordedInput, ...]:
    inputs: list[RecordedInput] = []
    latest_us: Micros = -SONG_BOUND_US
    verbs = tuple(Verb)
    for song_us, wall_us, action, down in reader.rows("events", (SONG_BOUND_US, WALL_BOUND_US, 3, 1), MAX_EVENTS):
        if action < 0 or down < 0:
            raise reader.wrong("events", f"have no such action as {[action, down]}")
        if song_us < latest_us:
            raise reader.wrong("events", f"run backwards at event {len(inputs)}")
        latest_us = song_us
        inputs.append(RecordedInput(song_us, wall_us, verbs[action], down == 1))
    return tuple(inputs)


def _witnesses(reader: FieldReader) -> tuple[Witness, ...]:
    witnesses = []
    rows = reader.rows_with("witnesses", (SONG_BOUND_US, WALL_BOUND_US, LAST_UTC_US), MAX_ROWS)
    for song_us, wall_us, utc_us, device in rows:
        device_us = None if device is None else reader.bounded("witnesses", device, -WALL_BOUND_US, WALL_BOUND_US)
        witnesses.append(Witness(song_us, wall_us, utc_us, device_us))
    return tuple(witnesses)


def _reanchors(reader: FieldReader) -> tuple[Reanchor, ...]:
    reasons = {str(reason): reason for reason in Reason}
    reanchors = []
    for song_us, wall_us, reason in reader.rows_with("reanchors", (SONG_BOUND_US, WALL_BOUND_US), MAX_ROWS):
        if not isinstance(reason, str) or reason not in reasons:
            raise reader.wrong("reanchors", f"must have one of {', '.join(reasons)} as their reason")
        reanchors.append(Reanchor(song_us, wall_us, reasons[reason]))
    return tuple(reanchors)


def _result(reader: FieldReader) -> Result:
    return Result(
        score=reader.integer("score", 0, 1_000_000),
        accuracy_permyriad=reader.integer("accuracy_permyriad", 0, 10_000),
        rank=reader.text("rank", 40),
        dead_on=reader.integer("dead_on", 0, MAX_EVENTS),
        duration_us=reader.integer("duration_us", 0, SONG_BOUND_US),
        digest=reader.text("digest", 64),
    )


def _text(table: dict[str, object]) -> bytes:
    return canonical(table).encode("ascii")


def _seal(table: dict[str, object]) -> str:
    return hashlib.sha256(_text(table)).hexdigest()


def _as_json(replay: Replay) -> dict[str, object]:
    trace = replay.trace
    return {
        "game": "lace-up",
        "format": REPLAY_FORMAT,
        "header": header_json(replay.header),
        "conditions": conditions_json(replay.conditions),
        "events": [[row.song_us, row.wall_us, int(row.verb), int(row.down)] for row in trace.inputs],
        "pauses": [[pause.song_us, pause.wall_us, pause.lasted_us] for pause in trace.pauses],
        "witnesses": [[row.song_us, row.wall_us, row.utc_us, row.device_us] for row in trace.witnesses],
        "reanchors": [[row.song_us, row.wall_us, str(row.reason)] for row in trace.reanchors],
        "paces": list(trace.paces),
        "points": list(replay.points),
        "section_digests": list(replay.section_digests),
        "result": {
            "score": replay.result.score,
            "accuracy_permyriad": replay.result.accuracy_permyriad,
            "rank": replay.result.rank,
            "dead_on": replay.result.dead_on,
            "duration_us": replay.result.duration_us,
            "digest": replay.result.digest,
        },
    }
