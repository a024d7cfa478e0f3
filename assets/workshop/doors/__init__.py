"""What passes close before the lens at a door, one picture each: `python -m assets.workshop.doors` paints them.

They lie among the sprites as sheets of one frame, `door_beef` and `door_strips`, as wide as the game's door.
"""
