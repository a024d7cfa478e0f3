"""The workshop for places: from Python source to parallax layers.

`python -m assets.workshop.places` paints what changed.

How a place is made
-------------------
A place is a folder here whose `place.py` has a PLACE: a `stage.Place` of planes from back to front. Each plane has a
parallax factor and a function that gets a `stage.Window` (which columns of this layer to paint) and returns a
`stage.Painted`
(display-linear picture and a mask). `build` runs them, quantises every layer to its own palette and writes
assets/backdrops/<place>/<plane>.png and layers.json. A place whose sources did not change is not painted again,
and a build that was stopped goes on where it was.

Two ways to paint a plane, which mix freely:
1. Flat or carved (`paint/`): draw on a `relief.Relief` (albedo, height, glow), light it with `relight.light`, fog it
(`film.fog`).
2. Built (`built/`): put boxes, quads, cylinders and balls textured with reliefs into a `scene.Scene`, in metres,
   each in a `slab`, and take slabs out with `strip.strip` (long layers: orthographic in x, perspective in y and z,
   shadows of the whole scene) or with `strip.view` (a still in perspective, for places that stand). `Traced.light()`
   gives linear light.
Then `film.develop(linear, LOOK)` makes the print (bloom, filmic curve, split tone). Do not quantise: export does.

Where things are: see `stage`. Lane at z 0, 50 px a metre (window.scale elsewhere), feet on row 321 of 384, horizon
250. A thing at depth z belongs on the plane with factor `stage.factor(z)`; `window.px(metres)` is its column.
Standing places at twice the size set their own camera: only `strip.view` and `Window` know the lens.

In `paint/`, `textures` and `lettering` have masonry, wood, ground and signs, `motifs` skylines, clouds, smoke, people,
wires, `decals` what lies on the ground; `things/` holds what several places put up; `tilesets` writes ground tiles and
things for the maps; `paint/sprites` writes animated strips (assets/backdrops/<place>/props/<name>.png and .json).
Look at the result with
`python -m assets.workshop.places.compose PLACE --contact 576 -o sheet.png`; try a part of a place with `--cameras 0
400 --to DIR`, single planes with `--only street,ground`.

Facts for the renderer (PLACE.facts, copied into layers.json)
- lights: x, y, parallax, colour, radius, kind (sun, lamp, fire, shaft), pulse (none, beat, bar), power
- props: sprite, x, y, parallax, after (the layer it is drawn on), drift (px a beat), phase (frames), blend (add)
- grade: tint (multiplied over the picture), vignette; sun: x, y on the screen, colour of its rays
- seams: what stands at either end and how wide it is, so that the next place can take over behind it

Layers are opaque or absent, pixel by pixel (colour key); only veils (haze, shafts) have alpha. Refuses nothing at
run time: the game never imports this package.
"""
