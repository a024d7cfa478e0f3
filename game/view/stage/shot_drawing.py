"""How a shot is put on film, from the back to the front: its place up to the fighter, him, what passes before him, its
light."""

from dataclasses import replace

from game.view.canvas.lens import Lens
from game.view.canvas.light import draw_lamp, draw_sun
from game.view.canvas.options import Quality
from game.view.film.film_print import dim, grade
from game.view.place.color_grade import tint_at
from game.view.place.map_layers import Layer
from game.view.place.place import Place
from game.view.place.spawners import draw_source
from game.view.stage.exposure import Exposure, StagedSection
from game.view.stage.fog import draw_air, draw_near_air
from game.view.stage.form_effects import draw_company, draw_steam
from game.view.stage.laces import draw_lace

MIRROR = "mirror"
"""Layers whose names begin so are seen through the holes of the next."""


def draw_behind(exposure: Exposure, staged: StagedSection, lens: Lens) -> None:
    """Draw a place up to the fighter's plane, polling between its layers."""
    if not staged.place.layers:
        exposure.target.fill(staged.place.color_grade.dark)
    mirrored = False
    for layer in staged.place.layers:
        if layer.facts.front:
            continue
        if mirrored and not layer.facts.name.startswith(MIRROR):
            # Whatever is drawn next has holes: only through them is the fighter seen on his head in the wet.
            hung = exposure.composite.enter(lens, staged.view.x_at(exposure.frame(lens)))
            staged.view.reflection(exposure.frame(hung))
        mirrored = layer.facts.name.startswith(MIRROR)
        draw_layer(exposure, staged.place, layer, lens)
    calm = 0.5 if exposure.options.low_flash else 1.0
    sources = staged.place.sources if exposure.options.quality is Quality.FULL else ()
    lane = exposure.composite.enter(lens, 0.0) if sources else lens
    for source in sources:
        draw_source(exposure.target, source, lane, exposure.now.beat, exposure.now.us_per_beat)
    exposure.composite.seal()
    for lamp in staged.place.lamps:
        draw_lamp(exposure.target, lamp, lens, exposure.now.beat, calm)
    draw_air(exposure.frame(lens, staged.place), staged.place, staged.view)
    dim(exposure.target, 1.0 - staged.view.darkness(exposure.now, exposure.log))
    frame = exposure.frame(exposure.composite.enter(lens, 0.0), staged.place)
    draw_company(frame, staged.view)
    staged.view.back(frame)
    exposure.composite.seal()
    draw_near_air(frame, staged.place, staged.view)
    exposure.poll()


def draw_layer(exposure: Exposure, place: Place, layer: Layer, lens: Lens) -> None:
    """Draw one layer."""
    place.draw_layer(exposure.target, exposure.composite, layer, (lens, exposure.now.beat))
    exposure.poll()


def draw_body(exposure: Exposure, staged: StagedSection, lens: Lens) -> None:
    """Draw the fighter, on a plane that hangs on him."""
    view = staged.view
    manned = exposure.composite.enter(lens, view.x_at(exposure.frame(lens)))
    lit = staged.place.color_grade.key_in(view.darkness(exposure.now, exposure.log) / max(view.darkest, 1e-6))
    view.body(replace(exposure.frame(manned, staged.place), key=lit))


def draw_before(exposure: Exposure, staged: StagedSection, lens: Lens) -> None:
    """Draw what lies before the fighter."""
    frame = exposure.frame(exposure.composite.enter(lens, 0.0), staged.place)
    draw_steam(frame, staged.view)
    staged.view.front(frame)
    draw_lace(frame, staged.view)
    for layer in staged.place.layers:
        if layer.facts.front:
            draw_layer(exposure, staged.place, layer, lens)


def draw_light(exposure: Exposure, staged: StagedSection, lens: Lens) -> None:
    """Draw the place's light and print, over all its planes."""
    exposure.composite.seal()
    if staged.place.sun is not None and exposure.options.quality is Quality.FULL:
        sun = staged.place.sun
        hidden = exposure.frame(lens, staged.place).shade_at(lens.column(sun.x, sun.parallax) + lens.x)
        strength = (0.55 + 0.15 * exposure.warmth) * (1.0 - hidden) * staged.place.color_grade.flare
        if strength > 0:
            draw_sun(exposure.target, sun, lens, strength)
    grade(exposure.target, tint_at(staged.place.color_grade, exposure.warmth))
    exposure.poll()
