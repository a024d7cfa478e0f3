"""Everything that is wrong with a pack: its description, its files, its song, its maps, and how perfect play fares.

First what could hurt (sizes, kinds, names), then what is read; what follows from a finding waits until it is mended.
"""

from pathlib import Path

from game.content.checks.files import check_file
from game.content.finding import Finding, Location, Severity, errors_in
from game.content.pack import PACK_FILE, Pack, read_pack
from game.content.packing.limits import MOST_MAPS, MOST_OBJECTS
from game.content.packing.media import check_media
from game.content.packing.ogg import NotVorbis, read_facts
from game.content.song.song import Song, load_song
from game.content.tiled.xml_files import XmlFiles
from game.errors import ContentError
from game.text_files import Malformed, parse_json
from game.timing.units import US_PER_SECOND

OBJECT = b"<object "
"""How an object of a map begins."""
RATE_ONE = 1000
"""The song as it is written, in permille."""


def check_pack(root: Path, shipped: tuple[Path, ...]) -> list[Finding]:
    """Return every problem of the pack in a folder; what it lacks is sought in the shipped folders."""
    if not (root / PACK_FILE).is_file():
        what, mend = f"has no {PACK_FILE}", "name a pack's folder, or begin one with `packs new`"
        return [Finding("pack", Location(str(root)), what, mend)]
    findings = [*check_media(root)]
    if errors_in(findings):
        return findings
    try:
        pack = read_pack(root, shipped)
        song = load_song(pack.song)
        findings += [*_size_of_maps(pack), *_sound_of(song)]
    except ContentError as error:
        return [*findings, _as_finding(error)]
    if errors_in(findings):
        return findings
    return [*findings, *check_file(pack.world, song, XmlFiles(pack.roots, pack.roots), pack.difficulties)]


def _as_finding(error: ContentError) -> Finding:
    place, _, rest = str(error).partition(": ")
    what, _, mend = rest.partition("; ")
    return Finding("pack", Location(place), what, mend or "mend that file")


def _size_of_maps(pack: Pack) -> list[Finding]:
    """Return maps with more objects, and worlds with more maps, than are checked in a reasonable time."""
    maps = sorted(pack.world.parent.glob("*.tmx"))
    findings = []
    try:
        listed = parse_json(pack.world.read_bytes())
    except (Malformed, OSError):
        return []  # the check of the world says why
    count = len(listed["maps"]) if isinstance(listed, dict) and isinstance(listed.get("maps"), list) else 0
    if max(count, len(maps)) > MOST_MAPS:
        findings.append(Finding("too_large", Location(str(pack.world)), f"lists {count} maps", f"keep {MOST_MAPS}"))
    for path in maps[:MOST_MAPS]:
        objects = path.read_bytes().replace(b"\0", b"").count(OBJECT)
        if objects > MOST_OBJECTS:
            findings.append(Finding("too_large", Location(str(path)), f"has {objects} objects", f"keep {MOST_OBJECTS}"))
    return findings


def _sound_of(song: Song) -> list[Finding]:
    """Return files of the song that are missing, and those that end before the song does."""
    audio = song.audio
    whole = list(audio.stems.values()) or [path for rate, path in audio.mixes.items() if rate == RATE_ONE]
    if not whole:
        mend = "give [[rates]] a row with rate = 1 and a file, or [[stems]] theirs"
        return [Finding("song", Location(str(song.path)), "names no sound for rate 1", mend)]
    findings = []
    for path in {*whole, *audio.mixes.values(), *filter(None, (audio.lead_in, audio.ring_out))}:
        if not path.is_file():
            place = Location(str(song.path))
            findings.append(Finding("song", place, f"its file {path.name} is missing", "put it beside the song's file"))
    for path in whole:
        if path.is_file() and path.suffix == ".ogg":
            findings += _too_short(path, song)
    return sorted(findings, key=str)


def _too_short(path: Path, song: Song) -> list[Finding]:
    try:
        facts = read_facts(path)
    except NotVorbis as error:
        return [Finding("sound", Location(str(path)), str(error), "save it as Ogg Vorbis, mono or stereo")]
    seconds, wanted = facts.most_frames / facts.rate, song.duration_us / US_PER_SECOND
    if seconds >= wanted - 1:
        return []
    what = f"lasts {seconds:.0f} s at most, the song {wanted:.0f} s"
    return [Finding("song", Location(str(path)), what, "give it its whole length", Severity.WARNING)]
