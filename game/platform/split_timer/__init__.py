"""Lets a split timer (LiveSplit, LiveSplit One) follow the in-game time and the splits of Road work."""
