"""Checks of one map's cues and sections against each other and the rules of their exercise."""
