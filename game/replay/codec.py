"""Encodes and decodes replays: gzip-compressed JSON.

A replay from anywhere is data: bounded in size, checked field by field, never executed. The same replay gives the
same bytes.

    {"game": "lace-up", "format": 1, "engine": "0.1.0", "rules_version": 1,
     "chart_hash": 64 hex digits, "song_hash": 64 hex digits, "difficulty": "normal", "section": null,
     "rate_permille": 1000, "window_percent": 100, "assists": [], "seed": 0,
     "windows_us": [dead-on, perfect, great, good, sloppy],            for information
     "audio_offset_us": 0, "visual_offset_us": 0,                      for information
     "pauses": [[song_us, wall_us], ...],
     "events": [[song_us, wall_us, action 0 to 3, down 0 or 1], ...],  in order of song time
     "points": [points of each judgement, ...],
     "section_digests": [32 hex digits, ...],
     "result": {"score", "accuracy_permyriad", "rank", "dead_on", "duration_us", "digest"}}
"""

import json
import zlib
from typing import Any

from game.errors import ReplayError
from game.replay.fields import FieldReader
from game.replay.model import REPLAY_FORMAT, Pause, RecordedInput, Replay, ReplayHeader, Result
from game.sim.actions import Verb
from game.sim.judge import (
    DEAD_ON_WINDOW_US,
    GOOD_WINDOW_US,
    GREAT_WINDOW_US,
    PERFECT_WINDOW_US,
    SLOPPY_WINDOW_US,
)
from game.sim.options import RATES_PERMILLE, WINDOW_PERCENTS, Assist, RunOptions

MAX_FILE_BYTES = 1_000_000
"""Largest file accepted."""
MAX_TEXT_BYTES = 8_000_000
"""Largest size after decompression."""
MAX_EVENTS = 100_000
"""Largest number of inputs, pauses or judgements."""
MAX_SECTION_CHARACTERS = 200
"""Longest section id accepted: a map may name its section at will."""
TIME_BOUND_US = 24 * 3600 * 1_000_000
"""Largest time accepted: a day."""
_GZIP = 16 + zlib.MAX_WBITS
"""Window bits that make zlib read a gzip header."""


def encode(replay: Replay) -> bytes:
    """Return the replay as a gzip file's bytes, without a time stamp."""
    text = json.dumps(_as_json(replay), separators=(",", ":"), sort_keys=True)
    packer = zlib.compressobj(level=9, wbits=_GZIP)
    return packer.compress(text.encode()) + packer.flush()


def decode(data: bytes, name: str) -> Replay:
    """Read a replay's bytes; `name` is the file's, for the sentence. Raises ReplayError on anything that is not one."""
    reader = FieldReader(name, _unpacked(data, name))
    if reader.text("game", 20) != "lace-up":
        raise ReplayError(f'{name}: "game" is not "lace-up": this is no replay of this game')
    version = reader.integer("format", 1, 1_000_000)
    if version > REPLAY_FORMAT:
        raise ReplayError(f"{name}: written by a newer version of the game (format {version}): update to read it")
    return Replay(
        header=_header(reader),
        inputs=_inputs(reader, name),
        pauses=tuple(
            Pause(song_us, wall_us) for song_us, wall_us in reader.rows("pauses", 2, TIME_BOUND_US, MAX_EVENTS)
        ),
        points=tuple(reader.integers("points", 0, 1000, MAX_EVENTS)),
        section_digests=tuple(reader.texts("section_digests", 32, 64)),
        result=_result(reader.table("result")),
    )


def _unpacked(data: bytes, name: str) -> dict[str, Any]:
    if len(data) > MAX_FILE_BYTES:
        raise ReplayError(f"{name}: {len(data)} bytes is too large for a replay (at most {MAX_FILE_BYTES})")
    unpacker = zlib.decompressobj(wbits=_GZIP)
    try:
        text = unpacker.decompress(data, MAX_TEXT_BYTES)
    except zlib.error:
        raise ReplayError(f"{name}: not a compressed replay, or damaged: fetch or record it again") from None
    if unpacker.unconsumed_tail:
        raise ReplayError(f"{name}: unpacks to more than {MAX_TEXT_BYTES} bytes: refused")
    if not unpacker.eof:
        raise ReplayError(f"{name}: cut short: fetch or record it again")
    try:
        table = json.loads(text)
    except (ValueError, RecursionError):
        raise ReplayError(f"{name}: its text is not JSON: fetch or record it again") from None
    if not isinstance(table, dict):
        raise ReplayError(f"{name}: its text is not a JSON object: this is no replay")
    return table


