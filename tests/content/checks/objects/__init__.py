"""Tests of the checks of one map's objects, layers and files, each on its own."""
