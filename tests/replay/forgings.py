"""Makes a forged replay of each kind that was thought of from an honest one: `python -m tests.replay.forgings DIR`.

Each says which verdict it must get. What is changed by hand keeps the old seal; what a program changed is sealed anew,
and its claims are simulated anew where they depend on what was changed.
"""

import gzip
import json
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from game.app.content import load_content
from game.minigames.manifest import MINIGAMES
from game.replay.codec import encode, sealed
from game.replay.model import Pause, Player, RecordedInput, Replay, ReplayHeader, Trace, Witness
from game.replay.recorder import laces_of, result_of
from game.replay.verify import Verdict
from game.sim.chart import Chart, Difficulty
from game.sim.events import Judged
from game.sim.options import RunOptions
from game.sim.simulate import perfect_inputs, simulate
from game.timing.units import US_PER_SECOND, Micros, ms
from tests.replay.live import Clocks, play_live
from tests.replay.recording import header_of, person_inputs

HOUR_US = 3_600 * US_PER_SECOND
TRUE, FALSE, UNKNOWN, UNFIT = Verdict.TRUE, Verdict.FALSE, Verdict.UNKNOWN, Verdict.UNFIT


@dataclass(frozen=True)
class Source:
    """What a forger has: the chart, a header, an honest run, and an honest run of another day."""

    chart: Chart
    header: ReplayHeader
    honest: Replay
    other: Replay

    @property
    def trace(self) -> Trace:
        """What was recorded of the honest run."""
        return self.honest.trace


@dataclass(frozen=True)
class Forging:
    """A kind of forging: what makes it, the verdict it must get, and words of the sentence."""

    make: Callable[[Source], bytes]
    verdict: Verdict
    words: str


def source_of(chart: Chart, header: ReplayHeader, spread_ms: int = 15) -> Source:
    """Return what a forger starts from."""
    runs = [
        play_live(header, chart, person_inputs(chart, spread_ms, seed, header.options), Clocks()) for seed in (1, 2)
    ]
    later = 5_000 * US_PER_SECOND
    return Source(chart, header, runs[0], moved_in_time(runs[1], later, later))


# -- what forgers do


def moved_in_time(replay: Replay, wall_us: Micros, utc_us: Micros) -> Replay:
    """Return a run that was played at another time."""
    return with_walls(replay, lambda was_us: was_us + wall_us, lambda was_us: was_us + utc_us)


def with_walls(
    replay: Replay, wall: Callable[[Micros], Micros], utc: Callable[[Micros], Micros] | None = None
) -> Replay:
    """Return a run whose wall times were changed, and its calendar and device, if those were too."""
    trace = replay.trace
    changed = Trace(
        inputs=tuple(replace(row, wall_us=wall(row.wall_us)) for row in trace.inputs),
        pauses=tuple(replace(row, wall_us=wall(row.wall_us)) for row in trace.pauses),
        witnesses=tuple(
            replace(row, wall_us=wall(row.wall_us), utc_us=row.utc_us if utc is None else utc(row.utc_us))
            for row in trace.witnesses
        ),
        reanchors=tuple(replace(row, wall_us=wall(row.wall_us)) for row in trace.reanchors),
    )
    return replace(replay, trace=changed)


def simulated_again(replay: Replay, chart: Chart) -> Replay:
    """Return a run whose claims were computed from its inputs."""
    events = [row.event for row in replay.trace.inputs]
    session, found = simulate(chart, replay.header.options, MINIGAMES, events)
    return replace(
        replay,
        conditions=replace(replay.conditions, laces=laces_of(found)),
        points=tuple(event.points for event in found if isinstance(event, Judged)),
        section_digests=tuple(session.section_digests),
        result=result_of(session),
    )


def slowed(source: Source) -> Replay:
    """Half speed, relabelled as full speed: a song of 193 s in 386 s of wall time."""
    first = source.trace.witnesses[0].wall_us
    return with_walls(source.honest, lambda wall_us: first + 2 * (wall_us - first))


def live(source: Source, clocks: Clocks) -> Replay:
    """A run that was really played, through clocks that were tampered with under the program."""
    return play_live(source.header, source.chart, person_inputs(source.chart, 15), clocks)


def paused_at_each_cue(source: Source, lasted_us: Micros) -> Replay:
    """A pause ahead of every cue, honestly on record."""
    begin_us = source.chart.start_us - source.chart.lead_in_us
    moments = sorted({cue.time_us - begin_us - ms(300) for cue in source.chart.cues})
    return live(source, Clocks(pauses=[(moment_us, lasted_us) for moment_us in moments]))


def machine(source: Source, player: Player) -> Replay:
    """A perfect run that a machine pressed, whoever the header says it was."""
    header = replace(source.header, player=player)
    inputs = perfect_inputs(source.chart, header.options, MINIGAMES)
    return play_live(header, source.chart, inputs, Clocks())


