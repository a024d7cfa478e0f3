"""Zips that a stranger might send to hurt: each kind is a function of a random generator to the bytes of a zip.

The same number of a kind gives the same zip every time.
"""

import random
from collections.abc import Callable, Iterable

from tests.fuzz import hostile_files, hostile_zips
from tests.fuzz.honest_pack import Files, honest, sound_pack
from tests.fuzz.mutations import mutated

Maker = Callable[[random.Random, Files], bytes]


def everything_at_once(rng: random.Random, files: Files) -> bytes:
    damaged = {name: mutated(content, rng) if rng.random() < 0.5 else content for name, content in files.items()}
    return honest(damaged)


KINDS: dict[str, Maker] = {
    make.__name__: make
    for make in (
        hostile_zips.names_outside,
        hostile_zips.programs,
        hostile_zips.links,
        hostile_zips.odd_flags,
        hostile_zips.bombs,
        hostile_zips.many_bombs,
        hostile_zips.lying_sizes,
        hostile_zips.overlapping,
        hostile_zips.too_many,
        hostile_zips.lying_counts,
        hostile_zips.twice,
        hostile_zips.cut_off,
        hostile_zips.mutations,
        hostile_zips.no_zip,
        hostile_zips.comments,
        hostile_zips.large_format,
        hostile_zips.other_roots,
        hostile_files.descriptions,
        hostile_files.songs,
        hostile_files.laughs,
        hostile_files.maps,
        hostile_files.worlds,
        hostile_files.media,
        hostile_files.many_pixels,
        everything_at_once,
    )
}


def hostile(kinds: Iterable[str], each: int) -> Iterable[tuple[str, bytes]]:
    """Return so many zips of each kind, each with its label."""
    files = sound_pack()
    for kind in kinds:
        for number in range(each):
            yield f"{kind} {number}", KINDS[kind](random.Random(f"{kind} {number}"), files)
