"""Wraps redden where they are pale, more with each step, and nowhere else."""

import pygame

from game.view.figure.actor import STAIN_STEPS, stain_of

CLOTH, SKIN = (232, 222, 204), (150, 84, 60)


def picture() -> pygame.Surface:
    """Return a hand: a pale wrap on darker skin."""
    hand = pygame.Surface((40, 40), 0, 32)
    hand.fill(SKIN)
    hand.fill(CLOTH, (14, 14, 12, 12))
    return hand


def reddened(depth: int) -> pygame.Surface:
    hand = picture()
    corner, stain = stain_of(hand, (20, 20), depth)
    hand.blit(stain, corner, special_flags=pygame.BLEND_RGB_MULT)
    return hand


def red_pixels(hand: pygame.Surface) -> int:
    before = picture()
    return sum(hand.get_at((x, y)) != before.get_at((x, y)) for x in range(40) for y in range(40))


def test_more_sloppy_hits_redden_more_of_the_wrap() -> None:
    counts = [red_pixels(reddened(depth)) for depth in range(STAIN_STEPS + 1)]
    assert counts == sorted(counts)
    assert counts[0] == 0
    assert counts[-1] == 12 * 12


def test_skin_stays_as_it_is() -> None:
    assert reddened(STAIN_STEPS).get_at((12, 20))[:3] == SKIN
