"""The workshop for figures: the fighter, the cast and the things that move, from source to sprite sheets.

    python -m assets.workshop.fighter [SHEET...]      build what changed (--force: everything, --list: the names)
    python -m assets.workshop.fighter.measure slide   measure planted feet; also flicker, head, sheets FOLDER

The way of a frame: an animation module gives poses (anim/, listed in its catalogue; keys through curves.py);
skeleton.py solves joints; torso.py, limbs.py and head.py set signed-distance clay on them after a look (wardrobe.py);
march.py marches rays into a surface; shading.py turns it into fixed tones (palette.py, lights.py), held from frame to
frame; face.py paints the eyes; steady.py takes out what flickers; sheet.py packs the sheet, its normal map and its
data.

It refuses poses with unknown channels, keys out of order and sheets of more than 255 colours. Marched frames are kept
by content in a scratch folder (LACE_UP_CACHE), so that only what changed is marched again; the same source gives the
same bits.

In the data: `origin` is the pixel of the ground point (soles' last row), which may lie outside the rectangle; anchors
are pixels inside it: palms, balls of the feet, head; `planted` names the parts that bear weight in a frame.
"""
