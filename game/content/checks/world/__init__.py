"""Checks of how the maps of a world go together."""
