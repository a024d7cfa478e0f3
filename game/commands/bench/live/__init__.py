"""Measurements of the running game, in its window and through its sound server: keys, latency, slow machines."""
