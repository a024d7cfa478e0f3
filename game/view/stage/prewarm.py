"""Prewarm: reads and computes ahead whatever a run draws with, so that no frame waits for a disk or a first use.

Done once for a world's art, on the loading thread, with a stage that is thrown away afterwards: what it fills are the
caches of the art and of the effects, which every later stage finds filled.
"""

from collections.abc import Callable, Iterator
from itertools import product

import pygame

from game.content.look import ColorGrade
from game.timing.units import Micros, ms
from game.view.canvas.lens import HEIGHT, WIDTH, Lens
from game.view.canvas.light import STEPS, SUN_STEP, Sun, draw_sun, glow_of
from game.view.film.film_print import MATTE_STEPS, grain_sheet, matte_of, vignette_of
from game.view.film.form_grade import GLOW_STEPS, POOR_VIGNETTE, glow_sheet
from game.view.film.light_leak import BENDS, leak_of
from game.view.film.light_leak import STEPS as LEAK_STEPS
from game.view.stage.passing import prepare
from game.view.stage.seams import DOOR_PX, draw_door
from game.view.stage.shots import RoomShot
from game.view.stage.stage import Stage

SHOT_SHARES = (0.001, 0.02, 0.3, 0.6, 0.99)
"""Moments of a shot that are drawn, as shares of its length."""
BEFORE_SECTION_US = ms(200)
"""Time before a section's start at which a picture is drawn, in microseconds."""
TRIES = 20
"""How often a moment is drawn at most."""
INTO_SECTION_US = ms(50)
"""Time after a section's start at which a picture is drawn, in microseconds."""


def prewarm(stage: Stage, between: Callable[[], None] = lambda: None) -> None:
    """Read all pictures of the stage's art, and draw moments of a run into a scratch surface with an empty event log.

    `between` is called after each step; an exception that it raises ends the prewarm.
    """
    scratch = pygame.Surface((WIDTH, HEIGHT), 0, 32)
    for place in stage.art.places:
        place.load()
        between()
        for _ in _compute_effects(scratch, place.color_grade, place.sun):
            between()
        for lamp in place.lamps:
            glow_of(lamp.radius, lamp.color, STEPS)
        between()
    for staged in (staged for shot in stage.shots for staged in shot.sections):
        staged.view.load()
        between()
    for shot in stage.shots:
        for number, staged in shot.passed_by() if isinstance(shot, RoomShot) else ():
            prepare(stage.art.sheets, number, staged.place.color_grade)
            between()
    for time_us in _moments(stage):
        _draw(stage, scratch, time_us)
        between()
    stage.reset()


def _draw(stage: Stage, scratch: pygame.Surface, time_us: Micros) -> None:
    """Draw a moment. A run that is shown meanwhile locks pictures that both share, each for some 40 us, in which they
    cannot be blitted: then again.
    """
    for _ in range(TRIES):
        try:
            stage.draw(scratch, time_us)
            return
        except (TypeError, pygame.error) as error:
            failed = error
    raise failed


def _moments(stage: Stage) -> Iterator[Micros]:
    for shot in stage.shots:
        for share in SHOT_SHARES:
            yield round(shot.start_us + (shot.end_us - shot.start_us) * share)
        for staged in shot.sections:
            yield staged.start_us - BEFORE_SECTION_US
            yield staged.start_us + INTO_SECTION_US
            yield (staged.start_us + staged.end_us) // 2


def _compute_effects(scratch: pygame.Surface, color_grade: ColorGrade, sun: Sun | None) -> Iterator[None]:
    """Compute, step by step, the effects of a place's color grade and sun, and those that all places share."""
    if sun is not None:
        for step in range(SUN_STEP, STEPS + 1, SUN_STEP):
            draw_sun(scratch, sun, _facing(sun), step / STEPS)
            yield
    grain_sheet()
    yield
    for step in range(1, GLOW_STEPS + 1):
        glow_sheet(color_grade.glow, step)
        yield
    for darker in range(round(POOR_VIGNETTE * 20) + 1):
        vignette_of(round(color_grade.vignette * 20) + darker)
        yield
    for left in (0, WIDTH - DOOR_PX):
        draw_door(scratch, left, color_grade, color_grade)
    for step in range(1, MATTE_STEPS):
        matte_of(step)
        yield
    for verb, step in product(BENDS, range(1, LEAK_STEPS + 1)):
        leak_of(verb, step)
        yield


def _facing(sun: Sun) -> Lens:
    """Return a camera that has the sun in the middle of the picture."""
    return Lens((sun.x - WIDTH / 2) / sun.parallax if sun.parallax else 0.0)
