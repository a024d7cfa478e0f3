"""Tests of the checks of how the maps of a world go together."""
