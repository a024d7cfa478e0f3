"""`bench NAME`: runs one measurement and prints its figures as a table or as JSON."""

import argparse
import json
from collections.abc import Callable

from game.commands import Subparsers

Figures = dict[str, float | int | str]


def add_parser(subparsers: Subparsers) -> None:
    """Add the command."""
    parser = subparsers.add_parser(
        "bench",
        help=f"measure one of: {', '.join(_BENCHES)}",
    )
    parser.add_argument("what", choices=tuple(_BENCHES), help="what to measure")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument(
        "--seconds",
        type=float,
        default=20.0,
        help="how long to measure input, sound, latency or a slow machine (default 20)",
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Measure and print."""
    figures = _BENCHES[args.what](args)
    if args.json:
        print(json.dumps({"bench": args.what, **figures}))
        return 0
    width = max(map(len, figures))
    for name, value in figures.items():
        print(f"{name:<{width}}  {value}")
    return 0


def _sim(args: argparse.Namespace) -> Figures:
    from game.commands.bench.sim import bench_sim

    return bench_sim()


def _verify(args: argparse.Namespace) -> Figures:
    from game.commands.bench.verify import bench_verify

    return bench_verify()


def _players(args: argparse.Namespace) -> Figures:
    from game.commands.bench.players import as_numbers, as_rows, bench_players

    found = bench_players()
    return as_numbers(found) if args.json else as_rows(found)


def _ear(args: argparse.Namespace) -> Figures:
    from game.commands.bench.senses import bench_ear

    return bench_ear()


def _eye(args: argparse.Namespace) -> Figures:
    from game.commands.bench.senses import bench_eye

    return bench_eye()


def _newcomer(args: argparse.Namespace) -> Figures:
    from game.commands.bench.newcomer import bench_newcomer

    return bench_newcomer()


def _camera(args: argparse.Namespace) -> Figures:
    from game.commands.bench.camera import bench_camera

    return bench_camera()


def _audio(args: argparse.Namespace) -> Figures:
    from game.commands.bench.audio import bench_audio

    return bench_audio(args)


def _frame(args: argparse.Namespace) -> Figures:
    from game.commands.bench.frame import bench_frame

    return bench_frame()


def _memory(args: argparse.Namespace) -> Figures:
    from game.commands.bench.memory import bench_memory

    return bench_memory()


def _figure(args: argparse.Namespace) -> Figures:
    from game.commands.bench.figure import bench_figure

    return bench_figure()


def _arc(args: argparse.Namespace) -> Figures:
    from game.commands.bench.arc import bench_arc

    return bench_arc()


def _answers(args: argparse.Namespace) -> Figures:
    from game.commands.bench.answers import bench_answers

    return bench_answers()


def _start(args: argparse.Namespace) -> Figures:
    from game.commands.bench.measure import bench_start

    return bench_start()


def _input(args: argparse.Namespace) -> Figures:
    from game.commands.bench.measure import bench_input

    return bench_input(args.seconds)


def _latency(args: argparse.Namespace) -> Figures:
    from game.commands.bench.live.latency import bench_latency

    return bench_latency(args.seconds)


def _road(args: argparse.Namespace) -> Figures:
    from game.commands.bench.road import bench_road
    from game.commands.bench.road_sound import sound_figures

    return bench_road() | sound_figures()


def _restart(args: argparse.Namespace) -> Figures:
    from game.commands.bench.live.restart import bench_restart

    return bench_restart(args.seconds)


def _clock(args: argparse.Namespace) -> Figures:
    from game.commands.bench.live.road_clock import bench_clock

    return bench_clock()


def _slow(args: argparse.Namespace) -> Figures:
    from game.commands.bench.live.slow import bench_slow

    return bench_slow(args.seconds)


_BENCHES: dict[str, Callable[[argparse.Namespace], Figures]] = {
    "sim": _sim,
    "verify": _verify,
    "players": _players,
    "ear": _ear,
    "eye": _eye,
    "newcomer": _newcomer,
    "audio": _audio,
    "frame": _frame,
    "memory": _memory,
    "camera": _camera,
    "figure": _figure,
    "arc": _arc,
    "answers": _answers,
    "start": _start,
    "input": _input,
    "latency": _latency,
    "road": _road,
    "restart": _restart,
    "clock": _clock,
    "slow": _slow,
}
"""Measurements by name."""
