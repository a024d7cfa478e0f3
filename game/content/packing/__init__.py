"""Packs on their way between people: what one may hold, zips, checks, starters and the installed ones."""
