"""Zips of sound structure with files that hurt: descriptions, songs, maps, worlds, pictures and sounds."""

import base64
import random
import struct
import zlib

from tests.fuzz.honest_pack import MAP, PACK, SONG, WORLD, Files, edited, honest


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
