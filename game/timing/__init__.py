"""Song time, tempo and clocks. Pure: no wall clock is read here, nothing is drawn or heard."""
