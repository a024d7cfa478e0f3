"""Damages the content of a file: by bytes, by lines and by values. The same generator gives the same damage."""

import random
import re
from collections.abc import Callable

Mutation = Callable[[bytes, random.Random], bytes]
VALUES = (
    b"", b"0", b"-1", b"1", b"1e400", b"nan", b"-inf", b"9" * 40, b"9" * 5000, b"99999999999", b"0.5", b"true", b"null",
    b"[]", b"{}", b'"x"', b"[[1]]", b"../../../etc/passwd", b"C:\\\\x", b"\xd1\x82\xd0\xb5", b"\xfc\xdf", b"\x1b[2J",
    b"\\u0000", b"\xe2\x80\xae", b"a" * 5000, b"#12345", b"#ffffffff", b"1/0", b"[" * 3000, b"{" * 100_000,
    b"1979-05-27", b"\r", b"\0",
)  # fmt: skip
"""What is put in place of a value."""
NO_FILES = (b"", b"\n", b"\0" * 100, b"<xml/>", b"{}", b"[]", b"[" * 100_000, b"PK\x03\x04")
"""Contents that are no file of any kind."""
VALUE = re.compile(rb'"[^"\n]*"|-?\d+(?:\.\d+)?|true|false|null')
MOST_HOLE = 200
FLIPS = 8


def cut(content: bytes, rng: random.Random) -> bytes:
    """Cut the end off."""
    return content[: rng.randrange(len(content) + 1)]


def hole(content: bytes, rng: random.Random) -> bytes:
    """Take some bytes out."""
    start = rng.randrange(len(content) + 1)
    return content[:start] + content[start + rng.randrange(MOST_HOLE) :]


def flip(content: bytes, rng: random.Random) -> bytes:
    """Set some bytes to others."""
    damaged = bytearray(content)
    for _ in range(rng.randrange(1, FLIPS) if damaged else 0):
        damaged[rng.randrange(len(damaged))] = rng.randrange(256)
    return bytes(damaged)


def insert(content: bytes, rng: random.Random) -> bytes:
    """Put junk somewhere."""
    start = rng.randrange(len(content) + 1)
    return content[:start] + rng.choice((*VALUES, rng.randbytes(20))) + content[start:]


def replace_values(content: bytes, rng: random.Random) -> bytes:
    """Replace some values, in quotes or numbers, by junk or by each other."""
    for _ in range(rng.randrange(1, 4)):
        values = list(VALUE.finditer(content))
        if not values:
            return insert(content, rng)
        found = rng.choice(values)
        put = rng.choice((*VALUES, rng.choice(values).group()))
        quoted = found.group().startswith(b'"') and rng.random() < 0.7
        put = b'"' + put.strip(b'"') + b'"' if quoted else put
        content = content[: found.start()] + put + content[found.end() :]
    return content


def shuffle_lines(content: bytes, rng: random.Random) -> bytes:
    """Drop, double or move a line."""
    lines = content.split(b"\n")
    line = lines.pop(rng.randrange(len(lines)))
    for _ in range(rng.randrange(3)):
        lines.insert(rng.randrange(len(lines) + 1), line)
    return b"\n".join(lines)


def reencode(content: bytes, rng: random.Random) -> bytes:
    """Write the text in another encoding, or with other line ends."""
    text = content.decode("utf-8", "replace")
    encoding = rng.choice(("utf-8-sig", "utf-16", "utf-16-le", "cp1252", "utf-32", "cp037"))
    return text.replace("\n", rng.choice(("\r\n", "\r", "\n"))).encode(encoding, "replace")


def swallow(content: bytes, rng: random.Random) -> bytes:
    """Return something that is no such file at all."""
    return rng.choice((*NO_FILES, rng.randbytes(500)))


MUTATIONS: tuple[Mutation, ...] = (cut, hole, flip, insert, replace_values, shuffle_lines, reencode, swallow)
WEIGHTS = (1, 1, 1, 2, 6, 2, 1, 1)


def mutated(content: bytes, rng: random.Random) -> bytes:
    """Damage the content once to three times."""
    for mutation in rng.choices(MUTATIONS, WEIGHTS, k=rng.randrange(1, 4)):
        content = mutation(content, rng)
    return content
