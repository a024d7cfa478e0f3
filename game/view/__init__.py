"""The view: camera, layers, sprites, light, particles, text. Draws the visual time from the event log, read-only."""
