"""How a shot is put on film, from the back to the front: its place up to the fighter, him, what passes before him, its
light."""

from dataclasses import replace

from game.view.stage.fog import draw_air, draw_near_air
from game.view.stage.exposure import Exposure, Shot
from game.view.film.film_print import dim, grade
from game.view.stage.laces import draw_lace
from game.view.place.map_layers import Layer
from game.view.canvas.lens import Lens
from game.view.canvas.light import draw_lamp, draw_sun
from game.view.canvas.options import Quality
from game.view.place.place import Place
from game.view.stage.form_effects import draw_company, draw_steam
from game.view.place.spawners import draw_source
from game.view.place.color_grade import tint_at

MIRROR = "mirror"
"""Layers whose names begin so are seen through the holes of the next."""


def draw_behind(exposure: Exposure, shot: Shot, lens: Lens) -> None:
    """Draw a place up to the fighter's plane, polling between its layers."""
    if not shot.place.layers:
        exposure.target.fill(shot.place.tone.dark)
    mirrored = False
    for layer in shot.place.layers:
        if layer.facts.front:
            continue
        if mirrored and not layer.facts.name.startswith(MIRROR):
            # Whatever is drawn next has holes: only through them is the fighter seen on his head in the wet.
            hung = exposure.planes.enter(lens, shot.view.x_at(exposure.frame(lens)))
            shot.view.reflection(exposure.frame(hung))
        mirrored = layer.facts.name.startswith(MIRROR)
        draw_layer(exposure, shot.place, layer, lens)
    calm = 0.5 if exposure.options.low_flash else 1.0
    sources = shot.place.sources if exposure.options.quality is Quality.FULL else ()
    lane = exposure.planes.enter(lens, 0.0) if sources else lens
    for source in sources:
        draw_source(exposure.target, source, lane, exposure.now.beat, exposure.now.us_per_beat)
    exposure.planes.seal()
    for lamp in shot.place.lamps:
        draw_lamp(exposure.target, lamp, lens, exposure.now.beat, calm)
    draw_air(exposure.frame(lens, shot.place), shot.place, shot.view)
    dim(exposure.target, 1.0 - shot.view.darkness(exposure.now, exposure.heard))
    frame = exposure.frame(exposure.planes.enter(lens, 0.0), shot.place)
    draw_company(frame, shot.view)
    shot.view.back(frame)
    exposure.planes.seal()
    draw_near_air(frame, shot.place, shot.view)
    exposure.poll()


def draw_layer(exposure: Exposure, place: Place, layer: Layer, lens: Lens) -> None:
    """Draw one layer."""
    place.draw_layer(exposure.target, exposure.planes, layer, (lens, exposure.now.beat))
    exposure.poll()


def draw_body(exposure: Exposure, shot: Shot, lens: Lens) -> None:
    """Draw the fighter, on a plane that hangs on him."""
    view = shot.view
    manned = exposure.planes.enter(lens, view.x_at(exposure.frame(lens)))
    lit = shot.place.tone.key_in(view.darkness(exposure.now, exposure.heard) / max(view.darkest, 1e-6))
    view.body(replace(exposure.frame(manned, shot.place), key=lit))


def draw_before(exposure: Exposure, shot: Shot, lens: Lens) -> None:
    """Draw what lies before the fighter."""
    frame = exposure.frame(exposure.planes.enter(lens, 0.0), shot.place)
    draw_steam(frame, shot.view)
    shot.view.front(frame)
    draw_lace(frame, shot.view)
    for layer in shot.place.layers:
        if layer.facts.front:
            draw_layer(exposure, shot.place, layer, lens)


def draw_light(exposure: Exposure, shot: Shot, lens: Lens) -> None:
    """Draw the place's light and print, over all its planes."""
    exposure.planes.seal()
    if shot.place.sun is not None and exposure.options.quality is Quality.FULL:
        sun = shot.place.sun
        hidden = exposure.frame(lens, shot.place).shade_at(lens.column(sun.x, sun.parallax) + lens.x)
        strength = (0.55 + 0.15 * exposure.warmth) * (1.0 - hidden) * shot.place.tone.flare
        if strength > 0:
            draw_sun(exposure.target, sun, lens, strength)
    grade(exposure.target, tint_at(shot.place.tone, exposure.warmth))
    exposure.poll()
