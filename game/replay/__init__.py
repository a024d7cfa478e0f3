"""Replays: the inputs of a run, and the proof that they give its score."""
