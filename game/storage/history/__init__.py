"""Every run that a person began, hit by hit, and the figures that are read from them."""
