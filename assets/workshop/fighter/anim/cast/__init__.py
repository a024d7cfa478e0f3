"""Everybody and everything that moves, but the fighter."""
