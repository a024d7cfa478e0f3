"""Charts as data: what is kept of every chart that was played or released, so that its replays can be verified later.

One line of JSON. Cue kinds are named, not copied: their facts belong to the rules, which have a version of their own.
"""

import json
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from game.errors import ReplayError
from game.minigames.manifest import MINIGAMES, cue_kind
from game.replay.fields import FieldReader, parsed
from game.sim.actions import Verb
from game.sim.chart import RULES_VERSION, Call, Chart, Cue, Difficulty, Lace, SectionChart
from game.sim.form import FORM_MAX
from game.timing.tempo import TempoMap, TempoSegment

CHART_FORMAT = 1
"""Version of the format."""
MAX_CHART_BYTES = 2_000_000
"""Largest file accepted."""
MAX_CUES = 20_000
"""Largest number of cues, calls or tempo segments of a section."""
MAX_SECTIONS = 64
"""Largest number of sections."""
BOUND_US = 24 * 3600 * 1_000_000
"""Largest time: a day."""
MAX_CHARACTERS = 200
"""Longest name."""


@dataclass(frozen=True, slots=True)
class Origin:
    """What a chart was played with: the id of the pack and the hash of the song."""

    pack: str
    song_hash: str


def encode_chart(chart: Chart, origin: Origin) -> bytes:
    """Return a chart as a file's bytes; the same chart gives the same bytes."""
    table = {
        "game": "lace-up",
        "chart_format": CHART_FORMAT,
        "pack": origin.pack,
        "song_hash": origin.song_hash,
        "rules_version": RULES_VERSION,
        "difficulty": str(chart.difficulty),
        "lead_in_us": chart.lead_in_us,
        "tempo": [[str(part.start_beat), part.start_us, part.us_per_beat] for part in chart.tempo.segments],
        "sections": [_section_json(section) for section in chart.sections],
    }
    return json.dumps(table, separators=(",", ":"), sort_keys=True).encode("ascii")


def decode_chart(data: bytes, name: str) -> tuple[Chart, Origin]:
    """Read a chart; `name` is the file's, for the sentence. Raises ReplayError where it is none, or of other rules."""
    if len(data) > MAX_CHART_BYTES:
        raise ReplayError(f"{name}: more than {MAX_CHART_BYTES} bytes, too large for a chart")
    reader = FieldReader(name, parsed(data, name))
    if reader.text("game", 20) != "lace-up" or reader.integer("chart_format", 1, 1_000_000) != CHART_FORMAT:
        raise ReplayError(f"{name}: is no chart that this version of the game reads")
    rules_version = reader.integer("rules_version", 0, 1_000_000)
    if rules_version != RULES_VERSION:
        raise ReplayError(f"{name}: a chart for version {rules_version} of the rules, these are {RULES_VERSION}")
    sections = reader.tables("sections", MAX_SECTIONS)
    if not sections:
        raise reader.wrong("sections", "must hold at least one")
    first, read = 0, list[SectionChart]()
    for index, section in enumerate(sections):
        read.append(_section(section, index, first))
        first += len(read[-1].cues)
    chart = Chart(
        tempo=_tempo(reader),
        difficulty=Difficulty(reader.choice("difficulty", tuple(map(str, Difficulty)))),
        sections=tuple(read),
        lead_in_us=reader.integer("lead_in_us", 0, BOUND_US),
    )
    return chart, Origin(reader.text("pack", MAX_CHARACTERS), reader.text("song_hash", 64))


def _section_json(section: SectionChart) -> dict[str, object]:
    lace = section.lace
    return {
        "id": section.id,
        "minigame": section.minigame,
        "beats": [str(section.start_beat), str(section.end_beat)],
        "start_us": section.start_us,
        "end_us": section.end_us,
        "form_ceiling": section.form_ceiling,
        "lace": None if lace is None else [int(lace.verb), lace.from_us, lace.to_us],
        "cues": [
            [
                cue.name,
                str(cue.beat),
                cue.time_us,
                cue.end_us,
                "".join(str(int(verb)) for verb in cue.verbs),
                cue.reps,
                int(cue.either_hand),
                cue.window_us,
            ]
            for cue in section.cues
        ],
        "calls": [
            [call.kind, str(call.beat), call.time_us, call.end_us, None if call.verb is None else int(call.verb)]
            for call in section.calls
        ],
    }


