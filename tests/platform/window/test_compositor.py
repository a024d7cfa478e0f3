"""A collage shows every plane at the window's pixels nearest to its place, nearer planes over farther ones."""

import numpy as np
import numpy.typing as npt
import pygame
import pytest

from game.platform.window.compositor import PICTURE_SIZE, Compositor, pixels_of

WIDTH, HEIGHT = PICTURE_SIZE
BLOCK_PX = 20
Pixels = npt.NDArray[np.uint32]


def blocks(composite: int) -> tuple[pygame.Surface, npt.NDArray[np.uint8]]:
    """Return a picture of random pixels whose owners change from block to block."""
    rng = np.random.default_rng(7)
    picture = pygame.Surface(PICTURE_SIZE, 0, 32)
    pixels_of(picture)[:] = rng.integers(0, 1 << 24, (HEIGHT, WIDTH), dtype=np.uint32)
    owner = rng.integers(0, composite, (HEIGHT // BLOCK_PX, WIDTH // BLOCK_PX), dtype=np.uint8)
    return picture, np.repeat(np.repeat(owner, BLOCK_PX, 0), BLOCK_PX, 1)


def laid(
    picture: pygame.Surface, owner: npt.NDArray[np.uint8], offsets: list[tuple[float, float]], scale: int
) -> Pixels:
    window = pygame.Surface((WIDTH * scale, HEIGHT * scale), 0, 32)
    Compositor(window).compose(picture, (owner, offsets), lambda: None)
    return pixels_of(window).copy()


def painted(
    picture: pygame.Surface, owner: npt.NDArray[np.uint8], offsets: list[tuple[float, float]], scale: int
) -> tuple[Pixels, npt.NDArray[np.bool_]]:
    """Paint plane by plane, back to front; return the window and where any plane lies."""
    window, covered = (
        np.zeros((HEIGHT * scale, WIDTH * scale), np.uint32),
        np.zeros((HEIGHT * scale, WIDTH * scale), bool),
    )
    wide = [np.repeat(np.repeat(field, scale, 0), scale, 1) for field in (pixels_of(picture), owner)]
    for number, (across, down) in enumerate(offsets):
        move = (int(np.floor(down * scale + 0.5)), int(np.floor(across * scale + 0.5)))
        mine = np.roll(wide[1] == number, move, (0, 1))
        np.copyto(window, np.roll(wide[0], move, (0, 1)), where=mine)
        covered |= mine
    return window, covered


INSIDE = slice(8, -8)


@pytest.mark.parametrize("scale", [2, 3, 4, 5])
@pytest.mark.parametrize("down", [0.0, 0.34, -0.5])
def test_planes_that_lie_equally_high_are_shown_as_if_painted_one_by_one(scale: int, down: float) -> None:
    picture, owner = blocks(5)
    offsets = [(across, down) for across in (0.0, 0.34, -0.34, 0.49, -0.5)]
    expected, covered = painted(picture, owner, offsets, scale)
    shown = laid(picture, owner, offsets, scale)
    assert (shown == expected)[INSIDE, INSIDE][covered[INSIDE, INSIDE]].all()


@pytest.mark.parametrize("scale", [2, 3])
def test_planes_at_any_height_differ_from_that_at_corners_at_most(scale: int) -> None:
    picture, owner = blocks(5)
    offsets = [(0.0, 0.0), (0.34, -0.4), (-0.34, 0.4), (0.49, 0.0), (-0.5, -0.5)]
    expected, covered = painted(picture, owner, offsets, scale)
    wrong = (laid(picture, owner, offsets, scale) != expected)[INSIDE, INSIDE] & covered[INSIDE, INSIDE]
    assert wrong.mean() < 0.0005


def test_what_a_plane_uncovers_is_taken_over_by_the_one_behind_it() -> None:
    picture, owner = pygame.Surface(PICTURE_SIZE, 0, 32), np.zeros((HEIGHT, WIDTH), np.uint8)
    picture.fill((0, 0, 200))
    picture.fill((200, 0, 0), (100, 100, 50, 50))
    owner[100:150, 100:150] = 1
    shown = laid(picture, owner, [(0.0, 0.0), (0.34, 0.34)], 3)
    red = shown == 0xC80000
    assert red.sum() == 150 * 150
    assert set(np.unique(shown)) == {0xC80000, 0x0000C8}


def test_the_devices_are_asked_again_and_again() -> None:
    asked: list[int] = []
    picture, owner = blocks(3)
    window = pygame.Surface((WIDTH * 3, HEIGHT * 3), 0, 32)
    Compositor(window).compose(picture, (owner, [(0.0, 0.0), (0.4, 0.4), (-0.4, -0.4)]), lambda: asked.append(1))
    assert len(asked) >= 10


def test_a_window_of_an_odd_size_shows_the_picture_whole() -> None:
    picture, owner = blocks(2)
    window = pygame.Surface((500, 281), 0, 32)
    Compositor(window).compose(picture, (owner, [(0.0, 0.0), (0.4, 0.4)]), lambda: None)
    assert window.get_at((499, 280)) == picture.get_at((639, 359))
