"""The song, its tempo map, and the table of sounds."""
