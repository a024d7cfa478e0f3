"""Forgings of what is claimed: scores, laces, and who pressed the keys."""

from dataclasses import replace

from game.minigames.manifest import MINIGAMES
from game.replay.codec import encode
from game.replay.model import Player, RecordedInput, Replay
from game.sim.simulate import perfect_inputs
from game.timing.units import Micros, ms
from tests.replay.forgings.source import FALSE, HOUR_US, TRUE, UNFIT, Forging, Source
from tests.replay.forgings.witnesses import with_trace
from tests.replay.live import Clocks, play_live
from tests.replay.recording import simulated_again


def machine(source: Source, player: Player) -> Replay:
    """A perfect run that a machine pressed, whoever the header says it was."""
    header = replace(source.header, player=player)
    inputs = perfect_inputs(source.chart, header.options, MINIGAMES)
    return play_live(header, source.chart, inputs, Clocks())


def moved_inputs(source: Source, by_us: Micros) -> Replay:
    """Every press moved, and all claims simulated again: no file can tell it from an honest one."""
    begin_us = source.chart.start_us
    inputs = tuple(
        RecordedInput(row.song_us + by_us, row.wall_us + by_us, row.verb, row.down) if row.song_us > begin_us else row
        for row in source.trace.inputs
    )
    return simulated_again(replace(source.honest, trace=replace(source.trace, inputs=inputs)), source.chart)


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
