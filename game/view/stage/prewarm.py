"""Bakes what the film and the seams lay over a place, while a title is shown, so that no frame of the run has to."""

import pygame

from game.content.look import ColorGrade
from game.view.canvas.lens import HEIGHT, WIDTH, Lens
from game.view.canvas.light import STEPS, SUN_STEP, Sun, draw_sun
from game.view.film.film_print import MATTE_STEPS, grain_sheet, matte_of, vignette_of
from game.view.film.form_grade import GLOW_STEPS, POOR_VIGNETTE, glow_sheet
from game.view.stage.seams import DOOR_PX, draw_door, passing_bag


def prewarm_place(color_grade: ColorGrade, sun: Sun | None) -> None:
    """Bake everything that belongs to a place's tone and its sun, and what all places share."""
    scratch = pygame.Surface((WIDTH, HEIGHT), 0, 32)
    if sun is not None:
        for step in range(SUN_STEP, STEPS + 1, SUN_STEP):
            draw_sun(scratch, sun, _facing(sun), step / STEPS)
    grain_sheet()
    for step in range(1, GLOW_STEPS + 1):
        glow_sheet(color_grade.glow, step)
    for darker in range(round(POOR_VIGNETTE * 20) + 1):
        vignette_of(round(color_grade.vignette * 20) + darker)
    passing_bag(color_grade.dark, color_grade.edge)
    for left in (0, WIDTH - DOOR_PX):
        draw_door(scratch, left, color_grade, color_grade)
    for step in range(1, MATTE_STEPS):
        matte_of(step)


def _facing(sun: Sun) -> Lens:
    """Return a lens that has the sun in the middle of the picture."""
    return Lens((sun.x - WIDTH / 2) / sun.parallax if sun.parallax else 0.0)
