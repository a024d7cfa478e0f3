"""The sound device, the song player and everything that is heard."""
