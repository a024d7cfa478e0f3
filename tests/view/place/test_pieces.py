"""A wide layer is drawn in the pieces that show something: the same picture, and nearly nothing where it is empty."""

from math import floor
from pathlib import Path

import numpy as np
import pygame
import pytest

from game.content.layers import Blend, LayerFacts
from game.view.canvas.composite_layers import CompositeLayers, Parts
from game.view.canvas.lens import HEIGHT, VIEW_Y, WIDTH, Lens
from game.view.canvas.pictures import Pictures, load_picture
from game.view.place.map_layers import FLAGS, ImageLayer, prepared
from game.view.place.pieces import BAND_PX, BANDS, Pieces

SIZE = (1500, 300)
KEY, INK = (255, 0, 255), (200, 120, 40)
BLOBS = ((0, 0, 9, 5), (60, 40, 200, 30), (300, 120, 700, 50), (420, 200, 3, 3), (1400, 260, 100, 40), (640, 0, 1, 300))


def painted(kind: str) -> pygame.Surface:
    """Return a picture with some blobs: as an indexed one, one with soft edges, or one without transparent pixels."""
    picture = pygame.Surface(SIZE, pygame.SRCALPHA if kind == "soft" else 0, 8 if kind == "indexed" else 32)
    if kind == "indexed":
        picture.set_palette([KEY, INK, *[(0, 0, 0)] * 254])
        picture.set_colorkey(0)
    for blob in BLOBS:
        picture.fill((*INK, 120) if kind == "soft" else INK, blob)
    return picture


def every_piece(picture: pygame.Surface) -> list[pygame.Rect]:
    pieces, width = Pieces(picture, pygame.Surface.copy), BAND_PX * BANDS
    return [piece.area for left in range(0, SIZE[0], width) for piece in pieces.between(left, left + width)]


@pytest.mark.parametrize("kind", ["indexed", "soft", "opaque"])
def test_every_visible_pixel_lies_in_exactly_one_piece(kind: str) -> None:
    held = np.zeros(SIZE, int)
    for piece in every_piece(painted(kind)):
        assert painted(kind).get_rect().contains(piece)
        held[piece.left : piece.right, piece.top : piece.bottom] += 1
    assert held.max() == 1
    assert all((held[x : x + w, y : y + h] == 1).all() for x, y, w, h in BLOBS)


def test_what_is_empty_is_left_out() -> None:
    covered = sum(piece.width * piece.height for piece in every_piece(painted("indexed")))
    visible = int((pygame.surfarray.array2d(painted("indexed")) > 0).sum())
    assert covered < 2 * visible < SIZE[0] * SIZE[1] / 3


def test_an_opaque_picture_is_one_piece_a_chunk() -> None:
    assert [piece.size for piece in every_piece(painted("opaque"))] == [(640, 300), (640, 300), (220, 300)]


def test_only_the_pixels_of_pieces_are_kept_and_the_file_is_read_again_for_the_whole(tmp_path: Path) -> None:
    pygame.image.save(painted("indexed"), tmp_path / "wide.png")
    pictures = Pictures((tmp_path,))
    layer = ImageLayer(LayerFacts("wide", 1.0), tmp_path / "wide.png", pictures)
    layer.load()
    in_pieces = pictures.bytes_held
    assert 0 < in_pieces < SIZE[0] * SIZE[1] / 2
    assert layer.picture() is not None
    assert (pictures.bytes_held - in_pieces, pictures.files_read) == (SIZE[0] * SIZE[1], 2)


@pytest.mark.parametrize(
    ("first", "end", "found"), [(0, 640, 4), (-500, 1, 2), (1399, 1401, 1), (1500, 2000, 0), (-9, 0, 0)]
)
def test_only_pieces_in_view_are_given(first: int, end: int, found: int) -> None:
    pieces = Pieces(painted("indexed"), pygame.Surface.copy).between(first, end)
    assert all(piece.area.left < end and piece.area.right > first for piece in pieces)
    assert len(pieces) == found


class Noted(CompositeLayers):
    """Notes which parts of a picture were blitted."""

    def __init__(self) -> None:
        self.parts: list[pygame.Rect] = []

    def paste_parts(self, place: tuple[float, float], parts: Parts) -> None:
        """Note them."""
        self.parts += [part for _, part in parts]


@pytest.mark.parametrize("kind", ["soft", "opaque"])
@pytest.mark.parametrize("blend", [Blend.SOLID, Blend.ADD, Blend.MULTIPLY])
def test_a_layer_in_pieces_is_the_whole_picture(tmp_path: Path, kind: str, blend: Blend) -> None:
    pygame.image.save(painted(kind), tmp_path / "wide.png")
    facts, pictures = LayerFacts("wide", 1.0, y=VIEW_Y, blend=blend), Pictures((tmp_path,))
    layer, raw = ImageLayer(facts, tmp_path / "wide.png", pictures), load_picture(tmp_path / "wide.png")
    for x in (-100.0, 333.25, 1200.5):
        seen, whole, noted = (*(pygame.Surface((WIDTH, HEIGHT), 0, 32) for _ in range(2)), Noted())
        for target in (seen, whole):
            target.fill((40, 60, 90))
        layer.draw(seen, noted, Lens(x), 0.0)
        whole.blit(prepared(raw, facts), (floor(0.5 - x), 0), special_flags=FLAGS.get(blend, 0))
        assert seen.get_buffer().raw == whole.get_buffer().raw
        if kind == "soft":
            assert sum(part.width * part.height for part in noted.parts) < SIZE[0] * SIZE[1] / 3
