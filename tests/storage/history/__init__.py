"""Tests of the history of attempts."""
