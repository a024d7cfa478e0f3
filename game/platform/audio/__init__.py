"""The audio device, the song player, decoding, mixing and scheduling of sounds."""
