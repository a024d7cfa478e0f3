"""Lace Up: a rhythm game built around the training montage."""

__version__ = "0.1.0"
