"""The sound device: opening, watching and feeding it, and what its buffers hold."""
