"""TOML and JSON of every kind are read as any editor leaves them; what is wrong is one sentence that names the file."""

from collections.abc import Callable
from pathlib import Path

import pytest

from game.content.look import read_look
from game.content.pack import read_pack
from game.content.song.song import load_song
from game.content.song.sound_reader import load_sounds
from game.content.world_reader import read_world
from game.errors import ContentError
from game.text_files import Malformed, parse_json, parse_toml
from tests.content.test_world import write_world
from tests.content.tiny import SONG, Tiny

ENCODINGS = ("utf-8", "utf-8-sig", "utf-16")
DEEP = 100_000


def song(folder: Path, content: bytes | None = None) -> object:
    (folder / "song.toml").write_bytes(SONG.encode() if content is None else content)
    return load_song(folder / "song.toml").title, load_song(folder / "song.toml").sections


def sounds(folder: Path, content: bytes | None = None) -> object:
    own = b'format = 1\n[sounds.step]\nfile = "\xc3\xa9.ogg"\ntakes = [[0, 10]]\n'
    (folder / "sounds.toml").write_bytes(own if content is None else content)
    return load_sounds(folder / "sounds.toml")


def pack(folder: Path, content: bytes | None = None) -> object:
    song(folder)
    Tiny().write(folder)
    write_world(folder, "tiny")
    own = 'format = 1\ntitle = "\u0442"\nsong = "song.toml"\nworld = "montage.world"\n'.encode()
    (folder / "pack.toml").write_bytes(own if content is None else content)
    return read_pack(folder, ())


def look(folder: Path, content: bytes | None = None) -> object:
    own = b'px_per_metre = 60\nsky = "#102030"\n'
    (folder / "a.look.toml").write_bytes(own if content is None else content)
    found, findings = read_look(folder / "a.tmx", [])
    if findings:
        raise ContentError("\n".join(map(str, findings)))
    return found


def world(folder: Path, content: bytes | None = None) -> object:
    Tiny().write(folder)
    path = write_world(folder, "tiny")
    if content is not None:
        path.write_bytes(content)
    found, findings = read_world(path)
    if found is None:
        raise ContentError("\n".join(map(str, findings)))
    return found.sections


Read = Callable[..., object]
KINDS: dict[Read, str] = {
    song: "song.toml",
    sounds: "sounds.toml",
    pack: "pack.toml",
    look: "a.look.toml",
    world: "montage.world",
}
kinds = pytest.mark.parametrize(("read", "name"), KINDS.items(), ids=KINDS.values())


@kinds
@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"], ids=ascii)
def test_encodings_and_line_ends_do_not_matter(
    tmp_path: Path, read: Read, name: str, encoding: str, line_end: str
) -> None:
    wanted = read(tmp_path)
    text = (tmp_path / name).read_text(encoding="utf-8").replace("\n", line_end)
    assert read(tmp_path, text.encode(encoding)) == wanted


@kinds
@pytest.mark.parametrize(
    "content",
    [b"a = " + b"[" * DEEP, b"[" * DEEP, b'{"a":' * DEEP, b"a = " + b"9" * DEEP, b"\xff\xfe[", b"\n# \xfc", b"\0"],
    ids=["nested value", "brackets", "braces", "digits", "half of UTF-16", "code page", "zero"],
)
@pytest.mark.timeout(10)
def test_what_is_wrong_is_a_sentence(tmp_path: Path, read: Read, name: str, content: bytes) -> None:
    with pytest.raises(ContentError) as refused:
        read(tmp_path, content)
    assert str(refused.value).startswith(str(tmp_path / name))
    assert len(str(refused.value)) < 400


@pytest.mark.parametrize("parse", [parse_json, parse_toml])
def test_a_line_of_another_encoding_is_named(parse: Read) -> None:
    with pytest.raises(Malformed, match="line 3 is not UTF-8: save it in that encoding"):
        parse("# one\n# two\n# f\u00fcr\n".encode("cp1252"))
