"""Draws a staged section from back to front: its place up to the fighter, the fighter, the foreground, its light.

What takes long is drawn part by part: who draws may poll the input between two parts, or go on in the next picture.
"""

from collections.abc import Iterator

from game.view.canvas.lens import Lens
from game.view.canvas.light import draw_lamp, draw_sun
from game.view.canvas.options import Quality
from game.view.figure.silhouette import draw_silhouette
from game.view.film.draw_context import DrawContext
from game.view.film.film_print import dim
from game.view.place.color_grade import draw_grade
from game.view.place.map_layers import Layer
from game.view.place.place import Place
from game.view.place.prop_layer import PropLayer
from game.view.place.spawners import around, draw_source
from game.view.stage.fog import draw_fog, draw_near_haze
from game.view.stage.form_effects import draw_company, draw_steam
from game.view.stage.laces import draw_lace
from game.view.stage.staged_section import StagedSection
from game.view.stage.streak_answers import draw_streak_answers
from game.view.stage.wind import draw_trails, draw_wind

MIRROR = "mirror"
"""Prefix of layers that show the fighter's reflection through the holes of the next layer."""
MOST_LEAN_PX = 10
"""How far the fighter's head is ahead of his feet at the fastest pace, px."""


def draw_behind(context: DrawContext, staged: StagedSection, lens: Lens) -> Iterator[None]:
    """Draw a place up to the fighter's layer, layer by layer."""
    if not staged.place.layers:
        context.target.fill(staged.place.color_grade.dark)
    seen, empty = context.with_lens(lens), staged.view.empty_layers(context)
    mirrored, passed = False, context.ghost is None and not context.road.speed
    for layer in staged.place.layers:
        if layer.facts.front or layer.facts.name in empty:
            continue
        if not passed and isinstance(layer, PropLayer) and layer.facts.parallax >= 1.0:
            draw_below_props(context, staged, lens)
            yield
            passed = True
        if mirrored and not layer.facts.name.startswith(MIRROR):
            # Whatever is drawn next has holes: only through them is the fighter seen on his head in the wet.
            mirror_lens = context.composite.enter(lens, staged.view.x_at(seen))
            context.composite.seal(staged.view.reflection(context.with_lens(mirror_lens)))
        mirrored = layer.facts.name.startswith(MIRROR)
        draw_layer(context, staged.place, layer, lens)
        staged.view.over_layer(seen, layer)
        yield
    if not passed:
        draw_below_props(context, staged, lens)
        yield
    calm = 0.5 if context.options.low_flash else 1.0
    all_sources = staged.place.sources if context.options.quality is Quality.FULL else ()
    now = context.now
    sources = [source for source in all_sources if source.may_show(lens, now.beat, now.us_per_beat)]
    context.composite.seal()
    if sources:
        lane = context.composite.enter(lens, 0.0)
        drawn = around(draw_source(context.target, source, lane, now.beat, now.us_per_beat) for source in sources)
        context.composite.seal(drawn)
    for lamp in staged.place.lamps:
        draw_lamp(context.target, lamp, lens, context.now.beat, calm)
    yield
    draw_fog(context.in_place(lens, staged.place), staged.place, staged.view)
    dim(context.target, 1.0 - staged.view.darkness(context.now, context.log))
    placed = context.in_place(context.composite.enter(lens, 0.0), staged.place)
    staged.view.beyond(placed)
    draw_company(placed, staged.view)
    draw_streak_answers(placed, staged.view)
    staged.view.back(placed)
    context.composite.seal()
    draw_near_haze(placed, staged.place, staged.view)
    yield


def draw_below_props(context: DrawContext, staged: StagedSection, lens: Lens) -> None:
    """Draw what lies over the road and below all that stands on it: wind, and the ghost. Both are translucent."""
    context.composite.seal()
    draw_wind(context.with_lens(lens), staged)
    ghost = context.ghost
    if ghost is not None:
        at = (lens.column(ghost.x - staged.place.left), lens.row(ghost.row))
        draw_silhouette(context.target, context.actors, ghost, at)


def draw_layer(context: DrawContext, place: Place, layer: Layer, lens: Lens) -> None:
    """Draw one layer."""
    place.draw_layer(context.target, context.composite, layer, (lens, context.now.beat))


def draw_body(context: DrawContext, staged: StagedSection, lens: Lens) -> None:
    """Draw the fighter, on a composite layer at his position."""
    view = staged.view
    manned = context.composite.enter(lens, view.x_at(context.with_lens(lens)))
    lit = staged.place.color_grade.key_in(view.darkness(context.now, context.log) / max(view.darkest, 1e-6))
    lean = round(MOST_LEAN_PX * context.road.speed) if view.leans else 0
    placed = context.in_place(manned, staged.place)
    draw_trails(placed, staged)
    draw_steam(placed, view)
    view.body(placed.derive(key=lit, lean=lean))


def draw_before(context: DrawContext, staged: StagedSection, lens: Lens) -> Iterator[None]:
    """Draw the layers in front of the fighter, layer by layer."""
    placed = context.in_place(context.composite.enter(lens, 0.0), staged.place)
    staged.view.front(placed)
    draw_lace(placed, staged.view)
    for layer in staged.place.layers:
        if layer.facts.front:
            draw_layer(context, staged.place, layer, lens)
            yield


def draw_light(context: DrawContext, staged: StagedSection, lens: Lens) -> Iterator[None]:
    """Draw the place's light and film look over all its layers."""
    context.composite.seal()
    if staged.place.sun is not None and context.options.quality is Quality.FULL:
        sun = staged.place.sun
        hidden = context.in_place(lens, staged.place).shade_at(lens.column(sun.x, sun.parallax) + lens.x)
        strength = (0.55 + 0.15 * context.warmth) * (1.0 - hidden) * staged.place.color_grade.flare
        if strength > 0:
            draw_sun(context.target, sun, lens, strength)
    draw_grade(context.target, staged.place.color_grade, context.warmth)
    yield
