"""Keyboard and game controllers."""
