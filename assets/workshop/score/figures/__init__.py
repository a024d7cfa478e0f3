"""Figures of the finished music that a listener would notice: salience of the theme, audibility of the openings,
signal to noise of the game's own sounds, air. `summary.py` gathers them for `music report --json`.

They refuse to read anything but the committed files, the charts and the table of sounds.
"""
