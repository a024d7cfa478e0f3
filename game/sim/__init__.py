"""The simulation: pure, integer, deterministic. It is fed time-stamped actions and asked to advance to a song time.

It knows nothing of frames, pictures, sounds, files or clocks; everything a person sees and hears only listens to it.
"""
