"""Tests of films of replays."""
