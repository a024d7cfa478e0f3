"""Tests of what may import what."""
