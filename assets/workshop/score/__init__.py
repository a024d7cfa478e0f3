"""The score of *Lace Up* as source: 193 seconds, thirteen sections, one theme.

Sections are written in the field's terms (chords, phrases, articulations); a performance gives them human timing;
a sampler plays one voice at a time; the mix sums them to stems. It refuses to guess: a phrase that does not fill its
bar, an unknown chord or an unknown instrument stops the render with the place in the source.
"""
