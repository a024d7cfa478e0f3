"""Zips that hurt as zips: their names, links, sizes and structure."""

import random
import struct

from tests.fuzz.honest_pack import MAP, Files, honest
from tests.fuzz.mutations import mutated
from tests.fuzz.raw_zip import UTF_8, Entry, entry, zeros, zip_of

LINK_MODE, FIFO_MODE, DEVICE_MODE = 0o120777, 0o010644, 0o060644
OUTSIDE = (
    "../evil.toml",
    "../../../../tmp/evil.toml",
    "/etc/evil.toml",
    "levels/../../evil.toml",
    "C:/evil.toml",
    "C:evil.toml",
    "\\\\host\\share\\evil.toml",
    "..\\evil.toml",
    "levels\\..\\..\\evil.toml",
    "levels//evil.toml",
    "./evil.toml",
    "levels/./evil.toml",
    "evil.toml/",
    "levels/.../evil.toml",
    "~/evil.toml\0.toml",
    "evil.toml\0",
    "nul.toml",
    "levels/COM1.toml",
    "aux",
    "con.toml",
    "evil .toml ",
    "levels /evil.toml",
    "evil.toml.",
    "a/b/c/d/e/f/g/evil.toml",
    "x" * 300 + ".toml",
    "\u202eevil.toml",
    "evil\x1b[2J.toml",
    "evil\n.toml",
    "evil:stream.toml",
    "evil|rm.toml",
    "\ud800.toml",
)
PROGRAMS = (
    "sitecustomize.py",
    "levels/__init__.py",
    "levels/extensions/evil.js",
    "song/evil.so",
    "evil.desktop",
    "evil.exe",
    "evil.sh",
    "levels/lace-up.tiled-project",
    ".git/hooks/post-checkout",
    ".bashrc",
    "levels/first.tmx.py",
    "conftest.py",
    "evil.dll",
)


def names_outside(rng: random.Random, files: Files) -> bytes:
    return honest(files, entry(rng.choice(OUTSIDE), "format = 1"))


def programs(rng: random.Random, files: Files) -> bytes:
    return honest(files, *(entry(name, "import os") for name in rng.sample(PROGRAMS, 3)))


def links(rng: random.Random, files: Files) -> bytes:
    mode = rng.choice((LINK_MODE, LINK_MODE, FIFO_MODE, DEVICE_MODE))
    link = entry(
        rng.choice(("levels/link.toml", "song/x.ogg", "levels/deep")), rng.choice(("/etc/passwd", "../../..", "/"))
    )
    link.mode = mode
    return honest(files, link, entry("levels/deep/evil.toml", "x = 1"))


def odd_flags(rng: random.Random, files: Files) -> bytes:
    odd = entry("levels/odd.toml", "x = 1")
    odd.flags, odd.method = rng.choice(
        ((UTF_8 | 1, 8), (UTF_8, 99), (UTF_8, 12), (UTF_8, 14), (UTF_8 | 0x40, 8), (UTF_8, 1))
    )
    return honest(files, odd)


def bombs(rng: random.Random, files: Files) -> bytes:
    name = rng.choice(("song/big.ogg", "levels/big.tmx", "big.toml", "big.png", "big.txt", "big.bin"))
    return honest(files, zeros(name, rng.choice((40, 90, 300))))


def many_bombs(rng: random.Random, files: Files) -> bytes:
    one = zeros("big", 60)
    copies = (Entry(f"song/{n}.ogg", one.packed, one.size, one.crc) for n in range(rng.randint(8, 20)))
    return honest(files, *copies)


def lying_sizes(rng: random.Random, files: Files) -> bytes:
    liar = zeros(rng.choice(("song/big.ogg", "liar.toml")), 80)
    liar.said_size = rng.choice((0, 10, 1000, 0xFFFFFFFF, 0x7FFFFFFF))
    return honest(files, liar)


def overlapping(rng: random.Random, files: Files) -> bytes:
    one = zeros("big", 30)
    first = Entry("song/0.ogg", one.packed, one.size, one.crc)
    return zip_of(
        [first, *(Entry(f"song/{n}.ogg", b"", one.size, one.crc, at=0) for n in range(1, rng.randint(20, 60)))]
    )


def too_many(rng: random.Random, files: Files) -> bytes:
    return honest(files, *(entry(f"levels/{n}.toml", "") for n in range(rng.choice((2_001, 4_000, 9_000)))))


def lying_counts(rng: random.Random, files: Files) -> bytes:
    items = [entry(name, content) for name, content in files.items()]
    return zip_of(items, count=rng.choice((0, 1, 65_535, 1_999, len(items) + 1)))


def twice(rng: random.Random, files: Files) -> bytes:
    name, other = rng.choice(
        (("pack.toml", "PACK.TOML"), (MAP, MAP), ("\u00e9.toml", "e\u0301.toml"), ("A.toml", "a.TOML"))
    )
    return honest(files, entry(name, "x = 1"), entry(other, "x = 2"))


def cut_off(rng: random.Random, files: Files) -> bytes:
    whole = honest(files)
    return whole[: rng.randrange(len(whole))]


def mutations(rng: random.Random, files: Files) -> bytes:
    return mutated(honest(files), rng)


def no_zip(rng: random.Random, files: Files) -> bytes:
    return rng.choice(
        (b"", b"PK", b"PK\x05\x06" + bytes(18), rng.randbytes(5_000), b"#!/bin/sh\nrm -rf /\n" + honest(files))
    )


def comments(rng: random.Random, files: Files) -> bytes:
    items = [entry(name, content) for name, content in files.items()]
    return zip_of(items, comment=rng.choice((b"PK\x05\x06" + bytes(18), b"x" * 60_000, b"PK\x06\x07" + bytes(40))))


def large_format(rng: random.Random, files: Files) -> bytes:
    whole = honest(files)
    locator = b"PK\x06\x07" + struct.pack("<IQI", 0, rng.choice((0, 10, 2**63, len(whole) - 22)), 1)
    return whole[:-22] + locator + whole[-22:]


def other_roots(rng: random.Random, files: Files) -> bytes:
    moved = {f"{rng.choice(('a', 'b'))}/{name}": content for name, content in files.items()}
    return rng.choice((honest({}), honest(moved), honest({f"a/b/{n}": c for n, c in files.items()})))
