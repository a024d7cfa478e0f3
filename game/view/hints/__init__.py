"""Keys in the world: a chalked keycap beside the fighter for every kind of cue that is not learned yet."""
