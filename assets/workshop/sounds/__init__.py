"""Every sound of *Lace Up* but the music, synthesised: `python -m assets.workshop.sounds`.

Sounds are built from what makes them in the world: bodies that ring in modes, grains of gravel, stick and slip,
bubbles, air through formants, and the rooms around them. Nothing is sampled except hands that clap far away. The same
source gives the same bytes; the takes of a sound differ by seed alone.
"""