def _header(reader: FieldReader) -> ReplayHeader:
    section = None if reader.absent("section") else reader.text("section", MAX_SECTION_CHARACTERS)
    return ReplayHeader(
        engine=reader.text("engine", 40),
        rules_version=reader.integer("rules_version", 0, 1_000_000),
        chart_hash=reader.text("chart_hash", 64),
        song_hash=reader.text("song_hash", 64),
        difficulty=reader.choice("difficulty", ("easy", "normal", "hard")),
        section=section,
        options=RunOptions(
            rate_permille=reader.choice("rate_permille", RATES_PERMILLE),
            window_percent=reader.choice("window_percent", WINDOW_PERCENTS),
            assists=frozenset(Assist(name) for name in reader.choices("assists", tuple(Assist))),
            seed=reader.integer("seed", 0, (1 << 64) - 1),
        ),
        audio_offset_us=reader.integer("audio_offset_us", -TIME_BOUND_US, TIME_BOUND_US),
        visual_offset_us=reader.integer("visual_offset_us", -TIME_BOUND_US, TIME_BOUND_US),
    )


def _inputs(reader: FieldReader, name: str) -> tuple[RecordedInput, ...]:
    inputs: list[RecordedInput] = []
    for place, (song_us, wall_us, action, down) in enumerate(reader.rows("events", 4, TIME_BOUND_US, MAX_EVENTS)):
        if action not in range(4) or down not in (0, 1):
            raise ReplayError(f"{name}: event {place}: no such action: {[song_us, wall_us, action, down]}")
        if inputs and song_us < inputs[-1].song_us:
            raise ReplayError(f"{name}: event {place}: song time runs backwards")
        inputs.append(RecordedInput(song_us, wall_us, Verb(action), bool(down)))
    return tuple(inputs)


def _result(reader: FieldReader) -> Result:
    return Result(
        score=reader.integer("score", 0, 1_000_000),
        accuracy_permyriad=reader.integer("accuracy_permyriad", 0, 10_000),
        rank=reader.text("rank", 40),
        dead_on=reader.integer("dead_on", 0, MAX_EVENTS),
        duration_us=reader.integer("duration_us", 0, TIME_BOUND_US),
        digest=reader.text("digest", 64),
    )


def _as_json(replay: Replay) -> dict[str, object]:
    header, result = replay.header, replay.result
    return {
        "game": "lace-up",
        "format": REPLAY_FORMAT,
        "engine": header.engine,
        "rules_version": header.rules_version,
        "chart_hash": header.chart_hash,
        "song_hash": header.song_hash,
        "difficulty": header.difficulty,
        "section": header.section,
        "rate_permille": header.options.rate_permille,
        "window_percent": header.options.window_percent,
        "assists": sorted(header.options.assists),
        "seed": header.options.seed,
        "windows_us": [DEAD_ON_WINDOW_US, PERFECT_WINDOW_US, GREAT_WINDOW_US, GOOD_WINDOW_US, SLOPPY_WINDOW_US],
        "audio_offset_us": header.audio_offset_us,
        "visual_offset_us": header.visual_offset_us,
        "pauses": [[pause.song_us, pause.wall_us] for pause in replay.pauses],
        "events": [[row.song_us, row.wall_us, int(row.verb), int(row.down)] for row in replay.inputs],
        "points": list(replay.points),
        "section_digests": list(replay.section_digests),
        "result": {
            "score": result.score,
            "accuracy_permyriad": result.accuracy_permyriad,
            "rank": result.rank,
            "dead_on": result.dead_on,
            "duration_us": result.duration_us,
            "digest": result.digest,
        },
    }
