"""Bakes what the film and the seams lay over a place, while a title is shown, so that no frame of the run has to."""

import pygame

from game.view.film import MATTE_STEPS, grain_sheet, matte_of, vignette_of
from game.view.lens import HEIGHT, WIDTH
from game.view.seams import draw_door, passing_bag
from game.view.tones import Tone


def bake(tone: Tone) -> None:
    """Bake everything that belongs to a tone, and what all share."""
    grain_sheet()
    for darker in range(5):
        vignette_of(round(tone.vignette * 20) + darker)
    passing_bag(tone.dark, tone.edge)
    for beats in (-0.2, 0.2):
        draw_door(pygame.Surface((WIDTH, HEIGHT), 0, 32), beats, tone, tone)
    for step in range(1, MATTE_STEPS):
        matte_of(step)
