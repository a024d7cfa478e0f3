"""Forged replays of each kind that was thought of, made from an honest one: `python -m tests.replay.forgings DIR`."""
