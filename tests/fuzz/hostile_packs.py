"""Zips that a stranger might send to hurt: each kind is a function of a random generator to the bytes of a zip.

The same number of a kind gives the same zip every time.
"""

import base64
import random
import struct
import zlib
from collections.abc import Callable, Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

from game.content.packing.media import files_of_pack
from game.content.packing.starter import Starter, write_starter
from tests.fuzz.mutations import mutated
from tests.fuzz.raw_zip import UTF_8, Entry, entry, zeros, zip_of

Files = dict[str, bytes]
Maker = Callable[[random.Random, Files], bytes]
LINK_MODE, FIFO_MODE, DEVICE_MODE = 0o120777, 0o010644, 0o060644
MAP, WORLD, SONG, PACK, CLICK = (
    "levels/first.tmx",
    "levels/harbor.world",
    "song/song.toml",
    "pack.toml",
    "song/click.wav",
)
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


def sound_pack() -> Files:
    """Return the files of a pack that is as it should be."""
    with TemporaryDirectory() as place:
        root = Path(place) / "harbor"
        write_starter(root, Starter("Harbor", "Ada"), Path("game"))
        names = [name for name in files_of_pack(root) if "/templates/" not in name]
        return {name: (root / name).read_bytes() for name in names}


def honest(files: Files, *more: Entry) -> bytes:
    """Return the zip of files, with further entries."""
    return zip_of([*(entry(name, content) for name, content in files.items()), *more])


def edited(files: Files, name: str, old: str, new: str) -> bytes:
    """Return the zip of files with one of them changed."""
    text = files[name].decode()
    assert old in text, f"{name} does not hold {old!r}"
    return honest({**files, name: text.replace(old, new, 1).encode("utf-8", "surrogatepass")})


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


def descriptions(rng: random.Random, files: Files) -> bytes:
    old, new = rng.choice(
        (
            ('id = "harbor"', 'id = "../../evil"'),
            ('id = "harbor"', 'id = "montage"'),
            ('id = "harbor"', 'id = "Evil/x"'),
            ('id = "harbor"', 'id = ""'),
            ('id = "harbor"', "id = 7"),
            ('title = "Harbor"', 'title = "\\u001b[2J\\u202e"'),
            ("format = 1", "format = 99"),
            ("format = 1", "format = [" + "[" * 3000),
            ("format = 1", "format = " + "9" * 9999),
            ("format = 1", 'format = 1\nworld = "/etc/hostname"'),
            ("format = 1", 'format = 1\nsong = "../../../etc/passwd"'),
            ("format = 1", 'format = 1\npicture = "../../../x.png"'),
            ("format = 1", "format = 1\n" + "a = 1\n" * 90_000),
        )
    )
    return edited(files, PACK, old, new)


def songs(rng: random.Random, files: Files) -> bytes:
    old, new = rng.choice(
        (
            ("bars = 8", "bars = 1" + "0" * 15),
            ("us_per_beat = 500000", "us_per_beat = 1" + "0" * 17),
            ("beats = 4", "beats = 999999999"),
            ("bars = 8", "bars = -8"),
            ("duration_us = 16000000", "duration_us = 1" + "0" * 20),
            ('"click.wav"', '"/dev/zero"'),
            ('"click.wav"', '"../../../../dev/zero"'),
            ('"click.wav"', '"click.wav\\u0000"'),
            ('"click.wav"', '"../pack.toml"'),
            ("[lead_in]", '[[stems]]\nid = "x"\nfile = "/dev/urandom"\n[lead_in]'),
            ("rate = 1\n", "rate = 1e999\n"),
            ("[[sections]]", "[[tempo]]\nbeats = 1\nus_per_beat = 1\n" * 9_000 + "[[sections]]"),
            ("sample_rate = 48000", "sample_rate = 1"),
        )
    )
    return edited(files, SONG, old, new)


def laughs(rng: random.Random, files: Files) -> bytes:
    text = files[MAP].decode()
    steps = "".join(f'<!ENTITY l{n + 1} "{f"&l{n};" * 10}">' for n in range(9))
    kind = rng.randrange(3)
    if kind == 0:
        entities = f'<!DOCTYPE map [<!ENTITY l0 "laugh">{steps}]>'
    elif kind == 1:
        entities = '<!DOCTYPE map [<!ENTITY l9 SYSTEM "file:///etc/passwd">]>'
    else:
        entities = f'<!DOCTYPE map [<!ENTITY l9 "{"x" * 60_000}">]>'
    body = text.split("?>", 1)[1].replace('name="first"', f'name="{"&l9;" * (1 if kind < 2 else 20_000)}"', 1)
    encoding = rng.choice(("utf-8", "utf-16"))
    return honest({**files, MAP: f'<?xml version="1.0" encoding="{encoding}"?>{entities}{body}'.encode(encoding)})


