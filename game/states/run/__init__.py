"""A run: its plan, loading, playing, pausing, and its outcome."""
