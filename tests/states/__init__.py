"""Tests of the state machine and its states."""
