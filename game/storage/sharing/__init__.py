"""Boards as files: a folder to publish, made from verified replays, and the way back in, which believes none of it."""
