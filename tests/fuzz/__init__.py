"""Damaged files of every kind that a person can touch."""
