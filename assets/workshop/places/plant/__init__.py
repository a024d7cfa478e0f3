"""The meat plant: `place.py` describes its planes, the other modules paint them."""