def with_trace(source: Source, **rows: object) -> bytes:
    """The honest run with other rows, sealed anew."""
    return encode(replace(source.honest, trace=replace(source.trace, **rows)))  # type: ignore[arg-type]


def shifted(rows: Sequence[Witness], song_us: Micros = 0, wall_us: Micros = 0) -> tuple[Witness, ...]:
    """Witnesses at other times."""
    return tuple(replace(row, song_us=row.song_us + song_us, wall_us=row.wall_us + wall_us) for row in rows)


def moved_inputs(source: Source, by_us: Micros) -> Replay:
    """Every press moved, and all claims simulated again: no file can tell it from an honest one."""
    begin_us = source.chart.start_us
    inputs = tuple(
        RecordedInput(row.song_us + by_us, row.wall_us + by_us, row.verb, row.down) if row.song_us > begin_us else row
        for row in source.trace.inputs
    )
    return simulated_again(replace(source.honest, trace=replace(source.trace, inputs=inputs)), source.chart)


def text_of(source: Source) -> bytes:
    """The honest file."""
    return encode(source.honest)


def table_of(source: Source) -> dict[str, Any]:
    """The honest file's object."""
    table = json.loads(text_of(source))
    assert isinstance(table, dict)
    return table


def by_hand(part: str, key: str, value: object) -> Callable[[Source], bytes]:
    """A field changed in an editor: the old seal stays."""

    def make(source: Source) -> bytes:
        table = table_of(source)
        table[part][key] = value
        return json.dumps(table, separators=(",", ":"), sort_keys=True).encode()

    return make


def by_program(part: str, key: str, value: object) -> Callable[[Source], bytes]:
    """A field changed by a program that seals the file anew."""

    def make(source: Source) -> bytes:
        table = table_of(source)
        table[part][key] = value
        return sealed(table)

    return make


def twice(times: Micros) -> Micros:
    """A clock at double speed."""
    return 2 * times


def half(times: Micros) -> Micros:
    """A clock at half speed."""
    return times // 2


def leaping(at_us: Micros, by_us: Micros) -> Callable[[Micros], Micros]:
    """A clock that leaps once."""
    return lambda real_us: real_us + (by_us if real_us >= at_us else 0)


# -- the kinds

