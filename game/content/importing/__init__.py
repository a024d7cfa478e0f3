"""Packs from songs: finds the beats of a sound file or reads a chart, lays sections and cues over it, writes the pack.

Needs what the extra `songs` of pyproject.toml installs (soundfile, scipy, simfile, slider); nothing here is imported by
the game that is played.
"""
