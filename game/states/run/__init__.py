"""A run: loading it, playing it, pausing it, and what came of it."""
