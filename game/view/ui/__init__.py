"""Menus, lettering, readouts and score sheets."""
