"""Units of song time, the tempo map and the clock protocol. Pure: reads no wall clock."""
