"""Draws bodies: a clip's frame, or the stand-in where the sheet has none; contact shadows, rim light on a hand,
reflections.
"""

from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import numpy as np
import pygame

from game.view.canvas.color import BLACK, WHITE, Color
from game.view.canvas.pictures import cached_by_picture
from game.view.figure.lamplight import Lamplight, relit
from game.view.figure.sprite_sheet import Clip, Sheet, Sheets, SpriteFrame
from game.view.figure.standin import TALL, draw_standin
from game.view.figure.sweat import DEEP_PX, LARGE_PIXELS_PER_METRE, glistening
from game.view.figure.tint import in_light, tinted

SHADOW_ALPHA = 92
"""Opacity of a contact shadow, 0 to 255."""
SHADOW_LEFT = 0.4
"""Share of its width that is left of it high over the ground."""
SHADOW_STEPS = 6
"""Steps of its strength."""
RIM_REACH_METRES = 0.19
"""Radius around the acting hand's anchor in which its edge is lit, metres."""
STAIN_STEPS = 4
"""Steps of redness."""
STAIN_PX = 11
"""Radius around a hand in which wraps are looked for, px."""
WRAP_AT_LEAST = 150
"""Least green value of a pixel of the wraps."""
WARM_BY = 24
"""Least difference of its red and blue values."""
HAND_ANCHORS = ("left_hand", "right_hand")
"""Anchors of both hands."""
WET: Color = (120, 124, 140)
"""Tint of a reflection."""


@dataclass(frozen=True, slots=True)
class Pose:
    """The pose of a body: an action of a sheet in a form, and the beats since its clip began."""

    action: str
    beats: float
    form: str = "loose"
    hand: str = ""
    """Anchor whose edge is rim-lit; empty: none."""
    facing: int = 1
    """1 as in the sheet, -1 mirrored."""
    coat: Color = WHITE
    """Tint of a second body of the same sheet; white: as painted."""
    air: Color = BLACK
    """Light of the air between it and the eye, added to its colors; black: it stands close by."""


@dataclass(frozen=True, slots=True)
class Body:
    """Which body is drawn: the sheet's name, its height in pixels for the stand-in, and its light."""

    sheet: str
    height: float = TALL
    tint: Color = WHITE
    """Light factor of its colors."""
    opacity: int = 255
    """Opacity of a reflection: 255 in a mirror, less on wet ground."""
    sweat: int = 0
    """Wetness of the skin, 0 to 3."""
    lamp: Lamplight | None = None
    """Light of a lamp or fire, in addition to the place's light."""
    lean: int = 0
    """How far its head is ahead of its feet, px: his speed leans him."""
    air: Color = BLACK
    """Light of the air before it, added to its colors."""


