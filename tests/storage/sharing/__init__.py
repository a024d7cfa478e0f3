"""Tests of boards as files."""
