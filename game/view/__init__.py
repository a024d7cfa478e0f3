"""What is seen: camera, layers, sprites, light, particles, text. Draws the session's state; never writes it."""
