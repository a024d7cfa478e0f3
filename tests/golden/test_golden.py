"""Golden replays: runs recorded once, which must give the same result for ever (or RULES_VERSION must rise).

One test a file. A file's name is `<difficulty>-<player>.replay`. To add one, record it as `record` does.
"""

from dataclasses import replace
from pathlib import Path

import pytest

from game.minigames.manifest import MINIGAMES
from game.replay.codec import decode, encode
from game.replay.headless import play_headless
from game.replay.model import Replay
from game.replay.verify import verify
from game.sim.actions import InputEvent
from game.sim.chart import Difficulty
from game.sim.options import Assist, RunOptions
from game.sim.players import alternate, inputs_of, person_of, press_at_random
from game.sim.rng import Rng
from tests.golden.frozen import frozen_chart
from tests.replay.recording import header_of

FOLDER = Path(__file__).parent
FILES = sorted(FOLDER.glob("*.replay"))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_golden_replay_still_gives_its_result(file: Path) -> None:
    replay = decode(file.read_bytes(), file.name)
    verification = verify(replay, frozen_chart(Difficulty(replay.header.difficulty)), MINIGAMES)
    assert verification.true, verification.sentence


def test_there_are_golden_replays_of_every_difficulty_rate_and_assist() -> None:
    headers = [decode(file.read_bytes(), file.name).header for file in FILES]
    assert {header.difficulty for header in headers} == {*Difficulty}
    assert {header.options.rate_permille for header in headers} >= {500, 1000, 1500}
    assert {assist for header in headers for assist in header.options.assists} == {*Assist}


def test_a_golden_replay_with_one_input_moved_is_false() -> None:
    file = FOLDER / "normal-25ms.replay"
    replay = decode(file.read_bytes(), file.name)
    inputs = replay.trace.inputs
    place = next(place for place, row in enumerate(inputs) if row.down)
    moved = replace(inputs[place], song_us=inputs[place].song_us - 1_000_000)
    forged = replace(replay, trace=replace(replay.trace, inputs=(*inputs[:place], moved, *inputs[place + 1 :])))
    assert not verify(forged, frozen_chart(Difficulty.NORMAL), MINIGAMES).true


def record(difficulty: Difficulty, options: RunOptions, inputs: list[InputEvent]) -> Replay:
    """Play `inputs` over the frozen chart and return the recording."""
    chart = frozen_chart(difficulty)
    return play_headless(header_of(chart, options), chart, MINIGAMES, inputs)[1]


def record_all() -> None:
    """Write the golden files anew, by `python -m tests.golden.test_golden`; for when RULES_VERSION has risen."""
    tapped = RunOptions(assists=frozenset({Assist.ONE_BUTTON, Assist.HOLD_TAP}), window_percent=150)
    handed = RunOptions(assists=frozenset({Assist.ONE_HAND}), window_percent=75)
    hard = frozen_chart(Difficulty.HARD)
    runs = {
        "easy-60ms": (Difficulty.EASY, RunOptions(), 60),
        "normal-25ms": (Difficulty.NORMAL, RunOptions(), 25),
        "hard-8ms": (Difficulty.HARD, RunOptions(seed=3), 8),
        "normal-slow": (Difficulty.NORMAL, RunOptions(rate_permille=500), 15),
        "hard-fast": (Difficulty.HARD, RunOptions(rate_permille=1500), 15),
        "normal-one-button": (Difficulty.NORMAL, tapped, 40),
        "easy-one-hand": (Difficulty.EASY, handed, 25),
        "champion-8ms": (Difficulty.CHAMPION, RunOptions(seed=5), 8),
        "normal-see-silence": (Difficulty.NORMAL, RunOptions(assists=frozenset({Assist.SEE_SILENCE})), 25),
    }
    for name, (difficulty, options, spread_ms) in runs.items():
        inputs = inputs_of(frozen_chart(difficulty), person_of(spread_ms), Rng(spread_ms), options)
        (FOLDER / f"{name}.replay").write_bytes(encode(record(difficulty, options, inputs)))
    for name, inputs in {"hard-mash": alternate(hard, 12), "hard-random": press_at_random(hard, 9, Rng(4))}.items():
        (FOLDER / f"{name}.replay").write_bytes(encode(record(Difficulty.HARD, RunOptions(), inputs)))


if __name__ == "__main__":
    record_all()
