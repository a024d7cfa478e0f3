"""Sprite sheets: frames with a ground point and anchors, and clips whose frames last fractions of a beat.

The sheet's JSON is checked as it is read: a wrong one is a ContentError that names the file, the place in it and the
mend. `Sheets` reads each sheet once; a missing or damaged one is reported once and left out.
"""

from bisect import bisect_right
from dataclasses import dataclass, field, replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import pygame

from game.content.pack import find_in, held_in
from game.errors import ContentError
from game.text_files import WRONG_SHAPE, parse_json
from game.view.canvas.pictures import load_picture
from game.view.figure.suit import dyed

FOLDER = "sprites"
"""The folder of a root that holds its sheets."""
FORMS = ("stiff", "loose", "proud")
"""Variants of the same movements, from poor to great form."""
Point = tuple[int, int]


@dataclass(frozen=True, slots=True)
class SpriteFrame:
    """One picture of a sheet; `origin` is its ground point, `anchors` hands, feet and head, in pixels inside it."""

    picture: pygame.Surface
    origin: Point
    anchors: dict[str, Point]
    relief: pygame.Surface | None = None
    """Its part of the sheet's normal map, if there is one."""


@dataclass(frozen=True, slots=True)
class Clip:
    """A clip: frame numbers, start beat of each, total length in beats, and the beat of contact."""

    name: str
    frames: tuple[int, ...]
    starts: tuple[float, ...]
    length: float
    loops: bool
    contact: float | None
    angles: tuple[float, ...] = ()
    """For swinging things: the angle of each frame in degrees, positive to the right."""
    hold_from: float | None = None
    """For held movements: the beat from which the clip loops to its end."""

    def frame_at(self, beats: float) -> int:
        """Return the frame at `beats` after the clip began; a clip that does not loop stays on its last frame."""
        at = beats % self.length if self.loops else max(0.0, beats)
        if self.hold_from is not None and at >= self.length:
            at = self.hold_from + (at - self.hold_from) % (self.length - self.hold_from)
        return self.frames[max(0, bisect_right(self.starts, at + 1e-9) - 1)]

    def frame_of(self, degrees: float) -> int:
        """Return the frame whose angle is nearest."""
        return self.frames[min(range(len(self.angles)), key=lambda index: abs(self.angles[index] - degrees))]

    @property
    def after_contact(self) -> float:
        """Beats from the contact (or the beginning) to the end."""
        return self.length - (self.contact or 0.0)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet with its clips by full name, such as `run.loose`."""

    name: str
    pixels_per_metre: float
    frames: tuple[SpriteFrame, ...]
    clips: dict[str, Clip]
    facts: dict[str, Any] = field(default_factory=dict)
    """Further values of the sheet's JSON, such as the row of its swivel."""
    _found: dict[tuple[str, str], Clip | None] = field(default_factory=dict, init=False, repr=False, compare=False)
    """Clips that were asked for, by action and form."""

    def clip(self, action: str, form: str = "loose") -> Clip | None:
        """Return the clip of an action in a form, else in another form, else None."""
        if (action, form) not in self._found:
            names = (f"{action}.{form}", action, *(f"{action}.{other}" for other in FORMS))
            self._found[action, form] = next((self.clips[name] for name in names if name in self.clips), None)
        return self._found[action, form]


def load_sheet(folder: Path, name: str) -> Sheet:
    """Read `name`.png, `name`.json and the normal map, if any; raises ContentError."""
    path = held_in(folder, f"{name}.json")
    try:
        data = parse_json(path.read_bytes())
    except (OSError, ValueError) as error:
        raise ContentError(f"{path.name}: cannot be read as a sheet ({error}): rebuild the sheet") from error
    relief = held_in(folder, f"{name}.normal.png")
    picture = load_picture(held_in(folder, f"{name}.png"))
    return sheet_from(name, data, picture, load_picture(relief) if relief.exists() else None)


def sheet_from(name: str, data: Any, picture: pygame.Surface, relief: pygame.Surface | None = None) -> Sheet:
    """Build a sheet from its parsed JSON; raises ContentError that names the problem."""
    if relief is not None and relief.get_size() != picture.get_size():
        raise ContentError(
            f"{name}.normal.png: is {relief.get_size()} large, the sheet {picture.get_size()}: rebuild the sheet"
        )
    try:
        frames = tuple(_frame(entry, picture, relief) for entry in data["frames"])
        clips = {key: _clip(key, entry, len(frames)) for key, entry in data["clips"].items()}
        facts = {key: value for key, value in data.items() if key not in ("frames", "clips")}
        return Sheet(name, float(data["pixels_per_metre"]), frames, clips, facts)
    except (pygame.error, *WRONG_SHAPE) as error:
        raise ContentError(f"{name}.json: a frame or clip is wrong ({error!r}): rebuild the sheet") from error


