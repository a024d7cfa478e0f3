"""The window, and how the small picture reaches it."""
