"""Tests of rows that are replays."""
