"""Tests of what is left of runs: results, initials and boards."""
