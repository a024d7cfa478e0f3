"""Draws the climb: sky, the nearest distant picture, cards beyond the top, stairs, cards before it, rails."""

from itertools import pairwise
from math import floor
from typing import Any

import pygame

from game.content.pack import held_in
from game.errors import ContentError
from game.minigames.steps.building_shadow import BuildingShadow
from game.minigames.steps.climb import ClimbFacts, Eye
from game.minigames.steps.stair_rows import StairRows
from game.minigames.steps.stairs import Way
from game.view.canvas.lens import WIDTH
from game.view.canvas.pictures import Pictures, cached_by_picture
from game.view.film.draw_context import DrawContext
from game.view.place.backdrop import parse

TEMPLE_FOOT_METRES = 10.0
"""Height over the terrace of the point by which a distant picture is aligned, metres."""
NEAREST_CARD_METRES = 4.0
"""Distance from the camera within which cards are not drawn, metres."""
BEYOND = 1e9
"""Depth beyond every card, metres."""
FLAG_FRAMES_PER_BEAT = 2
"""Frames of a flag a beat."""
RAIL_METRES, THICKEST_PX = 0.055, 4
"""Thickness of the rails in metres, and the largest in px."""


class ClimbPicture:
    """Draws everything of the climb but the fighter. Raises ContentError where a file is missing."""

    def __init__(self, facts: ClimbFacts, pictures: Pictures) -> None:
        self.facts = facts
        self._pictures = pictures
        data = facts.data
        self._sky = self._picture(data["sky"]["image"])
        self._far = [(far["climbed"] + far["approach"], far["y"], far["image"]) for far in data["far"]]
        self._stairs = StairRows(facts, [self._picture(image) for image in data["textures"]["images"]])
        self._cards = self._picture(data["cards"]["image"])
        rails, risers = data["rails"], data["risers_z"]
        posts = range(1, len(risers) + 1, rails["posts_every"])
        self._posts = [(stair * data["rise"], risers[stair - 1]) for stair in posts]

    @property
    def shadow(self) -> BuildingShadow:
        """The building's shadow on the stairs."""
        return self._stairs.shadow

    def draw(self, context: DrawContext, way: Way, eye: Eye, beat: float) -> None:
        """Draw the climb at a position, through a camera, at a beat of the section; flags move by the beat."""
        target, composite, top_z = context.target, context.composite, self.facts.data["top"]["z"]
        drift = self.facts.data["sky"]["drift"] * (1 - way.climbed / self.facts.data["stairs"])
        left, top = eye.middle - self._sky.get_width() / 2, drift + eye.horizon - self.facts.data["camera"]["horizon"]
        target.blit(self._sky, (floor(left + 0.5), floor(top + 0.5)))
        composite.paste((left, top), self._sky)
        self._draw_far(context, way, eye)
        self._draw_cards(context, eye, (top_z, BEYOND))
        self._stairs.draw(target, composite, eye, beat)
        self._draw_cards(context, eye, (-BEYOND, top_z))
        # A rail runs to where the stairs vanish: it keeps its place on the screen as he climbs.
        composite.hang(eye.middle, eye.horizon)
        self._draw_rails(target, eye)

    def load(self) -> None:
        """Read every distant picture now."""
        for _, _, image in self._far:
            self._picture(image)

    def _picture(self, name: str) -> pygame.Surface:
        picture = self._pictures.get(held_in(self.facts.folder, name))
        if picture is None:
            raise ContentError(f"{self.facts.folder.name}/{name}: is missing or damaged: rebuild the place")
        return picture

    def _draw_far(self, context: DrawContext, way: Way, eye: Eye) -> None:
        """Draw the nearest distant picture, shifted by the temple's motion since the position it was painted for;
        beyond its sides the last column repeats.
        """
        stop, y, image = min(self._far, key=lambda far: abs(far[0] - way.climbed - way.approach))
        painted = self.facts.eye(Way(max(0.0, stop), min(0.0, stop)))
        high, z = self.facts.data["top"]["y"] + TEMPLE_FOOT_METRES, self.facts.data["temple_z"]
        picture = self._picture(image)
        left, top = eye.middle - WIDTH / 2, y + eye.row(high, z) - painted.row(high, z)
        context.composite.hang(left, top)
        at = (floor(left + 0.5), floor(top + 0.5))
        context.target.blit(picture, at)
        for column in (*range(at[0]), *range(WIDTH + at[0], WIDTH)):
            side = 0 if column < at[0] else WIDTH - 1
            context.target.blit(picture, (column, at[1]), (side, 0, 1, picture.get_height()))

    def _draw_cards(self, context: DrawContext, eye: Eye, depths: tuple[float, float]) -> None:
        cards = self.facts.data["cards"]
        for number, card in enumerate(cards["stand"]):
            z = card["z"]
            if not depths[0] < z <= depths[1] or z - eye.z < NEAREST_CARD_METRES:
                continue
            kind = card["kind"]
            if kind in cards["frames"]:
                kind = f"{kind}_{(int(context.now.beat * FLAG_FRAMES_PER_BEAT) + number) % cards['frames'][kind]}"
            size = _size_for(cards["kinds"][kind][card["light"]], eye.scale(z))
            column, row, share = eye.column(card["x"], z), eye.row(card["y"], z), eye.scale(z) / size["ppm"]
            if not -size["rect"][2] * share < 2 * column < 2 * WIDTH + size["rect"][2] * share:
                continue  # also spares enlarging what stands beside the lens
            picture = scaled_card(self._cards, tuple(size["rect"]), round(share * 64))
            corner = (column - picture.get_width() // 2, row - picture.get_height())
            context.target.blit(picture, (floor(corner[0] + 0.5), floor(corner[1] + 0.5)))
            context.composite.paste(corner, picture)

    def _draw_rails(self, target: pygame.Surface, eye: Eye) -> None:
        rails = self.facts.data["rails"]
        dark, bright = parse(rails["dark"]), parse(rails["bright"])
        seen = [(y, z) for y, z in self._posts if z - eye.z > 3]
        for x in rails["x"] if len(seen) > 1 else ():
            heads = [(eye.column(x, z), eye.row(y + rails["height"], z)) for y, z in seen]
            thick = [min(THICKEST_PX, max(1, round(RAIL_METRES * eye.scale(z)))) for _, z in seen]
            for (column, head), (y, z), width in zip(heads, seen, thick, strict=True):
                pygame.draw.line(target, dark, (column, eye.row(y, z)), (column, head), width)
            for ((c0, r0), (c1, r1)), width in zip(pairwise(heads), thick, strict=False):
                pygame.draw.line(target, dark, (c0, r0 + 1), (c1, r1 + 1), width + 1)
                pygame.draw.line(target, bright, (c0, r0), (c1, r1), max(1, width - 1))


def _size_for(sizes: list[Any], scale: float) -> Any:
    """Return the smallest painted size that needs no enlarging."""
    return next((size for size in reversed(sizes) if size["ppm"] >= scale), sizes[0])


@cached_by_picture(maxsize=512)
def scaled_card(sheet: pygame.Surface, rect: tuple[int, int, int, int], sixty_fourths: int) -> pygame.Surface:
    """Return a card of the sheet at a scale in 64ths."""
    card = sheet.subsurface(rect)
    size = (max(1, rect[2] * sixty_fourths // 64), max(1, rect[3] * sixty_fourths // 64))
    return card.copy() if size == (rect[2], rect[3]) else pygame.transform.scale(card, size)
