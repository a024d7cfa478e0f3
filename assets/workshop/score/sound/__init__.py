"""From written notes to audio: players, rooms, colour and the mix."""