CLOCK = {
    "slowed to half, relabelled": Forging(lambda s: encode(slowed(s)), FALSE, "ahead of|behind"),
    "wall times all zero": Forging(lambda s: encode(with_walls(s.honest, lambda _: 0)), FALSE, "the clock"),
    "wall times reversed": Forging(
        lambda s: encode(with_walls(s.honest, lambda wall_us: 10 * HOUR_US - wall_us)), FALSE, "runs backwards"
    ),
    "wall times jumping": Forging(
        lambda s: encode(with_walls(s.honest, lambda wall_us: wall_us + wall_us // 5_000_000 % 3 * 400_000)),
        FALSE,
        "the clock|backwards",
    ),
    "an hour's pause at each cue": Forging(lambda s: encode(paused_at_each_cue(s, HOUR_US)), UNFIT, "paused"),
    "half a second's pause at each cue": Forging(lambda s: encode(paused_at_each_cue(s, ms(500))), UNFIT, "paused"),
    "hours of pauses left out": Forging(
        lambda s: encode(replace(p := paused_at_each_cue(s, HOUR_US), trace=replace(p.trace, pauses=()))),
        FALSE,
        "the clock",
    ),
    "monotonic clock halved, with a device": Forging(
        lambda s: encode(live(s, Clocks(wall=half))), UNFIT, "its clock left its line 4000 times"
    ),
    "monotonic clock halved, the game follows it": Forging(
        lambda s: encode(live(s, Clocks(song=half, wall=half))), UNFIT, "the calendar and the computer's clock parted"
    ),
    "monotonic clock halved, without a device": Forging(
        lambda s: encode(live(s, Clocks(song=half, wall=half, device=lambda _: None))), UNFIT, "without a sound device"
    ),
    "monotonic clock and calendar halved": Forging(
        lambda s: encode(live(s, Clocks(song=half, wall=half, utc=half))), UNFIT, "the sound device and the computer"
    ),
    "calendar jumps by an hour": Forging(
        lambda s: encode(live(s, Clocks(utc=leaping(ms(9_000), HOUR_US)))), UNFIT, "the calendar"
    ),
    "device jumps by an hour": Forging(
        lambda s: encode(live(s, Clocks(device=leaping(ms(9_000), HOUR_US)))), UNFIT, "the sound device"
    ),
    "song jumps over a hard part": Forging(
        lambda s: encode(live(s, Clocks(song=leaping(ms(9_000), ms(1_500))))), UNFIT, "its clock jumped"
    ),
    "slowed by one percent in steps too small to see": Forging(
        lambda s: encode(live(s, Clocks(song=lambda real_us: real_us * 99 // 100))), UNFIT, "parted|stuttered"
    ),
}
WITNESSES = {
    "witnesses cut off": Forging(
        lambda s: with_trace(s, witnesses=s.trace.witnesses[:-3]), FALSE, "witnesses, the chart"
    ),
    "no witness": Forging(lambda s: with_trace(s, witnesses=()), FALSE, "0 witnesses"),
    "first witness cut": Forging(
        lambda s: with_trace(s, witnesses=s.trace.witnesses[1:]), FALSE, "witnesses, the chart"
    ),
    "a witness too many": Forging(
        lambda s: with_trace(s, witnesses=(*s.trace.witnesses, s.trace.witnesses[-1])), FALSE, "witnesses, the chart"
    ),
    "witnesses of another run": Forging(lambda s: with_trace(s, witnesses=s.other.trace.witnesses), FALSE, "the clock"),
    "clock of another run": Forging(
        lambda s: with_trace(s, witnesses=s.other.trace.witnesses, reanchors=s.other.trace.reanchors),
        FALSE,
        "the clock",
    ),
    "witnesses shifted in the song": Forging(
        lambda s: with_trace(s, witnesses=shifted(s.trace.witnesses, song_us=ms(20))), FALSE, "the song is"
    ),
    "witnesses shifted in wall time": Forging(
        lambda s: with_trace(s, witnesses=shifted(s.trace.witnesses, wall_us=ms(20))), FALSE, "the song is"
    ),
    "witnesses ahead of their barlines": Forging(
        lambda s: with_trace(s, witnesses=shifted(s.trace.witnesses, song_us=-ms(20), wall_us=-ms(20))),
        FALSE,
        "stands before it",
    ),
    "inputs shifted in wall time": Forging(
        lambda s: with_trace(s, inputs=tuple(replace(row, wall_us=row.wall_us + ms(20)) for row in s.trace.inputs)),
        FALSE,
        "the song is",
    ),
    "a pause of less than no time": Forging(
        lambda s: with_trace(s, pauses=(Pause(s.trace.witnesses[4].song_us, s.trace.witnesses[4].wall_us, -ms(500)),)),
        FALSE,
        "less than no time|the clock",
    ),
    "a pause that hides a slow part": Forging(
        lambda s: with_trace(s, pauses=(Pause(s.trace.witnesses[4].song_us, s.trace.witnesses[4].wall_us, ms(500)),)),
        FALSE,
        "the clock",
    ),
}
CLAIMS = {
    "a better score": Forging(
        lambda s: encode(replace(s.honest, result=replace(s.honest.result, score=999_999))), FALSE, "score is claimed"
    ),
    "better points": Forging(
        lambda s: encode(replace(s.honest, points=(1000,) * len(s.honest.points))),
        FALSE,
        "the replay claims 1000 points",
    ),
    "a lace not found": Forging(
        lambda s: encode(replace(s.honest, conditions=replace(s.honest.conditions, laces=(0, 1, 2)))), FALSE, "laces"
    ),
    "an input moved, claims kept": Forging(
        lambda s: with_trace(s, inputs=moved_inputs(s, ms(1)).trace.inputs), FALSE, "the replay claims"
    ),
    "an input outside the run": Forging(
        lambda s: with_trace(
            s, inputs=(*s.trace.inputs, replace(s.trace.inputs[-1], song_us=HOUR_US, wall_us=HOUR_US))
        ),
        FALSE,
        "outside the run",
    ),
    "a machine's run": Forging(lambda s: encode(machine(s, Player.AUTO)), UNFIT, "a machine made it"),
    "a script's run": Forging(lambda s: encode(machine(s, Player.SCRIPT)), UNFIT, "a machine made it"),
    "a machine's run as a person's": Forging(
        lambda s: encode(machine(s, Player.PERSON)), UNFIT, "which no person's do"
    ),
    "inputs moved by a millisecond, all claims simulated again": Forging(
        lambda s: encode(moved_inputs(s, ms(1))), TRUE, "That a person pressed the keys is not proven"
    ),
}
FILES = {
    "compressed": Forging(lambda s: gzip.compress(text_of(s)), FALSE, "compressed"),
    "two gzip members": Forging(
        lambda s: gzip.compress(text_of(s)[:99]) + gzip.compress(text_of(s)[99:]), FALSE, "compr"
    ),
    "trailing data": Forging(lambda s: text_of(s) + b"\n{}", FALSE, "goes on after its end"),
    "a line more": Forging(lambda s: text_of(s) + b"\n", FALSE, "written otherwise"),
    "a key twice": Forging(lambda s: text_of(s).replace(b'"game"', b'"game":"lace-up","game"'), FALSE, "twice"),
    "an unknown key": Forging(lambda s: sealed({**table_of(s), "proof": "true"}), FALSE, "no field of a replay"),
    "UTF-16": Forging(lambda s: text_of(s).decode().encode("utf-16"), FALSE, "plain text"),
    "spaces": Forging(lambda s: json.dumps(table_of(s), sort_keys=True).encode(), FALSE, "written otherwise"),
    "keys in another order": Forging(
        lambda s: json.dumps(dict(reversed(table_of(s).items())), separators=(",", ":")).encode(),
        FALSE,
        "written other",
    ),
    "a float": Forging(lambda s: text_of(s).replace(b'"restart":0', b'"restart":0.0'), FALSE, "whole number"),
    "NaN": Forging(lambda s: text_of(s).replace(b'"restart":0', b'"restart":NaN'), FALSE, "not JSON"),
    "true as a number": Forging(
        lambda s: text_of(s).replace(b'"restart":0', b'"restart":false'), FALSE, "whole number"
    ),
    "a long number": Forging(lambda s: text_of(s).replace(b'"restart":0', b'"restart":1' + b"0" * 5000), FALSE, "JSON"),
    "deep lists": Forging(lambda s: b"[" * 200_000, FALSE, "not JSON"),
    "a bomb": Forging(lambda s: gzip.compress(b" " * 50_000_000), FALSE, "compressed"),
    "100,000 events at one time": Forging(
        lambda s: sealed({**table_of(s), "events": [[0, 0, 0, 1]] * 100_000}), FALSE, "too large|at most"
    ),
    "a verdict painted on the terminal": Forging(
        by_program("header", "section", "\x1b[2Jtrue"), FALSE, "must be a text"
    ),
    "format 1": Forging(
        lambda s: gzip.compress(json.dumps({"game": "lace-up", "format": 1}).encode()),
        UNKNOWN,
        "before runs were proven",
    ),
    "a later format": Forging(lambda s: sealed({**table_of(s), "format": 3}), UNKNOWN, "newer version"),
}
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
COMPUTED = {
    ("header", "rules_version"): (UNKNOWN, "older rules"),
    ("header", "chart_hash"): (UNKNOWN, "does not have"),
    ("header", "pack"): (UNKNOWN, "of pack another"),
    ("header", "song_hash"): (UNKNOWN, "names song ffffffff"),
    ("header", "player"): (UNFIT, "a machine made it"),
    ("header", "difficulty"): (FALSE, "difficulty is claimed"),
    ("header", "section"): (FALSE, "section is claimed"),
    ("header", "rate_permille"): (FALSE, "claims"),
    ("header", "window_percent"): (FALSE, "claims"),
    ("conditions", "clock"): (UNFIT, "without a sound device"),
    ("conditions", "unfit"): (UNFIT, "the sound stuttered"),
    ("result", "accuracy_permyriad"): (FALSE, "is claimed"),
    ("result", "rank"): (FALSE, "is claimed"),
    ("result", "dead_on"): (FALSE, "is claimed"),
    ("result", "duration_us"): (FALSE, "is claimed"),
    ("result", "digest"): (FALSE, "is claimed"),
}
"""Fields that verification computes or holds against a board, whoever seals the file."""
BY_PROGRAM = {
    f"{key} changed and sealed": Forging(by_program(part, key, OTHER_VALUES[part][key]), verdict, words)
    for (part, key), (verdict, words) in COMPUTED.items()
}
FORGINGS: dict[str, Forging] = {**CLOCK, **WITNESSES, **CLAIMS, **FILES, **BY_HAND, **BY_PROGRAM}
"""All kinds by name."""


def write_all(folder: Path, source: Source) -> None:
    """Write a file of each kind, beside the honest one; and `expected.json`, which says what each must get."""
    folder.mkdir(parents=True, exist_ok=True)
    expected = {}
    for name, forging in FORGINGS.items():
        file = f"{name.replace(' ', '-').replace(',', '')}.laceup"
        (folder / file).write_bytes(forging.make(source))
        expected[file] = {"exit": int(forging.verdict), "words": forging.words}
    (folder / "honest.laceup").write_bytes(text_of(source))
    (folder / "expected.json").write_text(json.dumps(expected, indent=1), encoding="utf-8")


def shipped_source() -> Source:
    """Return honest runs over the shipped montage."""
    content = load_content()
    chart = content.chart(Difficulty.NORMAL)
    header = replace(header_of(chart, RunOptions()), pack=content.pack.id, song_hash=content.song_hash)
    return source_of(chart, header)


if __name__ == "__main__":
    write_all(Path(sys.argv[1]), shipped_source())