class Actors:
    """Draws bodies from the sheets."""

    def __init__(self, sheets: Sheets) -> None:
        self.sheets = sheets
        self.unseen: frozenset[str] = frozenset()
        """Sheets whose bodies are not drawn: to find out what they cover in a picture."""
        self.in_suit: frozenset[str] = frozenset()
        """Sheets whose bodies wear the sweat suit."""

    def clip(self, sheet: str, action: str, form: str = "loose") -> Clip | None:
        """Return a clip, or None where it is missing."""
        found = self._sheet(sheet)
        return None if found is None else found.clip(action, form)

    def either(self, sheet: str, *actions: str) -> str:
        """Return the first of these actions that the sheet has a clip of, else the last."""
        return next((action for action in actions if self.clip(sheet, action) is not None), actions[-1])

    def draw(self, target: pygame.Surface, body: Body, pose: Pose, at: tuple[int, int]) -> SpriteFrame | None:
        """Draw a body with its ground point at `at`; return the frame used, None for the stand-in."""
        sheet = self._sheet(body.sheet) if body.sheet else None
        clip = None if sheet is None else sheet.clip(pose.action, pose.form)
        if sheet is None or clip is None:
            draw_standin(target, pose.action, stand_in_phase(pose), at, body.height)
            return None
        if body.sheet in self.unseen:
            return sheet.frames[clip.frame_at(pose.beats)]
        if pose.facing < 0:
            return self._draw_mirrored(target, (sheet, clip.frame_at(pose.beats)), body, at)
        return self._draw_frame(target, (sheet, clip.frame_at(pose.beats)), (pose.hand, body), at)

    def stain(self, target: pygame.Surface, sheet: str, pose: Pose, at: tuple[int, int], strength: float) -> None:
        """Redden the wraps of a body that was drawn at `at`, by 0.0 to 1.0; does nothing for the stand-in."""
        found, depth = self._sheet(sheet), round(min(1.0, strength) * STAIN_STEPS)
        clip = None if found is None else found.clip(pose.action, pose.form)
        if found is None or clip is None or depth == 0:
            return
        frame = found.frames[clip.frame_at(pose.beats)]
        for hand in HAND_ANCHORS:
            if hand in frame.anchors:
                spot, picture = stain_of(frame.picture, frame.anchors[hand], depth)
                corner = (at[0] - frame.origin[0] + spot[0], at[1] - frame.origin[1] + spot[1])
                target.blit(picture, corner, special_flags=pygame.BLEND_RGB_MULT)

    def draw_reflection(self, target: pygame.Surface, body: Body, pose: Pose, at: tuple[int, int]) -> pygame.Rect:
        """Draw a body's reflection below `at`, in the tint of the wet ground; return where it is."""
        sheet = self._sheet(body.sheet)
        clip = None if sheet is None else sheet.clip(pose.action, pose.form)
        if sheet is not None and clip is not None:
            frame = sheet.frames[clip.frame_at(pose.beats)]
            below = frame.picture.get_height() - frame.origin[1]
            return target.blit(on_its_head(frame.picture, body), (at[0] - frame.origin[0], at[1] - below))
        return pygame.Rect(at, (0, 0))

    def _sheet(self, name: str) -> Sheet | None:
        return self.sheets.dyed(name) if name in self.in_suit else self.sheets.get(name)

    def _draw_mirrored(
        self, target: pygame.Surface, which: tuple[Sheet, int], body: Body, at: tuple[int, int]
    ) -> SpriteFrame:
        sheet, number = which
        frame = sheet.frames[number]
        left = at[0] - (frame.picture.get_width() - 1 - frame.origin[0])
        target.blit(in_light(mirrored(frame.picture), body.tint, body.air), (left, at[1] - frame.origin[1]))
        return frame

    def _draw_frame(
        self, target: pygame.Surface, which: tuple[Sheet, int], light: tuple[str, Body], at: tuple[int, int]
    ) -> SpriteFrame:
        (sheet, number), (hand, body) = which, light
        frame = sheet.frames[number]
        corner = (at[0] - frame.origin[0], at[1] - frame.origin[1])
        picture = wet(sheet, frame.picture, body.sweat)
        slant = Slant(frame.origin[1], body.height, body.lean)
        blit_slanted(target, in_light(picture, body.tint, body.air), corner, slant)
        if body.lamp is not None and frame.relief is not None:
            blit_slanted(target, relit(frame.relief, body.lamp), corner, slant, pygame.BLEND_RGB_ADD)
        if hand in frame.anchors:
            reach = round(RIM_REACH_METRES * sheet.pixels_per_metre)
            (left, top), rim = rim_of(frame.picture, frame.anchors[hand], reach)
            lower = Slant(slant.feet - top, slant.tall, slant.ahead)
            blit_slanted(target, rim, (corner[0] + left, corner[1] + top), lower, pygame.BLEND_RGB_ADD)
        return frame


@dataclass(frozen=True, slots=True)
class Slant:
    """How a picture leans: `feet` is its row that stays, and `tall` rows above it are `ahead` px further right."""

    feet: int
    tall: float
    ahead: int


def blit_slanted(
    target: pygame.Surface, picture: pygame.Surface, corner: tuple[int, int], slant: Slant, flags: int = 0
) -> None:
    """Blit a picture leaning ahead, in bands of rows of one shift each: it costs as many blits as there are bands."""
    if slant.ahead <= 0:
        target.blit(picture, corner, special_flags=flags)
        return
    rows_a_px = slant.tall / slant.ahead
    most = max(0, round(slant.feet / rows_a_px))
    height = picture.get_height()
    ends = (round(slant.feet - (shift + 0.5) * rows_a_px) for shift in reversed(range(most)))
    edges = [0, *(min(height, max(0, end)) for end in ends), height]
    for shift, (first, last) in zip(reversed(range(most + 1)), pairwise(edges), strict=True):
        band = pygame.Rect(0, first, picture.get_width(), last - first)
        target.blit(picture, (corner[0] + shift, corner[1] + first), band, special_flags=flags)


def wet(sheet: Sheet, picture: pygame.Surface, sweat: int) -> pygame.Surface:
    """Return a picture of a sheet with wet skin, where the sheet names its skin's colors."""
    skin = sheet.facts.get("skin")
    if not sweat or skin is None or picture.get_bitsize() != 8:
        return picture
    deep = DEEP_PX[sheet.pixels_per_metre > LARGE_PIXELS_PER_METRE][sweat - 1]
    return glistening(picture, (int(skin[0]), int(skin[1])), deep)


def stand_in_phase(pose: Pose) -> float:
    """Return the stand-in's phase: a stride takes two steps of half a beat, other actions about a beat."""
    return pose.beats % 1.0 if pose.action.startswith(("run", "sprint", "step", "lift")) else min(1.0, pose.beats + 0.5)