def maps(rng: random.Random, files: Files) -> bytes:
    swollen = base64.b64encode(zlib.compress(bytes(200 * 1024 * 1024))).decode()
    data = f'<data encoding="base64" compression="zlib">{swollen}</data>'
    layer = f'<layer id="90" name="x" width="128" height="16">{data}</layer>'
    wide = '<layer id="90" name="x" width="999999999" height="999999999"><data encoding="csv">0</data></layer>'
    image = '<imagelayer id="90" name="x"><image source="{}" width="1" height="1"/></imagelayer>'
    objects = '<object id="{0}" type="Cue" x="{0}" y="80"><point/></object>'
    old, new = rng.choice(
        (
            ('name="back"/>', f'name="back">{layer}</group>'),
            ('name="back"/>', f'name="back">{wide}</group>'),
            ('name="back"/>', f'name="back">{image.format("/etc/passwd")}</group>'),
            ('name="back"/>', f'name="back">{image.format("../../../../../../etc/passwd")}</group>'),
            ('name="back"/>', 'name="back">' + '<group id="9" name="g">' * 3000 + "</group>" * 3000 + "</group>"),
            ('width="128"', 'width="999999"'),
            ('value="32"', 'value="999999999999999999"'),
            ('value="96"', 'value="1"'),
            ("</properties>", '</properties><tileset firstgid="1" source="../../../../etc/passwd"/>'),
            ("</properties>", '</properties><tileset firstgid="1" source="/dev/zero"/>'),
            (
                '<objectgroup id="6"',
                '<objectgroup id="7" name="cues easy">'
                + "".join(objects.format(n) for n in range(100, 15_000))
                + '</objectgroup><objectgroup id="6"',
            ),
            ('type="Section"', 'template="../../../../../dev/zero" type="Section"'),
            ('x="0"', 'x="1e308"'),
            ('x="0"', 'x="nan"'),
        )
    )
    return edited(files, MAP, old, new)


def worlds(rng: random.Random, files: Files) -> bytes:
    old, new = rng.choice(
        (
            ('"first.tmx"', '"../../../../etc/passwd"'),
            ('"first.tmx"', '"/dev/zero"'),
            ('"first.tmx"', '"harbor.world"'),
            ('"first.tmx"', '"first.tmx\\u0000"'),
            ('"maps": [', '"maps": [' + '{"fileName": "first.tmx", "x": 0}, ' * 5_000),
            ('"maps": [', '"maps": ' + "[" * 60_000),
            ('"x": 0', '"x": ' + "9" * 5_000),
            ('"maps"', '"mops"'),
        )
    )
    return edited(files, WORLD, old, new)


def png(width: int, height: int) -> bytes:
    """Return a PNG that says it is so large, and holds a row of it."""
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(bytes(100_000))), (b"IEND", b""))
    body = (struct.pack(">I", len(d)) + kind + d + struct.pack(">I", zlib.crc32(kind + d)) for kind, d in chunks)
    return b"\x89PNG\r\n\x1a\n" + b"".join(body)


def ogg(packets: int, rate: int, channels: int = 2, streams: int = 1, mark: bytes = b"\x01vorbis") -> bytes:
    """Return an Ogg file of so many tiny packets, as silence has them."""
    first = mark + struct.pack("<IBIIIIBB", 0, channels, rate, 0, 0, 0, 0xD8, 1)
    pages = [_page(2, [len(first)], first)] * streams + [_page(0, [1] * 255, bytes(255))] * (packets // 255)
    return b"".join(pages)


def _page(flags: int, laces: list[int], body: bytes) -> bytes:
    return b"OggS" + struct.pack("<BBqIIIB", 0, flags, 0, 1, 0, 0, len(laces)) + bytes(laces) + body


def wave(rate: int, coding: int, bits: int) -> bytes:
    """Return a WAV of a second of nothing that says how it is coded."""
    head = struct.pack("<HHIIHH", coding, 1, rate, rate * bits // 8, max(1, bits // 8), bits)
    return (
        b"RIFF"
        + struct.pack("<I", 36)
        + b"WAVEfmt "
        + struct.pack("<I", 16)
        + head
        + b"data"
        + struct.pack("<I", 9)
        + bytes(2000)
    )


def media(rng: random.Random, files: Files) -> bytes:
    name, content = rng.choice(
        (
            ("x.png", png(60_000, 60_000)),
            ("x.png", png(8_000, 8_000)),
            ("x.png", png(2**31 - 1, 1)),
            ("x.png", b"GIF89a"),
            ("x.png", b"\xff\xd8\xff\xe0" + bytes(999)),
            ("x.png", b""),
            ("x.ogg", ogg(4_000_000, 8_000)),
            ("x.ogg", b"ID3\x04" + bytes(99)),
            ("x.ogg", ogg(999, 48_000, streams=3)),
            ("x.ogg", ogg(999, 48_000, mark=b"OpusHead")),
            ("x.ogg", ogg(999, 1)),
            ("x.ogg", ogg(999, 48_000, channels=255)),
            ("x.ogg", ogg(99_999, 48_000)[:-100]),
            ("x.wav", wave(1, 1, 8)),
            ("x.wav", wave(48_000, 17, 4)),
            ("x.wav", wave(48_000, 1, 0)),
            ("x.wav", b"RIFF"),
        )
    )
    return honest({**files, f"song/{name}": content})


def many_pixels(rng: random.Random, files: Files) -> bytes:
    picture = png(4_000, 4_000)
    return honest({**files, **{f"backdrops/x/{n}.png": picture for n in range(rng.randint(11, 40))}})


def everything_at_once(rng: random.Random, files: Files) -> bytes:
    damaged = {name: mutated(content, rng) if rng.random() < 0.5 else content for name, content in files.items()}
    return honest(damaged)


KINDS: dict[str, Maker] = {
    make.__name__: make
    for make in (
        names_outside,
        programs,
        links,
        odd_flags,
        bombs,
        many_bombs,
        lying_sizes,
        overlapping,
        too_many,
        lying_counts,
        twice,
        cut_off,
        mutations,
        no_zip,
        comments,
        large_format,
        other_roots,
        descriptions,
        songs,
        laughs,
        maps,
        worlds,
        media,
        many_pixels,
        everything_at_once,
    )
}


def hostile(kinds: Iterable[str], each: int) -> Iterable[tuple[str, bytes]]:
    """Return so many zips of each kind, each with its label."""
    files = sound_pack()
    for kind in kinds:
        for number in range(each):
            yield f"{kind} {number}", KINDS[kind](random.Random(f"{kind} {number}"), files)
