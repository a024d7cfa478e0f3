"""Checks of one map's objects, layers and files, each on its own."""
