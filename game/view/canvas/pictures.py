"""Loads pictures from files once, indexed where the file is, counts them, and reports what cannot be read.

An indexed picture with one transparent entry stays indexed: a full-view blit takes 0.07 ms and a quarter of the memory.
A missing or broken file is a sentence in `problems` and a None for the caller.

What is computed from a picture is cached by `cached_by_picture`, which does not keep the picture itself, or in a
`DerivedArt` that lives as long as the art it was made from.
"""

from collections.abc import Callable, Hashable
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import Any, Concatenate, ParamSpec, Protocol, TypeVar
from weakref import WeakValueDictionary, ref

import pygame

from game.content.pack import find_in
from game.errors import ContentError

Made = TypeVar("Made")
Rest = ParamSpec("Rest")


def cached_by_picture(
    maxsize: int,
) -> Callable[[Callable[Concatenate[pygame.Surface, Rest], Made]], Callable[Concatenate[pygame.Surface, Rest], Made]]:
    """Return a decorator that caches the last `maxsize` results of a function of a picture and further values.

    Pictures are compared by identity and held weakly: a result never keeps the art alive that it was computed from. It
    must therefore not be the picture itself, nor share its pixels.
    """

    def decorate(
        make: Callable[Concatenate[pygame.Surface, Rest], Made],
    ) -> Callable[Concatenate[pygame.Surface, Rest], Made]:
        @lru_cache(maxsize)
        def made(source: ref[pygame.Surface], *rest: Any, **named: Any) -> Made:
            picture = source()
            assert picture is not None, "the caller holds it"
            return make(picture, *rest, **named)

        def look_up(picture: pygame.Surface, /, *rest: Rest.args, **named: Rest.kwargs) -> Made:
            return made(ref(picture), *rest, **named)  # type: ignore[arg-type]  # they are hashable, or it raises

        return look_up

    return decorate


class DerivedArt:
    """Larger things that views compute from pictures, each made once and cached by key."""

    def __init__(self) -> None:
        self._made: dict[Hashable, object] = {}

    def get(self, key: Hashable, make: Callable[[], Made]) -> Made:
        """Return what `make` returned when the key was first asked for. A key always stands for one type."""
        if key not in self._made:
            self._made[key] = make()
        found: Made = self._made[key]  # type: ignore[assignment]
        return found


class KeptParts(Protocol):
    """What was cut out of a picture and is kept of it."""

    @property
    def bytes_held(self) -> int:
        """The bytes of its pixels."""
        ...


Kept = TypeVar("Kept", bound=KeptParts)


class Pictures:
    """The cache of pictures under the roots of a pack. Safe to fill from another thread while a title is shown."""

    def __init__(self, roots: tuple[Path, ...]) -> None:
        """`roots` are the folders that a relative name is sought in, in their order."""
        self.roots = roots
        self.problems: list[str] = []
        self.files_read = 0
        """Number of files read so far."""
        self._located: dict[str | Path, Path] = {}
        self._cache: dict[Path, pygame.Surface | None] = {}
        self._let_go: WeakValueDictionary[Path, pygame.Surface] = WeakValueDictionary()
        """Pictures that were let go of, for as long as something else holds them."""
        self._cut: dict[Path, dict[Hashable, KeptParts]] = {}
        self._stamps: dict[Path, int] = {}
        self._lock = Lock()

    def get(self, name: str | Path) -> pygame.Surface | None:
        """Return the picture at `name` (under a root, or absolute), or None with a sentence in `problems`."""
        with self._lock:
            path = self._path_of(name)
            held = self._let_go.pop(path, None)
            if held is not None:
                self._cache[path] = held
            if path not in self._cache:
                self._stamps[path] = _stamp(path)
                self._cache[path] = self._load(path)
                self.files_read += 1
            return self._cache[path]

    def cut(self, name: str | Path, look: Hashable, cutting: Callable[[pygame.Surface], Kept]) -> Kept | None:
        """Return what `cutting` makes of the picture at `name`, once for each `look`, or None.

        It copies what it needs: the picture itself is held no longer, and read anew when it is asked for. A look always
        stands for one type.
        """
        with self._lock:
            path = self._path_of(name)
        if look not in self._cut.get(path, {}):
            picture = self.get(name)
            if picture is None:
                return None
            made = cutting(picture)
            with self._lock:
                self._cut.setdefault(path, {})[look] = made
                if self._cache.pop(path, None) is not None:
                    self._let_go[path] = picture
        found: Kept = self._cut[path][look]  # type: ignore[assignment]
        return found

    def forget_changed(self) -> bool:
        """Drop every picture whose file was written since it was read; return whether there was one."""
        with self._lock:
            self._located.clear()
            changed = [path for path, stamp in self._stamps.items() if _stamp(path) != stamp]
            for path in changed:
                del self._stamps[path]
                self._cache.pop(path, None)
                self._let_go.pop(path, None)
                self._cut.pop(path, None)
        return bool(changed)

    @property
    def bytes_held(self) -> int:
        """Return the bytes of pixels held in memory now."""
        with self._lock:
            kept = [surface for surface in self._cache.values() if surface is not None] + list(self._let_go.values())
            parts = sum(cut.bytes_held for cuts in self._cut.values() for cut in cuts.values())
        return parts + sum(surface.get_pitch() * surface.get_height() for surface in kept)

    def _path_of(self, name: str | Path) -> Path:
        if name not in self._located:
            self._located[name] = self._locate(Path(name))
        return self._located[name]

    def _locate(self, name: Path) -> Path:
        """Return the file of a name; where no root has it, a path at which there is none."""
        if name.is_absolute():
            return name
        return find_in(self.roots, name.as_posix()) or self.roots[-1] / name.name

    def _load(self, path: Path) -> pygame.Surface | None:
        try:
            return load_picture(path)
        except ContentError as error:
            self.problems.append(str(error))
            return None


def _stamp(path: Path) -> int:
    """Return a file's modification time in nanoseconds; 0 where there is none."""
    return path.stat().st_mtime_ns if path.exists() else 0


def load_picture(path: Path) -> pygame.Surface:
    """Load one picture ready to blit; raises ContentError with file, place and mend."""
    try:
        raw = pygame.image.load(path)
    except (pygame.error, OSError) as error:
        raise ContentError(
            f"{path.name}: cannot be read as a picture ({error}): rebuild or restore the file"
        ) from error
    return ready(raw)


def ready(raw: pygame.Surface) -> pygame.Surface:
    """Return a copy of `raw` in the format that blits fastest without loss."""
    if raw.get_bitsize() == 8:
        if raw.get_colorkey() is None and raw.get_palette_at(0)[:3] == (255, 0, 255):
            raw.set_colorkey(0)
        return raw
    soft = raw.get_flags() & pygame.SRCALPHA
    copy = pygame.Surface(raw.get_size(), pygame.SRCALPHA if soft else 0, 32)
    copy.blit(raw, (0, 0), special_flags=pygame.BLEND_RGBA_ADD if soft else 0)
    return copy
