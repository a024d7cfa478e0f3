"""The score of *Lace Up* as source: 193 seconds, thirteen sections, one theme.

To read the music: `theme.py`, then `sections/` in the order of the run. To write it: `notation.py` (phrases and
grids), `harmony.py` (chord symbols, pads that lead their voices), `groove.py` (the kit), `doubling.py` (parts that play
the chart, which `chart.py` reads from the maps). To hear it: `instruments.py` and `performance.py` say who plays and
how, `synth.py` and `modal.py` sound, `colour.py` and `voice.py` make a cell, `hall.py`, `rides.py` and `mix.py` are the
desk, `encode.py` and `publish.py` write the files, `report.py` measures them.

It refuses to guess: a phrase that does not fill its bar, an unknown chord or an unknown instrument stops the render
with the place in the source.
"""
