"""The effect of a found lace: it comes undone, flies up as a bow, and the place answers the hidden act.

Without a sound or text of its own.
"""

from dataclasses import dataclass
from functools import lru_cache

import pygame

from game.sim.events import LaceFound
from game.timing.units import US_PER_SECOND
from game.view.canvas.particles import BREATH, FROST, ICE, SPLASH, STAR, SWEAT, Burst, Stuff
from game.view.exercise.section_view import SectionView
from game.view.figure.actor import Pose
from game.view.film.draw_context import DrawContext

SEEN_US = 2 * US_PER_SECOND
"""Duration of the effect, in microseconds."""
RISE_S = 1.1
"""Duration of the lace's rise, in seconds."""
RISE_METRES = 1.0
"""Height of the rise, metres."""
AHEAD_METRES = 0.5
"""Distance ahead of him that it rises, metres."""
FLUTTER_HZ = 5.0
"""Flutter of the bow, changes a second."""
COTTON = (240, 232, 214)
"""Color of the lace."""
COTTON_SHADE = (150, 136, 128)
"""Color of the lace in shade."""
DOG_ACT = "pat_dog"
"""Hidden act that a dog answers."""
DOG_S = 1.8
"""Duration for which the dog runs along, in seconds."""
DOG_AHEAD_METRES = 0.8
"""Distance of the dog ahead of him, metres."""


@dataclass(frozen=True, slots=True)
class ActParticles:
    """Particles by which a place answers an act: kind, position from his feet (metres ahead and above), strength."""

    stuff: Stuff
    ahead: float
    above: float
    force: float = 1.5


ANSWERS = {
    "tip_cap": ActParticles(STAR, 0.1, 1.72),
    "look_up": ActParticles(SPLASH, 0.1, 1.7),
    "wipe_brow": ActParticles(SWEAT, 0.15, 1.65, 3.0),
    "steady_bag": ActParticles(STAR, 0.9, 1.3),
    "wink": ActParticles(STAR, 0.0, 0.8, 0.8),
    "kiss_canvas": ActParticles(BREATH, 0.6, 0.1, 2.0),
    "nod": ActParticles(STAR, 0.1, 0.7, 0.8),
    "ring_rail": ActParticles(ICE, 1.0, 2.7, 4.0),
    "ring_bell": ActParticles(FROST, 0.9, 1.9, 2.0),
    "touch_stone": ActParticles(STAR, 0.2, 0.1),
    "wave": ActParticles(STAR, 0.2, 1.8),
    "look_back": ActParticles(STAR, 0.1, 1.7),
}
"""Answers by hidden act."""


def draw_lace(context: DrawContext, view: SectionView) -> None:
    """Draw the lace that was just found in a view's section, and the place's answer."""
    for found in context.log.recent(LaceFound, context.now.us, SEEN_US):
        if found.section != view.setting.section.index:
            continue
        age, scale = context.seconds_since(found.time_us), view.setting.scale / 50
        x, row = view.feet_at(context)
        answer = ANSWERS.get(view.setting.act)
        if answer is not None:
            at = (round(x + answer.ahead * view.setting.scale), round(row - answer.above * view.setting.scale))
            context.burst(answer.stuff, Burst(age, at, found.section + 61, answer.force, scale=1.5 * scale))
        if view.setting.act == DOG_ACT and age < DOG_S:
            context.sprite("dog", Pose("run", context.now.beat * 2), x + DOG_AHEAD_METRES * view.setting.scale, row + 4)
        if age < RISE_S:
            _draw_bow(context, (x, row), age, scale)


def _draw_bow(context: DrawContext, feet: tuple[float, float], age: float, scale: float) -> None:
    share = age / RISE_S
    x = feet[0] + AHEAD_METRES * 50 * scale * share
    row = feet[1] - 8 - RISE_METRES * 50 * scale * (1.0 - (1.0 - share) ** 2)
    picture = bow(int(age * FLUTTER_HZ) % 2, 2 if scale > 1 else 1)
    context.target.blit(picture, (context.lens.column(x) - picture.get_width() // 2, context.lens.row(row)))


@lru_cache(maxsize=4)
def bow(wing: int, size: int) -> pygame.Surface:
    """Return a tied shoelace, its loops up (0) or down (1), in size 1 or 2."""
    picture = pygame.Surface((17, 13), pygame.SRCALPHA, 32)
    lift = -2 if wing == 0 else 1
    for color, down in ((COTTON_SHADE, 1), (COTTON, 0)):
        for side in (-1, 1):
            loop = pygame.Rect(0, 0, 7, 5)
            loop.center = (8 + 4 * side, 5 + lift + down)
            pygame.draw.ellipse(picture, color, loop, 1)
            pygame.draw.line(picture, color, (8, 6 + down), (8 + 4 * side, 11 - lift // 2 + down))
        picture.fill(color, (7, 5 + down, 3, 2))
    return pygame.transform.scale_by(picture, size)
