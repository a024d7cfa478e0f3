"""Places built in three dimensions: the scene, the ray tracer, and the strips and stills taken from it."""