def _tempo(reader: FieldReader) -> TempoMap:
    segments = []
    for beat, start_us, us_per_beat in reader.mixed_rows("tempo", 3, MAX_CUES):
        start = reader.bounded("tempo", start_us, -BOUND_US, BOUND_US)
        segments.append(
            TempoSegment(_beat(reader, "tempo", beat), start, reader.bounded("tempo", us_per_beat, 1, BOUND_US))
        )
    if not segments:
        raise reader.wrong("tempo", "must hold at least one segment")
    return TempoMap(tuple(segments))


def _section(reader: FieldReader, index: int, first: int) -> SectionChart:
    minigame = reader.choice("minigame", tuple(MINIGAMES))
    beats = reader.short_texts("beats", 2, MAX_CHARACTERS)
    start_beat, end_beat = (_beat(reader, "beats", beat) for beat in beats)
    rows = reader.mixed_rows("cues", 8, MAX_CUES)
    return SectionChart(
        index=index,
        id=reader.text("id", MAX_CHARACTERS),
        minigame=minigame,
        start_beat=start_beat,
        end_beat=end_beat,
        start_us=reader.integer("start_us", -BOUND_US, BOUND_US),
        end_us=reader.integer("end_us", -BOUND_US, BOUND_US),
        cues=tuple(_cue(reader, (index, first + place), minigame, row) for place, row in enumerate(rows)),
        calls=tuple(_call(reader, row) for row in reader.mixed_rows("calls", 5, MAX_CUES)),
        lace=_lace(reader),
        form_ceiling=reader.integer("form_ceiling", 0, FORM_MAX),
    )


def _cue(reader: FieldReader, numbers: tuple[int, int], minigame: str, row: list[Any]) -> Cue:
    name, beat, time_us, end_us, verbs, reps, either_hand, window_us = row
    kind = cue_kind(minigame, name) if isinstance(name, str) else None
    if kind is None:
        raise reader.wrong("cues", "name a kind that there is not")
    if not isinstance(verbs, str) or not verbs or not set(verbs) <= set("0123"):
        raise reader.wrong("cues", "must have verbs from 0 to 3")
    section, cue_id = numbers
    return Cue(
        id=cue_id,
        section=section,
        time_us=reader.bounded("cues", time_us, -BOUND_US, BOUND_US),
        end_us=reader.bounded("cues", end_us, -BOUND_US, BOUND_US),
        beat=_beat(reader, "cues", beat),
        kind=kind,
        name=name,
        verbs=tuple(Verb(int(digit)) for digit in verbs),
        reps=reader.bounded("cues", reps, 0, MAX_CUES),
        either_hand=reader.bounded("cues", either_hand, 0, 1) == 1,
        window_us=reader.bounded("cues", window_us, 0, BOUND_US),
    )


def _call(reader: FieldReader, row: list[Any]) -> Call:
    kind, beat, time_us, end_us, verb = row
    if not isinstance(kind, str) or len(kind) > MAX_CHARACTERS:
        raise reader.wrong("calls", "must name their kind")
    return Call(
        kind,
        reader.bounded("calls", time_us, -BOUND_US, BOUND_US),
        reader.bounded("calls", end_us, -BOUND_US, BOUND_US),
        _beat(reader, "calls", beat),
        None if verb is None else Verb(reader.bounded("calls", verb, 0, 3)),
    )


def _lace(reader: FieldReader) -> Lace | None:
    if reader.absent("lace"):
        return None
    verb, from_us, to_us = reader.integers_exactly("lace", 3, BOUND_US)
    return Lace(Verb(reader.bounded("lace", verb, 0, 3)), from_us, to_us)


def _beat(reader: FieldReader, key: str, value: object) -> Fraction:
    if not isinstance(value, str) or len(value) > 40:
        raise reader.wrong(key, "must have beats as fractions in quotes")
    try:
        return Fraction(value)
    except (ValueError, ZeroDivisionError):
        raise reader.wrong(key, "must have beats as fractions in quotes") from None