def draw_shadow(target: pygame.Surface, at: tuple[int, int], width: int, share: float = 1.0) -> None:
    """Draw a body's contact shadow; `share` is 1.0 on the ground, less in a leap: it shrinks, fades and softens."""
    wide, step = max(4, round(width * (SHADOW_LEFT + (1.0 - SHADOW_LEFT) * share))), round(SHADOW_STEPS * share)
    target.blit(shadow_of(wide, step), (at[0] - wide // 2, at[1] - 3))


@lru_cache(maxsize=128)
def shadow_of(width: int, step: int = SHADOW_STEPS) -> pygame.Surface:
    """Return a flat ellipse, `width` pixels wide, in two tones; below the highest `step` fainter and with less of a
    core.
    """
    height, share = max(3, width // 7), step / SHADOW_STEPS
    shadow = pygame.Surface((width, height), pygame.SRCALPHA, 32)
    edge, core = round(SHADOW_ALPHA * (0.2 + 0.3 * share)), round(SHADOW_ALPHA * (0.2 + 0.8 * share))
    pygame.draw.ellipse(shadow, (6, 6, 14, edge), shadow.get_rect())
    pygame.draw.ellipse(shadow, (6, 6, 14, core), shadow.get_rect().inflate(-width // 4, -height // 3))
    return shadow


@cached_by_picture(maxsize=64)
def mirrored(picture: pygame.Surface) -> pygame.Surface:
    """Return a picture mirrored horizontally."""
    return pygame.transform.flip(picture, True, False)


@cached_by_picture(maxsize=128)
def on_its_head(picture: pygame.Surface, body: Body) -> pygame.Surface:
    """Return a reflected picture, in the body's tint and opacity."""
    upside_down = pygame.transform.flip(tinted(picture, body.tint), False, True)
    if body.opacity < 255:
        upside_down.set_alpha(body.opacity)
    return upside_down


@cached_by_picture(maxsize=256)
def stain_of(picture: pygame.Surface, anchor: tuple[int, int], depth: int) -> tuple[tuple[int, int], pygame.Surface]:
    """Return the picture that multiplies the pale pixels around a hand with red, and its position."""
    around = pygame.Rect(0, 0, 2 * STAIN_PX, 2 * STAIN_PX)
    around.center = anchor
    around.clamp_ip(picture.get_rect())
    around = around.clip(picture.get_rect())
    shown = pygame.Surface(around.size, 0, 32)
    shown.blit(picture, (0, 0), around)
    pixels = pygame.surfarray.array3d(shown)
    xs, ys = np.ogrid[: around.width, : around.height]
    # It spreads from the knuckles.
    reach = STAIN_PX * depth / STAIN_STEPS
    near = (xs + around.x - anchor[0]) ** 2 + (ys + around.y - anchor[1]) ** 2 < reach**2
    warm = pixels[:, :, 0].astype(int) - pixels[:, :, 2] >= WARM_BY
    wraps = (pixels[:, :, 1] >= WRAP_AT_LEAST) & warm & near
    red = pygame.Surface(around.size, 0, 32)
    pygame.surfarray.blit_array(red, np.where(wraps[:, :, None], np.array([222, 112, 98]), 255))
    return around.topleft, red


@cached_by_picture(maxsize=512)
def rim_of(picture: pygame.Surface, anchor: tuple[int, int], reach: int) -> tuple[tuple[int, int], pygame.Surface]:
    """Return the light to add on the picture's upper edge within `reach` pixels of the anchor, and its position."""
    near_hand = pygame.Rect(anchor[0] - reach, anchor[1] - reach, 2 * reach + 1, 2 * reach + 1)
    lit = near_hand.clip(picture.get_rect()) or pygame.Rect(0, 0, 1, 1)
    # One pixel more on each side, where there is one: what is solid there decides about the edge.
    part = lit.inflate(2, 2).clip(picture.get_rect())
    solid = np.zeros((lit.width + 2, lit.height + 2), bool)
    left, top = part.x - lit.x + 1, part.y - lit.y + 1
    mask = pygame.mask.from_surface(picture.subsurface(part))
    solid[left : left + part.width, top : top + part.height] = (
        pygame.surfarray.array_alpha(mask.to_surface(setcolor=(255,) * 4, unsetcolor=(0,) * 4)) > 0
    )
    inside = solid[1:-1, 1:-1]
    edge = inside & ~(solid[1:-1, :-2] & solid[2:, 1:-1] & solid[:-2, 1:-1])
    xs, ys = np.ogrid[lit.left : lit.right, lit.top : lit.bottom]
    near = np.clip(1.0 - ((xs - anchor[0]) ** 2 + (ys - anchor[1]) ** 2) / float(reach * reach), 0.0, 1.0)
    light = pygame.Surface(lit.size, 0, 32)
    pixels = pygame.surfarray.pixels3d(light)
    pixels[:] = (edge * (near > 0))[:, :, None] * np.array([110, 84, 44]) + (inside * near)[:, :, None] * np.array(
        [34, 26, 16]
    )
    del pixels
    return lit.topleft, light