def _frame(entry: Any, picture: pygame.Surface, relief: pygame.Surface | None) -> SpriteFrame:
    rect = pygame.Rect(entry["rect"])
    if not picture.get_rect().contains(rect):
        raise ValueError(f"frame {tuple(rect)} lies outside the picture {picture.get_size()}")
    anchors = {part: (int(x), int(y)) for part, (x, y) in entry.get("anchors", {}).items()}
    ox, oy = entry["origin"]
    lit = None if relief is None else relief.subsurface(rect)
    return SpriteFrame(picture.subsurface(rect), (int(ox), int(oy)), anchors, lit)


def _clip(name: str, entry: Any, frame_count: int) -> Clip:
    frames = tuple(int(number) for number in entry["frames"])
    beats = [Fraction(text) for text in entry["beats"]]
    if not frames or len(frames) != len(beats) or min(beats) <= 0:
        raise ValueError(f"clip {name}: one duration above 0 for each frame is wanted")
    if min(frames) < 0 or max(frames) >= frame_count:
        raise ValueError(f"clip {name}: a frame number is not among 0 to {frame_count - 1}")
    starts = tuple(float(sum(beats[:index], Fraction(0))) for index in range(len(beats)))
    contact = entry.get("contact")
    return Clip(
        name=name,
        frames=frames,
        starts=starts,
        length=float(sum(beats, Fraction(0))),
        loops=bool(entry["loop"]),
        contact=None if contact is None else float(Fraction(contact)),
        angles=tuple(float(angle) for angle in entry.get("angles", ()))[: len(frames)],
        hold_from=starts[int(entry["hold_from"])] if "hold_from" in entry else None,
    )


class Sheets:
    """Sheets by name: each from the first root whose `sprites/` has it. `problems` holds a sentence for each that could
    not be used.
    """

    def __init__(self, roots: tuple[Path, ...]) -> None:
        self.roots = roots
        self.problems: list[str] = []
        self.files_read = 0
        """Number of sheets read so far."""
        self._sheets: dict[str, Sheet | None] = {}
        self._dyed: dict[str, Sheet] = {}
        self._stamps: dict[str, tuple[int, ...]] = {}

    def get(self, name: str) -> Sheet | None:
        """Return the sheet, or None where it cannot be used or has no name: the stand-in is drawn instead."""
        if name and name not in self._sheets:
            self.files_read += 1
            self._stamps[name] = self._stamp(name)
            try:
                self._sheets[name] = load_sheet(self._folder_of(name), name)
            except ContentError as error:
                self.problems.append(str(error))
                self._sheets[name] = None
        return self._sheets.get(name)

    def dyed(self, name: str) -> Sheet | None:
        """Return the sheet with the fighter's clothes dyed, or None."""
        if name not in self._dyed:
            sheet = self.get(name)
            if sheet is None or not sheet.frames:
                return sheet
            whole = dyed(_whole(sheet.frames[0].picture))
            frames = tuple(
                replace(frame, picture=whole.subsurface((frame.picture.get_abs_offset(), frame.picture.get_size())))
                for frame in sheet.frames
            )
            self._dyed[name] = replace(sheet, frames=frames)
        return self._dyed[name]

    def forget_changed(self) -> None:
        """Drop every sheet whose files were written since they were read."""
        for name in [name for name, stamp in self._stamps.items() if self._stamp(name) != stamp]:
            del self._sheets[name], self._stamps[name]
            self._dyed.pop(name, None)

    def _stamp(self, name: str) -> tuple[int, ...]:
        files = (self._folder_of(name) / f"{name}{suffix}" for suffix in (".json", ".png"))
        return tuple(file.stat().st_mtime_ns if file.exists() else 0 for file in files)

    def _folder_of(self, name: str) -> Path:
        folders = tuple(root / FOLDER for root in self.roots)
        found = find_in(folders, f"{name}.json")
        return folders[-1] if found is None else found.parent

    @property
    def bytes_held(self) -> int:
        """Return the bytes of pixels held now."""
        first = [sheet.frames[0] for sheet in self._sheets.values() if sheet is not None and sheet.frames]
        kept = [picture for frame in first for picture in (frame.picture, frame.relief) if picture is not None]
        return sum(_whole(picture).get_pitch() * _whole(picture).get_height() for picture in kept)


def _whole(picture: pygame.Surface) -> pygame.Surface:
    return picture.get_abs_parent()
