"""Bodies: sprite sheets, clips, the light on them, and the stand-in."""
