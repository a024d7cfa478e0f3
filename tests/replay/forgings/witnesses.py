"""Forgings of the witnesses and pauses: cut, copied from another run, shifted."""

from collections.abc import Sequence
from dataclasses import replace

from game.replay.codec import encode
from game.replay.model import Pause, Witness
from game.timing.units import Micros, ms
from tests.replay.forgings.source import FALSE, Forging, Source


def with_trace(source: Source, **rows: object) -> bytes:
    """The honest run with other rows, sealed anew."""
    return encode(replace(source.honest, trace=replace(source.trace, **rows)))  # type: ignore[arg-type]


def shifted(rows: Sequence[Witness], song_us: Micros = 0, wall_us: Micros = 0) -> tuple[Witness, ...]:
    """Witnesses at other times."""
    return tuple(replace(row, song_us=row.song_us + song_us, wall_us=row.wall_us + wall_us) for row in rows)


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
