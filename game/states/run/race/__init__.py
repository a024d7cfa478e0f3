"""What a run is raced against and measured by: standings, splits, medals, ghosts, and the figures that show them."""
