"""Checks the pictures, sounds and sizes of a pack's folder by their headers: nothing is decoded."""

import os
import struct
from collections.abc import Iterator
from pathlib import Path

from game.content.finding import Finding, Location
from game.content.packing.limits import (
    MOST_BYTES,
    MOST_BYTES_IN_ALL,
    MOST_FILES,
    MOST_PICTURE_PX,
    MOST_PX_IN_ALL,
    MOST_SIDE_PX,
    is_wanted,
    suffix_of,
    what_is_wrong_with,
)
from game.content.packing.ogg import MOST_CHANNELS, RATES, NotVorbis, read_facts

PNG_HEAD = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"
"""How every PNG begins; width and height follow."""
WAVE_HEAD = struct.Struct("<4s4x8sIHHIIHH4s")
"""How a plain WAV begins: RIFF, WAVE and `fmt `, its length, coding, channels, rate, bytes a second and frame, bits,
`data`."""
PLAIN_FORMAT = (16, 1)
"""Length and coding of a format that is followed by the samples as they are."""
SOUNDS = (".ogg", ".wav")
"""Suffixes of sounds."""
LONGEST_SOUND_S = 3_600
"""Longest sound that may come out of a file, in seconds."""
MOST_SOUND_S = 14_400
"""Most sound that may come out of all files together, in seconds."""


def files_of_pack(root: Path) -> list[str]:
    """Return the files of a pack's folder that belong to it, by name with `/`. Links are not followed."""
    found: list[str] = []
    for folder, folders, names in os.walk(root):
        folders.sort()
        here = Path(folder)
        found += [
            (here / name).relative_to(root).as_posix() for name in sorted(names) if not (here / name).is_symlink()
        ]
        if len(found) > 10 * MOST_FILES:
            break
    return [name for name in found if is_wanted(name)]


def check_media(root: Path) -> Iterator[Finding]:
    """Return files that are too large or badly named, pictures that are no PNG, sounds that are no Ogg Vorbis."""
    names = files_of_pack(root)
    if len(names) > MOST_FILES:
        yield Finding("too_large", Location(str(root)), f"has {len(names)} files", f"keep at most {MOST_FILES}")
        return
    sizes, pixels, seconds = 0, 0, 0
    for name in names:
        place, size = Location(str(root / name)), (root / name).stat().st_size
        sizes += size
        wrong = what_is_wrong_with(name)
        if wrong is not None:
            yield Finding("file_name", place, wrong, "rename it")
        if size > MOST_BYTES[suffix_of(name)]:
            most = MOST_BYTES[suffix_of(name)]
            yield Finding("too_large", place, f"has {size} bytes", f"keep it to {most}")
        elif suffix_of(name) == ".png":
            width, height = _png_size(root / name)
            pixels += width * height
            yield from _picture(place, width, height)
        elif suffix_of(name) in SOUNDS:
            found = _sound(place, root / name)
            seconds += found if isinstance(found, int) else 0
            yield from () if isinstance(found, int) else (found,)
    if seconds > MOST_SOUND_S:
        what = f"may hold {seconds} s of sound in all"
        yield Finding("too_large", Location(str(root)), what, f"keep it under {MOST_SOUND_S} s")
    if sizes > MOST_BYTES_IN_ALL or pixels > MOST_PX_IN_ALL:
        what = f"has {sizes >> 20} MiB of files and {pixels / 1e6:.0f} million pixels"
        mend = f"keep it to {MOST_BYTES_IN_ALL >> 20} MiB and {MOST_PX_IN_ALL / 1e6:.0f} million"
        yield Finding("too_large", Location(str(root)), what, mend)


def _png_size(path: Path) -> tuple[int, int]:
    """Return width and height of a PNG by its header; (0, 0) where it is none."""
    with path.open("rb") as file:
        head = file.read(len(PNG_HEAD) + 8)
    if len(head) < len(PNG_HEAD) + 8 or not head.startswith(PNG_HEAD):
        return 0, 0
    return int.from_bytes(head[16:20], "big"), int.from_bytes(head[20:24], "big")


def _picture(location: Location, width: int, height: int) -> Iterator[Finding]:
    if not width or not height:
        yield Finding("picture", location, "is no PNG", "save it as PNG")
    elif max(width, height) > MOST_SIDE_PX or width * height > MOST_PICTURE_PX:
        what = f"measures {width} x {height} px"
        mend = f"keep its sides to {MOST_SIDE_PX} px and all to {MOST_PICTURE_PX} pixels"
        yield Finding("too_large", location, what, mend)


def _sound(location: Location, path: Path) -> int | Finding:
    """Return how many seconds may come out of a sound, or what is wrong with it."""
    if path.suffix.lower() == ".wav":
        return _wave_seconds(location, path)
    try:
        facts = read_facts(path)
    except NotVorbis as error:
        return Finding("sound", location, str(error), "save it as Ogg Vorbis, mono or stereo")
    seconds = facts.most_frames // facts.rate
    if seconds > LONGEST_SOUND_S:
        return Finding("too_large", location, f"may last {seconds} s", f"keep it under {LONGEST_SOUND_S} s")
    return seconds


def _wave_seconds(location: Location, path: Path) -> int | Finding:
    with path.open("rb") as file:
        head = file.read(WAVE_HEAD.size)
    plain = False
    if len(head) == WAVE_HEAD.size:
        riff, kind, length, coding, channels, rate, _, frame_bytes, bits, data = WAVE_HEAD.unpack(head)
        plain = (riff, kind, data) == (b"RIFF", b"WAVEfmt ", b"data") and (length, coding) == PLAIN_FORMAT
        plain = plain and 1 <= channels <= MOST_CHANNELS and rate in RATES and frame_bytes * 8 == channels * bits > 0
    if not plain:
        return Finding("sound", location, "is no plain WAV", "save it as 16-bit PCM, mono or stereo")
    seconds = path.stat().st_size // (frame_bytes * rate)
    if seconds > LONGEST_SOUND_S:
        return Finding("too_large", location, f"lasts {seconds} s", f"keep it under {LONGEST_SOUND_S} s")
    return int(seconds)
