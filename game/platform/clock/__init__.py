"""Real clocks: the monotonic clock, and the song clock that follows an audio device."""
