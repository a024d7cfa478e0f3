"""Plans the shots of a chart and draws any moment of it."""
