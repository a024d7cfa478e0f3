"""Pictures are read once, read again when their file was written, and let go of with what holds them."""

import os
from dataclasses import dataclass
from pathlib import Path
from weakref import ref

import pygame

from game.view.canvas.pictures import Pictures, cached_by_picture


@cached_by_picture(maxsize=2)
def size_times(picture: pygame.Surface, factor: int) -> list[int]:
    """Return a new list, so that two calls can be told apart."""
    return [factor * side for side in picture.get_size()]


def test_a_result_is_kept_for_the_same_picture_and_values() -> None:
    one, other = pygame.Surface((2, 3)), pygame.Surface((2, 3))
    assert size_times(one, 2) is size_times(one, 2)
    assert size_times(one, 2) is not size_times(other, 2)
    assert size_times(one, 3) == [6, 9]


def test_a_result_does_not_keep_its_picture() -> None:
    picture = pygame.Surface((2, 3))
    size_times(picture, 2)
    left = ref(picture)
    del picture
    assert left() is None


def test_a_picture_is_read_again_only_after_its_file_was_written(tmp_path: Path) -> None:
    file = tmp_path / "wall.png"
    pygame.image.save(pygame.Surface((4, 4)), file)
    pictures = Pictures((tmp_path,))
    first = pictures.get("wall.png")
    pictures.forget_changed()
    assert pictures.get("wall.png") is first
    pygame.image.save(pygame.Surface((8, 4)), file)
    os.utime(file, ns=(1, 1))
    pictures.forget_changed()
    again = pictures.get("wall.png")
    assert again is not None
    assert again.get_width() == 8
    assert pictures.files_read == 2


@dataclass(frozen=True)
class Copied:
    """A copy of a picture."""

    picture: pygame.Surface

    @property
    def bytes_held(self) -> int:
        return self.picture.get_pitch() * self.picture.get_height()


def copied(picture: pygame.Surface) -> Copied:
    return Copied(picture.copy())


def test_of_a_picture_that_was_cut_only_the_parts_are_held_unless_something_shows_it(tmp_path: Path) -> None:
    pygame.image.save(pygame.Surface((8, 4)), tmp_path / "wall.png")
    pictures = Pictures((tmp_path,))
    shown = pictures.get("wall.png")
    cut = pictures.cut("wall.png", "whole", copied)
    assert cut is not None
    assert pictures.bytes_held == 2 * cut.bytes_held
    assert pictures.get("wall.png") is shown
    pictures.cut("wall.png", "other", copied)
    del shown
    assert pictures.bytes_held == 2 * cut.bytes_held, "two looks, and no picture"
    assert pictures.cut("wall.png", "whole", copied) is cut
    assert pictures.files_read == 1
    assert pictures.get("wall.png") is not None
    assert pictures.files_read == 2


def test_a_picture_that_cannot_be_read_is_not_cut(tmp_path: Path) -> None:
    assert Pictures((tmp_path,)).cut("nothing.png", "whole", copied) is None


def test_a_picture_that_was_cut_is_cut_anew_when_its_file_was_written(tmp_path: Path) -> None:
    file = tmp_path / "wall.png"
    pygame.image.save(pygame.Surface((8, 4)), file)
    pictures = Pictures((tmp_path,))
    cut = pictures.cut("wall.png", "whole", copied)
    assert not pictures.forget_changed()
    os.utime(file, ns=(1, 1))
    assert pictures.forget_changed()
    assert pictures.cut("wall.png", "whole", copied) is not cut
